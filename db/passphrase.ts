/** Setting, changing and removing a board's passphrase. */
import { backupsOf, defaultFolder } from '#db/backup/folder.ts';
import { faultOf } from '#db/check.ts';
import { alone, openChecked, sourceOf } from '#db/connect.ts';
import { beside, putInPlace, removeDatabase, removeJournals } from '#db/disk.ts';
import { connect, rekey } from '#db/driver.ts';
import { BoardError, guarded } from '#db/error.ts';
import { vacuumInto } from '#db/sql.ts';
import { lastEventId } from '#db/table/event.ts';

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
 * Re-encrypts a closed board and then its backups, which would else stay open to whoever finds them. The work is
 * done on copies, each of which takes its file's place only once it has been opened with the new passphrase and
 * every page read; until then the file is as it was. Throws what `openBoard` throws.
 * @returns backups that could not be re-encrypted, which still open as before (with the old passphrase, or none).
 */
export function changePassphrase(
  path: string,
  change: PassphraseChange,
): { readonly olderBackups: readonly string[] } {
  checkPassphrase(change.to);
  const backups = change.backups ?? defaultFolder(path);
  guarded(path, () => reencryptFile(path, { ...change, backups }, true));
  const olderBackups = backupsOf(backups, path).filter((backup) => {
    try {
      reencryptFile(backup, { ...change, backups }, false);
      return false;
    } catch {
      return true;
    }
  });
  return { olderBackups };
}

/** `shared`: other windows may have it open, so that it must be as it was when it was copied. */
function reencryptFile(path: string, change: Required<PassphraseChange>, shared: boolean): void {
  const temporary = beside(path, 'passphrase');
  removeDatabase(temporary);
  try {
    const copied = copyOf(path, temporary, change.from, change.backups);
    reencrypt(temporary, copied.passphrase, change.to);
    verify(temporary, change.to);
    if (shared && alone(path, copied.passphrase) !== copied.event) throw changedMeanwhile(path);
    removeJournals(path);
    putInPlace(temporary, path);
  } finally {
    removeDatabase(temporary);
  }
}

interface Copied {
  /** The passphrase it has: null where the one given was not needed. */
  readonly passphrase: string | null;
  readonly event: number;
}

function copyOf(path: string, to: string, passphrase: string | null, backups: string): Copied {
  const { connection, encrypted } = openChecked(sourceOf(path, { passphrase, readOnly: true }, backups));
  const db = { connection, path };
  try {
    vacuumInto(db, to);
    return { passphrase: encrypted ? passphrase : null, event: lastEventId(db) };
  } finally {
    connection.close();
  }
}

function changedMeanwhile(path: string): BoardError {
  return new BoardError(
    'locked',
    `${path} was changed from another window meanwhile. Its passphrase is as it was. Close it there, then try again.`,
  );
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
