/** Handles: what may be asked of an open board, and what may be changed, are different types. */
import type { Connection } from '#db/driver.ts';

/** A board that can be read. */
export interface ReadDb {
  readonly connection: Connection;
  /** The file's path. */
  readonly path: string;
}

/** A board that can be changed; only `commit`, `undo` and `redo` and the throw-away cache ask for one. */
export interface WriteDb extends ReadDb {
  readonly writable: true;
}

interface Opened {
  /** In the words of SQLite: `wal` on a local disk, `delete` where the file system cannot do that. */
  readonly journal: string;
  readonly encrypted: boolean;
  /** Folder of its rotating backups. */
  readonly backups: string;
  /** Plain-English notes on opening: a migration and where its backup is, a passphrase that was not needed. */
  readonly notices: readonly string[];
}

export interface Board extends WriteDb, Opened {}
export interface ReadBoard extends ReadDb, Opened {}
