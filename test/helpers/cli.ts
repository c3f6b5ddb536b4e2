/** Runs the real command line in a process of its own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export function eoc(args: readonly string[], env: Readonly<Record<string, string>> = {}): Ran {
  const ran = spawnSync(path.join(root, 'node_modules/.bin/node'), ['electron/cli/start.mjs', ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, EOC_USER: 'Test Secretary', ...env },
  });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

/** The one JSON value a command prints with `--json`; throws with the messages where it prints none. */
export function eocJson<T>(args: readonly string[], env: Readonly<Record<string, string>> = {}): T {
  const ran = eoc([...args, '--json'], env);
  try {
    return JSON.parse(ran.out) as T;
  } catch {
    throw new Error(`eoc ${args.join(' ')} exited with ${ran.code}: ${ran.err}`);
  }
}

/** A folder of this test's own, removed when it is disposed of. */
export function ownFolder(): Disposable & { readonly at: (name: string) => string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'eoc-test-'));
  return {
    at: (name) => path.join(folder, name),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export const SAMPLE_RETURNS = path.join(root, 'electron/sample/returns');
