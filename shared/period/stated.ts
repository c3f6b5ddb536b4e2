/**
 * Periods as people write them: `Period 6 2020/21`, `Jul - Sept 2020`, `Q1 and Q2`, `previous quarter`.
 *
 * What a text states may leave the year open; `resolve.ts` settles it for a return.
 */
import type { RelativePeriod } from '#shared/definition/definition.ts';

export type Stated =
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'quarter'; readonly quarter: number; readonly year: number | null }
  /** April to the end of a quarter; a null quarter is the return's own. */
  | { readonly kind: 'ytd'; readonly quarter: number | null; readonly year: number | null }
  | { readonly kind: 'month'; readonly month: number; readonly year: number | null }
  | { readonly kind: 'relative'; readonly period: RelativePeriod };

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY = '(?:\\d{1,2}\\s?(?:st|nd|rd|th)\\s+(?:of\\s+)?)?';
const CALENDAR = "(?:[\\s,'’-]*(20\\d\\d|(?<=[\\s'’-])[1-4]\\d)(?![\\d/]))?";
const MONTH_AT = `${DAY}\\b(${MONTH})\\b\\.?${CALENDAR}`;
const RANGE = new RegExp(`${MONTH_AT}\\s*(?:-|–|—|to|and|until|/)\\s*${MONTH_AT}`, 'i');
const SINGLE = new RegExp(MONTH_AT, 'gi');
const YEAR = /\b(20\d\d)\s?[-/–—]\s?(?:20)?(\d\d)\b(?![-/]\d)/g;
/** `Q1 22-23`, `FY 22/23`: two digits for each year, after a word that makes them a year. */
const SHORT_YEAR =
  /\b(?:(?:q|qtr|quarter|period|p|month)\s*\d{1,2}|fy|year)[\s,_(–-]*(\d\d)\s?[-/–]\s?(\d\d)\b(?![-/]\d)/gi;
const QUARTER_WORD: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
};
const DIGIT = '([1-4]|one|two|three|four)';
const TOGETHER = new RegExp(
  `\\b(?:q|qtrs?|quarters?)\\s*(?:1|one)\\s*(?:and|&|-|–|to|\\+|/)\\s*(?:q|qtr|quarter)?\\s*${DIGIT}\\b`,
  'i',
);
const QUARTER = new RegExp(
  `\\b(?:q|qtr|quarter)[\\s-]*${DIGIT}\\b|\\b(first|second|third|fourth) quarter\\b`,
  'gi',
);
const PERIOD = /\bperiod\s*(\d{1,2})\b/i;
const DATES =
  /\b\d{1,2}[/.](\d{1,2})[/.](20\d\d|\d\d)\s*(?:-|–|to|and|until)\s*\d{1,2}[/.](\d{1,2})[/.](20\d\d|\d\d)\b/i;

const RELATIVE: readonly (readonly [RegExp, RelativePeriod])[] = [
  [/\b(?:previous|prior|preceding|last) (?:quarter|qtr|period)\b/i, 'previous-quarter'],
  [/\b(?:previous|prior|preceding|last) (?:financial )?year\b/i, 'previous-year'],
  [/\b(?:ytd|year[ -]to[ -]date|this year|so far this year|cumulative for (?:the )?year)\b/i, 'ytd'],
  [
    /\b(?:(?:contract|project|programme|totals?) to date|to date totals?|(?:duration|life|start) of (?:the )?contract)\b/i,
    'to-date',
  ],
  [
    /\b(?:this|current) (?:quarter|qtr)\b|\b(?:in|within|during) (?:the |this )?(?:quarter|qtr)\b|^[\s(]*(?:the |whole )?(?:quarter|qtr)(?: totals?)?\)?$/i,
    'quarter',
  ],
  [/\b(?:full|whole) year\b/i, 'year'],
];

