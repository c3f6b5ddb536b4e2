/** Boards and other programs: locks, missing rights, sudden death. Real processes on real files. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { backupTo } from '#db/backup/backup.ts';
import { restoreFrom } from '#db/backup/restore.ts';
import { commit } from '#db/commit.ts';
import { importReturn } from '#db/import.ts';
import { type Board, closeBoard, openBoard } from '#db/open.ts';
import { currentDefinition } from '#db/table/definition.ts';
import { settings } from '#db/table/setting.ts';
import { aReturn, closing, newBoard, STAMP, wholeBoard } from '#test/db/sample.ts';

const root = path.resolve(import.meta.dirname, '../..');
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

async function another(file: string, how: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['test/db/child/hold.ts', file, how], { cwd: root });
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

const set = (board: Board, value: number) => commit(board, { kind: 'set-setting', name: 'n', value }, STAMP);

describe('a board that another program holds', () => {
  test('for itself alone cannot be opened, and the refusal says who may have it', async () => {
    const board = newBoard();
    closeBoard(board);
    await another(board.path, 'exclusive');
    expect(() => openBoard(board.path)).toThrow(
      expect.objectContaining({
        code: 'locked',
        message: expect.stringMatching(/Another window or person.*OneDrive/),
      }),
    );
  });

  test('for writing can be read, not opened for writing or changed; afterwards it can', async () => {
    const board = newBoard();
    set(board, 1);
    const before = wholeBoard(board);
    const holder = await another(board.path, 'write');
    expect(settings(closing(openBoard(board.path, { readOnly: true })))).toEqual({ n: 1 });
    expect(() => openBoard(board.path)).toThrow(
      expect.objectContaining({
        code: 'locked',
        message: expect.stringContaining('The last change in it was made by A. Secretary (2031-07-20)'),
      }),
    );
    expect(() => set(board, 2)).toThrow(expect.objectContaining({ code: 'locked' }));
    expect(wholeBoard(board)).toEqual(before);
    await kill(holder);
    set(board, 2);
    expect(settings(board)).toEqual({ n: 2 });
  });

  test('cannot be replaced by a backup under its hands', async () => {
    const board = newBoard();
    const backup = backupTo(board, path.join(path.dirname(board.path), 'then.eoc'));
    closeBoard(board);
    const before = readFileSync(board.path);
    await another(board.path, 'exclusive');
    expect(() => restoreFrom(board.path, backup)).toThrow(expect.objectContaining({ code: 'locked' }));
    expect(readFileSync(board.path).equals(before)).toBe(true);
  });
});

test('a board keeps its locks when the same program opens and closes it a second time', () => {
  const board = newBoard();
  set(board, 1);
  closeBoard(openBoard(board.path, { readOnly: true }));
  backupTo(board, path.join(path.dirname(board.path), 'copy.eoc'));
  chmodSync(path.dirname(board.path), 0o777);
  chmodSync(board.path, 0o666);
  expect(attempt(board.path, 'replace')).toMatch(/^locked: /);
  set(board, 2);
  expect(settings(board)).toEqual({ n: 2 });
});

test('killed in the middle of a large change, the board is as it was before', async () => {
  const board = newBoard();
  importReturn(board, aReturn(), STAMP);
  const before = wholeBoard(board);
  closeBoard(board);
  const holder = await another(board.path, 'half');
  const journal = `${board.path}-wal`;
  expect(existsSync(journal) && statSync(journal).size).toBeGreaterThan(1_000_000);
  await kill(holder);
  const after = closing(openBoard(board.path));
  expect(wholeBoard(after)).toEqual(before);
  set(after, 1);
  expect(settings(after)).toEqual({ n: 1 });
});

/** Runs as a person without rights: rights do not bind an administrator, so then as somebody else. */
function attempt(file: string, how: 'read' | 'write' | 'replace'): string {
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const done = spawnSync(process.execPath, ['test/db/child/attempt.ts', file, how], {
    cwd: root,
    encoding: 'utf8',
    ...nobody,
  });
  return done.stdout + done.stderr;
}

describe.skipIf(process.platform === 'win32')('without the right to write', () => {
  function closedBoard(fileMode: number, folderMode: number): string {
    const board = newBoard();
    closeBoard(board);
    chmodSync(board.path, fileMode);
    chmodSync(path.dirname(board.path), folderMode);
    return board.path;
  }

  test.each([
    ['file', 0o444, 0o777],
    ['folder', 0o666, 0o555],
    ['file and folder', 0o444, 0o555],
  ])(
    'to the %s a board is refused as read-only, and can be opened for reading',
    (_, fileMode, folderMode) => {
      const file = closedBoard(fileMode, folderMode);
      const before = readFileSync(file);
      const refused = attempt(file, 'write');
      expect(refused).toMatch(/^read-only: .*read-only for you/);
      expect(attempt(file, 'read')).toBe('opened: sample');
      expect(readFileSync(file).equals(before)).toBe(true);
    },
  );

  test('nor to read, a board is refused as such', () => {
    expect(attempt(closedBoard(0o600, 0o755), 'read')).toMatch(/^(read-only|cannot-read): /);
  });
});

test('a full disk refuses the change whole, and the board stays sound', () => {
  const board = newBoard();
  set(board, 1);
  const before = wholeBoard(board);
  const pages = Number(board.connection.pragma('page_count', { simple: true }));
  board.connection.pragma(`max_page_count = ${pages + 2}`);
  const large = { ...aReturn(), bytes: new Uint8Array(100_000), assertions: [] };
  expect(() => importReturn(board, large, STAMP)).toThrow(
    expect.objectContaining({ code: 'disk-full', message: expect.stringContaining('Nothing was changed') }),
  );
  expect(wholeBoard(board)).toEqual(before);
  closeBoard(board);
  expect(currentDefinition(closing(openBoard(board.path))).code).toBe('sample');
});
