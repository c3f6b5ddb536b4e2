/**
 * Every table of a grid, by shape alone.
 *
 * A sheet may hold several tables, one under another or side by side, with titles above and notes below. The
 * grid is cut into pieces, pieces are joined or parted again, and each becomes a table with its header rows,
 * label columns, lines and body. Numbers outside all of them become small tables of their own: none is lost.
 */
import { addressOf } from '#shared/grid/address.ts';
import type { Grid, GridCell, TextLine } from '#shared/grid/grid.ts';
import { relationsOf } from '#shared/table/aggregates.ts';
import { captionAmong, captionBefore, lineOf, namesBefore, notesAfter } from '#shared/table/around.ts';
import { areNamedBelow, withCaptionsAbove } from '#shared/table/below.ts';
import { type Frame, frameOf } from '#shared/table/headers.ts';
import { labellingOf } from '#shared/table/labels.ts';
import { columnLines, rowLines } from '#shared/table/lines.ts';
import { type Block, joined, parted } from '#shared/table/pieces.ts';
import { scaledBody } from '#shared/table/scale.ts';
import { piecesOf } from '#shared/table/segment.ts';
import { withMonths } from '#shared/table/serial.ts';
import type { BodyCell, Line, ShapeRelation, ShapeTable, TableLayout } from '#shared/table/table.ts';
import { type Region, range, rowCells, type View, viewOf } from '#shared/table/view.ts';
import { isMarked, isNote } from '#shared/table/words.ts';

function bodyOf(view: View, rows: readonly Line[], columns: readonly Line[]): readonly BodyCell[] {
  return rows
    .filter((row) => row.role !== 'section')
    .flatMap((row) =>
      columns.map((column): BodyCell => {
        const cell = view.at(row.index, column.index);
        const place = view.place(row.index, column.index);
        return {
          row: row.index,
          col: column.index,
          ...place,
          cell,
          printed: view.printed(row.index, column.index),
        };
      }),
    );
}

function layoutOf(frame: Frame, cases: boolean, columns: readonly Line[]): TableLayout {
  if (cases) return 'cases';
  if (frame.headerRows.length === 0) return 'list';
  const figures = columns.filter((column) => column.role !== 'words' && column.role !== 'number');
  return figures.length <= 1 ? 'records' : 'matrix';
}

/** Single lines at the foot of a piece that explain rather than name a row. */
function footRows(view: View, region: Region, named: boolean): readonly number[] {
  const found: number[] = [];
  for (let row = region.bottom; row > region.top; row -= 1) {
    const cells = rowCells(view, row, region);
    const [cell] = cells;
    if (cells.length !== 1 || !cell || view.weight(row, cell.col) === 'number') break;
    const name = named && found.length === 0;
    if (!name && !isNote(cell.text) && !(cell.colSpan > 1 && cell.col === region.left)) break;
    found.unshift(row);
  }
  return found;
}

function linesIn(view: View, region: Region, rows: readonly number[]): readonly TextLine[] {
  return rows.flatMap((row) => rowCells(view, row, region).map(lineOf));
}

function rangeOf(view: View, frame: Frame): string {
  const rows = [...frame.headerRows, ...frame.bodyRows];
  const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
  const [left, right] = [Math.min(...frame.columns), Math.max(...frame.columns)];
  return `${view.place(top, left).address}:${view.place(bottom, right).address}`;
}

/** The heading over the labels, which may state the unit of the whole table. */
function stubTexts(view: View, frame: Frame, labels: readonly number[]): readonly string[] {
  return frame.headerRows.flatMap((row) => labels.flatMap((col) => view.at(row, col)?.text ?? []));
}

/**
 * A table of one block, without what stands around it; null where the block holds no table. `around` are the texts
 * above it, nearest first, which may state its unit.
 */
