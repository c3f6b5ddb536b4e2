/** A grid as rows of cells with their spans, ready to be drawn as a table. */
import type { Grid, GridCell } from '#shared/grid/grid.ts';

export interface DrawnCell {
  readonly col: number;
  readonly cell: GridCell | null;
}

export interface DrawnRow {
  readonly row: number;
  readonly cells: readonly DrawnCell[];
}

export const placeOf = (row: number, col: number): string => `${row},${col}`;

/** Places covered by a merged block, without its anchor. */
function coveredBy(cells: readonly GridCell[]): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const { row, col, rowSpan, colSpan } of cells) {
    if (rowSpan === 1 && colSpan === 1) continue;
    for (let r = row; r < row + rowSpan; r += 1) {
      for (let c = col; c < col + colSpan; c += 1) if (r !== row || c !== col) covered.add(placeOf(r, c));
    }
  }
  return covered;
}

/** Columns that hold anything at all: sheets are often wide and empty on the right. */
export function usedColumns(grid: Grid): number {
  return grid.cells.reduce((most, { col, colSpan }) => Math.max(most, Math.min(grid.cols, col + colSpan)), 1);
}

export function drawnRows(grid: Grid, from = 0, to = grid.rows): readonly DrawnRow[] {
  const covered = coveredBy(grid.cells);
  const at = new Map(grid.cells.map((cell) => [placeOf(cell.row, cell.col), cell]));
  const cols = usedColumns(grid);
  const rows: DrawnRow[] = [];
  for (let row = from; row < to; row += 1) {
    const cells: DrawnCell[] = [];
    for (let col = 0; col < cols; col += 1) {
      if (!covered.has(placeOf(row, col))) cells.push({ col, cell: at.get(placeOf(row, col)) ?? null });
    }
    rows.push({ row, cells });
  }
  return rows;
}

/** Rows shown above and below the cells that matter in a long sheet. */
const AROUND = 12;
const LONG = 60;

/** The rows worth showing first: all of a short grid; of a long one those around what is lit. */
export function windowOf(grid: Grid, lit: readonly number[]): { readonly from: number; readonly to: number } {
  if (grid.rows <= LONG) return { from: 0, to: grid.rows };
  if (lit.length === 0) return { from: 0, to: LONG };
  const from = Math.max(0, Math.min(...lit) - AROUND);
  return { from, to: Math.min(grid.rows, Math.max(from + LONG, Math.max(...lit) + AROUND)) };
}
