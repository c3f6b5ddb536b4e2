/** The charts of a trend, made as the pack makes them: the same method, limits and words. */
import type { Names } from '#renderer/queries/definition/names.ts';
import { ANY } from '#renderer/screens/figures/state.ts';
import type { Trend, TrendChoice } from '#renderer/screens/trends/state.ts';
import { type Line, type LineSpec, lineCharts, togetherChart } from '#shared/chart/lines.ts';
import type { PackChart } from '#shared/pack/document.ts';
import { targetOf } from '#shared/pack/target.ts';
import { breaksOf } from '#shared/pack/trend.ts';
import type { Unit } from '#shared/quantity/quantity.ts';

export interface Drawn {
  readonly chart: PackChart;
  /** As printed, by series and place; what the table shows of the points. */
  readonly texts: ReadonlyMap<string, readonly (string | null)[]>;
}

/** What the series of a choice are called. */
export function nameIn(choice: TrendChoice, names: Names): (code: string) => string {
  return (code) => {
    if (choice.by !== 'programme') return names.member(choice.by, code);
    return code === ANY ? 'The board' : names.programme(code);
  };
}

/** All lines together where there are several, then each that has points enough to be judged. */
export function chartsOf(trend: Trend, choice: TrendChoice, title: string, names: Names): readonly Drawn[] {
  const spec = specOf(trend, choice, title, names);
  const apart = lineCharts(spec);
  const charts =
    spec.lines.length > 1 && apart.length > 1 ? [togetherChart(spec), ...apart.filter(alone)] : apart;
  const texts = new Map(spec.lines.map((line) => [line.name, line.texts]));
  return charts.map((chart) => ({ chart: { ...chart, type: choice.type }, texts }));
}

function alone({ series }: PackChart): boolean {
  return series.filter(({ dashed }) => !dashed).length === 1;
}

function specOf(
  { periods, series, unit }: Trend,
  choice: TrendChoice,
  title: string,
  names: Names,
): LineSpec {
  const nameOf = nameIn(choice, names);
  const measure = names.definition?.measures.find(({ code }) => code === choice.measure);
  const lines = series.map(({ code, values, texts, keys }): Line => {
    const programme = (choice.by === 'programme' ? code : choice.programme) || null;
    const targeted = names.definition && measure && choice.by === 'programme';
    return {
      name: nameOf(code),
      values,
      texts,
      keys,
      breaks: measure ? breaksOf(measure, periods) : [],
      target: periods.map((period) =>
        targeted ? targetOf(names.definition, measure, programme, period) : null,
      ),
    };
  });
  const word = unit === 'GBP' ? 'pounds' : unit;
  return { id: 'trend', title, unit: unitOf(unit, series), unitWord: word, labels: periods, lines };
}

function unitOf(unit: Unit, series: Trend['series']): PackChart['unit'] {
  if (unit === 'GBP') return 'money';
  if (unit === 'percent') return 'percent';
  const whole = series.every(({ values }) =>
    values.every((value) => value === null || Number.isInteger(value)),
  );
  return whole ? 'count' : 'decimal';
}
