/**
 * The lines and marks a reading adds to a drawing, whoever draws it: centre line and limits in stretches, points of a
 * signal, former values. Only of a chart of one series: the lines of several would cross one another.
 */
import type { Reading } from '#shared/chart/reading.ts';
import { writerOf } from '#shared/chart/scale.ts';
import type { ChartSeries, PackChart } from '#shared/pack/document.ts';

export interface Overlay {
  readonly kind: 'centre' | 'limit' | 'former';
  /** `Mean 31`; null for a stretch that is named by a later one. */
  readonly name: string | null;
  readonly values: readonly (number | null)[];
}

/** The one series whose reading is drawn, or null. */
export function readSeries(chart: PackChart): (ChartSeries & { readonly reading: Reading }) | null {
  const data = chart.series.filter(({ dashed }) => !dashed);
  const [only] = data;
  if (data.length !== 1 || !only?.reading) return null;
  return { ...only, reading: only.reading };
}

export function overlays(chart: PackChart): readonly Overlay[] {
  const series = chart.series.filter(({ dashed }) => !dashed);
  const former = series.flatMap(({ former }): readonly Overlay[] =>
    former ? [{ kind: 'former', name: null, values: former }] : [],
  );
  const read = readSeries(chart);
  if (!read || read.reading.method === 'line') return former;
  const { reading } = read;
  const write = writerOf(
    chart,
    [...new Set([...reading.centre, ...reading.lower, ...reading.upper])].flatMap(tenth(chart)),
  );
  const named = (text: string, value: number) => `${text} ${write(value)}`;
  const centre = reading.method === 'run' ? 'Median' : 'Mean';
  return [
    ...stretches('centre', reading.centre, reading, (value) => named(centre, value)),
    ...stretches('limit', reading.upper, reading, (value) => named('Upper limit', value)),
    // A limit cut off at zero lies on the axis, and is told in the notes.
    ...stretches('limit', reading.lower.map(aboveZero), reading, (value) => named('Lower limit', value)),
    ...former,
  ];
}

/** Lines are named to a tenth of a count, a whole percentage or what the chart's own values have. */
function tenth({ unit }: PackChart): (value: number | null) => readonly number[] {
  const places = unit === 'percent' ? 100 : unit === 'money' ? 1 : 10;
  return (value) => (value === null ? [] : [Math.round(value * places) / places]);
}

const aboveZero = (value: number | null) => (value === 0 ? null : value);

/** A line from break to break; only the last stretch is named. */
function stretches(
  kind: 'centre' | 'limit',
  values: readonly (number | null)[],
  { breaks }: Reading,
  name: (value: number) => string,
): readonly Overlay[] {
  const starts = [0, ...breaks.map(({ at }) => at)];
  return starts.flatMap((from, i) => {
    const to = starts[i + 1] ?? values.length;
    const own = values.map((value, at) => (at >= from && at < to ? value : null));
    const last = own.findLast((value) => value !== null);
    if (last === null || last === undefined) return [];
    return [{ kind, name: i === starts.length - 1 ? name(last) : null, values: own }];
  });
}

/** Positions of the points that some signal speaks of; too few runs speaks of none in particular. */
export function signalPoints({ signals }: Reading): ReadonlySet<number> {
  const marked = signals.filter(({ rule }) => rule !== 'few-runs');
  return new Set(marked.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i)));
}
