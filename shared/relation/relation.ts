/**
 * Relations are data: ties between quantities that must hold.
 *
 * They come from a table's own shape, from equal keys, and from the board definition; the same list serves
 * checking, suppression and explanation. A relation is violated when no true values inside its quantities'
 * printed intervals satisfy it.
 */

/** A variable stands for the true value behind one cell: the assertion's id, or `blank:…` for a blank cell. */
export interface Variable {
  readonly id: string;
  readonly low: number;
  readonly high: number;
  readonly whole: boolean;
  /** A blank body cell that a sum counts as nothing: first to be suspected when the sum fails. */
  readonly blank: boolean;
  /** Printed as approximate: can never violate anything. */
  readonly approximate: boolean;
  /** How hard this cell is to doubt; see `shared/relation/weight.ts`. */
  readonly weight: number;
}

export interface Term {
  readonly variable: string;
  readonly factor: number;
}

/**
 * `linear`: Σ factor·x + constant = 0. Totals, differences, sameness, year to date, programme sums, identities.
 * `ratio`: result = Σ numerator / Σ denominator. Percentages, means, per-family averages.
 * `possible`: some whole number of the denominator prints as this percentage or mean (GRIM, Brown & Heathers 2017).
 */
export type RelationBody =
  | { readonly shape: 'linear'; readonly terms: readonly Term[]; readonly constant: number }
  | {
      readonly shape: 'ratio';
      readonly result: string;
      readonly numerator: readonly Term[];
      readonly denominator: readonly Term[];
    }
  | { readonly shape: 'possible'; readonly result: string; readonly denominator: string };

/** Why a relation exists: names the finding it gives when violated. */
export type RelationKind =
  | 'total'
  | 'percent'
  | 'average'
  | 'cross-table'
  | 'cross-provider'
  | 'restated'
  | 'year-to-date'
  | 'target'
  | 'identity'
  | 'growth'
  | 'claim';

export interface Relation {
  /** Stable: made of the rule and the identities of the cells, not of the run. */
  readonly id: string;
  readonly kind: RelationKind;
  /** The rule it comes from: `table.sum`, `key.same`, or an identity's code in the definition. */
  readonly rule: string;
  /** What it says, for people: "Grand Total is the sum of April, May and June". */
  readonly label: string;
  readonly body: RelationBody;
}

export type Outcome =
  | { readonly outcome: 'held' }
  | { readonly outcome: 'violated' }
  | { readonly outcome: 'not-checkable'; readonly why: string };
