/** A grid made easy to ask: what stands at a row and column, merged cells included, and what it reads. */
import { addressOf, parseAddress } from '#shared/grid/address.ts';
import type { Grid, GridCell } from '#shared/grid/grid.ts';
import type { PrintedCell } from '#shared/quantity/quantity.ts';
import { readCell } from '#shared/quantity/read.ts';
import { isAwaited, isLookalike } from '#shared/quantity/symbols.ts';

/** How a cell counts when shapes are weighed: `weak` is a dash, an absence or a number that did not read. */
export type Weight = 'blank' | 'number' | 'text' | 'weak';

export interface Region {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface View {
  readonly grid: Grid;
  /** The cell that starts here; null where blank or covered by a merge. */
  at(row: number, col: number): GridCell | null;
  /** The cell that starts here or covers this place. */
  over(row: number, col: number): GridCell | null;
  printed(row: number, col: number): PrintedCell;
  weight(row: number, col: number): Weight;
  /** The place in the file, also of a blank cell. */
  place(row: number, col: number): { readonly sheet: string; readonly address: string };
}

const BLANK: PrintedCell = { kind: 'blank' };

function keyOf(row: number, col: number): number {
  return row * 16384 + col;
}

function weigh(printed: PrintedCell): Weight {
  if (printed.kind === 'blank') return 'blank';
  if (printed.kind === 'absent') return 'weak';
  if (printed.kind === 'quantities') return printed.nil ? 'weak' : 'number';
  if (printed.kind === 'unread')
    return /^[A-Za-z]/.test(printed.text) || printed.text.split(/\s+/).length > 4 ? 'text' : 'weak';
  return isAwaited(printed.text) || isLookalike(printed.text) ? 'weak' : 'text';
}

/** Where each row's address stands against its place in the grid: a table may go on over a page. */
function placesOf(grid: Grid): (row: number, col: number) => { sheet: string; address: string } {
  const byRow = new Map<number, { sheet: string; rows: number; cols: number }>();
  for (const cell of grid.cells) {
    const at = parseAddress(cell.address);
    if (at && !byRow.has(cell.row)) {
      byRow.set(cell.row, { sheet: cell.sheet, rows: at.row - cell.row, cols: at.col - cell.col });
    }
  }
  return (row, col) => {
    for (let near = row; near >= 0; near -= 1) {
      const found = byRow.get(near);
      if (found) return { sheet: found.sheet, address: addressOf(row + found.rows, col + found.cols) };
    }
    return { sheet: grid.sheet, address: addressOf(row, col) };
  };
}

export function viewOf(grid: Grid): View {
  const starts = new Map<number, GridCell>();
  const covers = new Map<number, GridCell>();
  const read = new Map<number, PrintedCell>();
  for (const cell of grid.cells) {
    if (cell.text.trim() === '') continue;
    starts.set(keyOf(cell.row, cell.col), cell);
    read.set(keyOf(cell.row, cell.col), readCell(cell));
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      for (let col = cell.col; col < cell.col + cell.colSpan; col += 1) covers.set(keyOf(row, col), cell);
    }
  }
  const printed = (row: number, col: number) => read.get(keyOf(row, col)) ?? BLANK;
  return {
    grid,
    at: (row, col) => starts.get(keyOf(row, col)) ?? null,
    over: (row, col) => covers.get(keyOf(row, col)) ?? null,
    printed,
    weight: (row, col) => weigh(printed(row, col)),
    place: placesOf(grid),
  };
}

export function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

/** The cells that start in a row of the region. */
export function rowCells(view: View, row: number, region: Region): readonly GridCell[] {
  return range(region.left, region.right).flatMap((col) => view.at(row, col) ?? []);
}

/** Weights of a column over some rows. */
export function weights(view: View, col: number, rows: readonly number[]): Readonly<Record<Weight, number>> {
  const count = { blank: 0, number: 0, text: 0, weak: 0 };
  for (const row of rows) count[view.weight(row, col)] += 1;
  return count;
}

/** A bare year, as headings print it: 2019. */
export function isYear(printed: PrintedCell): boolean {
  const first = printed.kind === 'quantities' ? printed.quantities[0] : undefined;
  if (!first || (printed.kind === 'quantities' && printed.quantities.length > 1)) return false;
  return /^(?:19|20)\d\d[*†]*$/.test(first.text) && first.quantity.whole;
}
