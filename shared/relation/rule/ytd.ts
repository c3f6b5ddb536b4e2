/** `key.ytd`: what adds over time must add: year to date, years of quarters, quarters of months. */
import type { QuantityKey } from '#shared/assertion/assertion.ts';
import { monthsOf, parsePeriod, periodName, quartersOf } from '#shared/period/period.ts';
import type { Book } from '#shared/relation/book.ts';
import type { Tray } from '#shared/relation/draft.ts';
import { oncePerReturn } from '#shared/relation/pick.ts';
import { draftKeyedSum } from '#shared/relation/rule/total.ts';

/** The ways a period is made of shorter ones: `2020-21 YTD Q2` = Q1 + Q2 = YTD Q1 + Q2. */
export function splitsOf(period: string): readonly (readonly string[])[] {
  const parsed = parsePeriod(period);
  switch (parsed?.kind) {
    case 'quarter':
      return [monthsOf(period)];
    case 'year':
      return [quartersOf(period), [periodName({ kind: 'ytd', year: parsed.year, quarter: 4 })]];
    case 'ytd': {
      const { year, quarter } = parsed;
      if (quarter === 1) return [quartersOf(period)];
      const before = periodName({ kind: 'ytd', year, quarter: quarter - 1 });
      return [quartersOf(period), [before, periodName({ kind: 'quarter', year, quarter })]];
    }
    default:
      return [];
  }
}

const kind = () => 'year-to-date' as const;

export function yearToDate(book: Book, tray: Tray): void {
  const adding = new Set(
    book.definition.measures.filter((m) => m.overQuarters === 'sum').map((measure) => measure.code),
  );
  for (const entries of book.entries.values()) {
    const key = entries[0]?.key;
    if (key?.aspect !== 'value' || !adding.has(key.measure)) continue;
    const splits = splitsOf(key.period);
    if (splits.length === 0) continue;
    for (const result of oncePerReturn(entries)) {
      for (const periods of splits) {
        const parts = periods.map((period): QuantityKey => ({ ...key, period }));
        draftKeyedSum(book, { rule: 'key.ytd', result, parts, kind, word: ({ period }) => period }, tray);
      }
    }
  }
}
