/** Bringing a closed board back from a backup; what stood in its place is kept. */
import { defaultFolder, freeName } from '#db/backup/folder.ts';
import { alone, openChecked, sourceOf } from '#db/connect.ts';
import {
  beside,
  copyDatabase,
  exists,
  makeFolder,
  putInPlace,
  removeDatabase,
  removeJournals,
  stemOf,
} from '#db/disk.ts';
import { guarded } from '#db/error.ts';
import { vacuumInto } from '#db/sql.ts';

export interface RestoreOptions {
  /** The backup's passphrase; the restored board has the same. */
  readonly passphrase?: string | null;
  readonly backups?: string;
}

/**
 * Puts a verified copy of `backup` in the place of the board at `path`, which must be closed. Throws what
 * `openBoard` throws about the backup, and `locked` where the board is open; then nothing was changed.
 * @returns where the replaced file was kept, null where there was none.
 */
export function restoreFrom(
  path: string,
  backup: string,
  options: RestoreOptions = {},
): { readonly kept: string | null } {
  const folder = options.backups ?? defaultFolder(path);
  return guarded(path, () => {
    const temporary = beside(path, 'restore');
    removeDatabase(temporary);
    try {
      copyChecked(backup, temporary, options.passphrase ?? null, folder);
      alone(path, options.passphrase ?? null);
      const kept = keep(path, folder);
      removeJournals(path);
      putInPlace(temporary, path);
      return { kept };
    } finally {
      removeDatabase(temporary);
    }
  });
}

function copyChecked(from: string, to: string, passphrase: string | null, backups: string): void {
  const { connection } = openChecked(sourceOf(from, { passphrase, readOnly: true }, backups));
  try {
    vacuumInto({ connection, path: from }, to);
  } finally {
    connection.close();
  }
}

/** As it is, damaged or not, with its journal: a person may want to look into it. */
function keep(path: string, folder: string): string | null {
  if (!exists(path)) return null;
  makeFolder(folder);
  const kept = freeName(folder, `${stemOf(path)} before restore`);
  copyDatabase(path, kept);
  return kept;
}
