/** The board as a document: open, new, copy, backups, passphrase, undo. */
import { backupTo } from '#db/backup/backup.ts';
import { backupsOf } from '#db/backup/folder.ts';
import { restoreFrom } from '#db/backup/restore.ts';
import { redo, undo } from '#db/history.ts';
import { changePassphrase } from '#db/passphrase.ts';
import { eventHeads } from '#db/table/event.ts';
import { board, type Context, type HandlersOf, type OpenBoard } from '#electron/service/api/context.ts';
import { infoOf } from '#electron/service/api/info.ts';
import { forgetBoard, recentBoards, rememberBoard } from '#electron/service/api/recent.ts';
import { sampleBoard } from '#electron/service/api/sample.ts';
import { stamp } from '#electron/service/clock.ts';
import {
  absolute,
  baseName,
  factsOf,
  folderOf,
  inFolder,
  makeFolder,
  readBytes,
  removeTree,
  temporaryFolder,
} from '#electron/service/disk.ts';
import { Problem } from '#electron/service/problem.ts';
import { newSession, openSession, type Session } from '#electron/service/session.ts';
import type { BoardInfo, ExportedFile } from '#shared/api/api.ts';

export const boardHandlers: HandlersOf<'board'> = {
  'board.recent': (_, { folders }) => recentBoards(folders),
  'board.forgetRecent': ({ path }, { folders, emit }) => {
    forgetBoard(folders, path);
    emit({ kind: 'changed', tables: ['recent'] });
    return null;
  },
  'board.create': ({ path, passphrase }, context) => {
    const file = boardPath(context, path);
    if (folderOf(file) === context.folders.documents) makeFolder(context.folders.documents);
    return opened(context, file, passphrase, newSession);
  },
  'board.open': ({ path, passphrase }, context) =>
    opened(context, placeOf(context, path), passphrase, openSession),
  'board.sample': (_, context) => shown(context, sampleBoard(context)),
  'board.info': (_, context) => {
    const open = context.current();
    return open && infoOf(open);
  },
  'board.close': (_, context) => {
    context.swap(null);
    return null;
  },
  'board.saveCopy': ({ path }, context) => {
    backupTo(board(context).session.board, boardPath(context, path));
    return null;
  },
  'board.download': (_, context) => downloaded(board(context).session),
  'board.backups': (_, context) => {
    const { backups, path } = board(context).session.board;
    return backupsOf(backups, path)
      .toReversed()
      .map((backup) => {
        const { changed, size } = factsOf(backup);
        return { path: backup, at: changed.toISOString(), size };
      });
  },
  'board.restore': ({ path }, context) => restored(context, path),
  'board.passphrase': ({ passphrase }, context) => reopened(context, passphrase),
  'board.undo': (_, context) => ({ summary: undo(board(context).session.board, stamp()).summary }),
  'board.redo': (_, context) => ({ summary: redo(board(context).session.board, stamp()).summary }),
  'board.history': (_, context) => eventHeads(board(context).session.board),
};

/** A name without a folder means the usual folder. */
function placeOf({ folders }: Context, path: string): string {
  return absolute(path.trim(), folders.documents);
}

function boardPath(context: Context, path: string): string {
  const file = placeOf(context, path);
  return file.toLowerCase().endsWith('.eoc') ? file : `${file}.eoc`;
}

/** Opens `path` first and closes the board in use after, so that a refusal leaves that one open. */
function opened(
  context: Context,
  path: string,
  passphrase: string | null,
  open: (path: string, passphrase: string | null) => Session,
): BoardInfo {
  if (open === openSession && context.current()?.session.board.path === path) context.swap(null);
  return shown(context, {
    session: open(path, passphrase || null),
    passphrase,
    staged: new Map(),
    exempt: new Map(),
  });
}

function shown(context: Context, next: OpenBoard): BoardInfo {
  context.swap(next);
  rememberBoard(context.folders, next.session.board.path);
  return infoOf(next);
}

function downloaded({ board: open }: Session): ExportedFile {
  const folder = temporaryFolder();
  try {
    const name = baseName(open.path);
    const copy = backupTo(open, inFolder(folder, name));
    return { name, bytes: Buffer.from(readBytes(copy)).toString('base64') };
  } finally {
    removeTree(folder);
  }
}

/**
 * Work that needs the board closed: it is opened again whatever comes of it, with the passphrase the work
 * answers, and the problem is told after.
 */
function closedFor(context: Context, work: (path: string, passphrase: string | null) => string | null) {
  const { session, passphrase } = board(context);
  const { path, encrypted } = session.board;
  const given = encrypted ? passphrase : null;
  context.swap(null);
  let key = given;
  try {
    key = work(path, given);
  } finally {
    context.swap({ session: openSession(path, key), passphrase: key, staged: new Map(), exempt: new Map() });
  }
  return infoOf(board(context));
}

/** The state before is kept as a file of its own by the store. */
function restored(context: Context, backup: string): BoardInfo {
  const { board: open } = board(context).session;
  if (!backupsOf(open.backups, open.path).includes(absolute(backup, open.backups))) {
    throw new Problem('not-a-backup', `${backup} is no backup of this board. Choose one from the list.`);
  }
  return closedFor(context, (path, passphrase) => {
    restoreFrom(path, backup, { passphrase });
    return passphrase;
  });
}

function reopened(context: Context, passphrase: string | null): BoardInfo {
  let left: readonly string[] = [];
  const info = closedFor(context, (path, from) => {
    left = changePassphrase(path, { from, to: passphrase }).olderBackups;
    return passphrase;
  });
  if (left.length === 0) return info;
  const names = left.map(baseName).join(', ');
  const notice = `These backups could not be changed and open as they did before: ${names}. Delete them if nobody else may read them.`;
  return { ...info, notices: [...info.notices, notice] };
}
