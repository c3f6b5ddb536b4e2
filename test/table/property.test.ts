/** What holds of every table: totals are found whole, one wrong cell breaks what runs through it, nothing is lost. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf } from '#shared/grid/address.ts';
import { recogniseTables, uncoveredNumbers } from '#shared/table/recognise.ts';
import type { ShapeRelation } from '#shared/table/table.ts';
import { gridFrom } from '#test/helpers/grid.ts';

const WARDS = ['Abbey', 'Castle', 'Fosse', 'Western', 'Knighton', 'Evington', 'Saffron', 'Belgrave'];
const STATES = ['Improved', 'Same', 'Worse', 'Unknown', 'Pending', 'Closed'];

interface Made {
  readonly numbers: readonly (readonly number[])[];
  readonly first: boolean;
}

/** Counts of a table's body, with its totals first or last. */
const made: fc.Arbitrary<Made> = fc
  .tuple(fc.integer({ min: 3, max: 8 }), fc.integer({ min: 3, max: 6 }), fc.boolean())
  .chain(([rows, cols, first]) =>
    fc
      .array(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: cols, maxLength: cols }), {
        minLength: rows,
        maxLength: rows,
      })
      .map((numbers) => ({ numbers, first })),
  );

function total(list: readonly number[]): number {
  return list.reduce((sum, one) => sum + one, 0);
}

function placed<T>(list: readonly T[], extra: T, first: boolean): readonly T[] {
  return first ? [extra, ...list] : [...list, extra];
}

/** The table with its totals in both directions, as numbers by row and column. */
function withTotals({ numbers, first }: Made): number[][] {
  const wide = numbers.map((row) => placed(row, total(row), first));
  const foot = (wide[0] ?? []).map((_, col) => total(wide.map((row) => row[col] ?? 0)));
  return placed(wide, foot, first).map((row) => [...row]);
}

function gridOf(made: Made, table: readonly (readonly number[])[]) {
  const heads = placed(STATES.slice(0, made.numbers[0]?.length), 'Total', made.first);
  const labels = placed(WARDS.slice(0, made.numbers.length), 'Total', made.first);
  const rows = table.map((row, i) => [labels[i] ?? '', ...row.map(String)]);
  return gridFrom([['Ward', ...heads], ...rows]);
}

function text(result: string, parts: readonly string[]): string {
  return `${result} = ${[...parts].sort().join(' + ')}`;
}

/** Every sum of such a table: one for each column and each row. */
function expectedSums({ numbers, first }: Made): readonly string[] {
  const [rows, cols] = [numbers.length, numbers[0]?.length ?? 0];
  const at = (row: number, col: number) => addressOf(row + 1, col + 1);
  const [foot, edge, start] = first ? [0, 0, 1] : [rows, cols, 0];
  const bodyRows = numbers.map((_, i) => i + start);
  const bodyCols = (numbers[0] ?? []).map((_, i) => i + start);
  const down = [...Array(cols + 1).keys()].map((col) =>
    text(
      at(foot, col),
      bodyRows.map((row) => at(row, col)),
    ),
  );
  const along = [...Array(rows + 1).keys()].map((row) =>
    text(
      at(row, edge),
      bodyCols.map((col) => at(row, col)),
    ),
  );
  return [...down, ...along].sort();
}

function sumsOf(relations: readonly ShapeRelation[]): readonly string[] {
  return relations
    .filter((one) => one.by !== 'arithmetic')
    .map((one) => text(one.result, one.parts))
    .sort();
}

describe('a table with totals in both directions', () => {
  test('has exactly its sums, all held', () => {
    fc.assert(
      fc.property(made, (one) => {
        const relations = recogniseTables(gridOf(one, withTotals(one))).flatMap((table) => table.relations);
        expect(sumsOf(relations)).toEqual(expectedSums(one));
        expect(relations.filter((relation) => !relation.held)).toEqual([]);
      }),
    );
  });

  test('with one cell changed breaks the sums through that cell and no other', () => {
    fc.assert(
      fc.property(made, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 20 }), (one, a, b, by) => {
        const table = withTotals(one);
        const [row, col] = [a % table.length, b % (table[0]?.length ?? 1)];
        const line = table[row];
        if (line) line[col] = (line[col] ?? 0) + by;
        const cell = addressOf(row + 1, col + 1);
        const relations = recogniseTables(gridOf(one, table)).flatMap((found) => found.relations);
        const broken = relations.filter((relation) => relation.by !== 'arithmetic' && !relation.held);
        const through = expectedSums(one).filter((sum) => sum.split(/ [=+] /).includes(cell));
        expect(sumsOf(broken)).toEqual(through);
      }),
    );
  });
});

describe('any grid', () => {
  const cell = fc.oneof(
    { weight: 3, arbitrary: fc.constant('') },
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 500 }).map(String) },
    fc.constantFrom(
      'Total',
      'Ward',
      '45%',
      '7 (18)',
      'n/a',
      '-',
      '£1.2m',
      '* note',
      'Q1',
      '2019',
      '<5',
      '3 or 4',
    ),
    fc.string({ maxLength: 6 }),
  );
  const grids = fc
    .array(fc.array(cell, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 9 })
    .map((rows) => gridFrom(rows));

  test('loses no number', () => {
    fc.assert(
      fc.property(grids, (grid) => {
        expect(uncoveredNumbers(grid, recogniseTables(grid))).toEqual([]);
      }),
      { numRuns: 300, examples: [[gridFrom([['2019']])]] },
    );
  });

  test('gives tables whose body cells are each listed once', () => {
    fc.assert(
      fc.property(grids, (grid) => {
        for (const table of recogniseTables(grid)) {
          const cells = table.body.map((one) => one.address);
          expect(new Set(cells).size).toBe(cells.length);
        }
      }),
    );
  });
});
