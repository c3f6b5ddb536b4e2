/**
 * How often the rules speak where nothing changed, for series of a given length.
 *
 * Found by running the rules on 20,000 simulated stable series of each length (normal values; Poisson counts about 8
 * differ by under 2 in 100 up to 24 points). The test of this file runs the simulation again.
 */
import type { Method } from '#shared/chart/reading.ts';

const RUN: readonly (readonly [number, number])[] = [
  [8, 0.08],
  [9, 0.1],
  [10, 0.12],
  [11, 0.13],
];

const LIMITS: readonly (readonly [number, number])[] = [
  [12, 0.05],
  [14, 0.07],
  [16, 0.09],
  [20, 0.13],
  [24, 0.17],
  [28, 0.21],
  [32, 0.25],
  [40, 0.32],
];

/** The share of stable series of this length that show a signal; of the longest tabled for longer ones. */
export function falseSignals(method: Method, points: number): number | null {
  if (method === 'line') return null;
  const table = method === 'run' ? RUN : LIMITS;
  const after = table.findIndex(([length]) => length >= points);
  const [high, low] = [table[after] ?? table.at(-1), table[after - 1]];
  if (!high) return null;
  if (!low || after < 0 || high[0] === points) return high[1];
  return low[1] + ((high[1] - low[1]) * (points - low[0])) / (high[0] - low[0]);
}
