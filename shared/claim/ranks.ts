/**
 * Words that say how one category stands to the others: `most referrals came from schools`, `the largest group was …`,
 * `a third of families were …`.
 *
 * Only the two plain forms are read: the words of rank, their subject, a verb and the category; or the category, a
 * verb, the words of rank and their subject. Anything hedged, compared over time or counted out is left alone.
 */
import type { Rank, Standing } from '#shared/claim/claim.ts';
import { contentOf, unitOfWord } from '#shared/claim/words.ts';

export interface Ranked extends Standing {
  /** The words of rank, as written. */
  readonly said: string;
  /** The fraction, for `part`. */
  readonly part: number;
  /** The piece of the clause it stands in. */
  readonly text: string;
}

const ONE = 'one|two|three|four|five|six|seven|eight|nine';
const HALF = '(?:a |one )?half';
const COUNTED = '(?:number|share|proportion|percentage|volume|count|majority)';

const RANKS: readonly (readonly [Rank, RegExp])[] = [
  [
    'most',
    new RegExp(
      `(?:\\bthe |^\\s*)(?:single )?(?:highest|largest|greatest|biggest)(?: (?:single )?${COUNTED})?(?: of)?\\b|(?:\\bthe |^\\s*)most (?:common|frequent|prevalent)\\b|\\bthe most\\b(?! (?:recent|likely|at|urgent|complex|serious|vulnerable|important|significant))`,
      'i',
    ),
  ],
  [
    'least',
    new RegExp(
      `(?:\\bthe |^\\s*)(?:lowest|smallest)(?: ${COUNTED})?(?: of)?\\b|\\bthe fewest\\b|(?:\\bthe |^\\s*)least (?:common|frequent|prevalent)\\b`,
      'i',
    ),
  ],
  [
    'majority',
    new RegExp(
      `\\b(?:the |a )?(?:(?:vast|large|great|overwhelming|clear|big) )?majority(?: of)?\\b|(?<!\\b(?:the|at) )\\bmost(?: of)?\\b(?! (?:recent|likely|common|frequent|often|prevalent|at|urgent|complex|serious|vulnerable))|\\b(?:just |well )?(?:over|more than) ${HALF}(?: of)?\\b`,
      'i',
    ),
  ],
  [
    'minority',
    new RegExp(
      `\\ba minority(?: of)?\\b|\\b(?:just )?(?:under|less than|fewer than) ${HALF}(?: of)?\\b`,
      'i',
    ),
  ],
  ['none', /^\s*no\b|\bthere (?:were|was) no\b|\bnone of\b/i],
  ['all', /^\s*(?:all(?: of)?|every)\b|(?<=\bfor )all(?: of)?\b/i],
  [
    'part',
    new RegExp(
      `\\b(?:exactly )?(?:${HALF}|(?:a|one) (?:third|quarter|fifth)|two[- ](?:thirds|fifths)|three[- ](?:quarters|fifths)|(?:${ONE}) in (?:every )?(?:${ONE}|ten))(?: of)?\\b`,
      'i',
    ),
  ],
];

