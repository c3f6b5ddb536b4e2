/**
 * Opening, creating and closing a board: one SQLite file, opened like a document.
 *
 * `const board = openBoard('Edge of Care.eoc')` … `closeBoard(board)`. Every refusal is a `BoardError` with a
 * code and a sentence for the person; a refused file is left as it was.
 */

import { copyTo } from '#db/backup/copy.ts';
import { defaultFolder, freeName } from '#db/backup/folder.ts';
import { APPLICATION_ID } from '#db/check.ts';
import { commit } from '#db/commit.ts';
import {
  type Checked,
  closedOnError,
  openChecked,
  prepareToWrite,
  proveWritable,
  type Source,
  sourceOf,
} from '#db/connect.ts';
import { beside, exists, folderOf, putInPlace, removeDatabase, stemOf } from '#db/disk.ts';
import { connect } from '#db/driver.ts';
import { BoardError, guarded } from '#db/error.ts';
import type { Board, ReadBoard, ReadDb, WriteDb } from '#db/handle.ts';
import { withOwner } from '#db/lock.ts';
import { migrate, pending } from '#db/migrate.ts';
import { latest } from '#db/migration/list.ts';
import type { Migration } from '#db/migration/migration.ts';
import { checkPassphrase } from '#db/passphrase.ts';
import { recordCreation } from '#db/table/board.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Stamp } from '#shared/operation/operation.ts';

export type { Board, ReadBoard, ReadDb, WriteDb } from '#db/handle.ts';

export interface OpenOptions {
  readonly passphrase?: string | null;
  readonly readOnly?: boolean;
  /** Folder for backups; `Backups` beside the board unless given. */
  readonly backups?: string;
  /** For tests of migration only. */
  readonly migrations?: readonly Migration[];
}

/**
 * Opens a board after checking all of it. An older format is migrated, after a verified backup that
 * `notices` names. Throws `BoardError`: `not-found`, `not-a-board`, `passphrase-needed`, `passphrase-wrong`,
 * `newer`, `older` (read-only), `read-only`, `locked`, `corrupt`, `disk-full`, `cannot-read`.
 */
export function openBoard(path: string, options: OpenOptions & { readonly readOnly: true }): ReadBoard;
export function openBoard(path: string, options?: OpenOptions & { readonly readOnly?: false }): Board;
export function openBoard(path: string, options: OpenOptions = {}): Board | ReadBoard {
  const source = sourceOf(path, options, defaultFolder(path));
  return guarded(path, () => {
    const checked = openChecked(source);
    return closedOnError(checked.connection, path, source.backups, () =>
      source.readOnly ? forReading(source, checked) : forWriting(source, checked),
    );
  });
}

function forReading(source: Source, checked: Checked): ReadBoard {
  if (pending(checked.format, source.migrations).length) {
    throw new BoardError(
      'older',
      `${source.path} has the older board format ${checked.format}, which must be brought to ${latest(source.migrations)} before it can be read. Open it normally once, or open a copy of it.`,
    );
  }
  const journal = String(checked.connection.pragma('journal_mode', { simple: true }));
  return opened({ connection: checked.connection, path: source.path }, source, checked, journal, []);
}

function forWriting(source: Source, checked: Checked): Board {
  const db = writeDb(source.path, checked);
  const journal = prepareToWrite(db.connection);
  withOwner(db, () => proveWritable(db.connection));
  const steps = pending(checked.format, source.migrations);
  const notices = steps.length ? [migrated(db, source, checked.format, steps)] : [];
  return opened(db, source, checked, journal, notices);
}

function writeDb(path: string, { connection }: Checked): WriteDb {
  return { connection, path, writable: true };
}

function migrated(db: WriteDb, source: Source, format: number, steps: readonly Migration[]): string {
  const name = `${stemOf(source.path)} before format ${latest(source.migrations)}`;
  const backup = copyTo(db, freeName(source.backups, name));
  migrate(db, steps);
  return `This board was brought from format ${format} to ${latest(source.migrations)}. A backup from before is ${backup}.`;
}

function opened<Db extends ReadDb>(
  db: Db,
  source: Source,
  checked: Checked,
  journal: string,
  notices: readonly string[],
) {
  const needless = source.passphrase !== null && !checked.encrypted;
  return {
    ...db,
    journal,
    encrypted: checked.encrypted,
    backups: source.backups,
    notices: needless
      ? [...notices, 'This board is not protected by a passphrase; the one given was not needed.']
      : notices,
  };
}

export interface CreateOptions extends Stamp {
  readonly definition: BoardDefinition;
  readonly passphrase?: string | null;
  readonly backups?: string;
}

/**
 * Makes a new board and opens it. It is written under a temporary name and renamed when whole, so there is
 * never half a board. Throws `exists` where the name is taken, and what `openBoard` throws.
 */
export function createBoard(path: string, options: CreateOptions): Board {
  const { passphrase = null, backups } = options;
  checkPassphrase(passphrase);
  guarded(path, () => {
    if (exists(path))
      throw new BoardError('exists', `There is already a file ${path}. Open it, or choose another name.`);
    if (!exists(folderOf(path)))
      throw new BoardError(
        'not-found',
        `There is no folder ${folderOf(path)}. Create it, or choose another place.`,
      );
    const temporary = beside(path, 'new');
    removeDatabase(temporary);
    try {
      writeNew(temporary, options, passphrase);
      putInPlace(temporary, path);
    } finally {
      removeDatabase(temporary);
    }
  });
  return openBoard(path, backups === undefined ? { passphrase } : { passphrase, backups });
}

function writeNew(path: string, { definition, at, by }: CreateOptions, passphrase: string | null): void {
  const connection = connect(path, { readOnly: false, mustExist: false, passphrase });
  const db: WriteDb = { connection, path, writable: true };
  try {
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    connection.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(db, pending(0));
    recordCreation(db, { at, by });
    commit(db, { kind: 'create-board', definition }, { at, by });
  } finally {
    connection.close();
  }
}

/**
 * Closes the board and leaves one self-contained file that can be copied, sent or opened from a read-only
 * folder. Where another window still has it open, its journal stays beside it.
 */
export function closeBoard(board: ReadDb): void {
  const { connection } = board;
  if (!connection.open) return;
  if (!connection.readonly) foldJournal(board);
  connection.close();
}

function foldJournal({ connection }: ReadDb): void {
  try {
    connection.pragma('journal_mode = DELETE');
  } catch {
    // In use elsewhere: every change is safe in the journal, and the last to close folds it in.
  }
}
