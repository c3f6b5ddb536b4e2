/**
 * The store's only dealings with the file system: looking at a file, and putting a finished one in place. No
 * file that is open as a database is opened here: closing it would drop the database's locks.
 */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import nodePath from 'node:path';

/** What can be told of a file without opening it. */
export type Look =
  | { readonly kind: 'missing' }
  | { readonly kind: 'folder' }
  | { readonly kind: 'file'; readonly size: number };

export function look(path: string): Look {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return { kind: 'missing' };
  return stat.isFile() ? { kind: 'file', size: stat.size } : { kind: 'folder' };
}

export function exists(path: string): boolean {
  return existsSync(path);
}

/** A name in the same folder that no user file has: a half-written board is never under its own name. */
export function beside(path: string, purpose: string): string {
  return nodePath.join(nodePath.dirname(path), `.${nodePath.basename(path)}.${purpose}-${process.pid}`);
}

/** Puts a finished file under its final name in one step, and makes sure it is on the disk. */
export function putInPlace(finished: string, path: string): void {
  flush(finished);
  renameSync(finished, path);
  flushFolder(nodePath.dirname(path));
}

function flush(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Windows and some network drives cannot flush a folder; the rename itself has still happened. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const SIDECARS = ['', '-wal', '-shm', '-journal'];

/** Removes a database file with its journal files; quiet where there is none. */
export function removeDatabase(path: string): void {
  for (const suffix of SIDECARS) rmSync(path + suffix, { force: true });
}

/** Removes only the journal files left beside a database that was replaced. */
export function removeJournals(path: string): void {
  for (const suffix of SIDECARS.slice(1)) rmSync(path + suffix, { force: true });
}

/** Copies a database with the journal files that belong to it, as they are. */
export function copyDatabase(from: string, to: string): void {
  for (const suffix of SIDECARS) if (existsSync(from + suffix)) copyFileSync(from + suffix, to + suffix);
}

export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
}

export function filesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

export function join(folder: string, name: string): string {
  return nodePath.join(folder, name);
}

export function folderOf(path: string): string {
  return nodePath.dirname(path);
}

/** `Edge of Care.eoc` gives `Edge of Care`. */
export function stemOf(path: string): string {
  return nodePath.basename(path, nodePath.extname(path));
}
