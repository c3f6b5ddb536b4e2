/** A whole, verified copy of an open board: written under a temporary name, read back, then put in place. */
import { faultOf } from '#db/check.ts';
import { beside, exists, folderOf, makeFolder, putInPlace, removeDatabase } from '#db/disk.ts';
import { connect, passphraseOf } from '#db/driver.ts';
import { BoardError, guarded } from '#db/error.ts';
import type { ReadDb } from '#db/handle.ts';
import { vacuumInto } from '#db/sql.ts';

/**
 * Copies the board to `path` (its passphrase goes with it) and checks the copy with `integrity_check`.
 * Throws `exists`, `disk-full`, `read-only`, `corrupt`; then there is no file at `path`.
 */
export function copyTo(db: ReadDb, path: string): string {
  return guarded(path, () => {
    if (exists(path)) throw new BoardError('exists', `There is already a file ${path}. Choose another name.`);
    makeFolder(folderOf(path));
    const temporary = beside(path, 'copy');
    removeDatabase(temporary);
    try {
      vacuumInto(db, temporary);
      verify(temporary, passphraseOf(db.connection));
      putInPlace(temporary, path);
    } finally {
      removeDatabase(temporary);
    }
    return path;
  });
}

function verify(path: string, passphrase: string | null): void {
  const copy = connect(path, { readOnly: true, mustExist: true, passphrase });
  try {
    const fault = faultOf(copy);
    if (fault) throw new BoardError('corrupt', `The copy could not be verified: ${fault}.`);
  } finally {
    copy.close();
  }
}
