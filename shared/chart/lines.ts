/**
 * Charts of series over time, with what they say. A series long enough to be judged has a chart of its own, for its
 * centre line and limits; shorter ones share one.
 */
import { altText } from '#shared/chart/alt.ts';
import { INTERVAL_BELOW, type Interval, wilson } from '#shared/chart/interval.ts';
import { readPoints } from '#shared/chart/read.ts';
import { type ChartBreak, type Points, type Reading, RUN_FROM } from '#shared/chart/reading.ts';
import { sayReading } from '#shared/chart/say.ts';
import { writerOf } from '#shared/chart/scale.ts';
import type { ChartSeries, PackChart } from '#shared/pack/document.ts';
import { parsePeriod } from '#shared/period/period.ts';

export interface Line {
  readonly name: string;
  /** One entry a label in all of these; null where there is no figure. */
  readonly values: readonly (number | null)[];
  readonly texts: readonly (string | null)[];
  readonly keys: readonly (string | null)[];
  /** For shares, the cases each is a share of. */
  readonly wholes?: readonly (number | null)[];
  /** What restated points were first returned as. */
  readonly former?: readonly (number | null)[];
  /** Labels whose returns do not agree. */
  readonly disputed?: readonly string[];
  readonly breaks?: readonly ChartBreak[];
  readonly target?: readonly (number | null)[];
}

export interface LineSpec {
  readonly id: string;
  readonly title: string;
  readonly unit: PackChart['unit'];
  /** What is counted, in words. */
  readonly unitWord: string;
  /** Periods, in order, without a gap. */
  readonly labels: readonly string[];
  readonly lines: readonly Line[];
}

export const TARGET = 'Target';

/** Whether a chart runs over periods rather than categories. */
export function isTime({ labels }: Pick<PackChart, 'labels'>): boolean {
  return labels.every((label) => parsePeriod(label) !== null);
}

export function natureOf(unit: PackChart['unit']): Points['nature'] {
  return unit === 'percent' ? 'share' : unit === 'count' ? 'count' : 'measure';
}

/** One chart of the short series together, and one of each series that can be judged. */
export function lineCharts(spec: LineSpec): readonly PackChart[] {
  const known = (line: Line) => line.values.filter((value) => value !== null).length;
  const short = spec.lines.filter((line) => known(line) < RUN_FROM);
  const long = spec.lines.filter((line) => known(line) >= RUN_FROM);
  const single = spec.lines.length === 1;
  const own = long.map((line, i) =>
    lineChart(single ? spec : { ...spec, id: `${spec.id}-${i + 1}`, title: `${spec.title}: ${line.name}` }, [
      line,
    ]),
  );
  return [...(short.length > 0 ? [lineChart(spec, short)] : []), ...own];
}

/** All lines together: to compare them, without what each says of itself. */
export function togetherChart(spec: LineSpec): PackChart {
  return lineChart(spec, spec.lines);
}

function lineChart(spec: LineSpec, lines: readonly Line[]): PackChart {
  const { labels, unit, title } = spec;
  const series = lines.flatMap((line) => seriesOf(line, spec, lines.length === 1));
  const caption = labels.length > 1 ? `${title}, ${labels[0]} to ${labels.at(-1)}` : `${title}, ${labels[0]}`;
  const bare = { labels, unit, series };
  const said = saidOf(bare, writerOf(bare));
  return {
    kind: 'chart',
    id: spec.id,
    caption,
    ...(said.message === null ? {} : { message: said.message }),
    alt: altText(title, said.message, labels, lines, spec.unitWord),
    type: labels.length < 4 ? 'bar' : 'line',
    unit,
    labels,
    series,
    notes: [...said.notes, ...lines.flatMap((line) => lineNotes(line, labels))],
  };
}

