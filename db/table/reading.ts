/**
 * A cache of recognised returns, to be thrown away at will: what is in it can be worked out again from the
 * file. It is no part of history, and is emptied whenever the definition or the remembered corrections change.
 */
import type { ReadDb, WriteDb } from '#db/handle.ts';
import { first, sql, transaction, write, writeOne } from '#db/sql.ts';
import { lastEventId } from '#db/table/event.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';

/** Which return, read under which version of the definition, by which version of the recogniser. */
export interface ReadingKey {
  readonly returnId: number;
  readonly definition: number;
  readonly recogniser: string;
}

export function cachedReading(
  db: ReadDb,
  { returnId, definition, recogniser }: ReadingKey,
): UnderstoodReturn | null {
  const row = first<{ readonly reading: string }>(
    db,
    sql`SELECT reading FROM reading
      WHERE return_version = ${returnId} AND definition = ${definition} AND recogniser = ${recogniser}`,
  );
  return row ? (JSON.parse(row.reading) as UnderstoodReturn) : null;
}

/**
 * Keeps a reading in place of any older one of the same return, unless the board has changed since it was made.
 *
 * @param asOf number of the latest event when the reading was begun
 */
export function cacheReading(
  db: WriteDb,
  key: ReadingKey,
  reading: UnderstoodReturn,
  asOf: number = lastEventId(db),
): void {
  const text = JSON.stringify(reading);
  transaction(db, () => {
    if (lastEventId(db) !== asOf) return;
    write(db, sql`DELETE FROM reading WHERE return_version = ${key.returnId}`);
    writeOne(
      db,
      sql`INSERT INTO reading (return_version, definition, recogniser, reading)
        VALUES (${key.returnId}, ${key.definition}, ${key.recogniser}, ${text})`,
    );
  });
}

export function forgetReadings(db: WriteDb): void {
  write(db, sql`DELETE FROM reading`);
}
