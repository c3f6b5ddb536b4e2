/** Intervals on shares: what a percentage of few cases could as well have been. */

const Z = 1.959963984540054;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Percentages of fewer than this are shown with their interval. */
export const INTERVAL_BELOW = 30;

/**
 * Wilson's 95% interval on `count` of `whole` (Wilson 1927; recommended by Newcombe 1998, Statistics in Medicine 17,
 * 857-872, method 3). Null where there is no whole, or the count is not within it.
 */
export function wilson(count: number, whole: number): Interval | null {
  if (whole <= 0 || count < 0 || count > whole) return null;
  const share = count / whole;
  const square = Z * Z;
  const middle = share + square / (2 * whole);
  const reach = Z * Math.sqrt((share * (1 - share)) / whole + square / (4 * whole * whole));
  const scale = 1 + square / whole;
  return {
    low: count === 0 ? 0 : (middle - reach) / scale,
    high: count === whole ? 1 : (middle + reach) / scale,
  };
}

export interface Representation extends Interval {
  /** Share among those served over the share in the population: 1 is as many as expected. */
  readonly index: number;
  /** Fewer than 5 served were counted or expected: too few to read anything from. */
  readonly few: boolean;
}

/**
 * The representation index of a group: its share of those served over its share of the comparator, with the 95%
 * interval that Wilson's on the first share gives. The comparator is a full count, not a sample, and is taken as
 * exact. Null where the comparator has none of the group, or either whole is missing.
 */
export function representation(
  served: number,
  servedAll: number,
  people: number,
  peopleAll: number,
): Representation | null {
  const interval = wilson(served, servedAll);
  if (!interval || people <= 0 || peopleAll <= 0) return null;
  const share = people / peopleAll;
  return {
    index: served / servedAll / share,
    low: interval.low / share,
    high: interval.high / share,
    few: served < 5 || servedAll * share < 5,
  };
}
