/**
 * Periods by their canonical names. Financial years run from April to March.
 *
 * `2020-21` a year · `2020-21 Q1` a quarter · `Apr 2020` a month · `2020-21 YTD Q2` April to the end of Q2 ·
 * `to 2020-21 Q2` from the start of a contract to the end of Q2.
 */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export type Period =
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: number }
  | { readonly kind: 'month'; readonly year: number; readonly month: number }
  | { readonly kind: 'ytd'; readonly year: number; readonly quarter: number }
  | { readonly kind: 'to-date'; readonly year: number; readonly quarter: number };

/** `2020` becomes `2020-21`: the financial year that starts in April of `year`. */
export function yearName(year: number): string {
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
}

export function periodName(period: Period): string {
  switch (period.kind) {
    case 'year':
      return yearName(period.year);
    case 'quarter':
      return `${yearName(period.year)} Q${period.quarter}`;
    case 'month':
      return `${MONTHS[period.month - 1]} ${period.year}`;
    case 'ytd':
      return `${yearName(period.year)} YTD Q${period.quarter}`;
    case 'to-date':
      return `to ${yearName(period.year)} Q${period.quarter}`;
  }
}

/** Names read before: a board has a few hundred, and asks for each some thousand times. */
const READ = new Map<string, Period | null>();
const MOST_READ = 10_000;

/** Reads a canonical name; null for anything else (`2020-22`, `Q1`). For a month `year` is the calendar year. */
export function parsePeriod(name: string): Period | null {
  const known = READ.get(name);
  if (known !== undefined) return known;
  const period = readPeriod(name);
  if (READ.size < MOST_READ) READ.set(name, period);
  return period;
}

function readPeriod(name: string): Period | null {
  const [, word = '', calendarYear] = /^([A-Z][a-z]{2}) (\d{4})$/.exec(name) ?? [];
  const match = /^(to )?(\d{4})-(\d{2})(?: (YTD )?Q([1-4]))?$/.exec(name);
  if (match) {
    const year = Number(match[2]);
    if (yearName(year) === `${match[2]}-${match[3]}`) {
      const quarter = Number(match[5]);
      if (!match[5]) return match[1] ? null : { kind: 'year', year };
      if (match[1]) return match[4] ? null : { kind: 'to-date', year, quarter };
      return { kind: match[4] ? 'ytd' : 'quarter', year, quarter };
    }
  }
  const month = MONTHS.indexOf(word) + 1;
  return month ? { kind: 'month', year: Number(calendarYear), month } : null;
}

/** The quarter before; `2020-21 Q1` gives `2019-20 Q4`. Throws on anything but a quarter. */
export function previousQuarter(name: string): string {
  const period = parsePeriod(name);
  if (period?.kind !== 'quarter') throw new RangeError(`Not a quarter: ${name}`);
  const { year, quarter } = period;
  return periodName(
    quarter === 1
      ? { kind: 'quarter', year: year - 1, quarter: 4 }
      : { kind: 'quarter', year, quarter: quarter - 1 },
  );
}

/**
 * A period seen from one quarter as it is seen from another: what was this quarter stays this quarter, last quarter
 * last quarter, this year this year. `Apr 2020` moved from `2020-21 Q1` to `2020-21 Q2` is `Jul 2020`; `2019-20` moved
 * within the year stays. A name that is no period stays as it is. Throws where `from` or `to` is not a quarter.
 */
export function movedPeriod(name: string, from: string, to: string): string {
  const [period, begin, end] = [parsePeriod(name), parsePeriod(from), parsePeriod(to)];
  if (begin?.kind !== 'quarter' || end?.kind !== 'quarter')
    throw new RangeError(`Not quarters: ${from}, ${to}`);
  if (!period) return name;
  const quarters = (end.year - begin.year) * 4 + end.quarter - begin.quarter;
  if (period.kind === 'year') return yearName(period.year + end.year - begin.year);
  if (period.kind === 'month') {
    const index = period.year * 12 + period.month - 1 + quarters * 3;
    return periodName({ kind: 'month', year: Math.floor(index / 12), month: (index % 12) + 1 });
  }
  const index = period.year * 4 + period.quarter - 1 + quarters;
  return periodName({ kind: period.kind, year: Math.floor(index / 4), quarter: (index % 4) + 1 });
}

/** The three months of a quarter, in order: `Apr 2020`, `May 2020`, `Jun 2020`. Throws on anything but a quarter. */
export function monthsOf(name: string): readonly string[] {
  const period = parsePeriod(name);
  if (period?.kind !== 'quarter') throw new RangeError(`Not a quarter: ${name}`);
  return [0, 1, 2].map((offset) => {
    const index = 3 + (period.quarter - 1) * 3 + offset;
    return periodName({ kind: 'month', year: period.year + Math.floor(index / 12), month: (index % 12) + 1 });
  });
}

/** The quarters a year or year-to-date is made of, in order; empty for every other kind of period. */
export function quartersOf(name: string): readonly string[] {
  const period = parsePeriod(name);
  if (period?.kind !== 'year' && period?.kind !== 'ytd') return [];
  const last = period.kind === 'ytd' ? period.quarter : 4;
  return Array.from({ length: last }, (_, i) =>
    periodName({ kind: 'quarter', year: period.year, quarter: i + 1 }),
  );
}

/**
 * A number that orders periods by when they end, then by how short they are: months since year 0 of the
 * period's last month. Null for a name that is no period.
 */
export function periodEnd(name: string): number | null {
  const period = parsePeriod(name);
  if (!period) return null;
  if (period.kind === 'month') return period.year * 12 + period.month;
  const quarter = period.kind === 'year' ? 4 : period.quarter;
  return period.year * 12 + 3 + quarter * 3;
}

/** The last day of the period as an ISO date, the date its documents carry. */
export function periodEndDate(period: string): string {
  const months = periodEnd(period) ?? 0;
  const year = Math.floor((months - 1) / 12);
  const month = ((months - 1) % 12) + 1;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return `${year}-${String(month).padStart(2, '0')}-${days[month - 1]}`;
}

/** Quarters or years from the first of those given to the last, with none left out. Other periods are only put in order. */
export function periodsBetween(names: readonly string[]): readonly string[] {
  const sorted = [...new Set(names)].sort((a, b) => (periodEnd(a) ?? 0) - (periodEnd(b) ?? 0));
  const [first, last] = [sorted[0], sorted.at(-1)];
  const kinds = new Set(sorted.map((name) => parsePeriod(name)?.kind));
  const [kind] = kinds;
  if (!first || !last || kinds.size !== 1 || (kind !== 'quarter' && kind !== 'year')) return sorted;
  const step = kind === 'quarter' ? 3 : 12;
  const [from, to] = [periodEnd(first) ?? 0, periodEnd(last) ?? 0];
  return Array.from({ length: (to - from) / step + 1 }, (_, i) => {
    const quarters = (from + i * step) / 3 - 2;
    const year = Math.floor(quarters / 4);
    return periodName(kind === 'year' ? { kind, year } : { kind, year, quarter: (quarters % 4) + 1 });
  });
}
