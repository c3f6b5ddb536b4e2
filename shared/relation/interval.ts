/**
 * Interval arithmetic: closed intervals of the true values a printing allows.
 *
 * Boundaries matter: 1 of 8 is 12.5%, and both 12% and 13% print so. Binary floating point cannot hold 0.125 ± 0.005
 * exactly in general, so every result is rounded outwards by a few units in the last place of the largest
 * magnitude that went into it (Moore, Kearfott & Cloud 2009, "Introduction to Interval Analysis", ch. 3).
 * With money up to 1e8 that is below 1e-6 of a pound: it absorbs the machine's rounding and nothing else.
 */

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** One unit in the last place of 1. */
const ULP = 2 ** -52;

export const EVERYTHING: Interval = { low: -Infinity, high: Infinity };

/** How far a sum of `count` products with total magnitude `scale` can be off by machine rounding. */
export function guard(scale: number, count: number): number {
  return Number.isFinite(scale) ? scale * ULP * (count + 4) : 0;
}

/** Products of bounds, where zero times unbounded is zero. */
function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b;
}

export function scaled(interval: Interval, factor: number): Interval {
  const low = times(interval.low, factor);
  const high = times(interval.high, factor);
  return factor < 0 ? { low: high, high: low } : { low, high };
}

export function add(a: Interval, b: Interval): Interval {
  const low = a.low + b.low;
  const high = a.high + b.high;
  const near = guard(magnitude(a) + magnitude(b), 2);
  return { low: low - near, high: high + near };
}

/** The common part; null when there is none. */
export function intersect(a: Interval, b: Interval): Interval | null {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  return low <= high ? { low, high } : null;
}

/**
 * Quotient of two intervals. Null when the divisor contains zero in its interior or is zero: the quotient could be
 * anything. A divisor that touches zero gives an unbounded side.
 */
export function divide(a: Interval, b: Interval): Interval | null {
  if (b.low < 0 && b.high > 0) return null;
  if (b.low === 0 && b.high === 0) return null;
  if (b.high <= 0) return divide(scaled(a, -1), scaled(b, -1));
  const low = a.low >= 0 ? quotient(a.low, b.high) : quotient(a.low, b.low);
  const high = a.high >= 0 ? quotient(a.high, b.low) : quotient(a.high, b.high);
  return { low: low - guard(Math.abs(low), 2), high: high + guard(Math.abs(high), 2) };
}

function quotient(a: number, b: number): number {
  if (a === 0) return 0;
  if (b === 0) return a > 0 ? Infinity : -Infinity;
  return b === Infinity ? 0 : a / b;
}

/** Shrinks to the whole numbers inside; null when there is none. A bound a few ulps past a whole number counts as it. */
export function wholePart(interval: Interval): Interval | null {
  // Most counts are one whole number as they stand, where the bounds below come out as they went in.
  if (interval.low === interval.high && Number.isSafeInteger(interval.low)) return interval;
  const low = Math.ceil(interval.low - guard(Math.abs(interval.low), 4));
  const high = Math.floor(interval.high + guard(Math.abs(interval.high), 4));
  return low <= high ? { low: low + 0, high: high + 0 } : null;
}

/** Largest absolute finite bound. */
export function magnitude(interval: Interval): number {
  const low = Number.isFinite(interval.low) ? Math.abs(interval.low) : 0;
  const high = Number.isFinite(interval.high) ? Math.abs(interval.high) : 0;
  return Math.max(low, high);
}

/** Σ factor·x + constant over intervals, as computed, and by how much rounding may have moved either bound. */
export function weightedSum(
  terms: readonly { readonly interval: Interval; readonly factor: number }[],
  constant: number,
): Interval & { readonly near: number } {
  let low = constant;
  let high = constant;
  let scale = Math.abs(constant);
  for (const { interval, factor } of terms) {
    const part = scaled(interval, factor);
    low += part.low;
    high += part.high;
    scale += magnitude(part);
  }
  return { low, high, near: guard(scale, terms.length) };
}
