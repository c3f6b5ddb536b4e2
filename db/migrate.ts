/** Brings an older board to this program's format: a verified backup first, then each step in a transaction. */
import type { Connection } from '#db/driver.ts';
import type { WriteDb } from '#db/handle.ts';
import { latest, MIGRATIONS } from '#db/migration/list.ts';
import type { Migration } from '#db/migration/migration.ts';
import { transaction } from '#db/sql.ts';

/** The migrations a file of this format still needs, in order. */
export function pending(format: number, migrations: readonly Migration[] = MIGRATIONS): readonly Migration[] {
  latest(migrations);
  return migrations.filter((migration) => migration.number > format);
}

/**
 * Applies migrations, each in one transaction together with the format number: a failure or a power cut
 * leaves the file at the last whole step. The caller has made the backup.
 */
export function migrate(db: WriteDb, steps: readonly Migration[]): void {
  for (const step of steps) {
    transaction(db, () => {
      db.connection.exec(step.sql);
      setFormat(db.connection, step.number);
    });
  }
}

function setFormat(connection: Connection, format: number): void {
  connection.pragma(`user_version = ${format}`);
}
