/**
 * Words in a document that could identify a person: names, dates, postcodes, NHS and case numbers, telephone
 * numbers, e-mail addresses, small places. A check for a person to settle, hit by hit; it errs on asking.
 *
 * Example: "Mr Ash of LE3 9QX, born 4 May 2011" gives a name, a postcode and a date.
 */

import { namesIn, placesIn, type Vocabulary } from '#shared/exempt/names.ts';
import { isNhsNumber } from '#shared/exempt/nhs.ts';

export type HitKind = 'email' | 'nhs' | 'postcode' | 'phone' | 'date' | 'case' | 'name' | 'place';

export interface Span {
  readonly kind: HitKind;
  readonly start: number;
  readonly end: number;
}

export interface Hit extends Span {
  /** The same as long as the document's words are: kind, paragraph, place and text. */
  readonly id: string;
  /** Index of the paragraph; `TITLE` for the document's title. */
  readonly paragraph: number;
  readonly text: string;
}

/** Stands for the title among the paragraphs. */
export const TITLE = -1;

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/** In the order they are believed: what one pattern took, a later one does not take again. */
const PATTERNS: readonly (readonly [HitKind, RegExp])[] = [
  ['email', /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu],
  // A day with its month and year in figures or words, either way round, and the year first.
  ['date', /\b\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d{2})\b/g],
  ['date', /\b\d{4}-\d{2}-\d{2}\b/g],
  ['date', new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\.?,?\\s+\\d{2,4}\\b`, 'gi')],
  ['date', new RegExp(`\\b${MONTH}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}\\b`, 'gi')],
  // The forms of BS 7666 postcodes; the outward half alone counts as a place of the board.
  ['postcode', /\b(?:[A-Z]{1,2}\d[A-Z\d]?|GIR)\s?\d[ABD-HJLNP-UW-Z]{2}\b/gi],
  ['phone', /(?:\+44\s?\(?0?\)?|\b0)(?:[\s()-]?\d){9,10}\b/g],
  ['case', /\b[A-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b/g],
  ['case', /\b[A-Z]{1,5}[-/ ]?\d{4,}[A-Z]?\b/g],
  ['case', /(?<![\d,.£])\d{5,}(?![\d,.]*\d|%)\b/g],
];

/** Ten digits, together or as 3, 3 and 4. */
const TEN_DIGITS = /(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/g;

/** Every hit of every paragraph, in order; none overlaps another. */
export function identifiersIn(paragraphs: readonly string[], vocabulary: Vocabulary): readonly Hit[] {
  const names = namesIn(paragraphs, vocabulary);
  return paragraphs.flatMap((text, paragraph) => {
    const taken: Span[] = [];
    const take = (span: Span) => {
      const clash = taken.some(({ start, end }) => span.start < end && start < span.end);
      if (!clash) taken.push(span);
    };
    for (const match of text.matchAll(TEN_DIGITS)) {
      if (isNhsNumber(match[0])) take(spanOf('nhs', match));
    }
    for (const [kind, pattern] of PATTERNS) {
      for (const match of text.matchAll(pattern)) take(spanOf(kind, match));
    }
    for (const span of [...(names[paragraph] ?? []), ...placesIn(text, vocabulary)]) take(span);
    return taken
      .sort((a, b) => a.start - b.start)
      .map((span) => {
        const said = text.slice(span.start, span.end);
        return { ...span, paragraph, text: said, id: `${span.kind}:${paragraph}:${span.start}:${said}` };
      });
  });
}

/** A title has no first word that is free to have a capital: it is read as if it went on from something. */
const BEFORE = 'of ';

/** Every hit of a document's title. */
export function titleIdentifiers(title: string, vocabulary: Vocabulary): readonly Hit[] {
  return identifiersIn([BEFORE + title], vocabulary).map(({ start, end, kind, text }) => {
    const span = { kind, text, start: start - BEFORE.length, end: end - BEFORE.length };
    return { ...span, paragraph: TITLE, id: `${kind}:title:${span.start}:${text}` };
  });
}

function spanOf(kind: HitKind, match: RegExpExecArray): Span {
  return { kind, start: match.index, end: match.index + match[0].length };
}
