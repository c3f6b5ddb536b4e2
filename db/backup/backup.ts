/** Backups of an open board: rotating ones on every import, and copies wherever the user likes. */
import { copyTo } from '#db/backup/copy.ts';
import { backupPath, rotate } from '#db/backup/folder.ts';
import { faultOf } from '#db/check.ts';
import { exists } from '#db/disk.ts';
import { boardError } from '#db/error.ts';
import type { Board, ReadDb } from '#db/handle.ts';
import { lastEventId } from '#db/table/event.ts';

export type BackupOutcome =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly message: string };

/**
 * Makes a verified backup in the board's backup folder and removes all but the newest ten. A failure is told,
 * not thrown: the change it follows is safely stored.
 */
export function backupBoard(board: Board, at: string): BackupOutcome {
  const path = backupPath(board.backups, board.path, at, lastEventId(board));
  try {
    if (!exists(path)) copyTo(board, path);
    rotate(board.backups, board.path);
    return { ok: true, path };
  } catch (error) {
    const { message } = boardError(error, path);
    return { ok: false, message: `Your change is stored, but no backup could be made. ${message}` };
  }
}

/** Copies the board to a new file, verified. Throws `exists`, `disk-full`, `read-only`. */
export function backupTo(db: ReadDb, path: string): string {
  return copyTo(db, path);
}

/** Checks every page and reference of an open board; null when sound. */
export function integrity(db: ReadDb): string | null {
  return faultOf(db.connection);
}
