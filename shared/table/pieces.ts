/**
 * Joining and parting pieces: a blank row may stand inside one table, and two tables may stand with no blank
 * row between them.
 */
import { type Frame, frameOf } from '#shared/table/headers.ts';
import type { Piece } from '#shared/table/segment.ts';
import { type Region, range, rowCells, type View } from '#shared/table/view.ts';
import { plainLabel } from '#shared/table/words.ts';

export interface Block extends Region {
  readonly kind: 'table' | 'text';
}

function rowTexts(view: View, row: number, region: Region): readonly string[] {
  return rowCells(view, row, region).map((cell) => plainLabel(cell.text));
}

function hasNumber(view: View, row: number, region: Region): boolean {
  return rowCells(view, row, region).some((cell) => view.weight(row, cell.col) === 'number');
}

/** A row that heads columns: only words, at least two of them, where numbers stand above and below. */
function isHeaderLike(view: View, row: number, region: Region): boolean {
  const cells = rowCells(view, row, region);
  const words = cells.every((cell) => view.weight(row, cell.col) === 'text');
  if (!words || cells.length < 2) return false;
  const below = cells.some((cell) => view.weight(row + 1, cell.col) === 'number');
  return below && cells.some((cell) => cell.col > region.left);
}

/** The same heading again, as after a page break. */
function repeatsHeader(view: View, frame: Frame, row: number): boolean {
  const texts = rowTexts(view, row, frame.region).join('|');
  return frame.headerRows.some((header) => rowTexts(view, header, frame.region).join('|') === texts);
}

/** Where another table starts with no blank row before it: a title line, then a heading of its own. */
function innerStart(view: View, region: Region): number | null {
  const frame = frameOf(view, region);
  const [first] = frame.bodyRows;
  if (first === undefined || frame.headerRows.length === 0) return null;
  for (const row of range(first + 1, region.bottom - 2)) {
    const title = rowCells(view, row, region).length === 1 && !hasNumber(view, row, region);
    if (title && isHeaderLike(view, row + 1, region)) return row;
  }
  return null;
}

/** Parts a table piece that holds several tables one under another. */
export function parted(view: View, piece: Piece): readonly Block[] {
  if (piece.kind === 'text') return [piece];
  const start = innerStart(view, piece);
  if (start === null) return [piece];
  const rest: Piece = { ...piece, top: start };
  return [{ ...piece, bottom: start - 1 }, ...parted(view, rest)];
}

function within(inner: Region, outer: Region): boolean {
  return inner.left >= outer.left && inner.right <= outer.right;
}

/** A name or a note closes a table: what follows is another, though its heading may be the same. */
function endsInWords(view: View, block: Region): boolean {
  const cells = rowCells(view, block.bottom, block);
  return cells.length === 1 && !hasNumber(view, block.bottom, block);
}

/** Another table stands beside this one, in columns the table above covers. */
function hasNeighbour(view: View, block: Block, right: number): boolean {
  return range(block.top, block.bottom).some((row) =>
    range(block.right + 1, right).some((col) => view.over(row, col) !== null),
  );
}

/** True where `below` only goes on with the table above: same columns, and no heading of its own. */
function goesOn(view: View, above: Block, below: Block): boolean {
  if (above.kind !== 'table' || below.kind !== 'table' || !within(below, above)) return false;
  if (below.top - above.bottom > 3 || below.left !== above.left) return false;
  if (hasNeighbour(view, below, above.right)) return false;
  const upper = frameOf(view, above);
  const lower = frameOf(view, { ...below, right: above.right });
  const [head] = lower.headerRows;
  if (head !== undefined) {
    return lower.titleRows.length === 0 && !endsInWords(view, above) && repeatsHeader(view, upper, head);
  }
  const listed = upper.headerRows.length === 0;
  // A titled block under fewer columns is a list of its own, not a section of the table above.
  const titled = lower.titleRows.length > 0 || endsInWords(view, above);
  if (titled && below.right < above.right) return false;
  return listed ? lower.titleRows.length === 0 && above.right === below.right : lower.titleRows.length <= 1;
}

/** Joins pieces that a blank row parts only to the eye. */
export function joined(view: View, blocks: readonly Block[]): readonly Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const above = out.findLastIndex((one) => one.left <= block.right && one.right >= block.left);
    const upper = out[above];
    if (upper && goesOn(view, upper, block)) out[above] = { ...upper, bottom: block.bottom };
    else out.push(block);
  }
  return out;
}
