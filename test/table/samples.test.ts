/** The sample returns, read and recognised: every transcribed table is found whole, and no number is lost. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readReturn } from '#electron/import/read.ts';
import type { Reading } from '#shared/grid/grid.ts';
import { inspectReading } from '#shared/table/inspect.ts';
import { recogniseTables, uncoveredNumbers } from '#shared/table/recognise.ts';
import type { ShapeTable } from '#shared/table/table.ts';

const root = path.resolve(import.meta.dirname, '../..');
const returns = path.join(root, 'electron/sample/returns');

interface Transcribed {
  readonly id: string;
  readonly header_rows: number;
  readonly layout: string;
  readonly rows: readonly (readonly string[])[];
}

/** Tables that were printed as tables in a return: not pictures, and not extracts of another table. */
function transcriptions(): readonly Transcribed[] {
  return ['2020-21-Q1', '2020-21-Q2']
    .flatMap((quarter) => {
      const file = path.join(root, `test/data/leicester/${quarter}.tables.json`);
      return JSON.parse(readFileSync(file, 'utf8')) as Transcribed[];
    })
    .filter((one) => one.rows.length > 0 && !/extract of/.test(one.layout));
}

let readings: readonly Reading[] = [];
let tables: readonly ShapeTable[] = [];

beforeAll(async () => {
  const files = readdirSync(returns, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.\w+$/.test(name),
  );
  const results = await Promise.all(
    files.map((name) => readReturn(path.basename(name), readFileSync(path.join(returns, name)))),
  );
  readings = results.flatMap((result) => (result.ok ? [result.reading] : []));
  tables = readings.flatMap((reading) => reading.grids.flatMap((grid) => recogniseTables(grid)));
});

/** Texts with figures, in no order; a typed 2.0 is shown as 2. */
function figures(texts: readonly string[]): string {
  const plain = texts.map((text) =>
    text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^(\d+)\.0$/, '$1'),
  );
  return plain
    .filter((text) => /\d/.test(text))
    .sort()
    .join('|');
}

function said(table: ShapeTable): string {
  const labels = table.rows.flatMap((row) => row.labelCells);
  const cells = new Set([...labels, ...table.body.flatMap((one) => one.cell ?? [])]);
  return figures([...cells].map((cell) => cell.text));
}

describe('the sample returns', () => {
  test('are all read', () => {
    expect(readings).toHaveLength(13);
  });

  test('hold as many tables as were transcribed', () => {
    expect(tables).toHaveLength(transcriptions().length);
  });

  test('give every transcribed table with exactly its figures', () => {
    const found = new Set(tables.map(said));
    const missing = transcriptions().filter(
      (one) => !found.has(figures(one.rows.slice(one.header_rows).flat())),
    );
    expect(missing.map((one) => one.id)).toEqual([]);
  });

  test('lose no number', () => {
    const lost = readings.flatMap((reading) =>
      reading.grids.flatMap((grid) => uncoveredNumbers(grid, recogniseTables(grid))),
    );
    expect(lost).toEqual([]);
  });

  test('give relations whose cells all stand in the body of their table', () => {
    const astray = tables.flatMap((table) => {
      const body = new Set(table.body.map((cell) => cell.address));
      return table.relations.flatMap((one) => [one.result, ...one.parts]).filter((cell) => !body.has(cell));
    });
    expect(astray).toEqual([]);
  });

  test('are inspected file by file in the shape the command line prints', () => {
    const inspected = readings.map(inspectReading);
    expect(inspected.flatMap((one) => one.tables)).toHaveLength(tables.length);
    expect(Object.keys(inspected[0]?.tables[0] ?? {})).toEqual([
      'sheet',
      'range',
      'caption',
      'headerRows',
      'labelColumns',
      'relations',
      'unread',
    ]);
  });
});
