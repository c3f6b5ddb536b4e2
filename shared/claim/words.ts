/** The words of a clause as claims are compared by: stemmed, forms of one verb together, little words dropped. */
import { wording, wordWeight } from '#shared/meaning/words.ts';
import type { Unit } from '#shared/quantity/quantity.ts';

/** Forms the general stemmer runs together or keeps apart: `opened` is an event, `open` a state. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/\bchildren and young people\b|\byoung people\b|\byoung persons?\b|\bcyp\b/gi, 'children'],
  [/\bopen(?:ed|ings?)\b/gi, 'begun'],
  [/\bwork(?:ed|ing|s)?\b/gi, 'worked'],
  [/\bclosures?\b|\bclosing\b/gi, 'closed'],
  [/\brefer(?:red|ring)\b/gi, 'referred'],
  [/\bafter\b/gi, 'later'],
  [/\bheld\b|\b(?:took|taken|taking|takes?) place\b/gi, 'held'],
];

/** Words that say nothing about which quantity is meant. */
const FILLER = new Set(
  (
    'there have has had having been being this these those that which who whom whose they their them we our us i you your he she ' +
    'during within over across through throughout into out up so also just only now currently still all both each either since ' +
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'new further more less as at if then than when where while whilst although however but not no any some other ' +
    'total overall number count figure amount volume quarter month year period week day date previous last prior current ' +
    'annual annually quarterly yearly ytd same next ' +
    'receiv made make mad take taken took came com come get got give given giv see seen show shown report record state ' +
    'originat origin sourc involv includ compris identif remain? respectively approximately around about almost nearly ' +
    'percent percentag share proportion rate? average per compar comparison against respect relat ' +
    'change increas decreas drop reduc reduction fall fallen fell risen rise ris rising rose continu continue grew growth grow grown growing lower higher down ' +
    'improvement? decline? declin jump jumped declined eas double doubl halv fewer increase decrease ' +
    'service team programme project intervention case total to date result data what how can may will would should could ' +
    'did does do done achiev reach stand stood actual actually equat equal mean equates use using used'
  )
    .split(/\s+/)
    .filter((word) => !word.endsWith('?'))
    .flatMap((word) => [word, ...wording(word).words]),
);

const UNIT_WORDS: Readonly<Record<string, Unit>> = {
  child: 'children',
  family: 'families',
  household: 'families',
  referral: 'referrals',
  person: 'people',
  adult: 'people',
  night: 'nights',
  day: 'days',
};

/** The unit a stemmed word counts in, or null. */
export function unitOfWord(word: string): Unit | null {
  return UNIT_WORDS[word] ?? null;
}

const NOUNS = new Set(
  ['team', 'servic', 'programm', 'project', 'stag', 'result', 'tim', 'part'].flatMap((one) => [
    one,
    ...wording(one).words,
  ]),
);

/** A noun that says nothing in a clause and everything right after a number: `two teams`. */
export function isCountedNoun(word: string): boolean {
  return NOUNS.has(word);
}

export function isFiller(word: string): boolean {
  return FILLER.has(word) || wordWeight(word) < 0.2 || /^\d+(?:st|nd|rd|th)?$/.test(word) || word.length < 2;
}

function formed(text: string): string {
  return FORMS.reduce((kept, [pattern, form]) => kept.replace(pattern, form), text.replace(/[’']s\b/g, 's'));
}

const KNOWN = new Map<string, readonly string[]>();

/** Every word of a text, stemmed, each once. */
export function wordsOf(text: string): readonly string[] {
  const known = KNOWN.get(text);
  if (known) return known;
  if (KNOWN.size > 20_000) KNOWN.clear();
  const words = [...new Set(wording(formed(text.replace(/[-–—/]/g, ' '))).words)];
  KNOWN.set(text, words);
  return words;
}

/** The words of a text that say what it is about. */
export function contentOf(text: string): readonly string[] {
  return wordsOf(text).filter((word) => !isFiller(word));
}
