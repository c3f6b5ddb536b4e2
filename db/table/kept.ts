/**
 * What checking the board came to, and the list of its figures, kept for the next time it is opened. Like the
 * readings beside which they are kept they can be thrown away at will; the name of each says everything it was worked
 * out from, so that it is never taken for that of another state of the board.
 */
import type { ReadDb, WriteDb } from '#db/handle.ts';
import { first, sql, transaction, write, writeOne } from '#db/sql.ts';

/** In place of a return's number: no return has it. */
const NO_RETURN = 0;

export type KeptKind = 'checks' | 'figures';

/** In place of a definition's version: one text of each kind is kept. */
const PLACES: Readonly<Record<KeptKind, number>> = { checks: 0, figures: 1 };

/** The text kept under `name`, null where there is none. */
export function keptText(db: ReadDb, kind: KeptKind, name: string): string | null {
  const row = first<{ readonly reading: string }>(
    db,
    sql`SELECT reading FROM reading
      WHERE return_version = ${NO_RETURN} AND definition = ${PLACES[kind]} AND recogniser = ${name}`,
  );
  return row?.reading ?? null;
}

export function hasKept(db: ReadDb, kind: KeptKind, name: string): boolean {
  const row = first(
    db,
    sql`SELECT 1 FROM reading
      WHERE return_version = ${NO_RETURN} AND definition = ${PLACES[kind]} AND recogniser = ${name}`,
  );
  return row !== undefined;
}

/** Keeps it in place of what any earlier state came to. */
export function keepText(db: WriteDb, kind: KeptKind, name: string, text: string): void {
  transaction(db, () => {
    write(db, sql`DELETE FROM reading WHERE return_version = ${NO_RETURN} AND definition = ${PLACES[kind]}`);
    writeOne(
      db,
      sql`INSERT INTO reading (return_version, definition, recogniser, reading)
        VALUES (${NO_RETURN}, ${PLACES[kind]}, ${name}, ${text})`,
    );
  });
}

/** Gives readings and checks kept the names by which a program looks for them. */
export function adoptReadings(
  db: WriteDb,
  names: { readonly recogniser: string; readonly checks: string },
): void {
  transaction(db, () => {
    write(db, sql`UPDATE reading SET recogniser = ${names.recogniser} WHERE return_version <> ${NO_RETURN}`);
    write(
      db,
      sql`UPDATE reading SET recogniser = ${names.checks}
        WHERE return_version = ${NO_RETURN} AND definition = ${PLACES.checks}`,
    );
  });
}
