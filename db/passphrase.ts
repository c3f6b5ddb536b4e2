/** Setting, changing and removing a board's passphrase. */
import { backupsOf, defaultFolder } from '#db/backup/folder.ts';
import { faultOf } from '#db/check.ts';
import { alone, openChecked, sourceOf } from '#db/connect.ts';
import { beside, putInPlace, removeDatabase, removeJournals } from '#db/disk.ts';
import { connect, rekey } from '#db/driver.ts';
import { BoardError, guarded } from '#db/error.ts';
import { vacuumInto } from '#db/sql.ts';

/** Throws `invalid` for a passphrase that could not be typed again. */
export function checkPassphrase(passphrase: string | null): void {
  if (passphrase === null) return;
  if (passphrase.trim() === '' || passphrase.includes('\0')) {
    throw new BoardError(
      'invalid',
      'A passphrase cannot be empty. Type some words, or choose no passphrase.',
    );
  }
}

export interface PassphraseChange {
  /** null: the board has none now. */
  readonly from: string | null;
  /** null: take it off. */
  readonly to: string | null;
  readonly backups?: string;
}

/**
 * Re-encrypts a closed board. The work is done on a copy, which takes the board's place only once it has
 * been opened with the new passphrase and every page read; until then the board is as it was. Throws what
 * `openBoard` throws.
 * @returns earlier backups, which still open as before (with the old passphrase, or with none).
 */
export function changePassphrase(
  path: string,
  change: PassphraseChange,
): { readonly olderBackups: readonly string[] } {
  checkPassphrase(change.to);
  const backups = change.backups ?? defaultFolder(path);
  return guarded(path, () => {
    const temporary = beside(path, 'passphrase');
    removeDatabase(temporary);
    try {
      const encrypted = copyOf(path, temporary, change.from, backups);
      reencrypt(temporary, encrypted ? change.from : null, change.to);
      verify(temporary, change.to);
      alone(path, encrypted ? change.from : null);
      removeJournals(path);
      putInPlace(temporary, path);
    } finally {
      removeDatabase(temporary);
    }
    return { olderBackups: backupsOf(backups, path) };
  });
}

/** Copies the checked board and says whether it was encrypted. */
function copyOf(path: string, to: string, passphrase: string | null, backups: string): boolean {
  alone(path, passphrase);
  const { connection, encrypted } = openChecked(sourceOf(path, { passphrase, readOnly: true }, backups));
  try {
    vacuumInto({ connection, path }, to);
  } finally {
    connection.close();
  }
  return encrypted;
}

function reencrypt(path: string, from: string | null, to: string | null): void {
  const connection = connect(path, { readOnly: false, mustExist: true, passphrase: from });
  try {
    rekey(connection, to);
  } finally {
    connection.close();
  }
}

function verify(path: string, passphrase: string | null): void {
  const connection = connect(path, { readOnly: true, mustExist: true, passphrase });
  try {
    const fault = faultOf(connection);
    if (fault) throw new BoardError('corrupt', `The re-encrypted copy could not be verified: ${fault}.`);
  } finally {
    connection.close();
  }
}
