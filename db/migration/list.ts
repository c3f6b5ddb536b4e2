/** Every migration, in order. A new one is added at the end, with its test and its hash in the tests. */
import { board } from '#db/migration/0001_board.ts';
import type { Migration } from '#db/migration/migration.ts';

export const MIGRATIONS: readonly Migration[] = [board];

/** The format of board this program reads and writes. Throws where the numbers are not 1, 2, 3, … */
export function latest(migrations: readonly Migration[] = MIGRATIONS): number {
  migrations.forEach((migration, i) => {
    if (migration.number !== i + 1) throw new Error(`Migration ${migration.number} stands at place ${i + 1}`);
  });
  return migrations.length;
}
