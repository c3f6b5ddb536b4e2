/** The board's settings: a name and a JSON value. */
import type { ReadDb } from '#db/handle.ts';
import { all, first, sql } from '#db/sql.ts';
import type { Row } from '#shared/operation/diff.ts';
import type { Json } from '#shared/operation/json.ts';

interface SettingRow {
  readonly name: string;
  readonly value: string;
}

export function settings(db: ReadDb): Readonly<Record<string, Json>> {
  const rows = all<SettingRow>(db, sql`SELECT * FROM setting ORDER BY name`);
  return Object.fromEntries(rows.map((row) => [row.name, JSON.parse(row.value) as Json]));
}

/** One setting; null where it was never set. */
export function setting(db: ReadDb, name: string): Json {
  const row = settingRow(db, name);
  return row ? (JSON.parse(String(row.value)) as Json) : null;
}

export function settingRow(db: ReadDb, name: string): Row | null {
  return first<Row>(db, sql`SELECT * FROM setting WHERE name = ${name}`) ?? null;
}
