/**
 * What checking the board came to, kept for the next time it is opened. Like the readings beside which it is kept,
 * it can be thrown away at will; its name says everything it was worked out from, so that it is never taken for
 * the checks of another state of the board.
 */
import type { ReadDb, WriteDb } from '#db/handle.ts';
import { first, sql, transaction, write, writeOne } from '#db/sql.ts';

/** In place of a return's number: no return has it. */
const NO_RETURN = 0;

/** The text kept under `name`, null where there is none. */
export function keptChecks(db: ReadDb, name: string): string | null {
  const row = first<{ readonly reading: string }>(
    db,
    sql`SELECT reading FROM reading
      WHERE return_version = ${NO_RETURN} AND definition = ${NO_RETURN} AND recogniser = ${name}`,
  );
  return row?.reading ?? null;
}

export function hasChecks(db: ReadDb, name: string): boolean {
  const row = first(
    db,
    sql`SELECT 1 FROM reading
      WHERE return_version = ${NO_RETURN} AND definition = ${NO_RETURN} AND recogniser = ${name}`,
  );
  return row !== undefined;
}

/** Keeps it in place of the checks of any earlier state. */
export function keepChecks(db: WriteDb, name: string, checks: string): void {
  transaction(db, () => {
    write(db, sql`DELETE FROM reading WHERE return_version = ${NO_RETURN}`);
    writeOne(
      db,
      sql`INSERT INTO reading (return_version, definition, recogniser, reading)
        VALUES (${NO_RETURN}, ${NO_RETURN}, ${name}, ${checks})`,
    );
  });
}

/** Gives everything kept, readings and checks, the names by which a program looks for them. */
export function adoptReadings(
  db: WriteDb,
  names: { readonly recogniser: string; readonly checks: string },
): void {
  transaction(db, () => {
    write(db, sql`UPDATE reading SET recogniser = ${names.recogniser} WHERE return_version <> ${NO_RETURN}`);
    write(db, sql`UPDATE reading SET recogniser = ${names.checks} WHERE return_version = ${NO_RETURN}`);
  });
}
