/** Boards that can be found without a file dialog. */
import { recentBoards } from '#electron/service/api/recent.ts';
import { filesEnding, folderOf, inFolder, isFile, makeFolder, stemOf } from '#electron/service/disk.ts';
import type { Folders } from '#electron/service/folders.ts';
import type { BoardPlaces } from '#shared/api/api.ts';

/** The usual folder is made if it is not there, so that a new board can be put in it. */
export function boardPlaces(folders: Folders): BoardPlaces {
  const { documents } = folders;
  makeFolder(documents);
  const around = new Set([documents, ...recentBoards(folders).map(({ path }) => folderOf(path))]);
  const boards = [...around]
    .flatMap((folder) => filesEnding(folder, '.eoc').map((file) => ({ folder, ...file })))
    .sort((a, b) => b.changed.getTime() - a.changed.getTime())
    .map(({ folder, path, changed, size }) => ({
      path,
      name: stemOf(path),
      folder,
      changed: changed.toISOString(),
      size,
    }));
  return { folder: documents, suggested: freePath(documents, 'Edge of Care board'), boards };
}

/** `Name.eoc`, or `Name (2).eoc` … whichever is not taken. */
export function freePath(folder: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const path = inFolder(folder, number === 1 ? `${name}.eoc` : `${name} (${number}).eoc`);
    if (!isFile(path)) return path;
  }
}
