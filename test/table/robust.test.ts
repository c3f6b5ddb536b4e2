/** Sheets that strain recognition: notes alone, titles over several tables, pages, long and wide listings. */
import { expect, test } from 'vitest';
import type { Grid } from '#shared/grid/grid.ts';
import { recogniseTables, uncoveredNumbers } from '#shared/table/recognise.ts';
import { gridFrom, rowsOf } from '#test/helpers/grid.ts';
import { shapeText } from '#test/helpers/shape.ts';

test('a sheet of notes holds no table', () => {
  const grid = gridFrom(
    rowsOf(`
Notes to the return
~
1. Families are counted once in a year.
2. Costs are at outturn prices and leave out support services.
~
Prepared by the performance team`),
  );
  expect(recogniseTables(grid)).toEqual([]);
});

test('a merged title over two tables is the title of both', () => {
  const grid = gridFrom(
    rowsOf(`
Activity of the teams in the quarter | | | | | |
~
Team | Open | Closed | | Ward | Open | Closed
North | 12 | 15 | | Abbey | 9 | 11
South | 20 | 18 | | Castle | 14 | 17
Total | 32 | 33 | | Total | 23 | 28`),
    { merges: { A1: [1, 7] } },
  );
  expect(recogniseTables(grid).map((table) => shapeText(table)[0])).toEqual([
    'A3:C6 "Activity of the teams in the quarter", matrix, headers 1, labels 0',
    'E3:G6 "Activity of the teams in the quarter", matrix, headers 1, labels 4',
  ]);
});

test('footnotes right below the last row are notes, not rows', () => {
  const [table] = recogniseTables(
    gridFrom(
      rowsOf(`
Team | Open | Closed
North* | 12 | 15
South | 20 | 18
Total | 32 | 33
* North took over two cases from East in May.
Source: case system`),
    ),
  );
  expect(table?.rows.map((row) => row.path)).toEqual([['North'], ['South'], ['Total']]);
  expect(table?.notes.map((line) => line.text)).toEqual([
    '* North took over two cases from East in May.',
    'Source: case system',
  ]);
});

/** A table that goes on in a second one of the file, with addresses of its own. */
function overPages(): Grid {
  const grid = gridFrom(
    rowsOf(`
Team | Open | Closed
North | 12 | 15
South | 20 | 18
East | 7 | 9
Total | 39 | 42`),
    { sheet: 'Table 1' },
  );
  const cells = grid.cells.map((cell) =>
    cell.row < 3
      ? cell
      : { ...cell, sheet: 'Table 2', address: cell.address.replace(/\d+/, String(cell.row - 2)) },
  );
  return { ...grid, cells };
}

test('a table continued on another page keeps each cell under its own address', () => {
  const [table] = recogniseTables(overPages());
  expect(table?.body.map((cell) => `${cell.sheet} ${cell.address}`)).toEqual([
    'Table 1 B2',
    'Table 1 C2',
    'Table 1 B3',
    'Table 1 C3',
    'Table 2 B1',
    'Table 2 C1',
    'Table 2 B2',
    'Table 2 C2',
  ]);
});

/** Numbers that repeat themselves only after many millions. */
function drawn(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * limit);
  };
}

function listing(rows: number, columns: number, limit: number): Grid {
  const below = drawn(rows + limit);
  const head = ['Case', 'Status', ...Array.from({ length: columns }, (_, i) => `Field ${i + 1}`)];
  const states = ['CIN', 'CP', 'LAC'];
  const body = Array.from({ length: rows }, (_, i) => [
    `C${1000 + i}`,
    states[below(3)] ?? '',
    ...Array.from({ length: columns }, () => String(below(limit))),
  ]);
  return gridFrom([head, ...body]);
}

test.each([
  ['small counts', listing(1200, 10, 4)],
  ['large numbers', listing(1200, 10, 5000)],
  ['many columns', listing(12, 700, 300)],
])('a raw listing of %s is one table in which chance claims nothing', (_, grid) => {
  const tables = recogniseTables(grid);
  expect(tables).toHaveLength(1);
  expect(tables.flatMap((table) => table.relations)).toEqual([]);
  expect(uncoveredNumbers(grid, tables)).toEqual([]);
});
