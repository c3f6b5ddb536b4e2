/** A return as the board understands it: the result of recognition, the input of every check. */
import type { Assertion, ReturnRef, UnreadCell } from '#shared/assertion/assertion.ts';
import type { Facets } from '#shared/definition/definition.ts';
import type { CellRef, TextLine } from '#shared/grid/grid.ts';
import type { ShapeTable } from '#shared/table/table.ts';

/** A label that should name a member of a category set and names none: a question for a person. */
export interface UnknownLabel {
  readonly source: CellRef;
  readonly set: string;
  readonly label: string;
  /** The nearest members by wording, best first, for the suggestion. */
  readonly nearest: readonly string[];
}

/** A period named in a caption, header or title that the return cannot be about. */
export interface PeriodConflict {
  readonly source: CellRef;
  readonly stated: string;
  readonly expected: string;
}

export interface UnderstoodTable {
  readonly shape: ShapeTable;
  /** The definition's table code, or null where only the shape is known. */
  readonly code: string | null;
  /** 0 to 1: how well captions, labels and shape fit the definition's table. */
  readonly score: number;
  /** Other candidates, best first, for a person to choose from. */
  readonly alternatives: readonly { readonly code: string; readonly score: number }[];
  /** What each row and column of the shape was taken to mean; null where nothing fitted. */
  readonly rowFacets: readonly (Facets | null)[];
  readonly columnFacets: readonly (Facets | null)[];
  /** Axes were swapped against the definition. */
  readonly transposed: boolean;
  readonly assertions: readonly Assertion[];
  readonly unread: readonly UnreadCell[];
  readonly unknownLabels: readonly UnknownLabel[];
  readonly periodConflicts: readonly PeriodConflict[];
}

/** A number or statement in the text around the tables, kept with its paragraph; linked to a quantity later. */
export interface Statement {
  readonly source: CellRef;
  readonly line: TextLine;
  /** The headings it stands under, nearest first. */
  readonly under?: readonly string[];
}

export interface UnderstoodReturn {
  readonly ref: ReturnRef;
  readonly file: string;
  readonly tables: readonly UnderstoodTable[];
  readonly statements: readonly Statement[];
}

/** What the program was told or taught: overrides of recognition, remembered for a provider. */
export interface Hints {
  readonly provider?: string;
  readonly period?: string;
  /** Remembered corrections: normalised label or caption of this provider to table code or member code. */
  readonly memory?: Readonly<Record<string, string>>;
  /** What every provider taught, by provider: used for the one the file turns out to be from. */
  readonly taught?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Name of the folder the file came in (`2020-21 Q2`): a weak witness of provider and period. */
  readonly folder?: string;
  /** The quarter the board is working on: decides only what the file itself leaves open. */
  readonly around?: string;
}

/** The outcome of recognising one file against a definition. */
export interface Recognition {
  readonly provider: string | null;
  readonly period: string | null;
  /** Why, in words for the import screen: "title says 2020-21 Q1", "file name says FGC". */
  readonly evidence: readonly string[];
  readonly tables: readonly UnderstoodTable[];
  readonly statements: readonly Statement[];
}
