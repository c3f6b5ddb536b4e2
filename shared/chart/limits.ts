/**
 * Control limits. Individual values: mean ± 2.66 times the mean moving range (Shewhart; Wheeler, Understanding
 * Variation; NHS England, Making Data Count). Counts: mean ± 3 √mean (c chart). Shares of known wholes: p ± 3
 * √(p(1 − p) / n), with n of each point (p chart): NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2 and 6.3.3.
 */
import type { Placed } from '#shared/chart/runs.ts';

/** 3 / d₂ for ranges of two, as the guides print it. */
const MOVING = 2.66;

export interface Limits {
  readonly centre: number;
  /** Distance from the centre line to a limit at a point, before it is cut off at what values can be. */
  readonly reach: (at: number) => number;
  readonly floor: number;
  readonly ceiling: number;
}

/** The limits as drawn: never below zero for what cannot be negative, never above a whole. */
export const lowerAt = ({ centre, reach, floor }: Limits, at: number): number =>
  Math.max(floor, centre - reach(at));
export const upperAt = ({ centre, reach, ceiling }: Limits, at: number): number =>
  Math.min(ceiling, centre + reach(at));

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Mean of the differences between neighbours, whichever way they go. */
export function meanMovingRange(values: readonly number[]): number {
  return mean(values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? value))));
}

/** @param bounds what the values cannot go beyond: 0 for counts, 0 and 1 for shares */
export function xmrLimits(points: readonly Placed[], [floor, ceiling]: readonly [number, number]): Limits {
  const values = points.map(({ value }) => value);
  const reach = MOVING * meanMovingRange(values);
  return { centre: mean(values), reach: () => reach, floor, ceiling };
}

export function cLimits(points: readonly Placed[]): Limits {
  const centre = mean(points.map(({ value }) => value));
  return { centre, reach: () => 3 * Math.sqrt(centre), floor: 0, ceiling: Number.POSITIVE_INFINITY };
}

/** @param wholeAt what the point at a place is a share of, as a number of cases */
export function pLimits(points: readonly Placed[], wholeAt: (at: number) => number): Limits {
  const whole = points.reduce((sum, { at }) => sum + wholeAt(at), 0);
  const centre = points.reduce((sum, { at, value }) => sum + value * wholeAt(at), 0) / whole;
  const reach = (at: number) => 3 * Math.sqrt((centre * (1 - centre)) / wholeAt(at));
  return { centre, reach, floor: 0, ceiling: 1 };
}

/** The largest mean of counts that are taken for Poisson; larger ones have limits from their own ranges. */
const SMALL_MEAN = 20;

/**
 * Whether counts are small, and spread no more than Poisson counts would: their index of dispersion is within the
 * 97.5th percentile of chi-square (Fisher 1925; percentile by Wilson & Hilferty 1931).
 */
export function poissonLike(values: readonly number[]): boolean {
  const centre = mean(values);
  if (centre <= 0 || centre > SMALL_MEAN || values.some((value) => !Number.isInteger(value) || value < 0))
    return false;
  const index = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / centre;
  const free = values.length - 1;
  const part = 2 / (9 * free);
  return index <= free * (1 - part + 1.96 * Math.sqrt(part)) ** 3;
}
