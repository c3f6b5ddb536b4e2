/** Trends: a measure over time, with its table, its target and a description in words. */
import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { Screen } from '#renderer/parts/Screen.tsx';
import { Empty, Ready } from '#renderer/parts/States.tsx';
import { type Names, useNames } from '#renderer/queries/definition/names.ts';
import { useFigureTable } from '#renderer/queries/figure/queries.ts';
import { ANY } from '#renderer/screens/figures/state.ts';
import { Chart } from '#renderer/screens/trends/Chart.tsx';
import { Choose } from '#renderer/screens/trends/Choose.tsx';
import { altText, choicesFor, type TrendChoice, targetFor, trendOf } from '#renderer/screens/trends/state.ts';
import { TrendTable } from '#renderer/screens/trends/TrendTable.tsx';
import type { FigureTable } from '#shared/figure/rows.ts';
import '#renderer/screens/trends/trends.css';

export function Trends() {
  const table = useFigureTable(null);
  const names = useNames();
  return (
    <Screen
      title="Trends"
      about="Any measure over time. A gap is a figure that is missing, not a zero."
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
  return { measure, unit: units[0] ?? 'count', by: 'programme', programme: ANY, kind, type: 'bar' };
}

function Shown({ table, names }: { readonly table: FigureTable; readonly names: Names }) {
  const [choice, setChoice] = useState(() => firstChoice(table));
  const trend = useMemo(() => trendOf(table, choice), [table, choice]);
  const nameOf = (code: string) => {
    if (choice.by === 'programme') return code === ANY ? 'The board' : names.programme(code);
    return names.member(choice.by, code);
  };
  const { measure, by, programme } = choice;
  const title = `${names.measure(measure)} by ${by === 'programme' ? 'programme' : names.set(by).toLowerCase()}`;
  const single = trend.series.length === 1 ? trend.series[0] : undefined;
  const targeted = by === 'programme' ? (single?.code ?? null) : programme;
  const target = single ? targetFor(names.definition, measure, targeted || null, trend.periods) : [];
  const alt = altText(title, trend, nameOf);
  return (
    <>
      <Choose table={table} names={names} choice={choice} change={setChoice} />
      {trend.series.length === 0 ? (
        <Empty title="Nothing to draw">
          There are no such figures. Choose another breakdown or another measure.
        </Empty>
      ) : (
        <div className="trend">
          <figure className="panel trend-chart">
            <figcaption>
              <h2>{title}</h2>
            </figcaption>
            <Chart trend={trend} type={choice.type} nameOf={nameOf} target={target} alt={alt} />
            <p className="quiet">{alt}</p>
          </figure>
          <TrendTable trend={trend} nameOf={nameOf} title={title} />
        </div>
      )}
    </>
  );
}
