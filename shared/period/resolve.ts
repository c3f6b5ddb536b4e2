/** Settles what a return's words mean by a period: `previous quarter` in a return for Q2 is Q1. */
import type { RelativePeriod } from '#shared/definition/definition.ts';
import {
  monthsOf,
  parsePeriod,
  periodEnd,
  periodName,
  previousQuarter,
  yearName,
} from '#shared/period/period.ts';
import type { Stated } from '#shared/period/stated.ts';

interface Quarter {
  readonly year: number;
  readonly quarter: number;
}

function quarterOf(name: string): Quarter {
  const period = parsePeriod(name);
  if (period?.kind !== 'quarter') throw new RangeError(`Not a quarter: ${name}`);
  return { year: period.year, quarter: period.quarter };
}

/** A relative period as its canonical name. Throws where `quarter` is not a canonical quarter. */
export function resolveRelative(relative: RelativePeriod, quarter: string): string {
  const own = quarterOf(quarter);
  switch (relative) {
    case 'quarter':
      return quarter;
    case 'previous-quarter':
      return previousQuarter(quarter);
    case 'year':
      return yearName(own.year);
    case 'previous-year':
      return yearName(own.year - 1);
    case 'ytd':
      return periodName({ kind: 'ytd', ...own });
    case 'to-date':
      return periodName({ kind: 'to-date', ...own });
  }
}

/** The latest such month that is not after the return's quarter, unless its year is stated. */
function monthName(month: number, year: number | null, quarter: string): string {
  if (year !== null) return periodName({ kind: 'month', year, month });
  const end = periodEnd(quarter) ?? 0;
  const calendar = Math.floor((end - month) / 12);
  return periodName({ kind: 'month', year: calendar, month });
}

/** A stated period as its canonical name, in a return for `quarter`. Throws where that is not a quarter. */
export function resolveStated(stated: Stated, quarter: string): string {
  const own = quarterOf(quarter);
  switch (stated.kind) {
    case 'year':
      return yearName(stated.year);
    case 'quarter':
      return periodName({
        kind: 'quarter',
        quarter: stated.quarter,
        year: stated.year ?? (stated.quarter > own.quarter ? own.year - 1 : own.year),
      });
    case 'ytd': {
      const year = stated.year ?? own.year;
      if (stated.quarter !== null) return periodName({ kind: 'ytd', year, quarter: stated.quarter });
      return year === own.year ? resolveRelative('ytd', quarter) : yearName(year);
    }
    case 'month':
      return monthName(stated.month, stated.year, quarter);
    case 'relative':
      return resolveRelative(stated.period, quarter);
  }
}

/** A year on a yearly axis: a year that is not over at the end of the return's quarter is a year to date. */
export function yearOnAxis(year: number, quarter: string): string {
  const own = quarterOf(quarter);
  return year === own.year && own.quarter < 4 ? resolveRelative('ytd', quarter) : yearName(year);
}

/** The month three before: where a "previous quarter" row meets a month's column. Throws on no month. */
export function monthInPreviousQuarter(month: string): string {
  const period = parsePeriod(month);
  if (period?.kind !== 'month') throw new RangeError(`Not a month: ${month}`);
  const index = period.year * 12 + period.month - 1 - 3;
  return periodName({ kind: 'month', year: Math.floor(index / 12), month: (index % 12) + 1 });
}

/** Whether a month lies in a quarter. */
export function isMonthOf(month: string, quarter: string): boolean {
  return monthsOf(quarter).includes(month);
}
