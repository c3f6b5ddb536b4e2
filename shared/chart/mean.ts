/** The mean of a few values and its 95% interval (Student 1908). */

/** 97.5th percentiles of t for 1 to 30 degrees of freedom; beyond, the normal one with its first correction. */
const T = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

export interface MeanInterval {
  readonly mean: number;
  /** Null for fewer than three values. */
  readonly low: number | null;
  readonly high: number | null;
}

export function meanInterval(values: readonly number[]): MeanInterval {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const free = values.length - 1;
  if (free < 2) return { mean, low: null, high: null };
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / free);
  const t = T[free - 1] ?? 1.96 * (1 + 1.24 / free);
  const reach = (t * spread) / Math.sqrt(values.length);
  return { mean, low: mean - reach, high: mean + reach };
}
