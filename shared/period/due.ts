/** When returns for a quarter are due. */
import { periodEnd } from '#shared/period/period.ts';

/** ISO date, `days` days after the period's last day. Throws a RangeError on a name that is no period. */
export function dueDate(period: string, days: number): string {
  const months = periodEnd(period);
  if (months === null) throw new RangeError(`Not a period: ${period}`);
  // Day 0 of the month after is the last day of the period's last month.
  const date = new Date(Date.UTC(Math.floor((months - 1) / 12), ((months - 1) % 12) + 1, days));
  return date.toISOString().slice(0, 10);
}