function fullYear(text: string | undefined): number | null {
  if (!text) return null;
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function monthOf(name: string): number {
  return NAMES.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** The financial year a calendar month falls in. */
export function financialYear(month: number, calendarYear: number): number {
  return month >= 4 ? calendarYear : calendarYear - 1;
}

/** The quarter (1 to 4) of the financial year a calendar month falls in. */
export function quarterOfMonth(month: number): number {
  return Math.floor(((month + 8) % 12) / 3) + 1;
}

/** Months from `from` to `to` as a quarter, a year to date or a year; null where they are none of these. */
function span(from: number, to: number, year: number | null): Stated | null {
  const first = quarterOfMonth(from);
  const last = quarterOfMonth(to);
  const starts = (from + 8) % 3 === 0;
  const ends = (to + 8) % 3 === 2;
  if (!starts || !ends || last < first) return null;
  if (first === last) return { kind: 'quarter', quarter: first, year };
  if (first !== 1) return null;
  if (last === 4) return year === null ? null : { kind: 'year', year };
  return { kind: 'ytd', quarter: last, year };
}

function rangeIn(text: string): Stated | null {
  const dates = DATES.exec(text);
  if (dates) {
    const [, from, , to, end] = dates;
    return span(Number(from), Number(to), financialYear(Number(to), fullYear(end) ?? 0));
  }
  const [, from, fromYear, to, toYear] = RANGE.exec(text) ?? [];
  if (!from || !to) return null;
  const end = fullYear(toYear);
  const start = fullYear(fromYear);
  const year =
    end !== null
      ? financialYear(monthOf(to), end)
      : start === null
        ? null
        : financialYear(monthOf(from), start);
  return span(monthOf(from), monthOf(to), year);
}

function yearsIn(text: string): readonly number[] {
  const short = [...text.matchAll(SHORT_YEAR)].map(
    ([, start = '', end = '']) => [`20${start}`, end] as const,
  );
  const full = [...text.matchAll(YEAR)].map(([, start = '', end = '']) => [start, end] as const);
  return [...full, ...short].flatMap(([start, end]) =>
    (Number(start) + 1) % 100 === Number(end) ? [Number(start)] : [],
  );
}

/** `01/04/2021`, `2021-04-01`, `2021-04`, `04/2021` as the whole of a label: the first of a month stands for it. */
const DATED = /^(?:0?1[/.-](\d{1,2})[/.-](20\d\d|\d\d)|(20\d\d)-(\d\d)(?:-01)?|(0\d|1[0-2])\/(20\d\d))$/;
/** `M1` as the whole of a label: the first month of the financial year. */
const NUMBERED = /^(?:m|mth|month)\s?(\d{1,2})$/i;

function datedIn(text: string): Stated | null {
  const label = text.trim();
  const [, month, year, isoYear, isoMonth, plain, plainYear] = DATED.exec(label) ?? [];
  const named = Number(month ?? isoMonth ?? plain ?? 0);
  if (named >= 1 && named <= 12)
    return { kind: 'month', month: named, year: fullYear(year ?? isoYear ?? plainYear) };
  const number = Number(NUMBERED.exec(label)?.[1] ?? 0);
  return number >= 1 && number <= 12 ? { kind: 'month', month: ((number + 2) % 12) + 1, year: null } : null;
}

function monthsIn(text: string): readonly Stated[] {
  const dated = datedIn(text);
  if (dated) return [dated];
  return [...text.matchAll(SINGLE)]
    .filter(([whole, name = '']) => !/^may$/i.test(name) || /^May\b|\d/.test(whole.trim()))
    .map(([, name = '', year]) => ({ kind: 'month', month: monthOf(name), year: fullYear(year) }));
}

function quartersIn(text: string, year: number | null): readonly Stated[] {
  const together = TOGETHER.exec(text)?.[1];
  if (together) {
    const quarter = QUARTER_WORD[together.toLowerCase()] ?? Number(together);
    return [quarter === 4 && year !== null ? { kind: 'year', year } : { kind: 'ytd', quarter, year }];
  }
  const period = PERIOD.exec(text)?.[1];
  if (period && Number(period) >= 1 && Number(period) <= 12 && year !== null) {
    return [{ kind: 'quarter', quarter: Math.ceil(Number(period) / 3), year }];
  }
  return [...text.matchAll(QUARTER)].map(([, digit = '', ordinal = '']) => {
    const word = (digit || ordinal).toLowerCase();
    return { kind: 'quarter', quarter: QUARTER_WORD[word] ?? Number(word), year };
  });
}

function relativeIn(text: string): readonly Stated[] {
  return RELATIVE.flatMap(([pattern, period]) =>
    pattern.test(text) ? [{ kind: 'relative', period } as const] : [],
  );
}

const READ = new Map<string, readonly Stated[]>();

/**
 * Every period a text states, the most specific reading of each: a quarter with its year rather than a
 * quarter and a year. Relative periods (`previous quarter`) come last.
 */
export function statedPeriods(text: string): readonly Stated[] {
  const known = READ.get(text);
  if (known) return known;
  if (READ.size > 5000) READ.clear();
  const found = readPeriods(text);
  READ.set(text, found);
  return found;
}

function readPeriods(text: string): readonly Stated[] {
  const relative = relativeIn(text);
  const range = rangeIn(text);
  if (range) return [range, ...relative];
  const years = yearsIn(text);
  const year = years[0] ?? null;
  const ytd = relative.some((one) => one.kind === 'relative' && one.period === 'ytd');
  const quarters = quartersIn(text, year);
  if (quarters.length) return [...quarters, ...relative];
  if (year !== null && ytd) return [{ kind: 'ytd', quarter: null, year }];
  const months = monthsIn(text);
  return [...years.map((one) => ({ kind: 'year', year: one }) as const), ...months, ...relative];
}
