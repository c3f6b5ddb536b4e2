/**
 * Rules on runs of points, for run charts and control charts alike.
 *
 * Run charts: a shift is six or more points in a row on one side of the median, a trend five or more all going up or
 * all going down (Perla, Provost & Murray 2011, "The run chart: a simple analytical tool for learning from variation
 * in healthcare processes", BMJ Quality & Safety 20, 46-51). Points on the median neither make nor break a shift,
 * equal neighbours count once in a trend. Too few runs: the exact distribution of the number of runs (Wald &
 * Wolfowitz 1940), 5% on one side, as tabled by Swed & Eisenhart 1943.
 */
import type { Rule, Signal } from '#shared/chart/reading.ts';

/** A point with its place among the labels. */
export interface Placed {
  readonly at: number;
  readonly value: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  if (high === undefined) return Number.NaN;
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2;
}

interface Run {
  readonly way: 'up' | 'down';
  readonly points: readonly Placed[];
}

/** Runs on one side of a line; points on it are passed over. */
export function runsAbout(points: readonly Placed[], lineAt: (at: number) => number): readonly Run[] {
  const runs: { way: 'up' | 'down'; points: Placed[] }[] = [];
  for (const point of points) {
    const line = lineAt(point.at);
    if (point.value === line) continue;
    const way = point.value > line ? 'up' : 'down';
    const last = runs.at(-1);
    if (last?.way === way) last.points.push(point);
    else runs.push({ way, points: [point] });
  }
  return runs;
}

/** Stretches that only rise or only fall; a point equal to the one before adds nothing and breaks nothing. */
function slopes(points: readonly Placed[]): readonly Run[] {
  const found: { way: 'up' | 'down'; points: Placed[] }[] = [];
  let before: Placed | undefined;
  for (const point of points) {
    if (before && point.value !== before.value) {
      const way = point.value > before.value ? 'up' : 'down';
      const last = found.at(-1);
      if (last?.way === way) last.points.push(point);
      else found.push({ way, points: [before, point] });
    }
    if (!before || point.value !== before.value) before = point;
  }
  return found;
}

function asSignals(rule: Rule, runs: readonly Run[], least: number): readonly Signal[] {
  return runs.flatMap(({ way, points }) => {
    const [first, last] = [points[0], points.at(-1)];
    return points.length >= least && first && last ? [{ rule, from: first.at, to: last.at, way }] : [];
  });
}

/** Runs of at least so many points on one side of the line. */
export function shifts(
  points: readonly Placed[],
  lineAt: (at: number) => number,
  least: number,
): readonly Signal[] {
  return asSignals('shift', runsAbout(points, lineAt), least);
}

/** Stretches of at least so many points all going one way. */
export function trends(points: readonly Placed[], least: number): readonly Signal[] {
  return asSignals('trend', slopes(points), least);
}

function choose(n: number, k: number): number {
  if (k < 0 || k > n) return 0;
  let ways = 1;
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i;
  return ways;
}

/** Probability of exactly so many runs of `a` points above and `b` below in random order. */
function chanceOfRuns(runs: number, a: number, b: number): number {
  const half = Math.floor(runs / 2);
  const ways =
    runs % 2 === 0
      ? 2 * choose(a - 1, half - 1) * choose(b - 1, half - 1)
      : choose(a - 1, half) * choose(b - 1, half - 1) + choose(a - 1, half - 1) * choose(b - 1, half);
  return ways / choose(a + b, a);
}

/** The most runs that are still too few to be chance (5%, one-sided); 1 where even two would not be. */
export function mostOfTooFew(above: number, below: number): number {
  let total = 0;
  for (let runs = 2; runs <= above + below; runs++) {
    total += chanceOfRuns(runs, above, below);
    if (total > 0.05) return runs - 1;
  }
  return 1;
}

/** A signal over all points where they cross the median too seldom. */
export function tooFewRuns(points: readonly Placed[], centre: number): readonly Signal[] {
  const runs = runsAbout(points, () => centre);
  const above = runs.filter(({ way }) => way === 'up').flatMap((run) => run.points);
  const below = runs.filter(({ way }) => way === 'down').flatMap((run) => run.points);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || above.length < 1 || below.length < 1) return [];
  if (runs.length > mostOfTooFew(above.length, below.length)) return [];
  const mean = (list: readonly Placed[]) => list.reduce((sum, { at }) => sum + at, 0) / list.length;
  const [late, early] = [mean(above), mean(below)];
  const way = late === early ? 'none' : late > early ? 'up' : 'down';
  return [{ rule: 'few-runs', from: first.at, to: last.at, way }];
}
