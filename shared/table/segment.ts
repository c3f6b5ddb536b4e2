/**
 * Cutting a grid into pieces: blank rows first, then blank columns where both sides stand as tables of their
 * own (a recursive XY-cut, Nagy & Seth 1984), with lines of text between kept as pieces of their own.
 */
import { type Region, range, rowCells, type View, weights } from '#shared/table/view.ts';

export interface Piece extends Region {
  readonly kind: 'table' | 'text';
}

function isBlankRow(view: View, row: number, region: Region): boolean {
  return range(region.left, region.right).every((col) => view.over(row, col) === null);
}

function isBlankColumn(view: View, col: number, region: Region): boolean {
  return range(region.top, region.bottom).every((row) => view.over(row, col) === null);
}

/** Without its blank edges; null where nothing is left. */
export function trimmed(view: View, region: Region): Region | null {
  const rows = range(region.top, region.bottom).filter((row) => !isBlankRow(view, row, region));
  const [top, bottom] = [rows[0], rows.at(-1)];
  if (top === undefined || bottom === undefined) return null;
  const tall = { ...region, top, bottom };
  const cols = range(region.left, region.right).filter((col) => !isBlankColumn(view, col, tall));
  const [left, right] = [cols[0], cols.at(-1)];
  return left === undefined || right === undefined ? null : { top, bottom, left, right };
}

/** Runs of rows with something in them. */
function bands(view: View, region: Region): readonly Region[] {
  const found: Region[] = [];
  let top: number | null = null;
  for (const row of range(region.top, region.bottom + 1)) {
    const blank = row > region.bottom || isBlankRow(view, row, region);
    if (!blank && top === null) top = row;
    if (blank && top !== null) {
      found.push({ ...region, top, bottom: row - 1 });
      top = null;
    }
  }
  return found;
}

function isTextRow(view: View, row: number, region: Region): boolean {
  const cells = rowCells(view, row, region);
  return cells.length === 1 && cells.every((cell) => view.weight(cell.row, cell.col) === 'text');
}

/** A side that could be a table alone: text labels in its first column and numbers beside them. */
function standsAlone(view: View, region: Region | null): boolean {
  if (!region || region.right === region.left || region.bottom === region.top) return false;
  const rows = range(region.top, region.bottom);
  const first = weights(view, region.left, rows);
  const others = range(region.left + 1, region.right).map((col) => weights(view, col, rows));
  return first.text > first.number && first.text >= 2 && others.some((col) => col.number > 0);
}

/** The first blank column that parts two tables; null where none does. */
function gapColumn(view: View, region: Region): number | null {
  for (const col of range(region.left + 1, region.right - 1)) {
    if (!isBlankColumn(view, col, region)) continue;
    const left = trimmed(view, { ...region, right: col - 1 });
    const right = trimmed(view, { ...region, left: col + 1 });
    if (standsAlone(view, left) && standsAlone(view, right)) return col;
  }
  return null;
}

function leaf(view: View, region: Region): Piece {
  const text = range(region.top, region.bottom).every((row) => isTextRow(view, row, region));
  return { ...region, kind: text ? 'text' : 'table' };
}

/** One band: its title rows, and the tables side by side below them. */
function cutBand(view: View, band: Region): readonly Piece[] {
  let top = band.top;
  while (top < band.bottom && isTextRow(view, top, band)) top += 1;
  const below = trimmed(view, { ...band, top });
  const gap = below ? gapColumn(view, below) : null;
  if (!below || gap === null) return [leaf(view, band)];
  const titles: Piece[] = top > band.top ? [{ ...band, bottom: top - 1, kind: 'text' }] : [];
  const sides = [
    { ...below, right: gap - 1 },
    { ...below, left: gap + 1 },
  ];
  return [...titles, ...sides.flatMap((side) => cut(view, side))];
}

function cut(view: View, region: Region): readonly Piece[] {
  const inside = trimmed(view, region);
  if (!inside) return [];
  const rows = bands(view, inside);
  return rows.flatMap((band) => {
    const tight = trimmed(view, band);
    return tight ? cutBand(view, tight) : [];
  });
}

/** Every piece of the grid, from top to bottom and left to right. */
export function piecesOf(view: View): readonly Piece[] {
  const { rows, cols } = view.grid;
  const all = cut(view, { top: 0, bottom: rows - 1, left: 0, right: cols - 1 });
  return [...all].sort((a, b) => a.top - b.top || a.left - b.left);
}
