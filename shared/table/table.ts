/**
 * Tables as recognised by shape alone, with no knowledge of any board: where the table stands in its
 * grid, which rows and columns are labels, totals, percentages or previous periods, and which sums hold.
 */
import type { GridCell, TextLine } from '#shared/grid/grid.ts';
import type { PrintedCell } from '#shared/quantity/quantity.ts';

/** What a row or column of a table is for. */
export type LineRole =
  | 'body'
  | 'total'
  | 'subtotal'
  | 'percent'
  | 'mean'
  | 'previous'
  | 'target'
  | 'section'
  | 'words'
  | 'number';

/** One row or column of the table's body. */
export interface Line {
  /** Row or column index in the grid. */
  readonly index: number;
  /** Its label path, outermost first: `['April', 'No. of children']`. Bullets and footnote marks removed. */
  readonly path: readonly string[];
  /** The label cells the path was read from (for findings about labels). */
  readonly labelCells: readonly GridCell[];
  /** The section heading the line stands under, where there is one. */
  readonly section: string | null;
  readonly role: LineRole;
  /** Depth of indentation or bulleting below a parent line; 0 at the top. */
  readonly level: number;
  readonly hidden: boolean;
}

/** A body cell with what was read from it. Blank cells of the body are listed too, with `cell: null`. */
export interface BodyCell {
  readonly row: number;
  readonly col: number;
  readonly sheet: string;
  readonly address: string;
  readonly cell: GridCell | null;
  readonly printed: PrintedCell;
}

/** An arithmetic tie between cells that the table's own shape claims. Addresses are within one sheet. */
export interface ShapeRelation {
  readonly kind: 'sum' | 'percent' | 'difference';
  /** `sum`: result = Σ parts. `percent`: result = parts[0] / parts[1]. `difference`: result = parts[0] − parts[1] − … */
  readonly result: string;
  readonly parts: readonly string[];
  readonly held: boolean;
  /** Claimed by its label, found by arithmetic, or both. */
  readonly by: 'label' | 'arithmetic' | 'both';
  /** Whether parts and result run along a row, down a column, or elsewhere. */
  readonly along: 'row' | 'column' | 'other';
}

export type TableLayout = 'matrix' | 'list' | 'records' | 'cases';

export interface ShapeTable {
  readonly sheet: string;
  /** `A3:F22`, from the first header cell to the last body cell. */
  readonly range: string;
  readonly caption: string | null;
  readonly captionAt: string | null;
  /** Other text lines that stand above or belong to the table: summary lines, titles, section banners. */
  readonly titles: readonly TextLine[];
  readonly headerRows: readonly number[];
  readonly labelColumns: readonly number[];
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  readonly body: readonly BodyCell[];
  readonly notes: readonly TextLine[];
  /** `cases`: one line per case (child, family); `records`: label + number pairs; `list`: no header row. */
  readonly layout: TableLayout;
  readonly relations: readonly ShapeRelation[];
}
