import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { backupBoard, backupTo, integrity } from '#db/backup/backup.ts';
import { backupsOf, KEEP } from '#db/backup/folder.ts';
import { restoreFrom } from '#db/backup/restore.ts';
import { commit } from '#db/commit.ts';
import { importReturn } from '#db/import.ts';
import { closeBoard, openBoard } from '#db/open.ts';
import { changePassphrase } from '#db/passphrase.ts';
import { settings } from '#db/table/setting.ts';
import { aReturn, closing, newBoard, STAMP, wholeBoard } from '#test/db/sample.ts';

const set = (board: Parameters<typeof commit>[0], value: number) =>
  commit(board, { kind: 'set-setting', name: 'n', value }, STAMP);

describe('a backup', () => {
  test('holds everything, opens as a board and is sound', () => {
    const board = newBoard();
    importReturn(board, aReturn(), STAMP);
    const made = backupBoard(board, STAMP.at);
    if (!made.ok) throw new Error(made.message);
    expect(path.dirname(made.path)).toBe(path.join(path.dirname(board.path), 'Backups'));
    const copy = closing(openBoard(made.path));
    expect(integrity(copy)).toBeNull();
    expect(wholeBoard(copy)).toEqual(wholeBoard(board));
  });

  test('is one of the last ten; other boards’ backups in the folder are left alone', () => {
    const board = newBoard();
    backupBoard(board, STAMP.at);
    const other = path.join(board.backups, 'Test board two 2031-07-20 101112 000001.eoc');
    writeFileSync(other, '');
    for (let value = 0; value < KEEP + 3; value += 1) {
      set(board, value);
      backupBoard(board, STAMP.at);
    }
    const kept = backupsOf(board.backups, board.path);
    expect(kept).toHaveLength(KEEP);
    expect(settings(closing(openBoard(kept.at(-1) ?? '')))).toEqual({ n: KEEP + 2 });
    expect(settings(closing(openBoard(kept[0] ?? '')))).toEqual({ n: 3 });
    expect(existsSync(other)).toBe(true);
  });

  test('that cannot be made is told, and the change it follows stands', () => {
    const board = newBoard();
    writeFileSync(board.backups, 'a file where the folder should be');
    set(board, 1);
    expect(backupBoard(board, STAMP.at)).toMatchObject({
      ok: false,
      message: expect.stringContaining('Your change is stored'),
    });
    expect(settings(board)).toEqual({ n: 1 });
  });

  test('to a place of one’s own never overwrites a file', () => {
    const board = newBoard();
    const mine = path.join(path.dirname(board.path), 'mine.eoc');
    writeFileSync(mine, 'mine');
    expect(() => backupTo(board, mine)).toThrow('already a file');
    expect(readFileSync(mine, 'utf8')).toBe('mine');
    const copy = backupTo(board, path.join(path.dirname(board.path), 'copy.eoc'));
    expect(wholeBoard(closing(openBoard(copy)))).toEqual(wholeBoard(board));
  });
});

describe('restoring', () => {
  test('brings back the board as it was then, and keeps what it replaced', () => {
    const board = newBoard();
    set(board, 1);
    const backup = backupTo(board, path.join(path.dirname(board.path), 'then.eoc'));
    const then = wholeBoard(board);
    set(board, 2);
    closeBoard(board);
    const { kept } = restoreFrom(board.path, backup);
    expect(wholeBoard(closing(openBoard(board.path)))).toEqual(then);
    expect(settings(closing(openBoard(kept ?? '')))).toEqual({ n: 2 });
  });

  test('replaces a damaged board', () => {
    const board = newBoard();
    const backup = backupTo(board, path.join(path.dirname(board.path), 'then.eoc'));
    const then = wholeBoard(board);
    closeBoard(board);
    writeFileSync(board.path, 'not a database any more');
    const { kept } = restoreFrom(board.path, backup);
    expect(wholeBoard(closing(openBoard(board.path)))).toEqual(then);
    expect(readFileSync(kept ?? '', 'utf8')).toBe('not a database any more');
  });

  test('is refused from a file that is damaged or no board, and then changes nothing', () => {
    const board = newBoard();
    closeBoard(board);
    const before = readFileSync(board.path);
    const bad = path.join(path.dirname(board.path), 'bad.eoc');
    writeFileSync(bad, before.subarray(0, 9000));
    expect(() => restoreFrom(board.path, bad)).toThrow('damaged');
    expect(() => restoreFrom(board.path, '/nowhere.eoc')).toThrow('no file');
    expect(readFileSync(board.path).equals(before)).toBe(true);
    expect(readdirSync(path.dirname(board.path)).sort()).toEqual(['Test board.eoc', 'bad.eoc']);
  });

  test('is refused while the board is open', () => {
    const board = newBoard();
    const backup = backupTo(board, path.join(path.dirname(board.path), 'then.eoc'));
    set(board, 2);
    expect(() => restoreFrom(board.path, backup)).toThrow('in use');
    expect(settings(board)).toEqual({ n: 2 });
  });
});

