/**
 * Every number of a line of text, in figures or in words, with what it is used for.
 *
 * Patterns are tried in order and what one has taken no later one sees: dates before periods before plain figures.
 * Nothing with a digit is left over.
 */
import type { NumberUse, TextNumber } from '#shared/claim/claim.ts';
import { countOf, quantityOf } from '#shared/quantity/make.ts';
import { scanNumber } from '#shared/quantity/number.ts';
import type { Quantity } from '#shared/quantity/quantity.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const UNITS = 'one|two|three|four|five|six|seven|eight|nine';
const TEENS = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const WORD = `(?:(?:${TENS})(?:[ -](?:${UNITS}))?|${TEENS}|${UNITS}|zero|none|nil)`;
const NUMBER = `(?:\\d+(?:\\.\\d+)?|${WORD})`;

const VALUES: Readonly<Record<string, number>> = Object.fromEntries([
  ...['zero', ...UNITS.split('|'), ...TEENS.split('|')].map((word, i) => [word, i] as const),
  ...TENS.split('|').map((word, i) => [word, (i + 2) * 10] as const),
  ['none', 0],
  ['nil', 0],
]);

/** In this order; the first that takes a place keeps it. */
const PATTERNS: readonly (readonly [NumberUse, RegExp])[] = [
  ['reference', /^\s*[-•*]?\s*(?:\d+(?:\.\d+)+\.?|\d{1,2}[.)])(?=\s)/g],
  ['date', new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\b\\.?(?:,?\\s+20\\d\\d)?`, 'gi')],
  ['date', new RegExp(`\\b${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)\\b(?:,?\\s+20\\d\\d)?`, 'gi')],
  ['date', /\b\d{1,2}[/.]\d{1,2}[/.](?:20)?\d\d\b/g],
  ['period', new RegExp(`\\b${MONTH}\\b\\.?[\\s'’-]*(?:20\\d\\d|[12]\\d)\\b(?!\\s?%)`, 'gi')],
  ['period', /\b20\d\d\s?[-/–—]\s?(?:20)?\d\d\b/g],
  [
    'period',
    /\b(?<!(?:this|the|last|previous|each|per)\s)(?:q|qtr|quarters?)[\s-]?(?:[1-4]|one|two|three|four)\b(?:\s*(?:and|&|-|–|to)\s*(?:[1-4]|one|two|three|four)\b)?/gi,
  ],
  ['period', /\bperiod \d{1,2}\b/gi],
  ['period', /\b(?:year|years)\s?[1-9]\b/gi],
  ['period', /\b(?:19|20)\d\d\b(?!\s?%)/g],
  [
    'interval',
    new RegExp(
      `\\b${NUMBER}(?:\\s?(?:[-–]|to)\\s?${NUMBER})?[\\s-]*(?:month|week|year|hour|minute)(?:s|ly|-old)?\\b(?! of age| old)`,
      'gi',
    ),
  ],
  [
    'age',
    new RegExp(
      `\\bage[ds]?(?:\\s+(?:range|of|from|between))*:?\\s+${NUMBER}(?:\\s?(?:[-–]|to|and)\\s?${NUMBER})?`,
      'gi',
    ),
  ],
  [
    'age',
    new RegExp(
      `\\b${NUMBER}(?:\\s?(?:[-–]|to)\\s?${NUMBER})?\\s?(?:years? of age|years? old|year olds?|yrs?)\\b`,
      'gi',
    ),
  ],
  ['age', /\b(?:under|over)[ -](?:\d{1,2})s\b/gi],
  ['scale', /\b(?:scale|scored?|rated?)\b[^.;:]{0,20}?\b\d+\s?(?:[-–]|to)\s?\d+\b/gi],
  ['scale', /\bout of (?:5|10|100)\b|\bscale of (?:5|10|100)\b/gi],
  ['name', /\b(?:covid|sars)[\s-]?19\b/gi],
  [
    'name',
    /\b(?:table|figure|appendix|section|paragraph|page|band|categor(?:y|ies)|cat|level|tier|domain|step|phase|stage|team|grade|type|option|line|row|item|schedule|case)\s(?:no\.?\s)?\d+(?:\.\d+)*(?:\s?(?:[/&,-]|and)\s?\d+)*\b/gi,
  ],
  ['name', /\b[A-Z]{2,5}\s?\d(?:\s?(?:[/&]|and|AND)\s?\d)+\b(?!\s?%)/g],
  ['name', /\b[A-Z]{2,5}\s\d(?![.,/:]\d)(?=\s*(?:[,.;:)/]|team|programme|$))/g],
  ['name', /\b[a-z]+\d+\w*/gi],
  ['name', /\b(?:one another|one[- ]to[- ]one|no one|any ?one|every ?one|some ?one|one[- ]off)\b/gi],
  ['range', /\b\d+\s?[-–—]\s?\d+\b(?!\s?%)/g],
  ['fraction', new RegExp(`\\b(?:${UNITS}) in (?:every )?(?:${UNITS}|ten|twenty)\\b`, 'gi')],
  ['fraction', /\b[1-9] in (?:every )?(?:[2-9]|10|20|50|100)\b(?![\d.,:/]*\d|\s?%)/gi],
  [
    'fraction',
    /\b(?:(?:almost|about|just over|over|nearly)\s)?(?:one|two|three|a)[ -](?:half|halves|third|thirds|quarters?|fifths?)\b(?! (?:of )?(?:20|on|to|by|from))|\bhalf\b/gi,
  ],
];

