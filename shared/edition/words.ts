/** Words that tell numbers: what must not slip into a public edition beside its figures. */

const NUMBERS =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty';

/** Dates, quarters and years say nothing of people. */
const PERIODS =
  /\b(?:19|20)\d{2}(?:\s*[-/–]\s*\d{2,4})?\b|\bQ(?:uarter)?\s*[1-4]\b|\b\d{1,2}(?:st|nd|rd|th)?\s+(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))/gi;

const WORDED = new RegExp(`\\b(?:${NUMBERS}|both|twice)\\b`, 'i');
const ONE = /\bone\b(?! (?:of the|another|or more))/i;

/** Holds a number other than a date or period, in digits or in words. */
export function tellsNumber(text: string): boolean {
  const rest = text.replace(PERIODS, ' ');
  return /\d/.test(rest) || WORDED.test(rest) || ONE.test(rest);
}

const PEOPLE =
  'child|children|famil(?:y|ies)|people|person|referrals?|cases?|parents?|carers?|siblings?|bab(?:y|ies)';

const COUNTED = new RegExp(
  `(?:\\d|\\b(?:one|${NUMBERS}|both)\\b)\\s*(?:[\\w-]+\\s+){0,2}(?:${PEOPLE})\\b`,
  'i',
);

/** Counts people: `3 families`, `two young children`. */
export function countsPeople(text: string): boolean {
  return COUNTED.test(text);
}

/** `12 of them`, `3 out of 40`: the number alone tells of people. */
const SHARES = new RegExp(
  `(?:\\d[\\d,.]*|\\b(?:one|${NUMBERS}|both)\\b)\\s+(?:out of|of (?:them|these|those|which|whom|the))\\b`,
  'gi',
);

/** Numbers that name a group, and count nobody. */
const AGES =
  /\b(?:aged?|ages|years?|yrs?|months?|weeks?|days?|hours?|under|over|category|section|part|phase|stage|tier|level|version)\b|^\s*\d+\s*(?:[-–]|to)\s*\d+\s*$/i;

const COUNTS = new RegExp(COUNTED.source, 'gi');
const NUMBER = new RegExp(`\\d[\\d,.]*|\\b(?:one|${NUMBERS}|both)\\b`, 'i');

/**
 * A label or heading without the counts somebody wrote into it: `Asian (3)` and `All (n = 12)` are `Asian` and
 * `All`, `planned for 1 child` is `planned for c child`.
 */
export function withoutCounts(label: string, symbol: string): string {
  return label
    .replace(/\s*\(\s*(?:n\s*=\s*)?\d+(?:\.\d+)?\s*%?\s*\)/gi, '')
    .replace(/\s*\(([^()]*)\)/g, (aside, inner: string) =>
      tellsNumber(inner) && !AGES.test(inner) ? '' : aside,
    )
    .replace(COUNTS, (counted) => counted.replace(NUMBER, symbol))
    .replace(SHARES, (share) => share.replace(NUMBER, symbol))
    .trim();
}
