/** Every file or folder a page of documentation names is there. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const PAGES = ['README.md', 'shared/README.md', 'electron/README.md', 'db/README.md'];

function missing(page: string): readonly string[] {
  const text = readFileSync(path.join(root, page), 'utf8');
  const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map((match) =>
    path.join(path.dirname(page), match[1] ?? ''),
  );
  const named = [...text.matchAll(/`((?:shared|db|electron|renderer|test)\/[\w./-]*)`/g)].map(
    (m) => m[1] ?? '',
  );
  return [...links, ...named].filter(
    (target) => !/^https?:/.test(target) && !existsSync(path.join(root, target)),
  );
}

test.each(PAGES)('%s names nothing that is not there', (page) => {
  expect(missing(page)).toEqual([]);
});

test('the commands in the README exist', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: object;
  };
  const told = [...readFileSync(path.join(root, 'README.md'), 'utf8').matchAll(/npm run (?:-s )?([\w:]+)/g)];
  expect(told.map((match) => match[1] ?? '').filter((name) => !(name in scripts))).toEqual([]);
});
