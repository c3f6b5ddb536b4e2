/**
 * Months that lost their date format: a heading `44287`, `44317`, `44348` is April, May and June 2021, counted in days
 * as spreadsheets count them (day 1 is 1 January 1900). Files passed from one program to another carry such headings.
 *
 * One number alone may be anything; first days of following months side by side are months.
 */
import type { Grid, GridCell } from '#shared/grid/grid.ts';
import { periodName } from '#shared/period/period.ts';

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** The serial number of 1 January 2000. */
const EPOCH = 36_526;
const YEARS = 60;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** The serial number of every first day of a month from 2000 on, with the months counted up from 0. */
const FIRSTS: ReadonlyMap<number, number> = (() => {
  const firsts = new Map<number, number>();
  let day = EPOCH;
  for (let at = 0; at < YEARS * 12; at += 1) {
    firsts.set(day, at);
    day += (DAYS[at % 12] ?? 0) + (at % 12 === 1 && isLeap(2000 + Math.floor(at / 12)) ? 1 : 0);
  }
  return firsts;
})();

/** Months from January 2000 for a bare number that is the first day of one. */
function monthOf({ text, value }: GridCell): number | null {
  const bare = /^\d{5}$/.test(text.trim()) ? Number(text) : null;
  const typed = typeof value === 'number' ? value : bare;
  return bare !== null && typed === bare ? (FIRSTS.get(bare) ?? null) : null;
}

/** Cells of one line of the grid that are following months, two at least, with nothing between them. */
function runsIn(line: readonly GridCell[], at: (cell: GridCell) => number): readonly GridCell[] {
  const runs: GridCell[][] = [];
  let last: GridCell | null = null;
  for (const cell of line.toSorted((a, b) => at(a) - at(b))) {
    const month = monthOf(cell);
    const before: number | null = last && at(cell) - at(last) === 1 ? monthOf(last) : null;
    if (month !== null && before !== null && month === before + 1) runs.at(-1)?.push(cell);
    else runs.push([cell]);
    last = cell;
  }
  return runs.filter((run) => run.length >= 2).flat();
}

function named(cell: GridCell): GridCell {
  const month = monthOf(cell) ?? 0;
  const text = periodName({ kind: 'month', year: 2000 + Math.floor(month / 12), month: (month % 12) + 1 });
  return { ...cell, text, value: text };
}

/** The grid with such headings as the months they are. */
export function withMonths(grid: Grid): Grid {
  const likely = grid.cells.filter((cell) => monthOf(cell) !== null);
  if (likely.length < 2) return grid;
  const across = [...Map.groupBy(likely, ({ row }) => row).values()].flatMap((line) =>
    runsIn(line, ({ col }) => col),
  );
  const down = [...Map.groupBy(likely, ({ col }) => col).values()].flatMap((line) =>
    runsIn(line, ({ row }) => row),
  );
  const months = new Set([...across, ...down]);
  return months.size === 0
    ? grid
    : { ...grid, cells: grid.cells.map((cell) => (months.has(cell) ? named(cell) : cell)) };
}
