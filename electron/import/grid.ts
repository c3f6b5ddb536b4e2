/** Builds grids from the cells that readers find: ordered, without blanks, no larger than what is filled. */
import { addressOf } from '#shared/grid/address.ts';
import type { Grid, GridCell, TextLine } from '#shared/grid/grid.ts';

/** A cell before it knows its sheet: position, text, and whatever differs from the plain case. */
export interface FoundCell {
  readonly row: number;
  readonly col: number;
  readonly text: string;
  readonly value?: GridCell['value'];
  readonly format?: string;
  readonly formula?: string;
  readonly rowSpan?: number;
  readonly colSpan?: number;
  readonly hidden?: boolean;
  readonly bold?: boolean;
}

export interface GridFrame {
  readonly sheet: string;
  readonly hidden?: boolean;
  /** The extent where the source draws one (a Word table); else that of the cells that are not blank. */
  readonly rows?: number;
  readonly cols?: number;
  readonly before?: readonly TextLine[];
  readonly after?: readonly TextLine[];
}

/** A grid of the cells given, in row-major order. Spans are cut at the grid's edge. */
export function makeGrid(frame: GridFrame, found: readonly FoundCell[]): Grid {
  const listed = found.filter((cell) => !isBlank(cell.text) || isMerged(cell));
  const filled = listed.filter((cell) => !isBlank(cell.text));
  const rows = frame.rows ?? filled.reduce((most, cell) => Math.max(most, cell.row + 1), 0);
  const cols = frame.cols ?? filled.reduce((most, cell) => Math.max(most, cell.col + 1), 0);
  const cells = listed
    .filter((cell) => cell.row < rows && cell.col < cols)
    .sort((a, b) => a.row - b.row || a.col - b.col)
    .map((cell) => placed(frame, cell, rows, cols));
  return {
    sheet: frame.sheet,
    rows,
    cols,
    cells,
    hidden: frame.hidden ?? false,
    before: frame.before ?? [],
    after: frame.after ?? [],
  };
}

function placed(frame: GridFrame, cell: FoundCell, rows: number, cols: number): GridCell {
  return {
    row: cell.row,
    col: cell.col,
    sheet: frame.sheet,
    address: addressOf(cell.row, cell.col),
    text: cell.text,
    value: cell.value === undefined ? cell.text : cell.value,
    ...(cell.format === undefined ? {} : { format: cell.format }),
    ...(cell.formula === undefined ? {} : { formula: cell.formula }),
    rowSpan: Math.min(cell.rowSpan ?? 1, rows - cell.row),
    colSpan: Math.min(cell.colSpan ?? 1, cols - cell.col),
    hidden: (frame.hidden ?? false) || (cell.hidden ?? false),
    ...(cell.bold ? { bold: true } : {}),
  };
}

/** Nothing to see: spaces, non-breaking spaces and line ends only. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}

function isMerged(cell: FoundCell): boolean {
  return (cell.rowSpan ?? 1) > 1 || (cell.colSpan ?? 1) > 1;
}
