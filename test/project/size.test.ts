/** House limits that the linter cannot hold by itself. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const code = ['shared', 'db', 'electron', 'renderer']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      path.join(folder, name),
    ),
  )
  .filter((file) => /\.(ts|tsx)$/.test(file));

test('no source file is longer than 300 lines', () => {
  const long = code.filter((file) => readFileSync(path.join(root, file), 'utf8').split('\n').length > 301);
  expect(long).toEqual([]);
});

test('nothing is silenced', () => {
  const silenced = code.filter((file) =>
    /biome-ignore|@ts-ignore|@ts-expect-error|@ts-nocheck|eslint-disable/.test(
      readFileSync(path.join(root, file), 'utf8'),
    ),
  );
  expect(silenced).toEqual([]);
});
