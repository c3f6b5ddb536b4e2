/** Titles and messages of findings that come from relations: short, true, and ready to be sent. */

import { TITLE } from '#shared/finding/draft.ts';
import { type Fact, saidBy } from '#shared/finding/facts.ts';
import type { FindingKind } from '#shared/finding/finding.ts';
import { nameOf, tableName } from '#shared/finding/name.ts';
import { type Board, providerName, tableWords } from '#shared/finding/place.ts';
import type { Story } from '#shared/finding/story.ts';
import { listOf, quote, sentence, short } from '#shared/finding/words.ts';
import type { Relation } from '#shared/relation/relation.ts';

export interface PhraseInput {
  readonly board: Board;
  readonly kind: FindingKind;
  readonly relation: Relation;
  readonly story: Story;
  /** The cell to blame, where one stands out, and what it should say. */
  readonly suspect: Fact | null;
  readonly expected: string | null;
  /** Every cell to blame with what it should say, where more than one must change together. */
  readonly together: readonly (readonly [Fact, string])[];
}

export interface Phrases {
  readonly title: string;
  readonly message: string;
}

const where = (board: Board, fact: Fact): string => tableWords(board, fact.table, fact.from);

/** `7 + 2`, or `its 9 parts` where spelling them out would fill the line. */
function brief(story: Story): string {
  const long = story.expression.length > 30 || story.parts.length > 5;
  return long && story.shape === 'sum' ? `the sum of ${story.parts.length} parts` : story.expression;
}

/** More cells than this to be changed together are no help to anybody. */
export const MOST_TOGETHER = 3;

/** What to ask, once the contradiction has been told. */
function request(input: PhraseInput): string {
  const { suspect, expected, story, together } = input;
  if (together.length > MOST_TOGETHER) return 'Please send the table again with figures that agree.';
  if (together.length > 1) {
    const each = together.map(
      ([fact, value]) => `${quote(fact.cell.label)} were ${value} (now ${saidBy(fact)})`,
    );
    return `Everything would fit if ${listOf(each, 5)}. Please confirm.`;
  }
  if (!suspect) return 'Please tell us which of these figures is right.';
  if (expected === null) return `Please check ${quote(suspect.cell.label)}, printed as ${saidBy(suspect)}.`;
  if (suspect === story.result) return `Please confirm whether it should be ${expected}.`;
  return `Everything would fit if ${quote(suspect.cell.label)}, printed as ${saidBy(suspect)}, were ${expected}. Please confirm.`;
}

function sumPhrases(input: PhraseInput, result: Fact): Phrases {
  const { board, story, kind, relation } = input;
  const label = nameOf(result);
  const rule = kind === 'identity' ? (relation.label.split(':')[0] ?? '') : '';
  const because = rule === '' ? '' : ` (${rule.charAt(0).toLowerCase()}${rule.slice(1)})`;
  // Where every part but one is nil, `1 is 1, not 2` would say nothing.
  const only = brief(story) === story.computed;
  const gap = only
    ? `the parts make ${story.computed}, not ${story.stated}`
    : `${brief(story)} is ${story.computed}, not ${story.stated}`;
  return {
    title:
      kind === 'year-to-date'
        ? `${label} is not the sum of its periods: ${gap}`
        : `${label} does not add up: ${gap}`,
    message: `In ${where(board, result)} ${quote(result.cell.label)} is printed as ${story.stated}, but ${story.named} makes ${story.computed}${because}. ${request(input)}`,
  };
}

function ratioPhrases(input: PhraseInput, result: Fact): Phrases {
  const { board, story } = input;
  const label = nameOf(result);
  if (story.shape === 'possible') {
    const whole = story.parts[0];
    const of = whole ? saidBy(whole) : '';
    return {
      title: `${label}: ${story.stated} is not possible for ${of}`,
      message: `In ${where(board, result)} ${quote(result.cell.label)} is printed as ${story.stated} of ${of}, but no whole number out of ${of} gives that: ${story.expression}. Please send the count and the percentage it makes.`,
    };
  }
  return {
    title: `${label}: ${brief(story)} is ${story.computed}, not ${story.stated}`,
    message: `In ${where(board, result)} ${quote(result.cell.label)} is printed as ${story.stated}, but ${story.named} gives ${story.computed}. ${request(input)}`,
  };
}

/** Two places that should say the same, the earlier return first. */
function samePhrases(input: PhraseInput, a: Fact, b: Fact): Phrases {
  const { board, kind } = input;
  const label = nameOf(a, 40);
  const [x, y] = [saidBy(a), saidBy(b)];
  if (kind === 'restated' || kind === 'target') return changedPhrases(input, a, b);
  const across = a.from.ref.provider !== b.from.ref.provider;
  const name = (fact: Fact): string =>
    across ? providerName(board, fact.from.ref.provider) : tableName(board, fact.table, 28);
  const one = a.table === b.table;
  return {
    title: one
      ? `${label}: ${x}, but ${y} at ${nameOf(b, 40)}`
      : `${label}: ${x} ${across ? `as returned by ${name(a)}` : `in ${name(a)}`}, ${y} ${across ? `by ${name(b)}` : `in ${name(b)}`}`,
    message: `${where(board, a)} says ${x} for ${quote(a.cell.label)}; ${where(board, b)} says ${y} for ${quote(b.cell.label)}. They should be the same figure. Please tell us which is right and why they differ.`,
  };
}

function changedPhrases({ board, kind }: PhraseInput, a: Fact, b: Fact): Phrases {
  const label = nameOf(b);
  const [was, is] = [saidBy(a), saidBy(b)];
  const target = kind === 'target';
  return {
    title: target ? `${label}: the target moved from ${was} to ${is}` : `${label} was ${was}, now ${is}`,
    message: `In the return for ${b.from.ref.period}, ${where(board, b)}, ${quote(b.cell.label)} is ${is}; in the return for ${a.from.ref.period}, ${where(board, a)}, it was ${was}. ${
      target
        ? 'Please confirm which target the board agreed, and who changed it.'
        : 'Please tell us what changed and why; a correction will be shown as a restatement of the earlier period.'
    }`,
  };
}

/** A target that differs from the one the definition states. */
function constantPhrases({ board, story }: PhraseInput, result: Fact): Phrases {
  return {
    title: `${nameOf(result)}: ${story.stated}, but the board’s target is ${story.computed}`,
    message: `In ${where(board, result)} ${quote(result.cell.label)} is printed as ${story.stated}; the target in the board definition is ${story.computed}. Please confirm which target the board agreed.`,
  };
}

/** The words for a cause, told through its main relation. */
export function phrasesOf(input: PhraseInput): Phrases {
  const { story, relation } = input;
  const { result } = story;
  if (!result)
    return {
      title: short(sentence(relation.label), TITLE),
      message: `${sentence(relation.label)}. ${request(input)}`,
    };
  const [part] = story.parts;
  if (!part) return constantPhrases(input, result);
  if (story.shape === 'ratio' || story.shape === 'mean' || story.shape === 'possible')
    return ratioPhrases(input, result);
  if (story.shape === 'same' && input.kind !== 'total') return samePhrases(input, result, part);
  return sumPhrases(input, result);
}
