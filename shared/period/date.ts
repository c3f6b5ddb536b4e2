/** Calendar dates as people write them. */
import { z } from 'zod';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A date that exists, as `2020-08-12`. */
export const isoDate = z.iso.date('must be a date such as 2020-08-12');

/** `2020-09-30` as `30 September 2020`; what is no ISO date is left as it is. */
export function longDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name ? `${Number(day)} ${name} ${year}` : iso;
}
