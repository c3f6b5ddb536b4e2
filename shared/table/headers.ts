/** Header rows: which they are, and the heading path of each column. */
import type { GridCell } from '#shared/grid/grid.ts';
import { isYear, type Region, range, rowCells, type View, weights } from '#shared/table/view.ts';
import { bareLabel, isGrand } from '#shared/table/words.ts';

export interface Frame {
  readonly region: Region;
  /** Single lines above the header: titles of the table. */
  readonly titleRows: readonly number[];
  readonly headerRows: readonly number[];
  /** Rows below the header that hold something, repeated headers left out. */
  readonly bodyRows: readonly number[];
  /** Columns with anything in them. */
  readonly columns: readonly number[];
}

function texts(view: View, row: number, region: Region): readonly string[] {
  return range(region.left, region.right).map((col) => view.at(row, col)?.text.trim() ?? '');
}

/** A row of years, or of 1, 2, 3, 4 …: numbers that head columns. */
function headsByNumber(view: View, row: number, region: Region): boolean {
  const cells = rowCells(view, row, region).filter((cell) => view.weight(row, cell.col) === 'number');
  const read = cells.map((cell) => view.printed(row, cell.col));
  if (read.length < 2 || row >= region.bottom) return false;
  const below = range(row + 1, region.bottom);
  const filled = cells.every((cell) => weights(view, cell.col, below).number > 0);
  if (!filled) return false;
  if (read.every(isYear)) return !cells.every((cell) => isYear(view.printed(row + 1, cell.col)));
  const values = read.map((one) =>
    one.kind === 'quantities' ? (one.quantities[0]?.quantity.value ?? NaN) : NaN,
  );
  const counts = values.length >= 4 && values.every((value, i) => value === (values[0] ?? 0) + i);
  const headed = range(region.top, row - 1).some((above) =>
    cells.some((cell) => view.weight(above, cell.col) === 'text'),
  );
  return counts && !headed && (values[0] === 0 || values[0] === 1);
}

/** `3 month follow-up` in a heading begins with a number and is none. */
function isWorded(view: View, row: number, col: number): boolean {
  const printed = view.printed(row, col);
  if (printed.kind !== 'quantities' || printed.note === null) return false;
  return /^[A-Za-z]/.test(printed.note) && printed.note.split(/\s+/).length >= 2;
}

function isNumberRow(view: View, row: number, region: Region): boolean {
  return rowCells(view, row, region).some(
    (cell) => view.weight(row, cell.col) === 'number' && !isWorded(view, row, cell.col),
  );
}

/** A single line above a table: it starts at the left edge, or spans most of the width. */
function isTitleRow(view: View, row: number, region: Region): boolean {
  const cells = rowCells(view, row, region);
  const [cell] = cells;
  if (cells.length !== 1 || !cell || row === region.bottom) return false;
  if (view.weight(row, cell.col) === 'number') return false;
  return cell.col === region.left || cell.colSpan >= region.right - region.left + 1;
}

/** Columns that mostly hold numbers from the first row of numbers on. */
function numberColumns(view: View, region: Region, first: number): readonly number[] {
  const rows = range(first, region.bottom);
  return range(region.left, region.right).filter((col) => {
    const count = weights(view, col, rows);
    return count.number > 0 && count.number >= count.text;
  });
}

/** The last row above the numbers that still heads a column of numbers; `top - 1` where none does. */
function lastHeader(view: View, region: Region, top: number, first: number): number {
  const columns = numberColumns(view, region, first);
  const heads = range(top, first - 1).filter(
    (row) =>
      headsByNumber(view, row, region) ||
      columns.some((col) => {
        const cell = view.over(row, col);
        return (
          cell !== null && (view.weight(cell.row, cell.col) === 'text' || isWorded(view, cell.row, cell.col))
        );
      }),
  );
  return heads.at(-1) ?? top - 1;
}

/** Without numbers, a first row that is full and unlike all below it heads the table. */
function wordsHeader(view: View, region: Region, top: number): number {
  const head = texts(view, top, region);
  const below = range(top + 1, region.bottom).map((row) => texts(view, row, region));
  const filled = head.filter((text) => text !== '');
  const fresh = head.every((text, i) => text === '' || below.every((row) => row[i] !== text));
  return filled.length >= 2 && below.length >= 1 && fresh ? top : top - 1;
}

/** Parts a piece into titles, header rows and body rows. */
export function frameOf(view: View, region: Region): Frame {
  let top = region.top;
  while (isTitleRow(view, top, region)) top += 1;
  const rows = range(top, region.bottom);
  const first = rows.find((row) => isNumberRow(view, row, region) && !headsByNumber(view, row, region));
  const last = first === undefined ? wordsHeader(view, region, top) : lastHeader(view, region, top, first);
  const headerRows = range(top, last);
  const heads = headerRows.map((row) => texts(view, row, region).join('|'));
  const bodyRows = range(last + 1, region.bottom).filter((row) => {
    const line = texts(view, row, region);
    return line.some((text) => text !== '') && !heads.includes(line.join('|'));
  });
  const columns = range(region.left, region.right).filter((col) =>
    [...headerRows, ...bodyRows].some((row) => view.over(row, col) !== null),
  );
  return { region, titleRows: range(region.top, top - 1), headerRows, bodyRows, columns };
}

/** The heading a column has in one header row: its own, a merged one, or the group's to its left. */
function headingAt(
  view: View,
  frame: Frame,
  level: number,
  col: number,
  labels: readonly number[],
): GridCell | null {
  const row = frame.headerRows[level];
  if (row === undefined) return null;
  const own = view.over(row, col);
  const lower = frame.headerRows.slice(level + 1);
  const hasLower = (at: number) => lower.some((below) => view.at(below, at) !== null);
  if (own || !hasLower(col) || isGrand(lowestText(view, lower, col))) return own;
  for (let left = col - 1; left >= frame.region.left && !labels.includes(left); left -= 1) {
    const group = view.over(row, left);
    if (group) return hasLower(left) && sameAbove(view, frame, level, left, col) ? group : null;
  }
  return null;
}

function lowestText(view: View, rows: readonly number[], col: number): string {
  return rows.map((row) => view.at(row, col)?.text ?? '').findLast((text) => text !== '') ?? '';
}

/** No new group begins above `col` since `from`: a group does not reach over a higher group's border. */
function sameAbove(view: View, frame: Frame, level: number, from: number, col: number): boolean {
  return frame.headerRows.slice(0, level).every((row) =>
    range(from + 1, col).every((at) => {
      const start = view.over(row, at);
      return start === null || start === view.over(row, from);
    }),
  );
}

/** The header cells over a column, outermost first, each once. */
export function headingCells(
  view: View,
  frame: Frame,
  col: number,
  labels: readonly number[],
): readonly GridCell[] {
  const cells = frame.headerRows.flatMap((_, level) => headingAt(view, frame, level, col, labels) ?? []);
  return cells.filter((cell, i) => cells.indexOf(cell) === i);
}

export function headingPath(cells: readonly GridCell[]): readonly string[] {
  return cells.map((cell) => bareLabel(cell.text) || cell.text.trim());
}
