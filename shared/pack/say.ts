/**
 * Figures in words: `thirty-four`, `£2,390k`, and what is said of a change: `rose`, `up from`, `12%`.
 *
 * Whatever is said follows the figures as they read now; where it cannot be told, that is said instead.
 */
import type { FigureFormat, Saying } from '#shared/pack/document.ts';
import { formatQuantity } from '#shared/quantity/format.ts';
import { clean, isBounded } from '#shared/quantity/make.ts';
import type { Quantity } from '#shared/quantity/quantity.ts';

/** Stands where a change cannot be told, because a figure is a bound or the earlier one is nought. */
export const UNTOLD = '[change cannot be told]';

const ONES =
  'nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** `34` as `thirty-four`; null for what is not a whole number from 0 to 99. */
export function numberWords(value: number): string | null {
  if (!Number.isInteger(value) || value < 0 || value > 99) return null;
  if (value < 20) return ONES[value] ?? null;
  const tens = TENS[Math.floor(value / 10) - 2] ?? '';
  return value % 10 === 0 ? tens : `${tens}-${ONES[value % 10]}`;
}

/** The formats that can be asked of a figure; never finer than it was returned. */
export function formatsFor({ unit, whole, value }: Quantity): readonly FigureFormat[] {
  if (unit === 'GBP') return ['thousands', 'millions'];
  if (unit === 'percent') return ['percent'];
  return whole && numberWords(value) !== null ? ['words'] : [];
}

/** A figure as printed; in a format that does not suit it, as it was returned. */
export function sayFigure(quantity: Quantity, format?: FigureFormat): string {
  if (format === undefined || isBounded(quantity)) return formatQuantity(quantity);
  if (format === 'words') return numberWords(quantity.value) ?? formatQuantity(quantity);
  const steps = { percent: 0.01, thousands: 1000, millions: 100_000 } as const;
  const fits = quantity.unit === (format === 'percent' ? 'percent' : 'GBP');
  return formatQuantity(fits ? { ...quantity, step: Math.max(quantity.step, steps[format]) } : quantity);
}

function differenceText(now: Quantity, before: Quantity, difference: number): string {
  const step = Math.max(now.step, before.step);
  const size = formatQuantity({ ...now, step, value: Math.abs(difference), low: 0, high: 0 });
  if (now.unit !== 'percent') return size;
  const points = size.replace('%', '');
  return `${points} percentage ${points === '1' ? 'point' : 'points'}`;
}

/**
 * What is said of `now` against `before`, in their common unit. A difference smaller than half the coarser printing
 * step is no change. A percent change is of the earlier figure, to the nearest whole percent.
 */
export function sayChange(as: Exclude<Saying['as'], 'agree'>, now: Quantity, before: Quantity): string {
  if (isBounded(now) || isBounded(before)) return UNTOLD;
  const difference = clean(now.value - before.value);
  const same = difference === 0 || Math.abs(difference) < Math.max(now.step, before.step) / 2;
  switch (as) {
    case 'difference':
      return differenceText(now, before, same ? 0 : difference);
    case 'percent':
      if (before.value === 0) return UNTOLD;
      return `${Math.round(clean(Math.abs(same ? 0 : difference / before.value) * 100))}%`;
    case 'rose':
      return same ? 'did not change' : difference > 0 ? 'rose' : 'fell';
    case 'up-from':
      return same ? 'the same as' : difference > 0 ? 'up from' : 'down from';
  }
}

/** The noun that agrees: one child, no children, two children. A bound takes the plural. */
export function sayNoun(quantity: Quantity, one: string, many: string): string {
  return !isBounded(quantity) && quantity.value === 1 ? one : many;
}
