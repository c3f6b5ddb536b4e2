/**
 * A quantity is a value with the precision it was printed to.
 *
 * `£2,390k` is 2,390,000 to the nearest 1,000: any true value from 2,389,500 to 2,390,500 would print so.
 * `81%` is 0.81 to the nearest 0.01. Counts are exact: their interval is a point. These intervals are the
 * only tolerance in the program.
 */

export const UNITS = [
  'families',
  'children',
  'referrals',
  'people',
  'events',
  'nights',
  'days',
  'GBP',
  'percent',
  'score',
  'ratio',
  'count',
] as const;

export type Unit = (typeof UNITS)[number];

export interface Quantity {
  /** In base units: pounds, fractions for percentages (0.81), whole things for counts. */
  readonly value: number;
  /** The smallest step the printing shows: 1000 for `£2,390k`, 0.01 for `81%`, 0 where exact. */
  readonly step: number;
  /** The closed interval of true values that would print so. `low === high` when exact. */
  readonly low: number;
  readonly high: number;
  /** The unit the printing itself shows (`%`, `£`, `children`), or null when only the table can tell. */
  readonly unit: Unit | null;
  /** True values are whole numbers. */
  readonly whole: boolean;
  /** Printed as approximate ("around 50%"): never used to call anything wrong. */
  readonly approximate: boolean;
}

/** What a quantity is to its cell: `5 (31%)` holds a main count and the share beside it. */
export type PrintedRole = 'main' | 'share' | 'second';

export interface PrintedQuantity {
  readonly role: PrintedRole;
  readonly quantity: Quantity;
  /** Exactly the characters this quantity was read from. */
  readonly text: string;
}

/**
 * How a cell's text was understood. `blank` is not zero. `absent` is a stated absence (`n/a`, `..`);
 * `nil` (`-`, `nil`) is a stated zero and carries a quantity; `words` holds no number at all; `unread`
 * holds digits that could not be read with certainty, and why.
 */
export type PrintedCell =
  | { readonly kind: 'blank' }
  | { readonly kind: 'absent'; readonly text: string }
  | { readonly kind: 'words'; readonly text: string }
  | {
      readonly kind: 'quantities';
      readonly quantities: readonly PrintedQuantity[];
      /** Words left over: `from EOC`, `Of target`, `*`. */
      readonly note: string | null;
      /** Printed as `-` or `nil`: zero said in words. */
      readonly nil: boolean;
    }
  | { readonly kind: 'unread'; readonly text: string; readonly why: string };
