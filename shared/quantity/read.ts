/**
 * Reading one printed cell: `5 (31%)` is a count of 5 and a share of 31%.
 *
 * Nothing is guessed: digits that do not fit a known form make the cell `unread`, with the reason.
 */
import { boundedCount, countOf, printed, quantityOf } from '#shared/quantity/make.ts';
import { scanNumber } from '#shared/quantity/number.ts';
import type { PrintedCell, PrintedQuantity, Quantity } from '#shared/quantity/quantity.ts';
import { readRest } from '#shared/quantity/rest.ts';
import { isAbsent, isCode, isNil, isPeriod, tidy } from '#shared/quantity/symbols.ts';

export interface CellInput {
  readonly text: string;
  readonly value: unknown;
  readonly format?: string;
}

const ABOUT =
  /^(?:(?:around|about|approx(?:imately|\.)?|circa|c\.|roughly|nearly|almost|just (?:over|under)|over|more than|at least|up to|some|estimated|est\.)\s*|~\s*)(?=[£$€+-]?\s?\d)/i;
const BELOW =
  /^(?:(?<strict><|less than|fewer than|under|below)|(?<equal>≤|<=|up to and including))\s*(?<n>\d{1,3})(?<mark>\*?)$/i;
/** Nothing but one number: neither a date nor a code, whatever else is tried. */
const PLAIN = /^(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?%?$/;
const OR_FEWER = /^(?<n>\d{1,3}) or (?:fewer|less)$/i;

function quantities(list: readonly PrintedQuantity[], note: string | null, nil = false): PrintedCell {
  return { kind: 'quantities', quantities: list, note, nil };
}

function unread(text: string, why: string): PrintedCell {
  return { kind: 'unread', text, why };
}

/** `<5`, `5 or fewer`: bounds, not a value. */
function readBound(text: string): PrintedCell | null {
  const below = BELOW.exec(text)?.groups;
  const most = below
    ? Number(below.n) - (below.strict ? 1 : 0)
    : Number(OR_FEWER.exec(text)?.groups?.n ?? Number.NaN);
  if (Number.isNaN(most) || most < 0) return null;
  return quantities([printed('main', boundedCount(0, most), text)], text);
}

/** Cells that are no number at all, or a stated zero; null where digits remain to be read. */
function readWithoutNumber(text: string): PrintedCell | null {
  if (text === '') return { kind: 'blank' };
  if (PLAIN.test(text)) return null;
  if (isNil(text)) return quantities([printed('main', countOf(0), text)], null, true);
  if (isAbsent(text)) return { kind: 'absent', text };
  if (/^#(?:DIV\/0!|REF!|N\/A|VALUE!|NAME\?|NUM!|NULL!)/i.test(text))
    return unread(text, 'The workbook shows a formula error here.');
  if (/^#{2,}$/.test(text)) return unread(text, 'The column is too narrow to show the number.');
  if (!/\d/.test(text) || isPeriod(text) || isCode(text)) return { kind: 'words', text };
  return null;
}

/** Why a text with digits was not read, in words a secretary can act on. */
function reasonFor(text: string): string {
  if (/^\d+\s?[-–]\s?\d+$|^\d+ to \d+$/.test(text)) return 'It is a range, not one number.';
  if (/^\d+\s?\/\s?\d+$/.test(text)) return 'It may be a fraction, a date or two numbers.';
  if (/^(?:>|≥|\d+\+)/.test(text)) return 'It gives only a lower bound.';
  if (/^\(.*%\s?\)$/.test(text)) return 'Brackets alone may mean a minus or an aside.';
  if (/^\d+\s?m$/.test(text)) return 'The m may stand for million or for months.';
  if (/^[↑↓↔▲▼]/.test(text)) return 'An arrow stands where the sign would be.';
  if (/\d,\d{1,2}(?!\d)|\d\.\d+[.,]\d/.test(text)) return 'Its commas and points do not form one number.';
  return 'It holds digits among words, and it is not certain which number is meant.';
}

function readText(text: string): PrintedCell {
  const bound = readBound(text);
  if (bound) return bound;
  if (/^\d+\s?[-–]\s?\d+$|^\([^()]*%\s?\)$/.test(text)) return unread(text, reasonFor(text));
  const about = ABOUT.exec(text)?.[0] ?? '';
  const first = scanNumber(text.slice(about.length));
  if (!first) return unread(text, reasonFor(text));
  const rest = readRest(first, text.slice(about.length));
  if (!rest) return unread(text, reasonFor(text));
  const approximate = about !== '' || rest.approximate;
  const list = approximate
    ? rest.quantities.map((one) => ({ ...one, quantity: { ...one.quantity, approximate } }))
    : rest.quantities;
  const note = [about.trim(), rest.note ?? ''].filter((part) => part !== '').join(' ');
  return quantities(list, note === '' ? null : note);
}

/**
 * Digits a typed number is taken to hold. A workbook stores 15 to 17, the last of which are noise once a number has
 * been worked out: a twelfth shown in full is a twelfth.
 */
const DIGITS = 12;

/** Decimal places of the shortest decimal that is this number. */
function placesOf(value: number): number {
  const [digits = '', power = '0'] = String(Number(value.toPrecision(DIGITS))).split('e');
  const places = (digits.split('.')[1] ?? '').length - Number(power);
  return Math.max(0, places);
}

function typedQuantity(value: number): Quantity {
  const places = placesOf(value);
  return places === 0 ? countOf(value) : quantityOf(value, 10 ** -places, null, false);
}

/** A typed number whose display rounds it (3.7 shown as 4) is not a count, whatever it looks like. */
function withTyped(cell: PrintedCell, value: number): PrintedCell {
  if (cell.kind !== 'quantities' || Number.isInteger(value)) return cell;
  return {
    ...cell,
    quantities: cell.quantities.map((one) =>
      one.quantity.whole && one.quantity.step === 0 && !cell.nil
        ? { ...one, quantity: quantityOf(one.quantity.value, 1, one.quantity.unit, false) }
        : one,
    ),
  };
}

/**
 * Reads a cell as printed. A typed number is read from its displayed text, which carries the precision;
 * where it is displayed as it was typed (format General or none) it is exactly its value.
 */
export function readCell(input: CellInput): PrintedCell {
  const text = tidy(input.text);
  const { value } = input;
  const general = input.format === undefined || /^(?:general|@)?$/i.test(input.format);
  if (typeof value === 'number' && Number.isFinite(value) && general && text !== '') {
    return quantities([printed('main', typedQuantity(value), text)], null);
  }
  const read = readWithoutNumber(text) ?? readText(text);
  return typeof value === 'number' ? withTyped(read, value) : read;
}

/** `2:3` or `2 of 3` in a note: so many of so many. Null for anything else. */
export function ratioIn(note: string | null): { readonly part: number; readonly whole: number } | null {
  const match = /^\(?\s*(\d+)\s*(?::|\/|(?:out )?of)\s*(\d+)\s*\)?$/.exec(note ?? '');
  return match ? { part: Number(match[1]), whole: Number(match[2]) } : null;
}
