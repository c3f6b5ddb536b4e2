/** The schema as text, for `schema.sql`: generated from the migrations, read by people first. */
import type { ReadDb } from '#db/handle.ts';
import { all, sql } from '#db/sql.ts';

export function schemaText(db: ReadDb): string {
  const rows = all<{ readonly sql: string }>(
    db,
    sql`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid`,
  );
  const statements = rows.map((row) => `${row.sql};\n`).join('\n');
  return `-- Generated from db/migration; a test compares. Start reading here.\n\n${statements}`;
}