function seriesOf(line: Line, spec: LineSpec, alone: boolean): readonly ChartSeries[] {
  const { name, values, keys, former, breaks } = line;
  const intervals = alone ? intervalsOf(line) : [];
  const reading = readPoints({
    values,
    nature: natureOf(spec.unit),
    ...(line.wholes ? { wholes: line.wholes } : {}),
    ...(breaks ? { breaks } : {}),
  });
  const series: ChartSeries = {
    name,
    values,
    keys,
    ...(breaks && breaks.length > 0 ? { breaks } : {}),
    reading,
    ...(intervals.some((one) => one !== null) ? { intervals } : {}),
    ...(former?.some((one) => one !== null) ? { former } : {}),
  };
  if (!alone || !line.target?.some((value) => value !== null)) return [series];
  return [series, { name: TARGET, values: line.target, keys: line.target.map(() => null), dashed: true }];
}

/** Intervals of the shares of fewer than 30 cases whose number is known. */
function intervalsOf({ values, wholes }: Line): readonly (Interval | null)[] {
  return values.map((value, i) => {
    const whole = wholes?.[i] ?? null;
    if (value === null || whole === null || whole >= INTERVAL_BELOW) return null;
    return wilson(Math.round(value * whole), whole);
  });
}

/**
 * Message and notes of the readings a chart holds: of a chart with one series the whole of it, of one with several
 * only that they are too short to judge.
 */
export function saidOf(
  chart: Pick<PackChart, 'labels' | 'unit' | 'series'>,
  write: (value: number) => string,
): { readonly message: string | null; readonly notes: readonly string[] } {
  const read = chart.series.flatMap(({ reading }) => (reading ? [reading] : []));
  const [only] = read;
  if (!only) return { message: null, notes: [] };
  if (read.length === 1) return sayReading(only, chart.labels, write);
  const most = Math.max(...read.map(({ points }) => points));
  return {
    message: null,
    notes: most < RUN_FROM ? [`Too few points to tell a change from chance: ${RUN_FROM} are needed.`] : [],
  };
}

function lineNotes(
  { name, values, disputed, former, wholes }: Line,
  labels: readonly string[],
): readonly string[] {
  const gaps = labels.filter((_, i) => values[i] === null);
  const restated = labels.filter((_, i) => (former?.[i] ?? null) !== null);
  const small = labels.some((_, i) => (wholes?.[i] ?? INTERVAL_BELOW) < INTERVAL_BELOW);
  return [
    ...(gaps.length > 0 ? [`${name}: no figure for ${gaps.join(', ')}.`] : []),
    ...(disputed && disputed.length > 0
      ? [`${name}: the returns do not agree on ${disputed.join(', ')}; the likelier figure is drawn.`]
      : []),
    ...(restated.length > 0
      ? [`${name}: restated for ${restated.join(', ')}; the open marker is the figure first returned.`]
      : []),
    ...(small ? [`Percentages of fewer than ${INTERVAL_BELOW} carry a 95% interval (Wilson).`] : []),
  ];
}

/**
 * The same chart read again from its points alone: for an edition, whose lines may rest on nothing else. A series
 * with a point withheld is not read, and loses whatever was said of it.
 * @param withheld whether a point of the series is kept back
 */
export function readAgain(chart: PackChart, withheld: (series: ChartSeries) => boolean): PackChart {
  const series = chart.series.map(({ reading: _, intervals: __, former: ___, ...one }): ChartSeries => {
    if (one.dashed || withheld(one)) return one;
    const reading: Reading = readPoints({
      values: one.values,
      nature: natureOf(chart.unit),
      ...(one.breaks ? { breaks: one.breaks } : {}),
    });
    return { ...one, reading };
  });
  const { message: _, ...rest } = chart;
  const said = saidOf({ ...chart, series }, writerOf({ ...chart, series }));
  return {
    ...rest,
    series,
    ...(said.message === null ? {} : { message: said.message }),
    notes: [...said.notes, ...chart.notes],
  };
}