/** Each use of a passphrase is slow on purpose: 0.1 s on an idle machine. */
const SLOW = 60_000;

describe('a passphrase', () => {
  test(
    'can be set, changed and removed, and the board stays the same',
    () => {
      const board = newBoard();
      set(board, 1);
      const content = wholeBoard(board);
      const backup = backupBoard(board, STAMP.at);
      const kept = backup.ok ? backup.path : '';
      closeBoard(board);
      expect(changePassphrase(board.path, { from: null, to: "one's" }).olderBackups).toEqual([]);
      expect(() => openBoard(kept)).toThrow('protected by a passphrase');
      expect(() => openBoard(board.path)).toThrow('protected by a passphrase');
      changePassphrase(board.path, { from: "one's", to: 'two' });
      expect(() => openBoard(board.path, { passphrase: "one's" })).toThrow('does not open');
      expect(wholeBoard(closing(openBoard(board.path, { passphrase: 'two', readOnly: true })))).toEqual(
        content,
      );
      changePassphrase(board.path, { from: 'two', to: null });
      const plain = closing(openBoard(board.path));
      expect([plain.encrypted, wholeBoard(plain)]).toEqual([false, content]);
      expect(wholeBoard(closing(openBoard(kept)))).toEqual(content);
    },
    SLOW,
  );

  test(
    'set on a board with a damaged backup leaves that one as it is and says so',
    () => {
      const board = newBoard();
      const backup = backupBoard(board, STAMP.at);
      const damaged = backup.ok ? backup.path : '';
      closeBoard(board);
      writeFileSync(damaged, 'not a database');
      expect(changePassphrase(board.path, { from: null, to: 'two' }).olderBackups).toEqual([damaged]);
      expect(readFileSync(damaged, 'utf8')).toBe('not a database');
    },
    SLOW,
  );

  test('that is wrong or empty leaves the file as it was', () => {
    const board = newBoard({ passphrase: 'right' });
    closeBoard(board);
    const before = readFileSync(board.path);
    expect(() => changePassphrase(board.path, { from: 'wrong', to: 'x' })).toThrow('does not open');
    expect(() => changePassphrase(board.path, { from: 'right', to: '  ' })).toThrow('cannot be empty');
    expect(readFileSync(board.path).equals(before)).toBe(true);
    expect(readdirSync(path.dirname(board.path))).toEqual(['Test board.eoc']);
  });

  test('cannot be changed while the board is open', () => {
    const board = newBoard();
    set(board, 1);
    expect(() => changePassphrase(board.path, { from: null, to: 'x' })).toThrow('in use');
    expect(settings(board)).toEqual({ n: 1 });
  });

  test('goes with every backup', () => {
    const board = newBoard({ passphrase: 'secret' });
    set(board, 1);
    const made = backupBoard(board, STAMP.at);
    if (!made.ok) throw new Error(made.message);
    expect(() => openBoard(made.path)).toThrow('protected by a passphrase');
    expect(wholeBoard(closing(openBoard(made.path, { passphrase: 'secret' })))).toEqual(wholeBoard(board));
  });
});
