/**
 * Reads a series: chooses the method by the number of points, draws its lines, finds its signals.
 *
 * Under 8 points a plain line; from 8 a median run chart; from 12 control limits with the four rules of NHS England's
 * Making Data Count: a point beyond a limit, seven in a row on one side of the mean, seven in a row rising or falling,
 * two of three near the same limit. Where a definition changed, each stretch is read on its own.
 */
import { falseSignals } from '#shared/chart/chance.ts';
import {
  cLimits,
  type Limits,
  lowerAt,
  pLimits,
  poissonLike,
  upperAt,
  xmrLimits,
} from '#shared/chart/limits.ts';
import {
  LIMITS_FROM,
  type Method,
  type Points,
  type Reading,
  RUN_FROM,
  type Signal,
} from '#shared/chart/reading.ts';
import { median, type Placed, shifts, tooFewRuns, trends } from '#shared/chart/runs.ts';

/** Points in a row for a shift, or a trend, on a chart with limits. */
const IN_A_ROW = 7;

interface Stretch {
  readonly method: Method;
  readonly placed: readonly Placed[];
  readonly limits: Limits | null;
  readonly signals: readonly Signal[];
}

export function readPoints(points: Points): Reading {
  const breaks = (points.breaks ?? []).filter(({ at }) => at > 0 && at < points.values.length);
  const starts = [0, ...breaks.map(({ at }) => at)];
  const stretches = starts.map((from, i) => readStretch(points, from, starts[i + 1] ?? points.values.length));
  const last = stretches.at(-1);
  const line = (of: (limits: Limits, at: number) => number) =>
    points.values.map((_, at) => {
      const stretch = stretches.findLast((_, i) => (starts[i] ?? 0) <= at);
      return stretch?.limits ? of(stretch.limits, at) : null;
    });
  const limited = (of: (limits: Limits, at: number) => number) =>
    line(of).map((v) => (v !== null && Number.isFinite(v) ? v : null));
  return {
    method: last?.method ?? 'line',
    centre: line(({ centre }) => centre),
    lower: limited(lowerAt),
    upper: limited(upperAt),
    signals: stretches.flatMap(({ signals }) => signals),
    breaks,
    points: last?.placed.length ?? 0,
    falseSignals: last ? falseSignals(last.method, last.placed.length) : null,
  };
}

function readStretch(points: Points, from: number, to: number): Stretch {
  const placed = points.values
    .slice(from, to)
    .flatMap((value, i) => (value === null ? [] : [{ at: from + i, value }]));
  if (placed.length < RUN_FROM || flat(placed)) return { method: 'line', placed, limits: null, signals: [] };
  if (placed.length < LIMITS_FROM) return runStretch(placed);
  const [method, limits] = limitsOf(points, placed);
  return { method, placed, limits, signals: controlSignals(placed, limits) };
}

/** Nothing varies, so there is nothing to tell from chance. */
function flat(placed: readonly Placed[]): boolean {
  return placed.every(({ value }) => value === placed[0]?.value);
}

/** Of fewer than twelve points no six can lie on one side of their own median: too few runs tells what a shift would. */
function runStretch(placed: readonly Placed[]): Stretch {
  const centre = median(placed.map(({ value }) => value));
  const rises = trends(placed, 5);
  return {
    method: 'run',
    placed,
    limits: { centre, reach: () => Number.NaN, floor: 0, ceiling: 0 },
    signals: rises.length > 0 ? rises : tooFewRuns(placed, centre),
  };
}

function limitsOf(points: Points, placed: readonly Placed[]): readonly [Method, Limits] {
  const whole = (at: number) => points.wholes?.[at] ?? 0;
  if (points.nature === 'share' && placed.every(({ at }) => whole(at) > 0))
    return ['p', pLimits(placed, whole)];
  const values = placed.map(({ value }) => value);
  if (points.nature === 'count' && poissonLike(values)) return ['c', cLimits(placed)];
  const floor = values.every((value) => value >= 0) ? 0 : Number.NEGATIVE_INFINITY;
  const ceiling =
    points.nature === 'share' && values.every((value) => value <= 1) ? 1 : Number.POSITIVE_INFINITY;
  return ['xmr', xmrLimits(placed, [floor, ceiling])];
}

function controlSignals(placed: readonly Placed[], limits: Limits): readonly Signal[] {
  const outside = placed.flatMap(({ at, value }): readonly Signal[] => {
    const way = value > upperAt(limits, at) ? 'up' : value < lowerAt(limits, at) ? 'down' : null;
    return way ? [{ rule: 'outside', from: at, to: at, way }] : [];
  });
  return [
    ...outside,
    ...shifts(placed, () => limits.centre, IN_A_ROW),
    ...trends(placed, IN_A_ROW),
    ...twoOfThree(placed, limits),
  ];
}

/** Two of three neighbours in the outer third between mean and limit, on the same side, none of them beyond it. */
function twoOfThree(placed: readonly Placed[], limits: Limits): readonly Signal[] {
  const near = placed.map(({ at, value }): 'up' | 'down' | null => {
    const far = value - limits.centre;
    if (Math.abs(far) > limits.reach(at) || Math.abs(far) <= (2 / 3) * limits.reach(at)) return null;
    return far > 0 ? 'up' : 'down';
  });
  const found: Signal[] = [];
  for (let i = 0; i + 1 < placed.length; i++) {
    const next = [i + 1, i + 2].find((j) => near[j] !== null && near[j] === near[i]);
    const [way, first, second] = [near[i], placed[i], next === undefined ? undefined : placed[next]];
    if (!way || !first || !second) continue;
    const last = found.at(-1);
    if (last && last.way === way && last.to >= first.at) found[found.length - 1] = { ...last, to: second.at };
    else found.push({ rule: 'two-of-three', from: first.at, to: second.at, way });
  }
  return found;
}
