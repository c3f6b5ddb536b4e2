/** The sample council: its board to open, and returns beside it to try an import with. */
import { sha256Of } from '#db/table/file.ts';
import { currentReturns } from '#db/table/return.ts';
import type { Context, HandlersOf, OpenBoard } from '#electron/service/api/context.ts';
import { stageAll } from '#electron/service/api/import.ts';
import { freePath } from '#electron/service/api/places.ts';
import { adoptKept } from '#electron/service/checks.ts';
import {
  baseName,
  expandFolders,
  folderOf,
  inFolder,
  isFile,
  makeFolder,
  readBytes,
  writeWhole,
} from '#electron/service/disk.ts';
import type { Folders } from '#electron/service/folders.ts';
import { SAMPLE_CODE, sampleBoardFile, sampleCouncilReturns, WAITING } from '#electron/service/samples.ts';
import { openSession } from '#electron/service/session.ts';

export const sampleHandlers: HandlersOf<'sample'> = {
  'sample.place': (_, { folders }) => placeOf(folders),
  'sample.waiting': (_, context) => {
    const paths = waitingPaths(context);
    const [first] = paths;
    return first === undefined ? null : { folder: folderOf(first), files: paths.map(baseName) };
  },
  'sample.stage': (_, context) => {
    const files = waitingPaths(context).map((path) => ({
      name: baseName(path),
      bytes: Buffer.from(readBytes(path)).toString('base64'),
    }));
    return stageAll(files, context);
  },
};

/** A fresh board of the sample council in a folder of its own among the person's boards, its returns beside it. */
export function sampleBoard({ folders }: Context): OpenBoard {
  const folder = placeOf(folders);
  for (const { folder: parts, path } of sampleCouncilReturns()) {
    const place = parts.reduce(inFolder, folder);
    const file = inFolder(place, baseName(path));
    if (isFile(file)) continue;
    makeFolder(place);
    writeWhole(file, readBytes(path));
  }
  const path = freePath(folder, 'Sample board');
  writeWhole(path, sampleBoardFile());
  const session = openSession(path, null);
  adoptKept(session);
  return { session, passphrase: null, staged: new Map(), exempt: new Map() };
}

function placeOf({ documents }: Folders): string {
  return inFolder(documents, 'Sample council');
}

/** Returns that lie beside the open sample board and are neither on it nor staged for it. */
function waitingPaths(context: Context): readonly string[] {
  const open = context.current();
  if (!open || open.session.definition().code !== SAMPLE_CODE) return [];
  const folder = inFolder(folderOf(open.session.board.path), WAITING);
  const known = new Set([
    ...currentReturns(open.session.board).map(({ sha256 }) => sha256),
    ...[...open.staged.values()].map(({ sha256 }) => sha256),
  ]);
  return expandFolders([folder]).filter((path) => isFile(path) && !known.has(sha256Of(readBytes(path))));
}
