/** The sample returns: every number printed in the transcription is found in the grids that were read. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Reading } from '#shared/grid/grid.ts';
import { reading } from '#test/import/build.ts';

interface Transcribed {
  readonly id: string;
  readonly caption: string;
  readonly rows: readonly (readonly string[])[];
}

const root = path.resolve(import.meta.dirname, '../..');
const returns = path.join(root, 'electron/sample/returns');

async function readAll(period: string): Promise<Reading[]> {
  const folder = path.join(returns, period);
  return Promise.all(readdirSync(folder).map((file) => reading(file, readFileSync(path.join(folder, file)))));
}

/** Digits only, so that `£2,390k` and `2390` in another dress compare; each number once per table. */
function numbers(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => text.replaceAll(',', '').match(/\d+(?:\.\d+)?/g) ?? [])
    .map((each) => String(Number(each)));
}

describe.each(['2020-21 Q1', '2020-21 Q2'])('%s', (period) => {
  let all: Reading[] = [];
  beforeAll(async () => {
    all = await readAll(period);
  });

  const file = path.join(root, `test/data/leicester/${period.replace(' ', '-')}.tables.json`);
  const tables: Transcribed[] = JSON.parse(readFileSync(file, 'utf8'));

  test.each(tables.map((table) => [table.id, table] as const))('table %s is all there', (_, table) => {
    const wanted = numbers(table.rows.flat());
    const missing = all
      .flatMap((each) => each.grids)
      .map((grid) => {
        const there = numbers(grid.cells.map((cell) => cell.text));
        return wanted.filter((number) => {
          const at = there.indexOf(number);
          if (at >= 0) there.splice(at, 1);
          return at < 0;
        });
      })
      .toSorted((a, b) => a.length - b.length)[0];
    expect(missing).toEqual([]);
  });

  test('nothing in the samples needs a warning', () => {
    expect(all.flatMap((each) => each.warnings)).toEqual([]);
  });
});

test('all thirteen returns are read in well under 700 ms', async () => {
  await readAll('2020-21 Q1');
  const start = process.cpuUsage();
  await readAll('2020-21 Q1');
  await readAll('2020-21 Q2');
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(700);
});
