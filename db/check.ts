/** The questions asked of a file before it is trusted as a board, each with its plain-English refusal. */

import { look } from '#db/disk.ts';
import type { Connection } from '#db/driver.ts';
import { BoardError, codeOf } from '#db/error.ts';

/** `EOCB` in ASCII, at byte 68 of every board. */
export const APPLICATION_ID = 0x454f4342;

/** Refuses what cannot be a board before it is opened. Throws `not-found`, `not-a-board`. */
export function checkFile(path: string): void {
  const seen = look(path);
  if (seen.kind === 'missing') {
    throw new BoardError(
      'not-found',
      `There is no file ${path}. It may have been moved or renamed, or its drive disconnected.`,
    );
  }
  if (seen.kind === 'folder') {
    throw new BoardError('not-a-board', `${path} is a folder, not a board. Choose a .eoc file.`);
  }
  if (seen.size === 0) throw notABoard(path);
}

/** Why a file that is no plain database is refused when no passphrase was given. */
export function notPlain(path: string): BoardError {
  if (!path.toLowerCase().endsWith('.eoc')) return notABoard(path);
  return new BoardError(
    'passphrase-needed',
    `${path} is protected by a passphrase (or is no board at all). Give the passphrase to open it.`,
  );
}

export function notABoard(path: string): BoardError {
  return new BoardError(
    'not-a-board',
    `${path} is not a board of this program. Choose a .eoc file, or import it into a board if it is a return.`,
  );
}

/** What the passphrase did not open. */
export function wrongPassphrase(path: string): BoardError {
  return new BoardError(
    'passphrase-wrong',
    `The passphrase does not open ${path}. Check capital letters and the keyboard's language, then try again.`,
  );
}

/** Whether the connection reads a database: false where the file is encrypted otherwise, or none at all. */
export function isReadable(connection: Connection): boolean {
  try {
    connection.pragma('application_id');
    return true;
  } catch (error) {
    if (codeOf(error) === 'SQLITE_NOTADB') return false;
    throw error;
  }
}

/** The file's format number. Throws `not-a-board`, `newer` with both formats named. */
export function checkFormat(connection: Connection, path: string, ours: number): number {
  if (connection.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw notABoard(path);
  const format = Number(connection.pragma('user_version', { simple: true }));
  if (format > ours) {
    throw new BoardError(
      'newer',
      `${path} was saved by a newer version of this program: it has board format ${format}, and this version reads formats up to ${ours}. Update the program to open it. Nothing was changed.`,
    );
  }
  return format;
}

/**
 * Reads every page and every reference.
 * @returns null when sound, else the first thing that is wrong, in SQLite's words.
 */
export function faultOf(connection: Connection): string | null {
  try {
    const verdict = connection.pragma('integrity_check(1)', { simple: true });
    if (verdict !== 'ok') return String(verdict);
    const [stray] = connection.pragma('foreign_key_check') as { readonly table: string }[];
    return stray ? `a row of ${stray.table} refers to nothing` : null;
  } catch (error) {
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error))) return String(error);
    throw error;
  }
}
