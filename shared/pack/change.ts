/** Differences in words and signs: `+3`, `−12%`, `no change`. */
import { formatQuantity } from '#shared/quantity/format.ts';
import { isBounded } from '#shared/quantity/make.ts';
import type { Quantity } from '#shared/quantity/quantity.ts';

/**
 * The change from `before` to `now`, signed, as precise as the coarser of the two. Percentages change by
 * percentage points, never by percent of a percent. Of a bound (`<5`) no change can be told.
 */
export function changeText(now: Quantity, before: Quantity): string {
  if (isBounded(now) || isBounded(before)) return 'cannot be told';
  const difference = now.value - before.value;
  const step = Math.max(now.step, before.step);
  if (Math.abs(difference) < step / 2 || difference === 0) return 'no change';
  const size = formatQuantity({ ...now, step, value: Math.abs(difference), low: 0, high: 0 });
  const points = now.unit === 'percent' ? `${size.replace('%', '')} points` : size;
  return `${difference > 0 ? '+' : '−'}${points}`;
}

/** `up from`, `down from` or `the same as`. */
export function directionWords(now: Quantity, before: Quantity): string {
  const text = changeText(now, before);
  if (text === 'no change') return 'the same as';
  if (text === 'cannot be told') return 'against';
  return text.startsWith('+') ? 'up from' : 'down from';
}
