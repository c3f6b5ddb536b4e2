/**
 * What can go wrong with a board, in words for the person in front of it.
 *
 * Nothing here loads the database's native code, so a launcher can import it before anything else.
 */

export type BoardErrorCode =
  | 'not-found'
  | 'exists'
  | 'not-a-board'
  | 'passphrase-needed'
  | 'passphrase-wrong'
  | 'newer'
  | 'older'
  | 'read-only'
  | 'locked'
  | 'disk-full'
  | 'cannot-read'
  | 'corrupt'
  | 'invalid'
  | 'refused'
  | 'failed';

/** The one error of the store. `message` can be shown as it stands; `cause` is the original, where there is one. */
export class BoardError extends Error {
  override readonly name = 'BoardError';
  readonly code: BoardErrorCode;

  constructor(code: BoardErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

export function isBoardError(error: unknown): error is BoardError {
  return error instanceof BoardError;
}

/** SQLite's result code (`SQLITE_BUSY`) or the system's (`ENOSPC`) of any error; empty where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

const KNOWN: readonly {
  readonly codes: RegExp;
  readonly code: BoardErrorCode;
  readonly message: (path: string) => string;
}[] = [
  {
    codes: /^SQLITE_(BUSY|LOCKED)/,
    code: 'locked',
    message: (path) =>
      `${path} is in use. Another window or person has this board open and is writing to it, or a backup or sync program (such as OneDrive) is copying it. Nothing was changed. Close it there or wait a moment, then try again.`,
  },
  {
    codes: /^(SQLITE_FULL|ENOSPC|EDQUOT)$/,
    code: 'disk-full',
    message: (path) =>
      `There is no room left on the disk that holds ${path}. Nothing was changed. Free some space, then try again.`,
  },
  {
    codes: /^(SQLITE_READONLY|SQLITE_PERM|SQLITE_AUTH|EACCES|EPERM|EROFS)/,
    code: 'read-only',
    message: (path) =>
      `${path} cannot be changed: the file or its folder is read-only for you. Nothing was changed. Open it for reading only, or copy it to a folder of your own.`,
  },
  {
    codes: /^(SQLITE_CORRUPT|SQLITE_NOTADB)/,
    code: 'corrupt',
    message: (path) => `${path} is damaged and cannot be relied on. Restore it from a backup.`,
  },
  {
    codes: /^(SQLITE_CANTOPEN|SQLITE_IOERR|EIO|EISDIR|ENOTDIR)/,
    code: 'cannot-read',
    message: (path) =>
      `${path} could not be read or written. The drive may be disconnected or its folder read-only. Check that you can reach the folder, then try again.`,
  },
];

/** Turns any error of SQLite or the file system into a `BoardError`; bugs become code `failed`, with their cause. */
export function boardError(error: unknown, path: string): BoardError {
  if (isBoardError(error)) return error;
  const code = codeOf(error);
  const known = KNOWN.find((entry) => entry.codes.test(code));
  if (known) return new BoardError(known.code, known.message(path), error);
  const why = error instanceof Error ? error.message : String(error);
  return new BoardError(
    'failed',
    `Something unexpected went wrong with ${path}: ${why}. Nothing was changed.`,
    error,
  );
}

/** Runs `work`; whatever it throws leaves as a `BoardError` about `path`. */
export function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw boardError(error, path);
  }
}
