/**
 * One printed number at the start of a text: its sign, currency, digits, scale and unit.
 *
 * `£2,390k of which` gives the quantity 2,390,000 to the nearest 1,000 and the rest ` of which`.
 */
import { clean, quantityOf } from '#shared/quantity/make.ts';
import type { Quantity, Unit } from '#shared/quantity/quantity.ts';

export interface Scanned {
  readonly quantity: Quantity;
  /** The characters read. */
  readonly text: string;
  readonly rest: string;
}

const NUMBER =
  /^(?<open>\()?\s*(?<sign>[-+])?\s*(?<money>[£$€])?\s*(?<sign2>[-+])?\s*(?<digits>\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?: \d{3})+(?![\d%.,])|\d+)(?<decimals>\.\d+)?/;
const SCALE =
  /^\s?(?<scale>k|K|m|M|mn|Mn|bn|Bn)(?![A-Za-z])|^\s?(?<word>thousand|million|billion)s?(?![A-Za-z])/i;
const PERCENT =
  /^\s?(?:%|per\s?cent(?:age points?)?(?![a-z])|percentage points?|ppts?(?![a-z])|pp(?![a-z]))/i;
const UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/^\s?(?:children and young people|young people|children|child|cyp|yp)(?![a-z])/i, 'children'],
  [/^\s?(?:families|family|households?)(?![a-z])/i, 'families'],
  [/^\s?referrals?(?![a-z])/i, 'referrals'],
  [/^\s?(?:people|persons?|adults)(?![a-z])/i, 'people'],
  [/^\s?(?:bed[\s-]?)?nights?(?![a-z])/i, 'nights'],
  [/^\s?(?:working |calendar )?days?(?![a-z])/i, 'days'],
];
const POWERS: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};

interface Raw {
  readonly value: number;
  readonly places: number;
  readonly money: string | null;
  readonly negative: boolean;
}

function scaleOf(rest: string, raw: Raw): { factor: number; text: string } | null {
  const match = SCALE.exec(rest);
  if (!match) return null;
  const name = (match.groups?.scale ?? match.groups?.word ?? '').toLowerCase();
  // "3m" alone may be three months; "1.2m", "£2m" and "3M" are not.
  const bareMetre = match[0].trim() === 'm' && raw.money === null && raw.places === 0;
  return bareMetre ? null : { factor: POWERS[name] ?? 1, text: match[0] };
}

function moneyQuantity(raw: Raw, factor: number, unit: Unit | null): Quantity {
  const signed = raw.negative ? -raw.value : raw.value;
  const step = clean(factor * 10 ** -raw.places);
  return quantityOf(signed * factor, step, unit, false);
}

function plainQuantity(raw: Raw, unit: Unit | null): Quantity {
  const signed = raw.negative ? -raw.value : raw.value;
  return raw.places === 0 ? quantityOf(signed, 0, unit, true) : moneyQuantity(raw, 1, unit);
}

function unitOf(rest: string): { unit: Unit; text: string } | null {
  for (const [pattern, unit] of UNITS) {
    const match = pattern.exec(rest);
    if (match) return { unit, text: match[0] };
  }
  return null;
}

/** What follows the digits: a scale, a percent sign, pence, a unit word; and the quantity that makes. */
function finish(raw: Raw, rest: string): { quantity: Quantity; used: string } {
  const scale = scaleOf(rest, raw);
  if (scale) {
    const unit: Unit | null = raw.money === '£' ? 'GBP' : null;
    return { quantity: moneyQuantity(raw, scale.factor, unit), used: scale.text };
  }
  const percent = PERCENT.exec(rest);
  if (percent && !raw.money) return { quantity: moneyQuantity(raw, 0.01, 'percent'), used: percent[0] };
  if (raw.money) return { quantity: moneyQuantity(raw, 1, raw.money === '£' ? 'GBP' : null), used: '' };
  const pence = /^p(?![a-z])/i.exec(rest);
  if (pence) return { quantity: moneyQuantity(raw, 0.01, 'GBP'), used: pence[0] };
  const unit = unitOf(rest);
  return { quantity: plainQuantity(raw, unit?.unit ?? null), used: unit?.text ?? '' };
}

/** Reads the number that `text` begins with; null where it begins with none. Brackets all round mean minus. */
export function scanNumber(text: string): Scanned | null {
  const match = NUMBER.exec(text);
  const groups = match?.groups;
  if (!match || !groups) return null;
  const decimals = groups.decimals ?? '';
  const minus = groups.sign === '-' || groups.sign2 === '-';
  const bracketed = groups.open !== undefined;
  const raw: Raw = {
    value: Number((groups.digits ?? '').replace(/[, ]/g, '') + decimals),
    places: Math.max(0, decimals.length - 1),
    money: groups.money ?? null,
    negative: minus || bracketed,
  };
  const after = text.slice(match[0].length);
  if (/^[,.:/]\d/.test(after)) return null;
  const { quantity, used } = finish(raw, after);
  const rest = after.slice(used.length);
  const close = bracketed ? /^\s*\)(?:\s?(k|m)(?![a-z]))?/i.exec(rest) : null;
  if (bracketed && (!close || close[1])) return null;
  const end = match[0].length + used.length + (close?.[0].length ?? 0);
  return { quantity, text: text.slice(0, end).trim(), rest: text.slice(end) };
}
