/** Corrections of recognition, remembered for a provider: its own label to our code. */
import type { ReadDb } from '#db/handle.ts';
import { all, first, sql } from '#db/sql.ts';
import type { Row } from '#shared/operation/diff.ts';
import type { MemoryEntry } from '#shared/operation/stored.ts';

/** What was remembered, by provider and label; of one provider when given. */
export function memory(db: ReadDb, provider: string | null = null): readonly MemoryEntry[] {
  return all(
    db,
    sql`SELECT * FROM memory WHERE ${provider} IS NULL OR provider = ${provider} ORDER BY provider, label`,
  );
}

/** One provider's corrections as recognition wants them: `Hints.memory`. */
export function memoryFor(db: ReadDb, provider: string): Readonly<Record<string, string>> {
  return Object.fromEntries(memory(db, provider).map((entry) => [entry.label, entry.code]));
}

export function memoryRow(db: ReadDb, provider: string, label: string): Row | null {
  return first<Row>(db, sql`SELECT * FROM memory WHERE provider = ${provider} AND label = ${label}`) ?? null;
}
