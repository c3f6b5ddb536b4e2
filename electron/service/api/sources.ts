/** The table around a cell, as it was sent, read again from the stored bytes. */
import { allReturns } from '#db/table/return.ts';
import { Problem } from '#electron/service/problem.ts';
import type { Session } from '#electron/service/session.ts';
import { storedReading } from '#electron/service/understand.ts';
import type { SourceView } from '#shared/api/api.ts';
import type { CellRef, Grid, GridCell, Reading, TextLine } from '#shared/grid/grid.ts';
import type { ReturnVersion } from '#shared/operation/stored.ts';

/** A cell with the file it is in, where an assertion names that; else the file's name has to do. */
export interface Place {
  readonly ref: CellRef;
  readonly sha256: string | null;
}

/** The hash at the head of an assertion's id; null where it has none. */
export function shaOf(assertion: string | null | undefined): string | null {
  return /^[0-9a-f]{64}/.exec(assertion ?? '')?.[0] ?? null;
}

/** A stored file read into grids, kept for the next look: its bytes never change. */
export async function readingOf(session: Session, version: ReturnVersion): Promise<Reading> {
  const name = `reading ${version.sha256} ${version.name}`;
  const known = session.memo.get(name);
  if (known) return known.value as Reading;
  const value = await storedReading(session, version);
  session.memo.set(name, { event: 0, value });
  return value;
}

/** One view for each table that holds some of the cells, in the order the cells come. */
export async function sourceViews(
  session: Session,
  places: readonly Place[],
): Promise<readonly SourceView[]> {
  const versions = allReturns(session.board);
  const views = new Map<string, SourceView>();
  for (const { ref, sha256 } of places) {
    const version = versionOf(versions, ref, sha256);
    if (!version) throw new Problem('file-missing', `${ref.file} is no longer on this board.`);
    const reading = await readingOf(session, version);
    const { grid, at } = gridAround(reading, ref);
    const name = `${version.sha256} ${reading.grids.indexOf(grid)} ${at ? '' : ref.cell}`;
    const earlier = views.get(name);
    views.set(name, {
      file: version.name,
      provider: version.provider,
      period: version.period,
      grid,
      lit: [...(earlier?.lit ?? []), ref.cell],
      cells: [...(earlier?.cells ?? []), ...(at ? [{ row: at.row, col: at.col }] : [])],
    });
  }
  return [...views.values()];
}

function versionOf(
  versions: readonly ReturnVersion[],
  ref: CellRef,
  sha256: string | null,
): ReturnVersion | undefined {
  const candidates = versions.filter((one) => (sha256 ? one.sha256 === sha256 : one.name === ref.file));
  return candidates.find((one) => one.status === 'current') ?? candidates.at(-1);
}

interface Found {
  readonly grid: Grid;
  readonly at: GridCell | null;
}

/** A table that runs over a page holds cells of several sheets, so cells are asked before names of grids. */
function gridAround(reading: Reading, ref: CellRef): Found {
  for (const grid of reading.grids) {
    const at = grid.cells.find((cell) => cell.sheet === ref.sheet && cell.address === ref.cell);
    if (at) return { grid, at };
  }
  const line = reading.text.findIndex((one) => one.address === ref.cell);
  if (line >= 0) return textGrid(reading.text, line);
  const grid = reading.grids.find((one) => one.sheet === ref.sheet) ?? reading.grids[0];
  if (grid) return { grid, at: null };
  throw new Problem('no-cell', `Cell ${ref.cell} of ${ref.sheet} in ${ref.file} is no longer there.`);
}

/** Lines shown on either side of a line of text. */
const AROUND = 3;

/** A line of text with its neighbours, as a grid of one column. */
function textGrid(text: readonly TextLine[], line: number): Found {
  const shown = text.slice(Math.max(0, line - AROUND), line + AROUND + 1);
  const cells = shown.map((one, row) => textCell(one, row));
  const grid: Grid = {
    sheet: 'Text',
    rows: shown.length,
    cols: 1,
    cells,
    hidden: false,
    before: [],
    after: [],
  };
  return { grid, at: cells.find((cell) => cell.address === text[line]?.address) ?? null };
}

function textCell({ address, text, style }: TextLine, row: number): GridCell {
  const place = { row, col: 0, sheet: 'Text', address, rowSpan: 1, colSpan: 1, hidden: false };
  return { ...place, text, value: text, bold: style === 'heading' };
}
