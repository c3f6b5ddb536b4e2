/**
 * What a run of points says beyond chance: the method fit for its number of points, the lines that go with it,
 * the signals found, and a sentence. Writers draw it; none of them judges.
 *
 * Example: fourteen quarters of referrals about 31 give an XmR chart, its limits, and "no change beyond chance".
 */

/**
 * `line`: too few points to say anything. `run`: median and run rules. `xmr`: individual values with limits from
 * their moving ranges. `c`: counts no more spread than Poisson. `p`: shares with known wholes, binomial.
 */
export type Method = 'line' | 'run' | 'xmr' | 'c' | 'p';

export type Rule = 'outside' | 'shift' | 'trend' | 'two-of-three' | 'few-runs';

export interface Signal {
  readonly rule: Rule;
  /** Positions of the first and last point, among the labels of the chart. */
  readonly from: number;
  readonly to: number;
  /** The way the points lie or go; `none` where runs are too few and no half is higher. */
  readonly way: 'up' | 'down' | 'none';
}

/** Before which point the definition changed, and how. Everything is worked out anew from there. */
export interface ChartBreak {
  readonly at: number;
  readonly why: string;
}

export interface Reading {
  readonly method: Method;
  /** One entry a label; null where there is no point to judge by, or the method has no such line. */
  readonly centre: readonly (number | null)[];
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  readonly signals: readonly Signal[];
  readonly breaks: readonly ChartBreak[];
  /** Points between the breaks, judged on their own. */
  readonly points: number;
  /** Of stable series this long, the share that show some signal by chance alone; null where nothing is judged. */
  readonly falseSignals: number | null;
}

/** The points of one series, in time order. */
export interface Points {
  readonly values: readonly (number | null)[];
  readonly nature: 'count' | 'share' | 'measure';
  /** For shares, what each is a share of; null where that is not known. */
  readonly wholes?: readonly (number | null)[];
  readonly breaks?: readonly ChartBreak[];
}

/** From how many points a median and its run rules are drawn, and from how many limits. */
export const RUN_FROM = 8;
export const LIMITS_FROM = 12;
