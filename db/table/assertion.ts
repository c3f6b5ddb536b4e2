/** Every assertion read from a file, in sets: one set for each time a file was read. Append-only. */
import type { ReadDb, WriteDb } from '#db/handle.ts';
import { all, sql, writeOne } from '#db/sql.ts';
import { type Assertion, keyText, type QuantityKey } from '#shared/assertion/assertion.ts';
import type { ReturnVersion } from '#shared/operation/stored.ts';
import type { Unit } from '#shared/quantity/quantity.ts';

/** A file as read under one definition by one version of the recogniser. */
export interface AssertionSet {
  readonly id: number;
  readonly sha256: string;
  readonly definition: number;
  readonly recogniser: string;
  readonly at: string;
  readonly assertions: readonly Assertion[];
}

interface AssertionRow {
  readonly id: string;
  readonly identity: string;
  readonly sheet: string;
  readonly cell: string;
  readonly text: string;
  readonly role: Assertion['role'];
  readonly value: number;
  readonly step: number;
  readonly low: number;
  readonly high: number;
  readonly unit: Unit | null;
  readonly whole: number;
  readonly approximate: number;
  readonly key: string | null;
  readonly table_code: string | null;
  readonly table_index: number;
  readonly table_row: number;
  readonly table_col: number;
  readonly row_path: string;
  readonly col_path: string;
  readonly note: string | null;
}

export function storeAssertionSet(db: WriteDb, set: AssertionSet): void {
  writeOne(
    db,
    sql`INSERT INTO assertion_set (id, file, definition, recogniser, read_at)
      VALUES (${set.id}, ${set.sha256}, ${set.definition}, ${set.recogniser}, ${set.at})`,
  );
  set.assertions.forEach((assertion, place) => {
    storeAssertion(db, set.id, place, assertion);
  });
}

function storeAssertion(db: WriteDb, set: number, place: number, a: Assertion): void {
  const { quantity: q, source, key } = a;
  writeOne(
    db,
    sql`INSERT INTO assertion (assertion_set, place, id, identity, sheet, cell, text, role, value, step, low, high,
        unit, whole, approximate, key_text, key, table_code, table_index, table_row, table_col, row_path, col_path, note)
      VALUES (${set}, ${place}, ${a.id}, ${a.identity}, ${source.sheet}, ${source.cell}, ${source.text}, ${a.role},
        ${q.value}, ${q.step}, ${q.low}, ${q.high}, ${q.unit}, ${Number(q.whole)}, ${Number(q.approximate)},
        ${key && keyText(key)}, ${key && JSON.stringify(key)}, ${a.table}, ${a.tableIndex}, ${a.row}, ${a.col},
        ${JSON.stringify(a.rowPath)}, ${JSON.stringify(a.colPath)}, ${a.note})`,
  );
}

/** What one version of a return asserts, in the order it was read; superseded and withdrawn ones too. */
export function assertionsOf(db: ReadDb, version: ReturnVersion): readonly Assertion[] {
  const rows = all<AssertionRow>(
    db,
    sql`SELECT * FROM assertion
      WHERE assertion_set = (SELECT assertion_set FROM return_version WHERE id = ${version.id}) ORDER BY place`,
  );
  return rows.map((row) => assertionOf(row, version));
}

/** The distinct quantity keys a return states, as text. */
export function keysOf(db: ReadDb, version: ReturnVersion): readonly string[] {
  const rows = all<{ readonly key_text: string }>(
    db,
    sql`SELECT DISTINCT key_text FROM assertion
      WHERE assertion_set = (SELECT assertion_set FROM return_version WHERE id = ${version.id}) AND key_text IS NOT NULL`,
  );
  return rows.map((row) => row.key_text);
}

function assertionOf(row: AssertionRow, version: ReturnVersion): Assertion {
  const { provider, period, sha256 } = version;
  return {
    id: row.id,
    identity: row.identity,
    source: { file: version.name, sheet: row.sheet, cell: row.cell, text: row.text },
    from: { provider, period, version: version.version, sha256 },
    tableIndex: row.table_index,
    table: row.table_code,
    row: row.table_row,
    col: row.table_col,
    rowPath: JSON.parse(row.row_path) as string[],
    colPath: JSON.parse(row.col_path) as string[],
    role: row.role,
    quantity: {
      value: row.value,
      step: row.step,
      low: row.low,
      high: row.high,
      unit: row.unit,
      whole: row.whole === 1,
      approximate: row.approximate === 1,
    },
    key: row.key === null ? null : (JSON.parse(row.key) as QuantityKey),
    note: row.note,
  };
}
