/**
 * Grids: what a file says, cell by cell, before anyone asks what it means.
 *
 * A reader in `electron/import` turns a file's bytes into a `Reading`: one grid per sheet, Word table or
 * CSV, and the text lines around them. Everything after this point works on grids alone.
 */

/** One non-empty cell (or the anchor of a merged block). Covered cells of a merge are not listed. */
export interface GridCell {
  /** Position in this grid, from 0. Differs from the address where a table continues over a page. */
  readonly row: number;
  readonly col: number;
  /** Where the cell stands in the file: sheet name (`Table 3` in Word) and address (`B4`). */
  readonly sheet: string;
  readonly address: string;
  /** The text as displayed: a typed 2390 formatted `£#,##0"k"` reads `£2,390k`. Never trimmed of meaning. */
  readonly text: string;
  /** The typed value; for sources without types (Word, CSV) the same string as `text`. */
  readonly value: string | number | boolean | null;
  /** The number format code, where the source has one. */
  readonly format?: string;
  /** The formula without its leading `=`, where the source has one. */
  readonly formula?: string;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** In a hidden row, column or sheet. */
  readonly hidden: boolean;
  readonly bold?: boolean;
}

/** A line of text outside any table: a heading, caption, bullet or paragraph, addressed `P12`. */
export interface TextLine {
  readonly address: string;
  readonly text: string;
  readonly style: 'heading' | 'caption' | 'list' | 'body';
}

export interface Grid {
  /** The sheet's name; `Table N` for the Nth table of a Word file; the file's name for a CSV. */
  readonly sheet: string;
  readonly rows: number;
  readonly cols: number;
  /** Row-major order. */
  readonly cells: readonly GridCell[];
  /** The whole sheet is hidden. */
  readonly hidden: boolean;
  /** Text lines directly above and below the grid in the same document (Word, HTML), nearest last / first. */
  readonly before: readonly TextLine[];
  readonly after: readonly TextLine[];
}

/** Everything read from one file. */
export interface Reading {
  readonly file: string;
  readonly sha256: string;
  readonly kind: 'workbook' | 'word' | 'csv' | 'html' | 'text';
  readonly grids: readonly Grid[];
  /** Every text line of the document, in order, tables left out. */
  readonly text: readonly TextLine[];
  /** Plain-English notes on what was left aside (external links, macros, pictures), with its place. */
  readonly warnings: readonly string[];
}

/** A cell as named to people and in `--json`. For text lines `sheet` is `Text` and `cell` is `P12`. */
export interface CellRef {
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly text: string;
}
