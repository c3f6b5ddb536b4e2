/** The import arrows of the design: renderer → shared ← electron → db → shared. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** What each folder may import: folders of ours, Node built-ins or not, and npm packages by name. */
const RULES: Record<string, { folders: string[]; node: boolean; packages: string[] }> = {
  shared: { folders: ['shared'], node: false, packages: ['zod'] },
  db: { folders: ['db', 'shared'], node: true, packages: ['better-sqlite3'] },
  electron: {
    folders: ['electron', 'db', 'shared'],
    node: true,
    packages: [
      '@e965/xlsx',
      '@myriaddreamin/typst-ts-node-compiler',
      '@napi-rs/canvas',
      'chart.js',
      'csv-parse',
      'docx',
      'electron',
      'fflate',
      'htmlparser2',
      'saxes',
      'vite',
      'zod',
    ],
  },
  renderer: {
    folders: ['renderer', 'shared'],
    node: false,
    packages: ['react', 'react-dom', 'ag-grid-react', 'ag-grid-community', 'chart.js', '@fluentui'],
  },
};

const IMPORT = /(?:from\s+|import\s*\(\s*|import\s+)['"]([^'"]+)['"]/g;

/** Every reason a file of `folder` may not import `source`, or null when it may. */
function objection(folder: string, source: string): string | null {
  const rule = RULES[folder];
  if (!rule) return `no rule for ${folder}`;
  if (source.startsWith('.')) return `${source}: use a #${folder}/… path`;
  if (source.startsWith('#')) {
    const target = source.slice(1).split('/')[0] ?? '';
    return rule.folders.includes(target) ? null : `${folder} may not import ${target}`;
  }
  if (source.startsWith('node:')) return rule.node ? null : `${folder} may not import ${source}`;
  return rule.packages.some((name) => source === name || source.startsWith(`${name}/`))
    ? null
    : `${source} is not listed for ${folder}`;
}

function objectionsIn(folder: string, code: string): string[] {
  return [...code.matchAll(IMPORT)]
    .map((match) => objection(folder, match[1] ?? ''))
    .filter((found): found is string => found !== null);
}

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
    .map((name) => path.join(folder, name));
}

describe('who may import whom', () => {
  test.each(Object.keys(RULES))('%s keeps to its arrows', (folder) => {
    const found = sources(folder).flatMap((file) =>
      objectionsIn(folder, readFileSync(path.join(root, file), 'utf8')).map((why) => `${file}: ${why}`),
    );
    expect(found).toEqual([]);
  });

  test('a bad import is caught in every folder', () => {
    expect(objectionsIn('shared', "import fs from 'node:fs';")).toHaveLength(1);
    expect(objectionsIn('shared', "import { x } from '#db/open.ts';")).toHaveLength(1);
    expect(objectionsIn('shared', "import { x } from '../db/open.ts';")).toHaveLength(1);
    expect(objectionsIn('db', "import { x } from '#electron/service/service.ts';")).toHaveLength(1);
    expect(objectionsIn('renderer', "const x = await import('#electron/main.ts');")).toHaveLength(1);
    expect(objectionsIn('electron', "import x from 'left-pad';")).toHaveLength(1);
  });

  test('the core has no clock and no randomness', () => {
    const found = sources('shared').filter((file) =>
      /\bDate\.now\(|new Date\(\)|Math\.random\(|performance\.now\(|\bprocess\./.test(
        readFileSync(path.join(root, file), 'utf8'),
      ),
    );
    expect(found).toEqual([]);
  });
});
