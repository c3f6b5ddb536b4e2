/** How tall tables become on paper, so that short ones are kept whole and none is kept whole that cannot be. */
import { CELL_PADDING, type FittedTable, textWidth } from '#shared/pack/fit.ts';
import { type LaidTable, marked } from '#shared/pack/number.ts';

/** Tables up to this height, in points, stay on one page: a little under half of it. */
const WHOLE = 320;

/** Rows up to this height are not broken over pages. */
const ROW = 240;

export interface Keeping {
  /** The table stays on one page. */
  readonly together: boolean;
  /** Its rows are not broken. */
  readonly wholeRows: boolean;
}

/** What can be kept together of a table as fitted; heights are estimates and err on the tall side. */
export function keepingOf(laid: LaidTable, fitted: FittedTable): Keeping {
  const heights = fitted.parts.map((part) => rowHeights(laid, part.columns, part.widths, fitted.size));
  const tallest = Math.max(0, ...heights.map((rows) => rows.reduce((total, height) => total + height, 0)));
  return { together: tallest <= WHOLE, wholeRows: Math.max(0, ...heights.flat()) <= ROW };
}

function rowHeights(
  laid: LaidTable,
  columns: readonly number[],
  widths: readonly number[],
  size: number,
): readonly number[] {
  const rows = laid.table.rows.map(({ label, cells, total }) =>
    columns.map((column, index) => {
      const cell = cells[column - 1];
      const text = column === 0 ? label : cell ? marked(cell) : '';
      return linesOf(text, (widths[index] ?? 0) - CELL_PADDING, size, total);
    }),
  );
  const head = columns.map((column, index) =>
    linesOf(laid.header[column] ?? '', (widths[index] ?? 0) - CELL_PADDING, size, true),
  );
  return [head, ...rows].map((lines) => Math.max(1, ...lines) * size * 1.35 + 8);
}

/** Lines a text takes in a width; the tenth on top is for the words that do not fill their line. */
function linesOf(text: string, width: number, size: number, bold: boolean): number {
  const lines = text
    .split('\n')
    .map((line) => Math.ceil((textWidth(line, size, bold) * 1.1) / Math.max(1, width)));
  return lines.reduce((total, count) => total + Math.max(1, count), 0);
}
