/** A measure over time, as lines or bars by programme or by category. */
import { ANY, at, type FigureFilter, keyAt } from '#renderer/screens/figures/state.ts';
import { keyText } from '#shared/assertion/assertion.ts';
import type { FigureTable } from '#shared/figure/rows.ts';
import { parsePeriod, periodsBetween } from '#shared/period/period.ts';
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
  /** A measure of the council as a whole drawn beneath; empty for none. */
  readonly beside: string;
}

export interface Series {
  readonly code: string;
  /** One entry a period; null where there is no figure, which is not zero. */
  readonly values: readonly (number | null)[];
  readonly texts: readonly (string | null)[];
  readonly keys: readonly (string | null)[];
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
  readonly id: string;
}

/** More lines than this cannot be told apart. */
const MOST = 8;

function pointAt(table: FigureTable, row: number, choice: TrendChoice): Point | null {
  const key = keyAt(table, row);
  const sets = Object.entries(key.dims);
  if (key.measure !== choice.measure || key.unit !== choice.unit || key.aspect !== 'value') return null;
  if (parsePeriod(key.period)?.kind !== choice.kind) return null;
  const point = {
    period: key.period,
    value: table.value[row] ?? Number.NaN,
    text: table.text[row] ?? '',
    id: keyText(key),
  };
  if (choice.by === 'programme') return sets.length === 0 ? { ...point, code: key.programme ?? ANY } : null;
  const [only] = sets;
  const fits = sets.length === 1 && only?.[0] === choice.by && (key.programme ?? ANY) === choice.programme;
  return fits && only ? { ...point, code: only[1] } : null;
}

/** The largest series first, so that what matters most is named first. */
export function trendOf(table: FigureTable, choice: TrendChoice): Trend {
  const points = table.value.map((_, row) => pointAt(table, row, choice)).filter((point) => point !== null);
  const periods = periodsBetween(points.map(({ period }) => period));
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
        keys: found.map((point) => point?.id ?? null),
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

/** Measures that belong to no programme, to set beside any other: children looked after. */
export function comparatorsIn(table: FigureTable): readonly string[] {
  const found = new Set<string>();
  for (let row = 0; row < table.value.length; row += 1) {
    const key = keyAt(table, row);
    if (key.programme === null && Object.keys(key.dims).length === 0) found.add(key.measure);
  }
  return [...found];
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