/** Hedged, denied, compared over time, taken from another place or counted out: for a person to read. */
const OTHERWISE =
  /\b(?:not|no longer|never|without|neither|nor|may|might|could|should|would|will|expected|likely|usually|typically|normally|often|tends?|tended|if|target|aims?|hope[sd]?|nationally|england|population|census|city|ever|since|so far|to date|record|any|year|again|still|previous(?:ly)?|prior|historically|last|second|next|joint|jointly|equal(?:ly)?|one of|among(?:st)? the|alongside|almost|nearly|close to|about|around|approximately|roughly|apart|except|other than|excluding|remaining|rest|others?|increas\w*|decreas\w*|rises?|rose|risen|falls?|fell|fallen|change[sd]?|growth|grew|drop\w*|reduc\w*|declin\w*|compared|than (?!half|a half|one half)|both|either|average|where|when|who|whose|which|because|due|up to|per|each|cost|rate|ratio|longest|shortest)\b|n[’']t\b|%|\d/i;
const THIRD_PLACE = /\bthird (?:highest|largest|greatest|biggest|most|lowest|smallest)/i;
const HEDGED =
  /\b(?:over|more than|less than|fewer than|under|above|below|at least|at most|only|just|some|another|the other|a further|further)\s*$/i;

const PIECES =
  /;\s+|,\s+(?:while|whilst|whereas|but|and|with|although)\s+|\s+(?:while|whilst|whereas|but|although)\s+|\s[–—-]\s/i;
const BE =
  'were|was|are|is|came|come|comes|originated|arrived|had|have|has|made|concerned|related|involved|lived|live|remained|ended|stayed|went|accounted|represented|formed|comprised|constituted|received|saw';
const VERB = new RegExp(
  `(?::\\s|\\s(?:${BE})(?:\\s+(?:up|for|from|by|in|at|with|of|as|on|to|those|referred|made|identified|recorded|categorised|described))*\\s)`,
  'i',
);
const VERB_LAST = new RegExp(`${VERB.source}$`, 'i');
const FROM = /\s(?:from|by)\s/i;
/** Words of the verb that may also be words of a measure, and those that never are. */
const LIGHT =
  /\b(?:among|amongst|accounted|represented|formed|comprised|constituted|concerned|related|involved|arrived|saw|those|recorded|identified|categorised|described)\b/gi;

const WORDS: Readonly<Record<string, number>> = Object.fromEntries(
  ['a', ...ONE.split('|')].map((word, i) => [word, Math.max(1, i)]),
);
const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fifth: 5,
  fifths: 5,
  ten: 10,
};

/** `two thirds` is 2 ÷ 3, `one in five` 1 ÷ 5. */
function partOf(said: string): number {
  const words = said
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => !['of', 'in', 'every', 'exactly'].includes(word));
  const [top, bottom] = words.length === 1 ? ['a', words[0] ?? ''] : [words[0] ?? '', words[1] ?? ''];
  return (WORDS[top] ?? 1) / (PARTS[bottom] ?? WORDS[bottom] ?? 1);
}

interface Sides {
  readonly subject: string;
  /** Between subject and category, where the subject comes first. */
  readonly verb: string;
  readonly member: string;
}

function sidesOf(before: string, after: string): Sides | null {
  const behind = VERB_LAST.exec(`${before} `.replace(/\s+$/, ' '));
  if (behind && contentOf(before.slice(0, behind.index)).length > 0) {
    return { member: before.slice(0, behind.index), subject: after, verb: '' };
  }
  const verb = VERB.exec(after) ?? FROM.exec(after);
  if (!verb) return null;
  const subject = `${before} ${after.slice(0, verb.index)}`;
  return { subject, verb: verb[0], member: after.slice(verb.index + verb[0].length) };
}

function telling(text: string): readonly string[] {
  return contentOf(text.replace(LIGHT, ' '));
}

function rankIn(text: string): Ranked | null {
  if (THIRD_PLACE.test(text)) return null;
  for (const [rank, pattern] of RANKS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
    if (HEDGED.test(before) || OTHERWISE.test(`${before} , ${after}`)) return null;
    const sides = sidesOf(before, after);
    if (!sides) return null;
    const nouns = telling(sides.subject);
    const named = nouns.some((word) => unitOfWord(word) === null || word === 'referral');
    const subject = [...new Set([...nouns, ...telling(sides.verb)])];
    const member = telling(sides.member);
    if (member.length === 0) return null;
    return {
      rank,
      said: match[0].trim().replace(/ of$/, ''),
      part: rank === 'part' ? partOf(match[0]) : 0,
      subject,
      named,
      member,
      text,
    };
  }
  return null;
}

/** What a clause says of standings, piece by piece. */
export function ranksIn(text: string): readonly Ranked[] {
  return text
    .replace(/[.!?]+\s*$/, '')
    .split(PIECES)
    .flatMap((piece) => rankIn(piece) ?? []);
}
