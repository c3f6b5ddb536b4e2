/** What the command line says: one JSON value on standard output, plain English on standard error. */

/** Something the person can put right. `wrong-use` exits with 2, the rest with 1. */
export class CommandError extends Error {
  readonly code: 'wrong-use' | 'failed';
  constructor(code: 'wrong-use' | 'failed', message: string) {
    super(message);
    this.code = code;
  }
}

export interface Terminal {
  readonly json: boolean;
  readonly out: (text: string) => void;
  readonly note: (text: string) => void;
}

export function terminal(json: boolean): Terminal {
  return {
    json,
    out: (text) => process.stdout.write(`${text}\n`),
    note: (text) => process.stderr.write(`${text}\n`),
  };
}

/** Columns padded to line up; the last column is left ragged. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  return rows
    .map((row) =>
      row.map((text, i) => (i === row.length - 1 ? text : text.padEnd(widths[i] ?? 0))).join('  '),
    )
    .join('\n');
}
