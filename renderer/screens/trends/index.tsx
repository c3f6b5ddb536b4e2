/** Trends: a measure over time, with its table, its target, a comparator and what it says beyond chance. */
import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { Screen } from '#renderer/parts/Screen.tsx';
import { Empty, Ready } from '#renderer/parts/States.tsx';
import { type Names, useNames } from '#renderer/queries/definition/names.ts';
import { useFigureTable } from '#renderer/queries/figure/queries.ts';
import { ANY } from '#renderer/screens/figures/state.ts';
import { Choose } from '#renderer/screens/trends/Choose.tsx';
import { chartsOf, type Drawn } from '#renderer/screens/trends/charts.ts';
import { choicesFor, type TrendChoice, trendOf } from '#renderer/screens/trends/state.ts';
import { TrendFigure } from '#renderer/screens/trends/TrendFigure.tsx';
import type { FigureTable } from '#shared/figure/rows.ts';
import '#renderer/screens/trends/trends.css';

export function Trends() {
  const table = useFigureTable(null);
  const names = useNames();
  return (
    <Screen
      title="Trends"
      about="Any measure over time, with what has changed beyond chance. A gap is a figure that is missing, not a zero."
      actions={<Button onClick={() => window.print()}>Print…</Button>}
    >
      <Ready query={table} words="Working out the figures…">
        {(value) =>
          value.value.length === 0 || !names.definition ? (
            <Empty title="No figures yet">Import returns first: trends are drawn from their figures.</Empty>
          ) : (
            <Shown table={value} names={names} />
          )
        }
      </Ready>
    </Screen>
  );
}

/** The measure most often reported is shown first. */
function firstChoice(table: FigureTable): TrendChoice {
  const counts = Map.groupBy(table.measure, (index) => index);
  const [most] = [...counts].sort((a, b) => b[1].length - a[1].length);
  const measure = table.measures[most?.[0] ?? 0] ?? '';
  const { units, kinds } = choicesFor(table, measure);
  const kind = kinds.includes('quarter') ? 'quarter' : (kinds[0] ?? 'quarter');
  return {
    measure,
    unit: units[0] ?? 'count',
    by: 'programme',
    programme: ANY,
    kind,
    type: 'line',
    beside: ANY,
  };
}

function Shown({ table, names }: { readonly table: FigureTable; readonly names: Names }) {
  const [choice, setChoice] = useState(() => firstChoice(table));
  const drawn = useMemo(() => drawnOf(table, choice, names), [table, choice, names]);
  return (
    <>
      <Choose table={table} names={names} choice={choice} change={setChoice} />
      {drawn.length === 0 ? (
        <Empty title="Nothing to draw">
          There are no such figures. Choose another breakdown or another measure.
        </Empty>
      ) : (
        drawn.map((one) => <TrendFigure key={one.chart.id + one.chart.caption} drawn={one} />)
      )}
    </>
  );
}

/** The charts of the choice, then those of the measure set beside it. */
function drawnOf(table: FigureTable, choice: TrendChoice, names: Names): readonly Drawn[] {
  const { measure, by, beside } = choice;
  const own = trendOf(table, choice);
  const title = `${names.measure(measure)} by ${by === 'programme' ? 'programme' : names.set(by).toLowerCase()}`;
  const charts = own.series.length === 0 ? [] : chartsOf(own, choice, title, names);
  if (beside === ANY || beside === measure) return charts;
  const other = {
    ...choice,
    measure: beside,
    by: 'programme',
    unit: choicesFor(table, beside).units[0] ?? 'count',
  };
  const found = trendOf(table, other);
  const whole = { ...found, series: found.series.filter(({ code }) => code === ANY) };
  if (whole.series.length === 0) return charts;
  return [
    ...charts,
    ...chartsOf(whole, other, `For comparison: ${names.measure(beside).toLowerCase()}`, names),
  ];
}
