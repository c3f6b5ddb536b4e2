/** Runs the program on written returns and gives what it says of them; nothing here knows how it works. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** A cell as the command line names it. */
export interface SourceCell {
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly text: string;
}

export interface ReportedFinding {
  readonly id: string;
  readonly kind: string;
  readonly severity: string;
  readonly provider?: string | null;
  readonly period?: string;
  readonly title: string;
  readonly message: string;
  readonly cells: readonly SourceCell[];
  readonly stated: string | null;
  readonly expected: string | null;
  readonly suspect: SourceCell | null;
  readonly alternatives: readonly SourceCell[];
}

export interface ImportedTable {
  readonly sheet: string;
  readonly range: string;
  readonly caption: string | null;
  readonly table: string | null;
  readonly score: number;
  readonly assertions: number | readonly unknown[];
  readonly unread: readonly {
    readonly cell: string | SourceCell;
    readonly text: string;
    readonly why: string;
  }[];
}

export interface ImportedFile {
  readonly file: string;
  readonly provider: string | null;
  readonly period: string | null;
  readonly tables: readonly ImportedTable[];
  readonly refused: string | null;
}

export interface Outcome {
  readonly files: readonly ImportedFile[];
  readonly findings: readonly ReportedFinding[];
  readonly coverage: {
    readonly held: number;
    readonly violated: number;
    readonly notCheckable: readonly unknown[];
  };
  readonly importMs: number;
  readonly checkMs: number;
}

export interface Runner {
  readonly name: string;
  readonly run: (board: string, files: readonly string[]) => Outcome;
}

/** This checkout, unless the bench is told of another. */
export const HERE = path.resolve(import.meta.dirname, '../../..');

function command(root: string, args: readonly string[]): unknown {
  const made = spawnSync(process.execPath, ['electron/cli/start.mjs', ...args, '--json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 29,
  });
  if ((made.status !== 0 && made.status !== 1) || made.stdout.trim() === '')
    throw new Error(`eoc ${args[0]} ended with ${made.status ?? made.signal}: ${made.stderr.slice(0, 2000)}`);
  return JSON.parse(made.stdout);
}

/** The real command line of the checkout at `root`, as child processes. */
export const commandLine = (root: string): Runner => ({
  name: 'command line',
  run(board, files) {
    command(root, ['init', board]);
    const start = performance.now();
    const imported = command(root, ['import', board, ...files]) as Pick<Outcome, 'files'>;
    const between = performance.now();
    const checked = command(root, ['check', board]) as Pick<Outcome, 'findings' | 'coverage'>;
    return {
      files: imported.files,
      findings: checked.findings,
      coverage: checked.coverage,
      importMs: between - start,
      checkMs: performance.now() - between,
    };
  },
});
