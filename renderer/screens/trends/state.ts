/** A measure over time, as lines or bars by programme or by category. */
import { ANY, at, type FigureFilter, keyAt } from '#renderer/screens/figures/state.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { FigureTable } from '#shared/figure/rows.ts';
import { parsePeriod, periodEnd } from '#shared/period/period.ts';
import type { Unit } from '#shared/quantity/quantity.ts';

export interface TrendChoice {
  readonly measure: string;
  readonly unit: string;
  /** `programme`, or the code of a category set. */
  readonly by: string;
  /** The programme in hand where the lines are categories; empty for those that belong to none. */
  readonly programme: string;
  readonly kind: FigureFilter['kind'];
  readonly type: 'line' | 'bar';
}

export interface Series {
  readonly code: string;
  /** One entry a period; null where there is no figure, which is not zero. */
  readonly values: readonly (number | null)[];
  readonly texts: readonly (string | null)[];
}

export interface Trend {
  readonly periods: readonly string[];
  readonly series: readonly Series[];
  readonly unit: Unit;
}

interface Point {
  readonly code: string;
  readonly period: string;
  readonly value: number;
  readonly text: string;
}

/** More lines than this cannot be told apart. */
const MOST = 8;

function pointAt(table: FigureTable, row: number, choice: TrendChoice): Point | null {
  const key = keyAt(table, row);
  const sets = Object.entries(key.dims);
  if (key.measure !== choice.measure || key.unit !== choice.unit || key.aspect !== 'value') return null;
  if (parsePeriod(key.period)?.kind !== choice.kind) return null;
  const point = { period: key.period, value: table.value[row] ?? Number.NaN, text: table.text[row] ?? '' };
  if (choice.by === 'programme') return sets.length === 0 ? { ...point, code: key.programme ?? ANY } : null;
  const [only] = sets;
  const fits = sets.length === 1 && only?.[0] === choice.by && (key.programme ?? ANY) === choice.programme;
  return fits && only ? { ...point, code: only[1] } : null;
}

/** The largest series first, so that what matters most is named first. */
export function trendOf(table: FigureTable, choice: TrendChoice): Trend {
  const points = table.value.map((_, row) => pointAt(table, row, choice)).filter((point) => point !== null);
  const periods = [...new Set(points.map(({ period }) => period))].sort(
    (a, b) => (periodEnd(a) ?? 0) - (periodEnd(b) ?? 0),
  );
  const groups = Map.groupBy(points, ({ code }) => code);
  const size = (list: readonly Point[]) => Math.max(...list.map(({ value }) => Math.abs(value)));
  const series = [...groups]
    .toSorted(([, a], [, b]) => size(b) - size(a))
    .slice(0, MOST)
    .map(([code, list]) => {
      const found = periods.map((period) => list.find((point) => point.period === period));
      return {
        code,
        values: found.map((point) => point?.value ?? null),
        texts: found.map((point) => point?.text ?? null),
      };
    });
  return { periods, series, unit: choice.unit as Unit };
}

export interface MeasureChoices {
  readonly units: readonly string[];
  /** Category sets in which the measure is broken down. */
  readonly sets: readonly string[];
  readonly programmes: readonly (string | null)[];
  readonly kinds: readonly FigureFilter['kind'][];
}

/** What there is to choose from for a measure. */
export function choicesFor(table: FigureTable, measure: string): MeasureChoices {
  const units = new Map<string, number>();
  const sets = new Set<string>();
  const programmes = new Set<string | null>();
  const kinds = new Set<FigureFilter['kind']>();
  for (let row = 0; row < table.value.length; row += 1) {
    if (at(table.measures, table.measure, row) !== measure) continue;
    const key = keyAt(table, row);
    if (key.aspect !== 'value') continue;
    units.set(key.unit, (units.get(key.unit) ?? 0) + 1);
    const [set, ...more] = Object.keys(key.dims);
    if (set && more.length === 0) sets.add(set);
    programmes.add(key.programme);
    const kind = parsePeriod(key.period)?.kind;
    if (kind) kinds.add(kind);
  }
  const common = [...units].sort((a, b) => b[1] - a[1]).map(([unit]) => unit);
  return { units: common, sets: [...sets], programmes: [...programmes], kinds: [...kinds] };
}

/** The board's target for each period's year; null where it has none. */
export function targetFor(
  definition: BoardDefinition | null,
  measure: string,
  programme: string | null,
  periods: readonly string[],
): readonly (number | null)[] {
  return periods.map((period) => {
    const target = definition?.targets.find(
      (one) => one.measure === measure && one.programme === programme && period.includes(one.year),
    );
    return target?.value ?? null;
  });
}

/** Alternative text: what the chart shows, then the first and last value of every series. */
export function altText(title: string, trend: Trend, nameOf: (code: string) => string): string {
  const [first, last] = [trend.periods[0], trend.periods.at(-1)];
  if (!first || !last) return `${title}: there are no figures.`;
  const lines = trend.series.map(({ code, texts }) => {
    const given = texts.flatMap((text, index) =>
      text === null ? [] : [`${text} in ${trend.periods[index]}`],
    );
    const start = given[0];
    const end = given.at(-1);
    return `${nameOf(code)}: ${start === end ? start : `from ${start} to ${end}`}`;
  });
  return `${title}, ${first === last ? first : `${first} to ${last}`}. ${lines.join('; ')}.`;
}
