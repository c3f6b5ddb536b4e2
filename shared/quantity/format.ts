/** Quantities as the product shows them: `£2,390k`, `81%`, `1.6`, `3,261`. */
import { clean, isBounded } from '#shared/quantity/make.ts';
import type { Quantity } from '#shared/quantity/quantity.ts';

function grouped(value: number, places: number): string {
  const [whole = '', decimals] = Math.abs(value).toFixed(places).split('.');
  const digits = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return decimals === undefined ? digits : `${digits}.${decimals}`;
}

function placesOf(step: number): number {
  return step > 0 && step < 1 ? Math.min(6, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9))) : 0;
}

function money(quantity: Quantity): string {
  const { step } = quantity;
  const [factor, suffix] = step >= 1e5 ? [1e6, 'm'] : step >= 1000 ? [1000, 'k'] : [1, ''];
  const places = factor === 1e6 && step < 1e6 ? 1 : placesOf(step);
  return `£${grouped(quantity.value / factor, places)}${suffix}`;
}

/**
 * British display at the precision the quantity was printed to. Negative values carry a minus sign before
 * the pound sign. Bounds show as bounds: `<5`.
 */
export function formatQuantity(quantity: Quantity): string {
  if (isBounded(quantity))
    return quantity.low === 0 ? `<${quantity.high + 1}` : `${quantity.low} to ${quantity.high}`;
  const minus = quantity.value < 0 ? '-' : '';
  if (quantity.unit === 'GBP') return `${minus}${money(quantity)}`;
  if (quantity.unit === 'percent') {
    const places = placesOf(clean(quantity.step * 100));
    return `${minus}${grouped(clean(quantity.value * 100), places)}%`;
  }
  return `${minus}${grouped(quantity.value, quantity.whole ? 0 : placesOf(quantity.step))}`;
}
