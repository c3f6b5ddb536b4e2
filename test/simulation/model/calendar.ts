/** Quarters as running numbers: `year * 4 + quarter - 1`, financial years from April. */

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export type QuarterNumber = number;

export const yearOf = (quarter: QuarterNumber): number => Math.floor(quarter / 4);
export const indexOf = (quarter: QuarterNumber): number => (quarter % 4) + 1;
export const quarterNumber = (year: number, index: number): QuarterNumber => year * 4 + index - 1;

/** `2020-21`. */
export const yearName = (year: number): string => `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
/** `2020/21`. */
export const slashYear = (year: number): string => yearName(year).replace('-', '/');
/** `2020-21 Q1`. */
export const quarterName = (quarter: QuarterNumber): string =>
  `${yearName(yearOf(quarter))} Q${indexOf(quarter)}`;

export interface Month {
  readonly name: string;
  readonly year: number;
}

export function monthsOf(quarter: QuarterNumber): readonly Month[] {
  return [0, 1, 2].map((offset) => {
    const index = 3 + (indexOf(quarter) - 1) * 3 + offset;
    return { name: MONTHS[index % 12] ?? '', year: yearOf(quarter) + Math.floor(index / 12) };
  });
}

/** `April – June 2020`, as return captions have it. */
export function spanOf(quarter: QuarterNumber): string {
  const [first, , last] = monthsOf(quarter);
  return `${first?.name} – ${last?.name} ${last?.year}`;
}

export type MonthStyle = 'April' | 'Apr' | 'Apr-21' | 'April 2021';

export function monthText(month: Month, style: MonthStyle): string {
  const short = month.name.slice(0, 3);
  if (style === 'Apr') return short;
  if (style === 'Apr-21') return `${short}-${String(month.year % 100).padStart(2, '0')}`;
  return style === 'April' ? month.name : `${month.name} ${month.year}`;
}
