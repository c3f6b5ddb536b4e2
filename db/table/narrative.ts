/** The words people write for a section of the pack, by section and period. */
import type { ReadDb } from '#db/handle.ts';
import { all, first, sql } from '#db/sql.ts';
import type { Row } from '#shared/operation/diff.ts';
import type { Json } from '#shared/operation/json.ts';
import type { NarrativeEntry } from '#shared/operation/stored.ts';

type NarrativeRow = Omit<NarrativeEntry, 'text' | 'reviewed'> & {
  readonly text: string;
  readonly reviewed: number;
};

export function narrative(db: ReadDb, period: string | null = null): readonly NarrativeEntry[] {
  const rows = all<NarrativeRow>(
    db,
    sql`SELECT * FROM narrative WHERE ${period} IS NULL OR period = ${period} ORDER BY period, section`,
  );
  return rows.map((row) => ({ ...row, text: JSON.parse(row.text) as Json, reviewed: row.reviewed === 1 }));
}

export function narrativeRow(db: ReadDb, section: string, period: string): Row | null {
  return (
    first<Row>(db, sql`SELECT * FROM narrative WHERE section = ${section} AND period = ${period}`) ?? null
  );
}
