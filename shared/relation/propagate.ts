/** Bound propagation: ranges of many freed variables at once, wider than exact but never too narrow. */

import type { Ranges } from '#shared/relation/eliminate.ts';
import { guard, type Interval } from '#shared/relation/interval.ts';
import type { Row } from '#shared/relation/row.ts';

const MOST_ROUNDS = 12;

/** What the other variables of a row leave for the one at `at`. */
function leftFor(row: Row, at: number, ranges: readonly Interval[]): Interval {
  let { low, high } = row;
  let scale = 0;
  for (const [i, c] of row.coefs.entries()) {
    const range = ranges[i];
    if (i === at || c === 0 || !range) continue;
    const [least, most] = c > 0 ? [c * range.low, c * range.high] : [c * range.high, c * range.low];
    low -= most;
    high -= least;
    scale += Number.isFinite(least) ? Math.abs(least) : 0;
  }
  const c = row.coefs[at] ?? 1;
  const near = guard(scale + Math.abs(Number.isFinite(low) ? low : 0), 8);
  const [a, b] = [(low - near) / c, (high + near) / c];
  return c > 0 ? { low: a, high: b } : { low: b, high: a };
}

interface State {
  readonly ranges: Interval[];
  readonly reasons: Set<number>[];
}

/** Narrows one variable by one row; false when nothing is left. */
function narrow(state: State, row: Row, at: number): 'same' | 'narrower' | 'empty' {
  const known = state.ranges[at];
  if (!known) return 'same';
  const left = leftFor(row, at, state.ranges);
  const low = Math.max(known.low, left.low);
  const high = Math.min(known.high, left.high);
  if (low === known.low && high === known.high) return 'same';
  const reasons = state.reasons[at];
  for (const [i, c] of row.coefs.entries()) {
    if (c !== 0) for (const reason of state.reasons[i] ?? []) reasons?.add(reason);
  }
  reasons?.add(row.reason);
  if (low > high + guard(Math.abs(low) + Math.abs(high), 8)) return 'empty';
  state.ranges[at] = { low: Math.min(low, high), high: Math.max(low, high) };
  return 'narrower';
}

export function propagate(rows: readonly Row[], size: number): Ranges {
  const state: State = {
    ranges: Array.from({ length: size }, () => ({ low: -Infinity, high: Infinity })),
    reasons: Array.from({ length: size }, () => new Set<number>()),
  };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let moved = false;
    for (const row of rows) {
      for (const [at, c] of row.coefs.entries()) {
        if (c === 0) continue;
        const outcome = narrow(state, row, at);
        if (outcome === 'empty') return { conflict: [...(state.reasons[at] ?? [])] };
        if (outcome === 'narrower') moved = true;
      }
    }
    if (!moved) break;
  }
  return { ranges: state.ranges };
}
