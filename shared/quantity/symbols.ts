/** Printed forms that hold no number: absences, stated zeros, periods, codes; and the tidying before reading. */

/** One kind of space and one kind of minus; nothing of meaning is lost. */
export function tidy(text: string): string {
  if (/^[\x21-\x26\x28-\x7e]*$/.test(text)) return text;
  return text
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\r\n]+/g, ' ')
    .replace(/[\u200b-\u200d\ufeff]/g, '')
    .replace(/\u2212/g, '-')
    .replace(/^[–—](?=\s?[£$€]?\d)/, '-')
    .replace(/(\d)[’'](\d{3})(?!\d)/g, '$1,$2')
    .trim();
}

const ABSENT_WORDS =
  /^(?:n\/?a|n\.a\.?|n\/k|n\/r|na|nk|tbc|tbd|tba|not (?:available|applicable|collected|recorded|reported|stated|provided|supplied|published)|no data|data (?:not available|awaited)|awaited|pending|missing|suppressed|withheld|redacted)$/i;
const ABSENT_SYMBOLS =
  /^(?:\.{2,3}|…|:|\*{1,3}|[cxzuw]|\?|~|\[[a-zA-Z]{1,4}\d?\]|\((?:[nN]\/?[aA]|[xzdsbXZDSB])\))$/;

/** `n/a`, `..`, `c`, `[x]`, `*` alone: a stated absence, or a value held back. */
export function isAbsent(text: string): boolean {
  return ABSENT_WORDS.test(text) || ABSENT_SYMBOLS.test(text);
}

/** `tbc`, `??`, `awaiting data`: said of a figure that is still to come; `n/a` and `..` say that there is none. */
export function isAwaited(text: string): boolean {
  return /^(?:t\.?b\.?[acd]\.?|\?+|awaited|awaiting\b.*|pending|to follow|to be .*)$/i.test(text.trim());
}

/** A number typed with letters that look like digits: `5O`, `l2`. */
export function isLookalike(text: string): boolean {
  return /^(?=.*\d)(?=.*[OolI|])[£(]?[\dOolI|][\dOolI|.,]*[%)kKmM]?$/.test(text.trim());
}

/** `-`, `nil`, `none`: zero said in words. */
export function isNil(text: string): boolean {
  return /^(?:[-–—]{1,3}|nil|nil return|none|zero|£\s?[-–—])$/i.test(text);
}

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const PERIODS: readonly RegExp[] = [
  /^\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/,
  /^\d{4}-\d{2}-\d{2}(?:[T ].*)?$/,
  /^(?:19|20)\d{2}\s?[-/–]\s?(?:\d{2}|(?:19|20)\d{2})(?:\s?\(?q[1-4]\)?|[a-z ]*)$/i,
  /^\d{2}[/–-]\d{2}(?: (?:ytd|cases|actual|budget|target|forecast))?$/i,
  new RegExp(`^(?:\\d{1,2}(?:st|nd|rd|th)?[ -])?${MONTH}[ ,'’-]*(?:\\d{4}|\\d{2})?$`, 'i'),
  new RegExp(`^${MONTH}\\b.*[-–].*\\b${MONTH}\\b`, 'i'),
  /^(?:q|quarter|qtr|period|p|week|wk|month|year|yr)\s?\d{1,2}\b.*$/i,
  /^(?:19|20)\d{2}\s?q[1-4]$/i,
  /^\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?$/i,
];

/** A date, a time, a month, a quarter, a financial year: words, never a quantity. */
export function isPeriod(text: string): boolean {
  return PERIODS.some((pattern) => pattern.test(text));
}

/** A code or a unit: `£000`, `LE1`, `A1 - White British`, `1A`, `2nd`, `MST-3`, `1. Exited`. */
export function isCode(text: string): boolean {
  return (
    /^\(?[£$€]?\s?['’]?0{3}['’]?s?\)?$/i.test(text) ||
    /^[A-Za-z]{1,4}[-/ ]?\d{1,8}[A-Za-z]?(?:\s?[-–:.]\s?\D+)?$/.test(text) ||
    /^\d{1,3}(?:st|nd|rd|th)$/i.test(text) ||
    /^\(?\d{1,2}[.)]\s+[A-Za-z]/.test(text) ||
    (/^\d+[A-Za-z]$/.test(text) && !/[kmpr]$/i.test(text)) ||
    /^[A-Z]{1,3}\d[A-Z\d]? \d[A-Z]{2}$/.test(text)
  );
}
