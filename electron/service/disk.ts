/** The service's only door to the file system, apart from the store's own. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

export function removeTree(place: string): void {
  rmSync(place, { recursive: true, force: true });
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
