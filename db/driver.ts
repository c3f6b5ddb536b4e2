/**
 * The one place that loads the database's native code, and only when a board is first opened: a launcher
 * must be able to check the Node version before that.
 */
import { createRequire } from 'node:module';

export type Bindable = string | number | null | Uint8Array;

export interface Statement {
  run(...values: Bindable[]): { readonly changes: number };
  all(...values: Bindable[]): unknown[];
  get(...values: Bindable[]): unknown;
}

/** The part of better-sqlite3's connection this program uses. */
export interface Connection {
  readonly name: string;
  readonly open: boolean;
  readonly readonly: boolean;
  readonly inTransaction: boolean;
  prepare(text: string): Statement;
  exec(text: string): unknown;
  pragma(text: string, options?: { simple: boolean }): unknown;
  transaction<T>(work: () => T): { immediate(): T; exclusive(): T };
  close(): unknown;
}

interface Driver {
  new (path: string, options: { readonly: boolean; fileMustExist: boolean; timeout: number }): Connection;
}

/** Milliseconds to wait for another program's lock before saying so. */
const BUSY_TIMEOUT = 500;

let loaded: Driver | null = null;

function driver(): Driver {
  loaded ??= createRequire(import.meta.url)('better-sqlite3') as Driver;
  return loaded;
}

/** How to connect. With a passphrase the file is SQLCipher 4; otherwise plain SQLite. */
export interface ConnectOptions {
  readonly readOnly: boolean;
  readonly mustExist: boolean;
  readonly passphrase: string | null;
}

/** Opens a connection; a wrong passphrase shows only at the first read. Throws SQLite's own errors. */
export function connect(path: string, options: ConnectOptions): Connection {
  const Database = driver();
  const connection = new Database(path, {
    readonly: options.readOnly,
    fileMustExist: options.mustExist,
    timeout: BUSY_TIMEOUT,
  });
  if (options.passphrase !== null) {
    sqlcipher(connection);
    connection.pragma(`key=${quoted(options.passphrase)}`);
    passphrases.set(connection, options.passphrase);
  }
  return connection;
}

/** Kept while a board is open, to verify its backups; never written anywhere. */
const passphrases = new WeakMap<Connection, string>();

export function passphraseOf(connection: Connection): string | null {
  return passphrases.get(connection) ?? null;
}

/** Encrypts, re-encrypts or (null) decrypts the whole file in place. The caller works on a copy. */
export function rekey(connection: Connection, passphrase: string | null): void {
  sqlcipher(connection);
  connection.pragma(`rekey=${quoted(passphrase ?? '')}`);
}

function sqlcipher(connection: Connection): void {
  connection.pragma("cipher='sqlcipher'");
  connection.pragma('legacy=4');
}

/** Accented letters can be typed in two ways that look alike: both must open the board. */
function quoted(passphrase: string): string {
  return `'${passphrase.normalize('NFC').replaceAll("'", "''")}'`;
}
