/** Puts a difference into the tables. Only `commit`, `undo` and `redo` call it, inside their transaction. */
import type { ReadDb, WriteDb } from '#db/handle.ts';
import { first, joined, named, type Query, sql, writeOne } from '#db/sql.ts';
import { type Diff, type Row, sameRow } from '#shared/operation/diff.ts';

/** Tables a difference may touch, with their keys; those referred to before those that refer. */
export const STATE: readonly { readonly table: string; readonly key: readonly string[] }[] = [
  { table: 'definition_version', key: ['version'] },
  { table: 'return_version', key: ['id'] },
  { table: 'decision', key: ['id'] },
  { table: 'memory', key: ['provider', 'label'] },
  { table: 'narrative', key: ['section', 'period'] },
  { table: 'issued_pack', key: ['id'] },
  { table: 'setting', key: ['name'] },
];

/** Applies a difference. Throws, undoing the transaction, where the tables are not as it expects. */
export function applyDiff(db: WriteDb, diff: Diff): void {
  for (const { table, key } of STATE.toReversed()) {
    for (const row of diff.removed[table] ?? []) remove(db, table, key, row);
  }
  for (const { table, key } of STATE) {
    for (const [from, to] of diff.updated[table] ?? []) update(db, table, key, from, to);
    for (const row of diff.added[table] ?? []) insert(db, table, row);
  }
}

function insert(db: WriteDb, table: string, row: Row): void {
  const columns = joined(Object.keys(row).map(named), ', ');
  const values = joined(
    Object.values(row).map((value) => sql`${value}`),
    ', ',
  );
  writeOne(db, sql`INSERT INTO ${named(table)} (${columns}) VALUES (${values})`);
}

function update(db: WriteDb, table: string, key: readonly string[], from: Row, to: Row): void {
  expectRow(db, table, key, from);
  const assignments = joined(
    Object.entries(to).map(([name, value]) => sql`${named(name)} = ${value}`),
    ', ',
  );
  writeOne(db, sql`UPDATE ${named(table)} SET ${assignments} WHERE ${matches(key, from)}`);
}

function remove(db: WriteDb, table: string, key: readonly string[], row: Row): void {
  expectRow(db, table, key, row);
  writeOne(db, sql`DELETE FROM ${named(table)} WHERE ${matches(key, row)}`);
}

function expectRow(db: ReadDb, table: string, key: readonly string[], expected: Row): void {
  const row = first<Row>(db, sql`SELECT * FROM ${named(table)} WHERE ${matches(key, expected)}`);
  if (!row || !sameRow(row, expected)) throw new Error(`A row of ${table} is not what its history says`);
}

function matches(key: readonly string[], row: Row): Query {
  return joined(
    key.map((name) => sql`${named(name)} = ${row[name] ?? null}`),
    ' AND ',
  );
}
