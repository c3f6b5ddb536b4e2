/** The service's only door to the file system, apart from the store's own. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export function readBytes(file: string): Uint8Array {
  return readFileSync(file);
}

/** Written under a temporary name and renamed when whole: there is never half a file under the final name. */
export function writeWhole(file: string, bytes: Uint8Array): void {
  const temporary = `${file}.part`;
  try {
    writeFileSync(temporary, bytes);
    renameSync(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
}

export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
}

export function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

export interface FileFacts {
  readonly path: string;
  readonly changed: Date;
  readonly size: number;
}

/** Files directly in a folder whose names end so, hidden ones left out; none where the folder cannot be read. */
export function filesEnding(folder: string, ending: string): readonly FileFacts[] {
  return namesIn(folder)
    .filter((name) => name.toLowerCase().endsWith(ending) && !name.startsWith('.'))
    .flatMap((name) => {
      const file = path.join(folder, name);
      const facts = statSync(file, { throwIfNoEntry: false });
      return facts?.isFile() ? [{ path: file, changed: facts.mtime, size: facts.size }] : [];
    });
}

/** Throws where there is no such file. */
export function factsOf(file: string): FileFacts {
  const facts = statSync(file);
  return { path: file, changed: facts.mtime, size: facts.size };
}

/** A new folder of our own; remove it when done. */
export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'eoc-'));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // A folder that is gone or closed to us has no boards to offer.
    return [];
  }
}

export function removeTree(place: string): void {
  rmSync(place, { recursive: true, force: true });
}

/** The full path; a relative one is meant to be in `folder`. */
export function absolute(file: string, folder: string): string {
  return path.resolve(folder, file);
}

export function folderOf(file: string): string {
  return path.dirname(path.resolve(file));
}

/** The file's name without its extension. */
export function stemOf(file: string): string {
  return path.basename(file, path.extname(file));
}

export function baseName(file: string): string {
  return path.basename(file);
}

/** The name of the folder a file is in; empty at the top. */
export function folderName(file: string): string {
  return path.basename(path.dirname(path.resolve(file)));
}

export function inFolder(folder: string, name: string): string {
  return path.join(folder, name);
}

/** Files as given; a folder stands for the files in it and below, in order of name. Office's lock files are left out. */
export function expandFolders(paths: readonly string[]): readonly string[] {
  return paths.flatMap((given) => {
    if (!statSync(given, { throwIfNoEntry: false })?.isDirectory()) return [given];
    return readdirSync(given, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/^(~\$|\.)/.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort();
  });
}
