/**
 * Lines taken apart: sentences, and the clause each number stands in.
 *
 * "MST have worked with 110 families, 20 families' cases have closed" is two clauses; "49 children across 34 families
 * were opened" is one with two numbers, and so is "54% (22)".
 */
import type { TextNumber } from '#shared/claim/claim.ts';
import { numbersIn } from '#shared/claim/numbers.ts';

export interface Clause {
  /** The clause's text, with everything that is no claim left in place. */
  readonly text: string;
  readonly numbers: readonly TextNumber[];
  /** What the sentence compares with, cut out of the clause: `compared with quarter 4`. */
  readonly compared: string | null;
  /** Where the clause begins in its line. */
  readonly offset: number;
}

const SENTENCE_END = /(?<=[a-z0-9)%’'”"][.;!?])\s+(?=[A-Z“"(])/g;
const BOUNDARY =
  /[,;]\s|\.\s|\s[-–—]\s|\b(?:and|with|while|whilst|but|whereas|of which|of whom|including|although|plus|which|then)\b/gi;
const COMPARED =
  /\(?\b(?:(?:when )?compared? (?:with|to)|(?:in )?comparison (?:with|to)|against|versus|vs\.?)\s+(?:[^();]|\([^()]*\))*?(?:\)|(?=[;,]\s)|\.?$)/i;

interface Piece {
  readonly text: string;
  readonly offset: number;
}

function sentencesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    pieces.push({ text: text.slice(from, match.index), offset: from });
    from = match.index + match[0].length;
  }
  return [...pieces, { text: text.slice(from), offset: from }];
}

/** Brackets that hold nothing but a number and a noun belong to the number before or after them. */
function withoutAsides(text: string): string {
  return text.replace(/\(\s*(?:only\s)?£?[\d.,]+(?:k|m)?\s?%?(?:\s[a-z]+){0,2}\s*\)/gi, (aside) =>
    ' '.repeat(aside.length),
  );
}

/** Where the clause of one number ends and the next begins: the last boundary between them, if any. */
function cutsOf(text: string, values: readonly TextNumber[]): readonly number[] {
  const plain = withoutAsides(text);
  return values.slice(1).flatMap((next, i) => {
    const from = values[i]?.end ?? 0;
    const between = plain.slice(from, next.start);
    if (/^\s*to\s*£?$/i.test(between)) return [];
    const boundaries = [...between.matchAll(BOUNDARY)];
    const last = boundaries.at(-1);
    return last ? [from + last.index + (/^[,;.]/.test(last[0]) ? 1 : 0)] : [];
  });
}

/** The comparison of a sentence, where it holds no claim of its own. */
function comparisonIn(text: string, values: readonly TextNumber[]): readonly [number, number] | null {
  const match = COMPARED.exec(text);
  if (!match) return null;
  const [start, end] = [match.index, match.index + match[0].length];
  return values.some((one) => one.start >= start && one.start < end) ? null : [start, end];
}

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}

function clausesOfSentence({ text, offset }: Piece): readonly Clause[] {
  const numbers = numbersIn(text);
  const values = numbers.filter(({ use }) => use === 'value');
  const aside = comparisonIn(text, values);
  const compared = aside ? text.slice(...aside) : null;
  const plain = aside ? blank(text, ...aside) : text;
  const edges = [0, ...cutsOf(plain, values), plain.length];
  return edges.slice(1).map((end, i) => {
    const start = edges[i] ?? 0;
    const inside = numbers
      .filter((one) => one.start >= start && one.start < end)
      .map((one) => ({ ...one, start: one.start - start, end: one.end - start }));
    return { text: plain.slice(start, end), numbers: inside, compared, offset: offset + start };
  });
}

/** The clauses of a line, in reading order. */
export function clausesOf(text: string): readonly Clause[] {
  return sentencesOf(text).flatMap(clausesOfSentence);
}
