/**
 * Tables that go on over a page. Word writes them as two tables with nothing but blank lines between. They
 * are read as one only when it is clear: same columns, and the second either repeats the header or plainly
 * has none. A wrong join would put figures under the wrong heading, so doubt leaves them apart.
 */

import type { WordTable } from '#electron/import/word/table.ts';
import type { Grid, GridCell } from '#shared/grid/grid.ts';

/** The second table as a continuation of the first; null when it is a table of its own. */
export function joinedTables(first: WordTable, second: WordTable): WordTable | null {
  const header = headerRows(first);
  if (first.grid.cols !== second.grid.cols || header === 0) return null;
  const repeats = sameRows(first.grid, second.grid, header);
  if (!repeats && (hasOwnHeader(second) || !sameWidths(first.widths, second.widths))) return null;
  const skipped = repeats ? header : 0;
  if (isSameAgain(first.grid, second.grid, header, skipped)) return null;
  return { ...first, grid: appended(first.grid, second.grid, skipped) };
}

/** Rows before the first one with figures, or those Word repeats on every page. */
function headerRows(table: WordTable): number {
  if (table.headers > 0) return table.headers;
  const figures = table.grid.cells.filter((cell) => cell.col > 0 && isFigure(cell.text));
  return figures.length === 0
    ? 1
    : figures.reduce((least, cell) => Math.min(least, cell.row), table.grid.rows);
}

/** Opens with a row of words or a title across; a lone label is a row whose figures are blank. */
function hasOwnHeader(table: WordTable): boolean {
  const top = table.grid.cells.filter((cell) => cell.row === 0 && cell.text.trim() !== '');
  if (table.headers > 0 || top.length === 0) return true;
  if (top.some((cell) => cell.col > 0 && isFigure(cell.text))) return false;
  return top.length > 1 || top.some((cell) => cell.colSpan > 1);
}

/** A number as tables print them; a bare year or span of years is a heading. */
function isFigure(text: string): boolean {
  const trimmed = text.trim();
  if (/^(?:19|20)\d\d(?:\s*[-/–]\s*\d{2,4})?$/.test(trimmed)) return false;
  return (
    /^[-−+(<>£~≤≥ ]*\d[\d,.]*\s*(?:$|[%km*)(¹²³]|\s)/i.test(trimmed) && !/[a-z]{3,}.*[a-z]{3,}/i.test(trimmed)
  );
}

function sameRows(a: Grid, b: Grid, rows: number): boolean {
  return rows < b.rows && rowsText(a, rows) === rowsText(b, rows);
}

function rowsText(grid: Grid, rows: number): string {
  return grid.cells
    .filter((cell) => cell.row < rows && cell.text.trim() !== '')
    .map((cell) => `${cell.row} ${cell.col} ${normal(cell.text)}`)
    .join('\n');
}

function normal(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Column widths within a tenth of the table of one another; unknown widths do not object. */
function sameWidths(a: readonly number[], b: readonly number[]): boolean {
  const slack = a.reduce((sum, width) => sum + width, 0) / 10;
  return a.length !== b.length || a.every((width, at) => Math.abs(width - (b[at] ?? width)) <= slack);
}

/** The same table for another month or place: its rows have the same labels, or both end in a total. */
function isSameAgain(a: Grid, b: Grid, header: number, skipped: number): boolean {
  const above = new Set(labels(a, header));
  const below = labels(b, skipped);
  const again = below.filter((label) => above.has(label)).length;
  return again * 2 > below.length || (hasTotal(labels(a, header)) && hasTotal(below));
}

function labels(grid: Grid, from: number): string[] {
  const firstCol = (cell: GridCell): boolean => cell.row >= from && cell.col === 0;
  return grid.cells
    .filter(firstCol)
    .map((cell) => normal(cell.text))
    .filter((label) => label !== '');
}

function hasTotal(list: readonly string[]): boolean {
  return list.some((label) => /^(?:grand |overall )?totals?\b/.test(label));
}

function appended(a: Grid, b: Grid, skipped: number): Grid {
  const moved = b.cells
    .filter((cell) => cell.row >= skipped)
    .map((cell) => ({ ...cell, row: cell.row - skipped + a.rows }));
  return {
    ...a,
    rows: a.rows + b.rows - skipped,
    cells: [...a.cells, ...moved],
    after: [...a.after, ...b.after],
  };
}
