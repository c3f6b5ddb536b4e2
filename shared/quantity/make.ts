/** Building quantities: `quantityOf(2390000, 1000, 'GBP', false)` is what `£2,390k` says. */
import type { PrintedQuantity, PrintedRole, Quantity, Unit } from '#shared/quantity/quantity.ts';

/** Drops binary noise: 0.1 + 0.2 is 0.3, 81 hundredths is 0.81. */
export function clean(value: number): number {
  if (Number.isInteger(value)) return value;
  return Number.isFinite(value) ? Number(value.toPrecision(14)) : value;
}

/**
 * A quantity printed to the nearest `step` (0: exact), in base units. The interval is closed and half a step
 * wide on either side, since a printer may round halves either way.
 */
export function quantityOf(value: number, step: number, unit: Unit | null, whole: boolean): Quantity {
  const low = clean(value - step / 2);
  const high = clean(value + step / 2);
  return { value: clean(value), step, low, high, unit, whole, approximate: false };
}

/** A count: an exact whole number. */
export function countOf(value: number, unit: Unit | null = null): Quantity {
  return quantityOf(value, 0, unit, true);
}

/** A whole number known only to lie from `low` to `high`, as `<5` says. Its value is the low end. */
export function boundedCount(low: number, high: number, unit: Unit | null = null): Quantity {
  return { value: low, step: 0, low, high, unit, whole: true, approximate: false };
}

/** True where the printing gives bounds, not a value: `<5`. Such a value must never be shown as a number. */
export function isBounded(quantity: Quantity): boolean {
  return quantity.whole && quantity.low !== quantity.high;
}

export function printed(role: PrintedRole, quantity: Quantity, text: string): PrintedQuantity {
  return { role, quantity, text };
}

/**
 * The same quantity taken as a percentage: `61.2` under a heading `%` is 0.612. One already printed with its
 * sign is left alone.
 */
export function asFraction(quantity: Quantity): Quantity {
  if (quantity.unit === 'percent') return quantity;
  const step = quantity.step === 0 ? 1 : quantity.step;
  const { approximate } = quantity;
  return { ...quantityOf(quantity.value / 100, clean(step / 100), 'percent', false), approximate };
}