const WORD_NUMBER = new RegExp(
  `(?<![\\w-])(${WORD})(?![\\w-])(\\s?per\\s?cent(?:age points?)?\\b|\\s?%)?`,
  'gi',
);

function valueOfWords(text: string): number {
  return text
    .toLowerCase()
    .split(/[ -]/)
    .reduce((sum, word) => sum + (VALUES[word] ?? 0), 0);
}

/** Said to be about so much: never used to call anything wrong. */
const ABOUT_BEFORE =
  /\b(?:about|around|approx(?:imately|\.)?|roughly|circa|almost|nearly|just (?:over|under|below|above)|over|under|more than|less than|fewer than|at least|at most|up to|below|above|close to|some|well over|in excess of)\s+(?:an?\s+)?£?$/i;
const ABOUT_AFTER = /^\s?(?:\+|plus\b|or so\b|or more\b|or less\b|or fewer\b)/i;

function approximated(quantity: Quantity, text: string, start: number, end: number): Quantity {
  const vague = ABOUT_BEFORE.test(text.slice(0, start)) || ABOUT_AFTER.test(text.slice(end));
  return vague ? { ...quantity, approximate: true } : quantity;
}

/** A number without the unit words that follow it: who is counted is for the clause to say. */
function bare(quantity: Quantity): Quantity {
  return quantity.unit === 'percent' || quantity.unit === 'GBP' ? quantity : { ...quantity, unit: null };
}

function figuresIn(text: string, taken: (start: number, end: number) => boolean): readonly TextNumber[] {
  const found: TextNumber[] = [];
  for (const match of text.matchAll(/(?:[-+](?=£?\d))?£?\d[\d,]*(?:\.\d+)?/g)) {
    const start = match.index;
    if (taken(start, start + match[0].length)) continue;
    const tail = text.slice(start).replace(/^-/, '');
    const scanned = scanNumber(tail);
    if (!scanned) {
      found.push({ start, end: start + match[0].length, text: match[0], use: 'name', quantity: null });
      continue;
    }
    const unit = scanned.quantity.unit;
    const whole = unit === 'percent' || unit === 'GBP' || !scanned.quantity.whole;
    const length = whole ? scanned.text.length : match[0].replace(/[,-]+$/, '').length;
    const end = start + (whole ? scanned.text.length : length);
    const quantity = approximated(bare(scanned.quantity), text, start, end);
    found.push({ start, end, text: text.slice(start, end), use: 'value', quantity });
  }
  return found;
}

function wordsIn(text: string, taken: (start: number, end: number) => boolean): readonly TextNumber[] {
  return [...text.matchAll(WORD_NUMBER)].flatMap((match): TextNumber[] => {
    const [whole, words = '', percent] = match;
    const [start, end] = [match.index, match.index + whole.length];
    if (taken(start, end)) return [];
    const value = valueOfWords(words);
    const plain = percent ? quantityOf(value / 100, 0.01, 'percent', false) : countOf(value);
    return [{ start, end, text: whole, use: 'value', quantity: approximated(plain, text, start, end) }];
  });
}

/** Every number of a text in reading order. */
export function numbersIn(text: string): readonly TextNumber[] {
  const found: TextNumber[] = [];
  const taken = (start: number, end: number) => found.some((one) => one.start < end && start < one.end);
  for (const [use, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (!taken(start, end)) found.push({ start, end, text: match[0], use, quantity: null });
    }
  }
  found.push(...wordsIn(text, taken));
  found.push(...figuresIn(text, taken));
  // Digits no reading took whole, such as the rest of `1.2.3`: kept as they stand.
  for (const match of text.matchAll(/\d+/g)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (!taken(start, end)) found.push({ start, end, text: match[0], use: 'name', quantity: null });
  }
  return found.sort((a, b) => a.start - b.start);
}
