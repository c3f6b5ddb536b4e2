/**
 * A return before it is laid out: tables of cells with identities, and the relations that hold between them.
 *
 * Written without a look at the recogniser: the simulation is its judge and must not share its mistakes.
 */

/** The same words in several wordings: the sample's first, then other people's. */
export type Words = readonly string[];

/**
 * How a cell prints. `count-share` is `5 (31%)`, `share-count` is `31% (5)`, `pair` is `7 (18)` (families and
 * children, or this and the previous quarter), `money-k` is `£2,390k`, `money-m` is `£1.2m`, `change` is `+1.2`,
 * `points` is a fraction printed as `61.2`.
 */
export type Print =
  | 'count'
  | 'percent'
  | 'count-share'
  | 'share-count'
  | 'pair'
  | 'money-k'
  | 'money-m'
  | 'mean'
  | 'change'
  | 'points'
  | 'text';

export interface SimCell {
  /** `2020-21 Q1|fgc.referrals|cp|m1.families`. */
  readonly id: string;
  readonly print: Print;
  /** As printed (already rounded): a count, a fraction, pounds, a mean. Null is blank. */
  readonly value: number | null;
  /** The share of `5 (31%)` or the second number of `7 (18)`. */
  readonly second?: number | null;
  /** The unrounded value: what a workbook holds behind the displayed text. */
  readonly exact?: number;
  /** Of `text` cells, and of cells an error made unreadable. */
  readonly text?: string;
  /** Words after the number, as in `1 (from EOC)`; `*` prints `2*`. */
  readonly note?: string;
  /** Never shown as blank or dash when zero. */
  readonly zero?: 'always';
}

export type ColumnRole = 'body' | 'total' | 'extra';
export type RowRole = 'body' | 'total' | 'previous' | 'heading';

export interface SimColumn {
  readonly key: string;
  readonly group?: Words;
  readonly label: Words;
  readonly role: ColumnRole;
}

export interface SimRow {
  readonly key: string;
  /** Usually one; two where a number stands before the name (`1`, `Exited from care`). */
  readonly labels: readonly Words[];
  readonly role: RowRole;
  /** One per column. */
  readonly cells: readonly (SimCell | null)[];
}

export interface SimTable {
  /** `fgc.referrals`. */
  readonly code: string;
  readonly period: string;
  /** `{quarter}`, `{previous}`, `{span}` and `{year}` are filled in by the layout. */
  readonly caption: Words;
  readonly sheet: string;
  /** Header text over each label column. */
  readonly stub: readonly Words[];
  /** Header text of the upper header row over the first label column. */
  readonly stubTop?: Words;
  /** The label stands after the numbers, as in `5 (31%) | Child Protection`. */
  readonly labelLast?: boolean;
  /** Two-column lists print no header row. */
  readonly noHeader?: boolean;
  readonly columns: readonly SimColumn[];
  readonly rows: readonly SimRow[];
  /** Rows can be re-ordered without loss (no case lists, no money ladders). */
  readonly orderFree?: boolean;
  /** Lines under the table. */
  readonly notes?: readonly string[];
  /** A line between caption and header, as `PERFORMANCE SUMMARY`. */
  readonly titles?: readonly string[];
  /** An error took the table or changed a caption. */
  readonly dropped?: boolean;
  readonly captionPeriod?: string;
}

export interface SimReturn {
  readonly provider: string;
  readonly providerNames: Words;
  readonly period: string;
  /** Short words for the file's name. */
  readonly fileWords: Words;
  readonly tables: readonly SimTable[];
  /** Loose lines of commentary under the tables. */
  readonly commentary: readonly string[];
  readonly dropped?: boolean;
}

/** A reference to one number of a cell: the cell's id, with `#2` for its second number. */
export interface SimTerm {
  readonly at: string;
  readonly factor: number;
}

export type SimKind =
  | 'total'
  | 'percent'
  | 'average'
  | 'identity'
  | 'cross-table'
  | 'cross-provider'
  | 'restated'
  | 'year-to-date'
  | 'target';

/** `linear`: Σ factor·x = 0. `ratio`: result = Σ over / Σ under. `possible`: result is k / under, k whole. */
export type SimRelation = {
  readonly id: string;
  readonly kind: SimKind;
  /** True of these returns, but not something a board could know to hold: reveals nothing by itself. */
  readonly soft?: true;
} & (
  | { readonly shape: 'linear'; readonly terms: readonly SimTerm[] }
  | {
      readonly shape: 'ratio';
      readonly result: string;
      readonly over: readonly SimTerm[];
      readonly under: readonly SimTerm[];
      /** Added to `under`: the number of cases in a list. */
      readonly cases?: number;
    }
  | { readonly shape: 'possible'; readonly result: string; readonly under: string }
);

export interface Simulation {
  readonly seed: number;
  readonly periods: readonly string[];
  readonly returns: readonly SimReturn[];
  readonly relations: readonly SimRelation[];
}

/** A return and the relations inside it, as its builder gives them. */
export interface Built {
  readonly tables: readonly SimTable[];
  readonly relations: readonly SimRelation[];
}

export const cellId = (period: string, table: string, row: string, column: string): string =>
  `${period}|${table}|${row}|${column}`;

export function cellsOf(simulation: Simulation): Map<string, SimCell> {
  const cells = new Map<string, SimCell>();
  for (const each of simulation.returns) {
    if (each.dropped) continue;
    for (const table of each.tables) {
      if (table.dropped) continue;
      for (const row of table.rows) for (const cell of row.cells) if (cell) cells.set(cell.id, cell);
    }
  }
  return cells;
}
