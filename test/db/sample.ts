/** Builders for the store's tests: a small definition, assertions, and boards in temporary folders. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';
import { STATE } from '#db/apply.ts';
import type { ReturnInput } from '#db/import.ts';
import { type Board, closeBoard, createBoard, type ReadDb } from '#db/open.ts';
import { all, named, sql } from '#db/sql.ts';
import { sha256Of } from '#db/table/file.ts';
import type { Assertion } from '#shared/assertion/assertion.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Stamp } from '#shared/operation/operation.ts';

export const STAMP: Stamp = { at: '2031-07-20T10:11:12Z', by: 'A. Secretary' };

export const DEFINITION: BoardDefinition = {
  code: 'sample',
  version: 1,
  council: 'Anywhere',
  board: 'Board',
  programmes: [],
  providers: [],
  measures: [],
  sets: [],
  tables: [],
  identities: [],
  targets: [],
  sections: [],
  glossary: [],
  smallNumber: { threshold: 5, symbol: 'c' },
  returnsDueAfterDays: 28,
};

const opened: ReadDb[] = [];
const folders: string[] = [];

/** A new folder that is gone after the test. */
export function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'board-'));
  folders.push(made);
  return made;
}

afterEach(() => {
  for (const board of opened.splice(0)) closeBoard(board);
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

/** Closed after the test, unless it was before. */
export function closing<B extends ReadDb>(board: B): B {
  opened.push(board);
  return board;
}

export function newBoard(options: { passphrase?: string; name?: string } = {}): Board {
  const { name = 'Test board', passphrase = null } = options;
  return closing(
    createBoard(path.join(folder(), `${name}.eoc`), { definition: DEFINITION, passphrase, ...STAMP }),
  );
}

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A return whose assertions state `values` for one measure, one row each. */
export function aReturn(changes: Partial<ReturnInput> & { values?: readonly number[] } = {}): ReturnInput {
  const { values = [3, 4], ...rest } = changes;
  const base = {
    name: 'Return.csv',
    bytes: bytes(`content ${values.join(',')}`),
    provider: 'team',
    period: '2031-32 Q1',
    tableCodes: ['referrals'],
    hints: {},
    definition: 1,
    recogniser: 'r1',
    ...rest,
  };
  return { assertions: values.map((value, row) => anAssertion(base, value, row)), ...base };
}

export function anAssertion(
  of: Pick<ReturnInput, 'name' | 'bytes' | 'provider' | 'period'>,
  value: number,
  row: number,
): Assertion {
  const sha256 = sha256Of(of.bytes);
  const { provider, period } = of;
  return {
    id: `${sha256}|Sheet|B${row + 2}|0`,
    identity: `${provider}|${period}|referrals|row ${row}`,
    source: { file: of.name, sheet: 'Sheet', cell: `B${row + 2}`, text: String(value) },
    from: { provider, period, version: 1, sha256 },
    tableIndex: 0,
    table: 'referrals',
    row: row + 1,
    col: 1,
    rowPath: [`row ${row}`],
    colPath: ['No. of children'],
    role: 'main',
    quantity: { value, step: 0, low: value, high: value, unit: null, whole: true, approximate: false },
    key: {
      measure: 'referrals',
      programme: null,
      period,
      aspect: 'value',
      unit: 'children',
      dims: { source: `s${row}` },
    },
    note: row === 0 ? 'from EOC' : null,
  };
}

/** Every row of every table that history governs. */
export function state(db: ReadDb): Record<string, readonly unknown[]> {
  return Object.fromEntries(STATE.map(({ table }) => [table, rows(db, table)]));
}

/** Every row of every table of the board. */
export function wholeBoard(db: ReadDb): Record<string, readonly unknown[]> {
  const tables = all<{ name: string }>(
    db,
    sql`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`,
  );
  return Object.fromEntries(tables.map(({ name }) => [name, rows(db, name)]));
}

/** In order of their text, so that only content is compared. */
function rows(db: ReadDb, table: string): readonly unknown[] {
  const found = all<Record<string, unknown>>(db, sql`SELECT * FROM ${named(table)}`);
  return found.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
