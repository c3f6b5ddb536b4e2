/** The board itself: one row that says when and by whom it was created. */
import type { ReadDb, WriteDb } from '#db/handle.ts';
import { first, sql, writeOne } from '#db/sql.ts';
import type { Stamp } from '#shared/operation/operation.ts';

export function recordCreation(db: WriteDb, { at, by }: Stamp): void {
  writeOne(db, sql`INSERT INTO board (only, created_at, created_by) VALUES (1, ${at}, ${by})`);
}

export function creation(db: ReadDb): Stamp {
  const row = first<Stamp>(db, sql`SELECT created_at AS at, created_by AS by FROM board`);
  if (!row) throw new Error('The board has no creation row');
  return row;
}
