/**
 * Cutting a grid into pieces: blank rows first, then blank columns where both sides stand as tables of their
 * own (a recursive XY-cut, Nagy & Seth 1984), with lines of text between kept as pieces of their own.
 */
import { sidesOf, trimmed } from '#shared/table/beside.ts';
import { type Region, range, rowCells, type View } from '#shared/table/view.ts';

export interface Piece extends Region {
  readonly kind: 'table' | 'text';
}

function isBlankRow(view: View, row: number, region: Region): boolean {
  return range(region.left, region.right).every((col) => view.over(row, col) === null);
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

function leaf(view: View, region: Region): Piece {
  const text = range(region.top, region.bottom).every((row) => isTextRow(view, row, region));
  return { ...region, kind: text ? 'text' : 'table' };
}

/** One band: its title rows, and the tables side by side below them. */
function cutBand(view: View, band: Region): readonly Piece[] {
  let top = band.top;
  while (top < band.bottom && isTextRow(view, top, band)) top += 1;
  const below = trimmed(view, { ...band, top });
  const sides = below ? sidesOf(view, below) : null;
  if (!sides) return [leaf(view, band)];
  const titles: Piece[] = top > band.top ? [{ ...band, bottom: top - 1, kind: 'text' }] : [];
  return [...titles, ...[sides.left, sides.right].flatMap((side) => cut(view, side))];
}

/** A row of captions, each over one of the tables that follow side by side. */
function areCaptions(view: View, piece: Piece, next: readonly Piece[]): boolean {
  const tables = next.filter((one) => one.kind === 'table');
  const cells = rowCells(view, piece.top, piece);
  if (piece.top !== piece.bottom || cells.length < 2 || tables.length < 2) return false;
  const starts = new Set(tables.map((one) => one.left));
  return cells.every((cell) => view.weight(piece.top, cell.col) === 'text' && starts.has(cell.col));
}

function cut(view: View, region: Region): readonly Piece[] {
  const inside = trimmed(view, region);
  if (!inside) return [];
  const cuts = bands(view, inside).map((band) => {
    const tight = trimmed(view, band);
    return tight ? cutBand(view, tight) : [];
  });
  return cuts.flatMap((pieces, i) => {
    const [only] = pieces;
    const captions = only && pieces.length === 1 && areCaptions(view, only, cuts[i + 1] ?? []);
    return captions ? [{ ...only, kind: 'text' as const }] : pieces;
  });
}

/** Every piece of the grid, from top to bottom and left to right. */
export function piecesOf(view: View): readonly Piece[] {
  const { rows, cols } = view.grid;
  const all = cut(view, { top: 0, bottom: rows - 1, left: 0, right: cols - 1 });
  return [...all].sort((a, b) => a.top - b.top || a.left - b.left);
}