function tableOf(view: View, block: Region, around: readonly string[], named = false): ShapeTable | null {
  const feet = footRows(view, block, named);
  const region = { ...block, bottom: (feet[0] ?? block.bottom + 1) - 1 };
  const frame = frameOf(view, region);
  if (frame.bodyRows.length === 0 || frame.columns.length === 0) return null;
  const labelling = labellingOf(view, frame);
  const rows = rowLines(view, frame, labelling);
  const columns = columnLines(view, frame, labelling);
  const titles = linesIn(view, region, frame.titleRows);
  const above = [...titles.map((line) => line.text), ...around];
  const units = [...stubTexts(view, frame, labelling.labels), ...above];
  const body = scaledBody(bodyOf(view, rows, columns), rows, columns, units);
  const figures = body.some((one) => one.printed.kind === 'quantities' || one.printed.kind === 'unread');
  const long = frame.bodyRows.length >= 2 || labelling.cases;
  const words = frame.headerRows.length > 0 && long && frame.columns.length >= 2;
  if (!figures && !words) return null;
  const table: ShapeTable = {
    sheet: view.grid.sheet,
    range: rangeOf(view, frame),
    caption: null,
    captionAt: null,
    titles,
    headerRows: frame.headerRows,
    labelColumns: labelling.labels,
    rows,
    columns,
    body,
    notes: linesIn(view, block, feet),
    layout: layoutOf(frame, labelling.cases, columns),
    relations: [],
  };
  const relations = relationsOf(table);
  return { ...table, rows: withWideTotals(table, relations), relations };
}

/** A total that adds lines of several sections stands under none of them. */
function withWideTotals(table: ShapeTable, relations: readonly ShapeRelation[]): readonly Line[] {
  const rowOf = new Map(table.body.map((cell) => [cell.address, cell.row]));
  const sectionOf = new Map(table.rows.map((row) => [row.index, row.section]));
  return table.rows.map((row) => {
    if (row.section === null || row.role !== 'total') return row;
    const own = relations.filter((one) => one.along === 'column' && rowOf.get(one.result) === row.index);
    const wide = own.some((one) =>
      one.parts.some((part) => sectionOf.get(rowOf.get(part) ?? -1) !== row.section),
    );
    return wide ? { ...row, section: null } : row;
  });
}

interface Found {
  readonly block: Region;
  readonly table: ShapeTable;
  readonly lines: readonly TextLine[];
}

/**
 * Adds a line of text to the table it belongs to: a note to the one above, else a title to the one below. Long
 * words a blank row below a table, with another table to follow (`heads`), are the caption of that.
 */
function placeText(view: View, found: Found[], text: Block, waiting: Waiting[], heads: boolean): void {
  const lines = linesIn(view, text, range(text.top, text.bottom));
  const above = found.findLastIndex(({ block }) => block.left <= text.right && block.right >= text.left);
  const upper = found[above];
  const apart = upper !== undefined && text.top - upper.block.bottom > 1;
  const noted = lines.filter((line) => upper && (apart && heads ? isMarked(line.text) : isNote(line.text)));
  if (upper && noted.length > 0) {
    found[above] = { ...upper, table: { ...upper.table, notes: [...upper.table.notes, ...noted] } };
  }
  for (const row of range(text.top, text.bottom)) {
    for (const cell of rowCells(view, row, text)) {
      const title = lines.find((line) => line.address === cell.address && !noted.includes(line));
      const reach = { top: row, bottom: row, left: cell.col, right: cell.col + cell.colSpan - 1 };
      if (title) waiting.push({ block: reach, title, used: false });
    }
  }
}

interface Waiting {
  readonly block: Region;
  readonly title: TextLine;
  used: boolean;
}

/** Titles waiting above a block; one that spans several tables serves them all. */
function titlesFor(waiting: readonly Waiting[], block: Region): readonly TextLine[] {
  const above = waiting.filter((one) => one.block.bottom < block.top);
  const fitting = above.filter((one) => one.block.left <= block.right && one.block.right >= block.left);
  const near = above.filter((one) => one.block.left < block.left && !fitting.includes(one));
  const taken = fitting.length > 0 ? fitting : near;
  return taken.map((one) => one.title);
}

function captioned(grid: Grid, table: ShapeTable, first: boolean, named: boolean): ShapeTable {
  const below = named
    ? (table.notes.find((line) => !isNote(line.text)) ?? table.notes.find((line) => !isMarked(line.text)))
    : undefined;
  const inside = below ?? captionAmong(table.titles);
  const before = first && !below ? captionBefore(grid) : null;
  const caption = before && !/^table\b/i.test(inside?.text ?? '') ? before : (inside ?? before);
  const others = before ? namesBefore(grid, before).toReversed() : [];
  const titles = [...others, ...table.titles].filter((line) => line !== caption);
  return { ...table, caption: caption?.text ?? null, captionAt: caption?.address ?? null, titles };
}

