import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PackTable } from '#shared/pack/document.ts';
import { A4_ROOM, fitTable, textWidth } from '#shared/pack/fit.ts';
import { keepingOf } from '#shared/pack/height.ts';
import { type LaidTable, layOut } from '#shared/pack/number.ts';
import { count, fixture, table, words } from '#test/export/fixture.ts';

function laid(block: PackTable): LaidTable {
  const section = { code: 's', title: 'S', appendix: false, exempt: null, blocks: [block] };
  const first = layOut({ ...fixture, sections: [section] }).sections[0]?.blocks[0];
  if (first?.kind !== 'table') throw new Error('no table');
  return first;
}

function grid(columns: number, rows: number, heading: string): LaidTable {
  const header = ['Ward', ...Array.from({ length: columns }, (_, index) => `${heading} ${index + 1}`)];
  return laid(
    table(
      'g',
      'Grid',
      header,
      Array.from({ length: rows }, (_, row) => [`Row ${row}`, ...header.slice(1).map(() => count(row))]),
    ),
  );
}

describe('fitting tables to paper', () => {
  test('a table of a few columns stays upright in full size and takes the whole width', () => {
    const fitted = fitTable(grid(4, 60, 'Quarter'));
    expect([fitted.landscape, fitted.size, fitted.parts.length]).toEqual([false, 10, 1]);
    const width = fitted.parts[0]?.widths.reduce((a, b) => a + b, 0) ?? 0;
    expect(Math.abs(width - A4_ROOM.portrait)).toBeLessThan(1);
  });

  test('a table of many columns and rows turns the page', () => {
    expect(fitTable(grid(16, 40, '2020-21')).landscape).toBe(true);
  });

  test('a short table of many columns is set in parts that each repeat the labels', () => {
    const fitted = fitTable(grid(24, 4, 'Month'));
    expect(fitted.landscape).toBe(false);
    expect(fitted.parts.map((part) => part.columns[0])).toEqual(fitted.parts.map(() => 0));
    expect(fitted.parts[0]?.title).toBe(`Table 1: Grid (part 1 of ${fitted.parts.length})`);
  });

  test('no column is lost or shown twice, and no part is wider than its page', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 30 }),
        fc.string({ maxLength: 24 }),
        (columns, rows, heading) => {
          const fitted = fitTable(grid(columns, rows, heading));
          const shown = fitted.parts.flatMap((part) => part.columns.slice(1));
          expect(shown).toEqual(Array.from({ length: columns }, (_, index) => index + 1));
          const room = (fitted.landscape ? A4_ROOM.landscape : A4_ROOM.portrait) + 3;
          for (const part of fitted.parts) expect(part.widths.reduce((a, b) => a + b, 0)).toBeLessThan(room);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('a table is kept whole only when it is well short of a page, however few its rows', () => {
  const essay = 'a long explanation of what happened '.repeat(60);
  const keep = (block: PackTable) => keepingOf(laid(block), fitTable(laid(block)));
  const few = [['A', words('short')]] as const;
  expect(keep(table('t', 'T', ['', 'a'], few))).toEqual({ together: true, wholeRows: true });
  expect(keep(table('t', 'T', ['', 'a', 'b'], [['A', words(essay), words(essay)]]))).toEqual({
    together: false,
    wholeRows: false,
  });
  const many = Array.from({ length: 40 }, (_, row) => [`Row ${row}`, count(row)] as const);
  expect(keep(table('t', 'T', ['', 'a'], many))).toEqual({ together: false, wholeRows: true });
});

test('widths follow the letters: figures are all alike, capitals wide, points narrow', () => {
  expect(textWidth('111', 10)).toBeCloseTo(textWidth('888', 10));
  expect(textWidth('W', 10)).toBeGreaterThan(textWidth('e', 10));
  expect(textWidth('..', 10)).toBeLessThan(textWidth('8', 10));
});
