/**
 * Claims: what a line of text says with a number or with a word of direction.
 *
 * "Conferences held: a drop of 53% (15 to 7)" makes three claims: two levels and a change. A number that claims
 * nothing (a date, an age, a period, a name such as `Band 2`) is recognised as such; none is dropped.
 */
import type { QuantityKey } from '#shared/assertion/assertion.ts';
import type { CellRef } from '#shared/grid/grid.ts';
import type { Quantity, Unit } from '#shared/quantity/quantity.ts';

/** What a number in text is used for. Only `value` makes a claim. */
export type NumberUse =
  | 'value'
  | 'date'
  | 'age'
  | 'period'
  | 'interval'
  | 'scale'
  | 'range'
  | 'name'
  | 'reference'
  | 'fraction';

export interface TextNumber {
  /** Character positions in the line's text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly use: NumberUse;
  /** Null unless the use is `value`. */
  readonly quantity: Quantity | null;
}

/**
 * `level`: so many. `share`: so much of a whole. `change`: by so much against another period. `mean`: so many each.
 * `target`: the target itself. `of-target`: so much of the target. `direction`: up or down, without a number.
 * `standing`: how one category stands to the others, without a number: the largest, the majority, all, a third.
 */
export type ClaimForm =
  | 'level'
  | 'share'
  | 'change'
  | 'mean'
  | 'target'
  | 'of-target'
  | 'direction'
  | 'standing';

/** `majority` and `minority`: more and less than half. `part`: a fraction in words. */
export type Rank = 'most' | 'least' | 'majority' | 'minority' | 'all' | 'none' | 'part';

/** What a standing is said of: `most referrals (subject) came from schools (member)`. */
export interface Standing {
  readonly rank: Rank;
  readonly subject: readonly string[];
  /** The subject says more than who is counted: `referrals`, `children concluded`, and not just `children`. */
  readonly named: boolean;
  readonly member: readonly string[];
}

export interface Claim {
  readonly source: CellRef;
  readonly form: ClaimForm;
  readonly quantity: Quantity;
  /** As the text says it: `24% increase`, `Thirty four percent`. */
  readonly said: string;
  /** Which number of its line it is, from 1; 0 for a direction, which has no number. */
  readonly place: number;
  /** The figure a person has linked it to. */
  readonly linked: QuantityKey | null;
  /** The words it is about, cut to a label. */
  readonly label: string;
  readonly clauseText: string;
  /** Content words of its clause, stemmed, without numbers, periods and little words. */
  readonly words: readonly string[];
  /** What stands right beside the number: `16 children`. */
  readonly unit: Unit | null;
  /** Units that belong to other numbers of the clause. */
  readonly otherUnits: readonly Unit[];
  /** What a mean is divided by: the words after `per`; null where nothing says so. */
  readonly per: readonly string[] | null;
  /** The programmes the clause names, or those of the heading above it. */
  readonly programmes: readonly string[];
  /** Canonical period the clause names, or null: the return's quarter. */
  readonly period: string | null;
  /** The period a change is measured from. */
  readonly base: string;
  /** Which clause of the return it stands in: claims of one clause speak of one thing. */
  readonly clause: number;
  /** First or second of a pair `15 to 7`. */
  readonly pair: 'from' | 'to' | null;
  /** The clause names nothing itself: its words are those of the clause before. */
  readonly inherited: boolean;
  /** A part of a figure or an addition to one (`3 of the 12`, `a further 5`): never sure to be the figure itself. */
  readonly vague: boolean;
  /** The words from this number to the next: what it counts where the whole clause names nothing. */
  readonly near: readonly string[];
  /** Printed in brackets beside another number of the clause: `54% (22)`. */
  readonly aside: boolean;
  /** Of a standing, and of nothing else. */
  readonly standing?: Standing;
}