/** A number no table covers, as a table of its own row. */
function leftovers(view: View, tables: readonly ShapeTable[]): readonly ShapeTable[] {
  const lost = uncovered(view, tables);
  const rows = [...new Set(lost.map((cell) => cell.row))];
  return rows.flatMap((row) => {
    const cols = lost.filter((cell) => cell.row === row).map((cell) => cell.col);
    const region = { top: row, bottom: row, left: Math.min(...cols), right: Math.max(...cols) };
    const table = tableOf(view, region, []);
    return table ? [table] : [];
  });
}

/** A table follows closely below. */
function isFollowed(blocks: readonly Block[], at: number): boolean {
  const text = blocks[at];
  return blocks.slice(at + 1).some((block) => {
    const reaches = text !== undefined && block.left <= text.right && block.right >= text.left;
    return reaches && block.kind === 'table' && block.top - text.bottom <= 4;
  });
}

/** What stands above a table, nearest first; the lines before the grid speak for its first table. */
function textsAbove(view: View, lines: readonly TextLine[], found: readonly Found[]): readonly string[] {
  const before = found.length === 0 ? captionBefore(view.grid) : null;
  return [...lines.map((line) => line.text).reverse(), ...(before ? [before.text] : [])];
}

/** A title that has served a table, which stands between it and the next. */
function isSpent(one: Waiting, block: Region, found: readonly Found[]): boolean {
  const between = (other: Region) => other.bottom < block.top && other.top > one.block.bottom;
  return one.used && found.some((other) => between(other.block));
}

function foundIn(view: View, named: boolean): readonly Found[] {
  const blocks = joined(
    view,
    piecesOf(view).flatMap((piece) => parted(view, piece)),
  );
  const found: Found[] = [];
  let waiting: Waiting[] = [];
  for (const [at, block] of blocks.entries()) {
    waiting = waiting.filter((one) => !isSpent(one, block, found));
    const lines = titlesFor(waiting, block);
    const table = block.kind === 'table' ? tableOf(view, block, textsAbove(view, lines, found), named) : null;
    if (!table) {
      placeText(view, found, { ...block, kind: 'text' }, waiting, isFollowed(blocks, at));
      continue;
    }
    for (const one of waiting) one.used ||= lines.includes(one.title);
    found.push({ block, table: { ...table, titles: [...lines, ...table.titles] }, lines });
  }
  return found;
}

/** Recognises every table of a grid, named above or below. Never throws; a grid without tables gives none. */
export function recogniseTables(grid: Grid, named = areNamedBelow([grid])): readonly ShapeTable[] {
  const view = viewOf(grid);
  const found = foundIn(view, named).map((one) => one.table);
  const last = found.length - 1;
  const tables = found.map((table, i) => {
    const notes = i === last ? [...table.notes, ...notesAfter(grid)] : table.notes;
    return captioned(grid, { ...table, notes }, i === 0, named);
  });
  return [...tables, ...leftovers(view, tables)];
}

/** Every table of a file, grid by grid. */
export function tablesOf(sheets: readonly Grid[]): readonly ShapeTable[] {
  const grids = sheets.map(withMonths);
  const named = areNamedBelow(grids);
  return withCaptionsAbove(grids).flatMap((grid) => recogniseTables(grid, named));
}

/** Cells with a number that stand in no table: neither body, label, heading, title nor note. */
export function uncoveredNumbers(grid: Grid, tables: readonly ShapeTable[]): readonly GridCell[] {
  return uncovered(viewOf(grid), tables);
}

function uncovered(view: View, tables: readonly ShapeTable[]): readonly GridCell[] {
  const covered = new Set<string>();
  for (const table of tables) {
    for (const cell of table.body) covered.add(cell.address);
    for (const line of [...table.rows, ...table.columns]) {
      for (const cell of line.labelCells) covered.add(cell.address);
    }
    for (const line of [...table.titles, ...table.notes]) covered.add(line.address);
    if (table.captionAt) covered.add(table.captionAt);
    for (const row of table.headerRows) {
      for (const column of [...table.labelColumns]) covered.add(addressOf(row, column));
    }
  }
  return view.grid.cells.filter(
    (cell) => view.weight(cell.row, cell.col) === 'number' && !covered.has(cell.address),
  );
}
