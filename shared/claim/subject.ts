/** What a number of a clause is about: its words, the unit beside it, what it is divided by. */
import type { TextNumber } from '#shared/claim/claim.ts';
import type { Clause } from '#shared/claim/clauses.ts';
import { contentOf, isCountedNoun, unitOfWord, wordsOf } from '#shared/claim/words.ts';
import type { Unit } from '#shared/quantity/quantity.ts';

const ADDED =
  /\b(?:further|another|additional|extra|remaining|other|first|last|next|each|every|of (?:these|those|them))\s*,?\s*$/i;
const PART = /\b(?:out )?of (?:the |these |those |all |our )*$/i;

/** The unit named right after the number, within the next words: `16 new children`, `6 FGCs`. */
export function unitAfter(clause: Clause, number: TextNumber): Unit | null {
  const until = clause.numbers.find((other) => other.start > number.start)?.start ?? clause.text.length;
  const after = clause.text.slice(number.end, until).split(/[,;:()]/)[0] ?? '';
  const near = wordsOf(after.trim().split(/\s+/).slice(0, 3).join(' '));
  if (near[0] === 'family' && near[1] === 'member') return 'people';
  return near.flatMap((word) => unitOfWord(word) ?? [])[0] ?? null;
}

/** The words of a number's clause, with the noun it counts. */
export function subjectOf(clause: Clause, number: TextNumber, text: string): readonly string[] {
  const words = contentOf(text);
  const [next = ''] = wordsOf(
    clause.text
      .slice(number.end)
      .trim()
      .split(/[\s,;.]/)[0] ?? '',
  );
  return isCountedNoun(next) ? [...words, next] : words;
}

export function otherUnitsOf(clause: Clause, number: TextNumber): readonly Unit[] {
  const others = clause.numbers.filter((other) => other !== number && other.use === 'value');
  const own = unitAfter(clause, number);
  return others.flatMap((other) => unitAfter(clause, other) ?? []).filter((unit) => unit !== own);
}

const DENIED = /\b(?:not|no longer|never|without|neither|nor)\b|n[’']t\b/i;

/** A part of another number or an addition to one; or the clause denies something, and what is for a person to read. */
export function isVague(clause: Clause, number: TextNumber): boolean {
  if (DENIED.test(clause.text)) return true;
  const before = clause.text.slice(0, number.start);
  const last = clause.numbers.filter((other) => other.use === 'value' && other.end <= number.start).at(-1);
  const partOf =
    last !== undefined &&
    last.quantity?.unit !== 'percent' &&
    PART.test(clause.text.slice(last.end, number.start));
  return partOf || ADDED.test(before);
}

/** From this number to the next; from the clause's beginning for its first. */
export function nearOf(clause: Clause, number: TextNumber): readonly string[] {
  const values = clause.numbers.filter(({ use }) => use === 'value');
  if (values.length < 2) return [];
  const at = values.indexOf(number);
  const start = at === 0 ? 0 : number.start;
  const end = values[at + 1]?.start ?? clause.text.length;
  const numbers = clause.numbers.filter((one) => one.start >= start && one.end <= end);
  const moved = numbers.map((one) => ({ ...one, start: one.start - start, end: one.end - start }));
  return contentOf(withoutNumbers({ text: clause.text.slice(start, end), numbers: moved }));
}

/** Spaces where the numbers stood: what is left are the words. */
export function withoutNumbers({ text, numbers }: Pick<Clause, 'text' | 'numbers'>): string {
  return numbers.reduce(
    (kept, { start, end }) => kept.slice(0, start) + ' '.repeat(end - start) + kept.slice(end),
    text,
  );
}

export function labelOf(clause: Clause): string {
  const first = clause.numbers.find(({ use }) => use === 'value')?.start ?? clause.text.length;
  const colon = clause.text.slice(0, first).lastIndexOf(': ');
  const text = (colon < 0 ? clause.text : clause.text.slice(0, colon))
    .replace(/^[\s,;•*–-]+|[\s,;.]+$/g, '')
    .replace(/\s+/g, ' ');
  return text.length > 70 ? `${text.slice(0, 69).trimEnd()}…` : text;
}

/** `per FGC`: the words after it. */
export function perOf(text: string): readonly string[] | null {
  const after = /\b(?:per|for each|for every)\s+((?:\S+\s?){1,3})/i.exec(
    text.replace(/per\s?cent/gi, ' '),
  )?.[1];
  return after === undefined ? null : wordsOf(after.split(/[,;:.()]/)[0] ?? '');
}
