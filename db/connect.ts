/** From a path to a checked connection with its settings; the steps that opening and creating share. */

import { newestBackup } from '#db/backup/folder.ts';
import { checkFile, checkFormat, faultOf, isReadable, notPlain, wrongPassphrase } from '#db/check.ts';
import { exists } from '#db/disk.ts';
import { type Connection, connect } from '#db/driver.ts';
import { BoardError, boardError, codeOf } from '#db/error.ts';
import { latest, MIGRATIONS } from '#db/migration/list.ts';
import type { Migration } from '#db/migration/migration.ts';
import { lastEventId } from '#db/table/event.ts';

export interface Source {
  readonly path: string;
  readonly passphrase: string | null;
  readonly readOnly: boolean;
  readonly backups: string;
  readonly migrations: readonly Migration[];
}

export function sourceOf(path: string, options: Partial<Omit<Source, 'path'>>, backups: string): Source {
  return {
    path,
    passphrase: options.passphrase ?? null,
    readOnly: options.readOnly ?? false,
    backups: options.backups ?? backups,
    migrations: options.migrations ?? MIGRATIONS,
  };
}

export interface Checked {
  readonly connection: Connection;
  readonly encrypted: boolean;
  /** The file's format, not above ours. */
  readonly format: number;
}

/** Opens and examines a file; on any refusal the connection is closed again and a `BoardError` thrown. */
export function openChecked(source: Source): Checked {
  const { path, backups } = source;
  checkFile(path);
  const { connection, encrypted } = unlocked(source);
  return closedOnError(connection, path, backups, () => {
    const format = checkFormat(connection, path, latest(source.migrations));
    const fault = faultOf(connection);
    if (fault) throw new BoardError('corrupt', `${path} is damaged: ${fault}.`);
    return { connection, encrypted, format };
  });
}

/**
 * Tries without a passphrase, then with it. The file is never looked into by other means: closing a file that
 * this process also has open as a database would drop the database's locks (POSIX advisory locks).
 */
function unlocked(source: Source): Omit<Checked, 'format'> {
  const { path, readOnly, passphrase } = source;
  const open = (key: string | null) => connect(path, { readOnly, mustExist: true, passphrase: key });
  const plain = open(null);
  if (readableOrClosed(plain, source)) return { connection: plain, encrypted: false };
  if (passphrase === null) throw notPlain(path);
  const keyed = open(passphrase);
  if (readableOrClosed(keyed, source)) return { connection: keyed, encrypted: true };
  throw wrongPassphrase(path);
}

function readableOrClosed(connection: Connection, { path, backups }: Source): boolean {
  const readable = closedOnError(connection, path, backups, () => isReadable(connection));
  if (!readable) connection.close();
  return readable;
}

/** Runs `work`; when it throws, closes the connection, and names the newest backup of a damaged file. */
export function closedOnError<T>(connection: Connection, path: string, backups: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    connection.close();
    const refusal = boardError(error, path);
    if (refusal.code !== 'corrupt') throw refusal;
    throw new BoardError(
      'corrupt',
      `${refusal.message} ${whereBackupIs(path, backups)}`,
      refusal.cause ?? error,
    );
  }
}

function whereBackupIs(path: string, backups: string): string {
  const newest = newestBackup(backups, path);
  return newest
    ? `Nothing was changed. The newest backup is ${newest}: restore it, or open it directly.`
    : `Nothing was changed. No backup of it was found in ${backups}; look for a copy there or ask your IT service for an earlier version.`;
}

/**
 * Settings of a connection that writes. FULL is set every time: a re-opened file in WAL mode would otherwise
 * run with NORMAL and could lose the last change in a power cut.
 * @returns the journal mode in force, `wal` or `delete`.
 */
export function prepareToWrite(connection: Connection): string {
  const journal = chooseJournal(connection);
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  return journal;
}

/** WAL where the file system allows it; asked, then read back, because a refusal is not an error. */
export function chooseJournal(connection: Pick<Connection, 'pragma'>): string {
  const granted = connection.pragma('journal_mode = WAL', { simple: true });
  if (granted === 'wal') return 'wal';
  return String(connection.pragma('journal_mode = DELETE', { simple: true }));
}

/** A lock or a read-only folder shows here, not at the first change an hour later. */
export function proveWritable(connection: Connection): void {
  connection.exec('BEGIN IMMEDIATE');
  connection.exec('ROLLBACK');
}

/**
 * Makes sure nobody else has a file open before it is replaced, and folds its journal in. Throws `locked`. A
 * file that is missing, damaged or no database is no obstacle: nobody can be using it.
 * @returns the number of the board's last event, null where it cannot be read.
 */
export function alone(path: string, passphrase: string | null): number | null {
  if (!exists(path)) return null;
  const connection = connect(path, { readOnly: false, mustExist: true, passphrase });
  try {
    connection.pragma('locking_mode = EXCLUSIVE');
    connection.pragma('journal_mode = DELETE');
    return connection.transaction(() => lastEventId({ connection, path })).exclusive();
  } catch (error) {
    if (/^SQLITE_(NOTADB|CORRUPT|ERROR)/.test(codeOf(error))) return null;
    throw boardError(error, path);
  } finally {
    connection.close();
  }
}
