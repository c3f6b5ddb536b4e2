/** Captions written below their tables: the file as a whole shows where they stand, a single table does not. */
import type { Grid, TextLine } from '#shared/grid/grid.ts';
import { type View, viewOf } from '#shared/table/view.ts';
import { isMarked, isNote, isTotal } from '#shared/table/words.ts';

function firstOf(lines: readonly TextLine[]): TextLine | undefined {
  return lines.find((line) => line.text.trim() !== '');
}

/**
 * Whether the captions of a document stand below: the first table has none before it, and every table, the last
 * one too, has one right after it.
 */
function areBelow(grids: readonly Grid[]): boolean {
  const [first] = grids;
  const before = first?.before.some((line) => line.style === 'caption') ?? true;
  return !before && grids.every((grid) => firstOf(grid.after)?.style === 'caption');
}

/** The grids of a document with every caption before its own table, wherever it was written. */
export function withCaptionsAbove(grids: readonly Grid[]): readonly Grid[] {
  if (grids.length === 0 || !areBelow(grids)) return grids;
  const captions = grids.map((grid) => firstOf(grid.after));
  return grids.map((grid, at) => {
    const own = captions[at];
    const others = new Set(captions.filter((one) => one !== own).map((one) => one?.address));
    const keep = (line: TextLine) => line.address !== own?.address && !others.has(line.address);
    return {
      ...grid,
      before: [...grid.before.filter(keep), ...(own ? [own] : [])],
      after: grid.after.filter(keep),
    };
  });
}

interface Ends {
  /** Bands of rows that hold figures. */
  readonly bands: number;
  /** Of these, the ones that end in a row of words without figures. */
  readonly worded: number;
  /** Of these, the ones that end in words too long for a name alone. */
  readonly long: number;
  /** Of these, the ones whose last row of figures is a total. */
  readonly totalled: number;
}

interface Row {
  readonly texts: readonly string[];
  readonly figures: boolean;
}

function rowsOf(view: View): readonly Row[] {
  const rows = Array.from({ length: view.grid.rows }, (): { texts: string[]; figures: boolean } => ({
    texts: [],
    figures: false,
  }));
  for (const cell of view.grid.cells) {
    const row = rows[cell.row];
    if (!row || cell.text.trim() === '') continue;
    row.texts.push(cell.text);
    row.figures ||= view.weight(cell.row, cell.col) === 'number';
  }
  return rows;
}

const MOST_ABREAST = 3;

/** How the bands of a sheet, parted by blank rows, end. */
function endsOf(grid: Grid): Ends {
  const ends = { bands: 0, worded: 0, long: 0, totalled: 0 };
  const rows = rowsOf(viewOf(grid));
  let figures = false;
  for (const [at, row] of rows.entries()) {
    figures ||= row.figures;
    const next = rows[at + 1];
    if (!figures || (next && next.texts.length > 0)) continue;
    const before = rows[at - 1];
    const named = !row.figures && row.texts.length <= MOST_ABREAST && !row.texts.some(isMarked);
    ends.bands += 1;
    if (named && before?.figures) {
      ends.worded += 1;
      if (row.texts.some(isNote)) ends.long += 1;
      if (isTotal(before.texts[0] ?? '')) ends.totalled += 1;
    }
    figures = false;
  }
  return ends;
}

/**
 * Whether the tables of a workbook are named below: every band of figures, two at least or one that ends in a total,
 * is followed at once by words alone. A long line may be a note as well as a name: among names it is taken for one.
 */
export function areNamedBelow(grids: readonly Grid[]): boolean {
  const all = grids.map(endsOf);
  const sum = (of: (ends: Ends) => number) => all.reduce((total, ends) => total + of(ends), 0);
  const bands = sum((ends) => ends.bands);
  const needed = bands === 1 ? sum((ends) => ends.totalled) : sum((ends) => ends.worded);
  return bands > 0 && needed === bands && sum((ends) => ends.long) * 3 <= bands;
}
