/**
 * What follows the first number of a cell: a share (`5 (31%)`), a second count (`7 (18)`), a footnote mark
 * (`2*`), or words (`1 gone to CAN`).
 */
import { printed } from '#shared/quantity/make.ts';
import { type Scanned, scanNumber } from '#shared/quantity/number.ts';
import type { PrintedQuantity } from '#shared/quantity/quantity.ts';

export interface Rest {
  readonly quantities: readonly PrintedQuantity[];
  readonly note: string | null;
  readonly approximate: boolean;
}

const MARKS = /^\s*(?:[*†‡§#^]+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[[a-z]?\d{0,2}\]|\((?:[a-z]|r|p|e)\)|r(?![a-z]))/i;
const INNER = /^\s*[([]\s*(?:n\s?=\s?)?(?<inner>[^()[\]]*?)\s*[)\]]\s*(?<mark>[*†‡]*)\s*$/;
const BESIDE = /^\s*(?:[/,;|]|[-–](?=\s))?\s*(?:n\s?=\s?)?(?<inner>[£$€]?\d.*)$/;

/** The number an inner text consists of, whole or followed by a mark only; null where words remain. */
function whollyNumber(text: string): Scanned | null {
  if (/^[+-]/.test(text)) return null;
  const found = scanNumber(text);
  return found && found.rest.replace(MARKS, '').trim() === '' ? found : null;
}

/** Which of two is the count and which its share; null where the two numbers are not told apart. */
function pair(first: Scanned, second: Scanned, bracketed: boolean): readonly PrintedQuantity[] | null {
  const share = (one: Scanned) => one.quantity.unit === 'percent';
  if (share(first) && share(second)) return null;
  if (share(first))
    return [printed('main', second.quantity, second.text), printed('share', first.quantity, first.text)];
  if (share(second))
    return [printed('main', first.quantity, first.text), printed('share', second.quantity, second.text)];
  const named = first.quantity.unit !== null && second.quantity.unit !== null;
  const told = bracketed || (named && first.quantity.unit !== second.quantity.unit);
  return told
    ? [printed('main', first.quantity, first.text), printed('second', second.quantity, second.text)]
    : null;
}

/** `(6) 35%`: the bracket is a count, not a minus. */
function unbracketed(first: Scanned, whole: string): Scanned {
  const inner = /^\(\s*(\d[\d,]*)\s*\)/.exec(whole)?.[1];
  const found = inner && first.rest.trim() !== '' ? scanNumber(inner) : null;
  return found ? { ...found, rest: first.rest } : first;
}

function withNote(first: Scanned, note: string | null, approximate = false): Rest {
  return { quantities: [printed('main', first.quantity, first.text)], note, approximate };
}

/** Words after the number. Digits among them are only let pass in brackets or as "of 12". */
function readWords(first: Scanned, rest: string): Rest | null {
  const text = rest.trim();
  if (/^\([^()]*\)[*†‡]*$/.test(text)) return withNote(first, text.replace(/^\(|\)([*†‡]*)$/g, '$1').trim());
  if (/^(?:out )?of \d+$/i.test(text)) return withNote(first, text);
  if (/\d/.test(text.replace(/\([^()]*\)/g, ''))) return null;
  if (/^[A-Za-z]{1,2}(?![A-Za-z])/.test(rest) || /^\s*[-–/:]/.test(rest)) return null;
  return text.split(/\s+/).length <= 12 ? withNote(first, text) : null;
}

/**
 * Reads the rest of a cell after its first number; `whole` is the cell's text from that number on. Null where
 * digits remain that are not understood.
 */
export function readRest(found: Scanned, whole: string): Rest | null {
  const first = unbracketed(found, whole);
  const mark = MARKS.exec(first.rest)?.[0] ?? '';
  const rest = first.rest.slice(mark.length);
  const marks = mark.trim();
  if (rest.trim() === '') return withNote(first, marks === '' ? null : marks);
  if (rest.trim() === '+') return withNote(first, '+', true);
  const bracket = INNER.exec(rest)?.groups;
  const second = whollyNumber(bracket?.inner ?? BESIDE.exec(rest)?.groups?.inner ?? '');
  if (second) {
    const both = pair(first, second, bracket !== undefined);
    const note = `${marks}${bracket?.mark ?? ''}`;
    return both && { quantities: both, note: note === '' ? null : note, approximate: false };
  }
  const words = readWords(first, rest);
  return words && marks !== '' ? { ...words, note: `${marks} ${words.note ?? ''}`.trim() } : words;
}
