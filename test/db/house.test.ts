import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { all, named, sql } from '#db/sql.ts';
import { newBoard } from '#test/db/sample.ts';

const root = path.resolve(import.meta.dirname, '../..');
const sources = readdirSync(path.join(root, 'db'), { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);

function filesWith(pattern: RegExp): string[] {
  return sources.filter((name) => pattern.test(readFileSync(path.join(root, 'db', name), 'utf8'))).sort();
}

test('SQL is prepared, the database loaded and the disk touched in one file each', () => {
  expect(filesWith(/\.prepare\(/)).toEqual(['sql.ts']);
  expect(filesWith(/\('better-sqlite3'\)/)).toEqual(['driver.ts']);
  expect(filesWith(/from 'node:fs'/)).toEqual(['disk.ts']);
});

test('differences are applied by the write path alone', () => {
  expect(filesWith(/\bapplyDiff\(/)).toEqual(['apply.ts', 'commit.ts']);
  expect(filesWith(/\bchange\(db, diff\)/)).toEqual(['commit.ts', 'history.ts']);
});

test('importing the whole store loads nothing native: a launcher can speak first', () => {
  const script = `
    await import('#db/open.ts'); await import('#db/import.ts'); await import('#db/history.ts');
    const { createRequire } = await import('node:module');
    const cache = Object.keys(createRequire(process.cwd() + '/x.js').cache);
    console.log(cache.filter((name) => /sqlite/.test(name)).length, process.report.getReport().sharedObjects.filter((name) => /sqlite/.test(name)).length);`;
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(done.stdout.trim()).toBe('0 0');
});

test('a value never becomes SQL', () => {
  const board = newBoard();
  const nasty = `'; DROP TABLE setting; --`;
  expect(sql`SELECT ${nasty} AS a, ${1} AS b`).toEqual({ text: 'SELECT ? AS a, ? AS b', values: [nasty, 1] });
  expect(all(board, sql`SELECT ${nasty} AS a ${sql`WHERE ${2} = ${2}`}`)).toEqual([{ a: nasty }]);
  expect(() => named('setting; DROP')).toThrow('Not a table or column name');
});
