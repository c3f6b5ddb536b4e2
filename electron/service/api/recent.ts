/** The boards opened last, in a small file of the program's own. Losing it loses no work. */
import { z } from 'zod';
import { stamp } from '#electron/service/clock.ts';
import { inFolder, isFile, makeFolder, readBytes, stemOf, writeWhole } from '#electron/service/disk.ts';
import type { Folders } from '#electron/service/folders.ts';
import type { RecentBoard } from '#shared/api/api.ts';

const KEEP = 12;
const shape = z.array(z.object({ path: z.string(), name: z.string(), at: z.string() }));

function place({ data }: Folders): string {
  return inFolder(data, 'recent.json');
}

/** Latest first; boards whose file is gone are left out. A file that cannot be understood counts as empty. */
export function recentBoards(folders: Folders): readonly RecentBoard[] {
  return stored(folders).filter(({ path }) => isFile(path));
}

export function rememberBoard(folders: Folders, path: string): void {
  const others = stored(folders).filter((board) => board.path !== path);
  store(folders, [{ path, name: stemOf(path), at: stamp().at }, ...others]);
}

export function forgetBoard(folders: Folders, path: string): void {
  store(
    folders,
    stored(folders).filter((board) => board.path !== path),
  );
}

function stored(folders: Folders): readonly RecentBoard[] {
  const file = place(folders);
  if (!isFile(file)) return [];
  try {
    const parsed = shape.safeParse(JSON.parse(Buffer.from(readBytes(file)).toString('utf8')));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}

function store(folders: Folders, boards: readonly RecentBoard[]): void {
  makeFolder(folders.data);
  const text = JSON.stringify(boards.slice(0, KEEP), null, 2);
  writeWhole(place(folders), new TextEncoder().encode(text));
}
