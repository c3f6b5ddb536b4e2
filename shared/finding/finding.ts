/** A finding: a set of assertions that cannot all be true, or a statement that needs a person. */
import type { CellRef } from '#shared/grid/grid.ts';

export type FindingKind =
  | 'total'
  | 'percent'
  | 'cross-table'
  | 'cross-provider'
  | 'restated'
  | 'year-to-date'
  | 'unit'
  | 'growth'
  | 'average'
  | 'mapping'
  | 'label'
  | 'target'
  | 'identity'
  | 'duplicate'
  | 'claim'
  | 'missing'
  | 'unreadable';

/** `high` would mislead the board; `medium` needs an answer; `low` is a rounding slip or housekeeping. */
export type Severity = 'high' | 'medium' | 'low';

export type FindingStatus = 'open' | 'decided' | 'dismissed' | 'review';

export interface FindingCell {
  readonly ref: CellRef;
  /** The assertion this cell makes, where it makes one. */
  readonly assertion: string | null;
  /** That assertion's identity, which survives a re-import: decisions are tied to it. */
  readonly identity?: string;
  /** What the cell says it is: "EH, June, No. of children". */
  readonly label: string;
}

export interface Finding {
  /** Stable across re-imports and new versions that leave its cells alone. */
  readonly id: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly provider: string | null;
  readonly period: string;
  readonly title: string;
  /** The sentence a secretary would send to the provider. */
  readonly message: string;
  readonly cells: readonly FindingCell[];
  /** What is printed and what the other cells imply, in words: "15", "9". */
  readonly stated: string | null;
  readonly expected: string | null;
  /** Index into `cells`, null where no cell can be told from the others. */
  readonly suspect: number | null;
  /** Other cells (indices) whose change would do as well, likeliest first. */
  readonly alternatives: readonly number[];
  readonly suggestion: string | null;
  /** The value that would do it, in base units, where there is exactly one; for one-key acceptance. */
  readonly proposal: number | null;
  /** The arithmetic spelled out, one line a relation: "7 + 2 = 9, not 15". */
  readonly arithmetic: readonly string[];
  /** The relations it gathers. */
  readonly relations: readonly string[];
  /** The cells' printed texts when found: a decision made on other texts comes back for review. */
  readonly fingerprint: string;
}

/** How much was checked, reported as plainly as what failed. */
export interface Coverage {
  readonly held: number;
  readonly violated: number;
  readonly notCheckable: readonly { readonly relation: string; readonly why: string }[];
}
