/** A reader who tries every whole number: independent of the program, slow, and right on small tables. */
import type { Disclosure } from '#shared/disclosure/problem.ts';

/** As high as anything has to go for a small count to be above the threshold, and a little more. */
function highest({ counts, threshold }: Disclosure): number {
  return Math.max(...counts.map(({ value }) => value)) + threshold + 3;
}

interface Bounds {
  readonly low: number[];
  readonly high: number[];
}

type Sums = readonly {
  readonly parts: readonly (readonly [hidden: number, factor: number])[];
  readonly rest: number;
}[];

/** Narrows the bounds by every sum until nothing changes; false where nothing is left. */
function narrow({ low, high }: Bounds, sums: Sums): boolean {
  for (let changed = true; changed; ) {
    changed = false;
    for (const { parts, rest } of sums) {
      const least = (i: number, f: number) => f * ((f > 0 ? low[i] : high[i]) ?? 0);
      const most = (i: number, f: number) => f * ((f > 0 ? high[i] : low[i]) ?? 0);
      const sumLeast = parts.reduce((sum, [i, f]) => sum + least(i, f), rest);
      const sumMost = parts.reduce((sum, [i, f]) => sum + most(i, f), rest);
      if (sumLeast > 0 || sumMost < 0) return false;
      for (const [i, f] of parts) {
        const ends = [-(sumMost - most(i, f)) / f, -(sumLeast - least(i, f)) / f].sort((a, b) => a - b);
        const from = Math.ceil((ends[0] ?? 0) - 1e-9);
        const to = Math.floor((ends[1] ?? 0) + 1e-9);
        if (from > (low[i] ?? 0)) [low[i], changed] = [from, true];
        if (to < (high[i] ?? 0)) [high[i], changed] = [to, true];
        if ((low[i] ?? 0) > (high[i] ?? 0)) return false;
      }
    }
  }
  return true;
}

function solvable(bounds: Bounds, sums: Sums): boolean {
  if (!narrow(bounds, sums)) return false;
  const open = bounds.low.flatMap((low, i) => ((bounds.high[i] ?? 0) > low ? [i] : []));
  if (open.length === 0) return true;
  const size = (i: number) => (bounds.high[i] ?? 0) - (bounds.low[i] ?? 0);
  const next = open.reduce((a, b) => (size(b) < size(a) ? b : a));
  for (let value = bounds.low[next] ?? 0; value <= (bounds.high[next] ?? 0); value++) {
    const trial = { low: [...bounds.low], high: [...bounds.high] };
    trial.low[next] = value;
    trial.high[next] = value;
    if (solvable(trial, sums)) return true;
  }
  return false;
}

/** Whether a reader must allow for `count` being one of the numbers from `from` to `to`. */
export function possible(
  problem: Disclosure,
  withheld: ReadonlySet<number>,
  count: number,
  [from, to]: readonly [number, number],
): boolean {
  const { counts, sums } = problem;
  const hidden = counts.flatMap(({ standing }, i) => (withheld.has(i) || standing === 'unshown' ? [i] : []));
  const places = new Map(hidden.map((i, at) => [i, at]));
  const value = (i: number) => counts[i]?.value ?? 0;
  const read = sums.map(({ terms }) => ({
    parts: terms.flatMap((t) => {
      const at = places.get(t.count);
      return at === undefined ? [] : [[at, t.factor] as const];
    }),
    rest:
      terms.reduce((sum, t) => sum + (places.has(t.count) ? 0 : t.factor * value(t.count)), 0) -
      terms.reduce((sum, t) => sum + t.factor * value(t.count), 0),
  }));
  const low = hidden.map((i) => counts[i]?.least ?? 0);
  const high = hidden.map(() => highest(problem));
  const at = places.get(count) ?? -1;
  low[at] = Math.max(from, low[at] ?? 0);
  high[at] = Math.min(to, high[at] ?? to);
  return solvable({ low, high }, read);
}

/** The least a small count can be when nothing but zeros, and what is public already, is in print. */
export function leastOf(problem: Disclosure, count: number): number {
  const all = new Set(problem.counts.flatMap(({ standing }, i) => (standing === 'shown' ? [i] : [])));
  for (let value = 1; value <= problem.threshold; value++) {
    if (possible(problem, all, count, [value, value])) return value;
  }
  return problem.threshold;
}
