/**
 * Fourier–Motzkin elimination: the range of each of a few freed variables under rows of bounds.
 *
 * Exact for real numbers; with at most four variables and parallel rows merged the systems stay small. Every derived
 * row remembers the relations it rests on, so that an empty range names the relations that cannot hold together.
 */
import { guard, type Interval } from '#shared/relation/interval.ts';
import type { Row } from '#shared/relation/row.ts';

/** Σ a·x ≤ b. */
interface Bound {
  readonly a: readonly number[];
  readonly b: number;
  readonly reasons: readonly number[];
}

export type Ranges =
  | { readonly ranges: readonly Interval[] }
  /** Indices of relations that contradict each other. */
  | { readonly conflict: readonly number[] };

/** Rows beyond this many in one step are given up on: the range stays as wide as what is known. */
const MOST_ROWS = 400;

function boundsOf(rows: readonly Row[]): readonly Bound[] {
  return rows.flatMap(({ coefs, low, high, reason }) => [
    ...(high < Infinity ? [{ a: coefs, b: high, reasons: [reason] }] : []),
    ...(low > -Infinity ? [{ a: coefs.map((c) => -c + 0), b: -low, reasons: [reason] }] : []),
  ]);
}

/** Scales so that the largest coefficient is ±1. */
function normalised(bound: Bound): Bound {
  const size = Math.max(...bound.a.map(Math.abs));
  if (size === 0 || size === 1) return bound;
  return { a: bound.a.map((c) => c / size), b: bound.b / size, reasons: bound.reasons };
}

/** Of parallel bounds only the tightest. */
function tightest(bounds: readonly Bound[]): readonly Bound[] {
  const best = new Map<string, Bound>();
  for (const raw of bounds) {
    const bound = normalised(raw);
    const direction = bound.a.map((c) => c.toPrecision(12)).join(',');
    const known = best.get(direction);
    if (!known || bound.b < known.b) best.set(direction, bound);
  }
  return [...best.values()];
}

function combined(up: Bound, down: Bound, at: number): Bound {
  const p = up.a[at] ?? 0;
  const q = -(down.a[at] ?? 0);
  const a = up.a.map((c, i) => (i === at ? 0 : q * c + p * (down.a[i] ?? 0)));
  const b = q * up.b + p * down.b;
  const near = guard(Math.abs(q * up.b) + Math.abs(p * down.b), 8);
  return { a, b: b + near, reasons: [...new Set([...up.reasons, ...down.reasons])] };
}

function eliminate(bounds: readonly Bound[], at: number): readonly Bound[] {
  const ups = bounds.filter((bound) => (bound.a[at] ?? 0) > 0);
  const downs = bounds.filter((bound) => (bound.a[at] ?? 0) < 0);
  const rest = bounds.filter((bound) => (bound.a[at] ?? 0) === 0);
  if (ups.length * downs.length > MOST_ROWS) return rest;
  return tightest([...rest, ...ups.flatMap((up) => downs.map((down) => combined(up, down, at)))]);
}

function contradiction(bounds: readonly Bound[]): Bound | undefined {
  return bounds.find((bound) => bound.a.every((c) => c === 0) && bound.b < 0);
}

/** Range of variable `at` from bounds on it alone. */
function rangeOf(bounds: readonly Bound[], at: number): Ranges {
  let [low, high] = [-Infinity, Infinity];
  let [below, above]: [Bound | null, Bound | null] = [null, null];
  for (const bound of bounds) {
    const c = bound.a[at] ?? 0;
    const limit = bound.b / c;
    if (c > 0 && limit < high) [high, above] = [limit, bound];
    if (c < 0 && limit > low) [low, below] = [limit, bound];
  }
  if (low <= high + guard(Math.abs(low) + Math.abs(high), 8)) {
    return { ranges: [{ low: Math.min(low, high), high: Math.max(low, high) }] };
  }
  return { conflict: [...new Set([...(below?.reasons ?? []), ...(above?.reasons ?? [])])] };
}

/** Ranges of all `size` variables, in order, or the relations that leave some variable none. */
export function rangesOf(rows: readonly Row[], size: number): Ranges {
  const start = tightest(boundsOf(rows));
  const ranges: Interval[] = [];
  for (let at = 0; at < size; at++) {
    let bounds = start;
    for (let other = 0; other < size; other++) if (other !== at) bounds = eliminate(bounds, other);
    const broken = contradiction(bounds);
    if (broken) return { conflict: broken.reasons };
    const range = rangeOf(bounds, at);
    if ('conflict' in range) return range;
    ranges.push(...range.ranges);
  }
  return { ranges };
}
