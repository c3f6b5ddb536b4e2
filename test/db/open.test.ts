import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { backupBoard } from '#db/backup/backup.ts';
import { commit } from '#db/commit.ts';
import { chooseJournal } from '#db/connect.ts';
import { connect } from '#db/driver.ts';
import { closeBoard, createBoard, openBoard } from '#db/open.ts';
import { creation } from '#db/table/board.ts';
import { currentDefinition } from '#db/table/definition.ts';
import { setting } from '#db/table/setting.ts';
import { closing, DEFINITION, folder, newBoard, STAMP } from '#test/db/sample.ts';

/** The error's code and message. */
function refusal(work: () => unknown): { code: string; message: string } {
  try {
    work();
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return { code, message };
  }
  throw new Error('It was not refused');
}

function closedBoard(passphrase?: string): string {
  const board = newBoard(passphrase === undefined ? {} : { passphrase });
  closeBoard(board);
  return board.path;
}

describe('creating a board', () => {
  test('gives an open board on its definition, and nothing else in the folder', () => {
    const board = newBoard();
    expect(currentDefinition(board)).toEqual(DEFINITION);
    expect(creation(board)).toEqual(STAMP);
    closeBoard(board);
    expect(readdirSync(path.dirname(board.path))).toEqual(['Test board.eoc']);
  });

  test('leaves a file of that name alone', () => {
    const file = path.join(folder(), 'Board.eoc');
    writeFileSync(file, 'mine');
    expect(refusal(() => createBoard(file, { definition: DEFINITION, ...STAMP })).code).toBe('exists');
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test('leaves nothing behind when it fails half-way', () => {
    const file = path.join(folder(), 'Board.eoc');
    const broken = { ...DEFINITION, version: 0 };
    expect(refusal(() => createBoard(file, { definition: broken, ...STAMP })).code).toBe('invalid');
    expect(readdirSync(path.dirname(file))).toEqual([]);
  });

  test('names the folder that is not there', () => {
    const file = path.join(folder(), 'nowhere', 'Board.eoc');
    const { code, message } = refusal(() => createBoard(file, { definition: DEFINITION, ...STAMP }));
    expect(code).toBe('not-found');
    expect(message).toContain(path.dirname(file));
  });
});

describe('an open board', () => {
  test('runs in WAL with full synchronisation and foreign keys, also when re-opened', () => {
    const path = closedBoard();
    const board = closing(openBoard(path));
    const again = closing(openBoard(path));
    for (const { connection, journal } of [board, again]) {
      expect(journal).toBe('wal');
      expect(connection.pragma('synchronous', { simple: true })).toBe(2);
      expect(connection.pragma('foreign_keys', { simple: true })).toBe(1);
    }
  });

  test('falls back to a rollback journal where the drive refuses WAL', () => {
    const asked: string[] = [];
    const pragma = (text: string) => {
      asked.push(text);
      return 'delete';
    };
    expect(chooseJournal({ pragma })).toBe('delete');
    expect(asked).toEqual(['journal_mode = WAL', 'journal_mode = DELETE']);
  });

  test('is one file again when closed', () => {
    const board = newBoard();
    commit(board, { kind: 'set-setting', name: 'a', value: 1 }, STAMP);
    closeBoard(board);
    closeBoard(board);
    expect(readdirSync(path.dirname(board.path))).toEqual(['Test board.eoc']);
    expect(setting(closing(openBoard(board.path)), 'a')).toBe(1);
  });

  test('opened for reading only cannot be changed', () => {
    const board = openBoard(closedBoard(), { readOnly: true });
    expect(currentDefinition(board)).toEqual(DEFINITION);
    const forced = { ...board, writable: true as const };
    expect(refusal(() => commit(forced, { kind: 'set-setting', name: 'a', value: 1 }, STAMP)).code).toBe(
      'read-only',
    );
    closeBoard(board);
  });
});

describe('a file is refused', () => {
  test('when it is not there', () => {
    const { code, message } = refusal(() => openBoard('/nowhere/Board.eoc'));
    expect(code).toBe('not-found');
    expect(message).toContain('/nowhere/Board.eoc');
  });

  test('when it is a folder, empty, of another kind, or another program’s database', () => {
    const at = (name: string) => path.join(made, name);
    const made = folder();
    mkdirSync(at('folder.eoc'));
    writeFileSync(at('empty.eoc'), '');
    writeFileSync(at('letter.docx'), 'PK\u0003\u0004 something');
    const other = connect(at('other.eoc'), { readOnly: false, mustExist: false, passphrase: null });
    other.exec('CREATE TABLE t (a)');
    other.close();
    const codes = readdirSync(made)
      .sort()
      .map((name) => [name, refusal(() => openBoard(at(name))).code]);
    expect(codes).toEqual([
      ['empty.eoc', 'not-a-board'],
      ['folder.eoc', 'not-a-board'],
      ['letter.docx', 'not-a-board'],
      ['other.eoc', 'not-a-board'],
    ]);
  });

  test('when it comes from a newer version, with both versions named', () => {
    const file = closedBoard();
    const connection = connect(file, { readOnly: false, mustExist: true, passphrase: null });
    connection.pragma('user_version = 41');
    connection.close();
    const before = readFileSync(file);
    const { code, message } = refusal(() => openBoard(file));
    expect(code).toBe('newer');
    expect(message).toMatch(/format 41.*up to 1\b/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('when its passphrase is missing or wrong', () => {
    const file = closedBoard("it's a secret");
    expect(refusal(() => openBoard(file)).code).toBe('passphrase-needed');
    expect(refusal(() => openBoard(file, { passphrase: 'guess' })).code).toBe('passphrase-wrong');
    const board = closing(openBoard(file, { passphrase: "it's a secret" }));
    expect(board.encrypted).toBe(true);
    expect(currentDefinition(board)).toEqual(DEFINITION);
  });

  test('when it is cut short, saying that there is no backup', () => {
    const file = closedBoard();
    truncateSync(file, 8192);
    const { code, message } = refusal(() => openBoard(file));
    expect(code).toBe('corrupt');
    expect(message).toContain('No backup of it was found');
  });

  test('when a page is overwritten, naming the newest backup', () => {
    const board = newBoard();
    const first = backupBoard(board, '2031-07-20T10:11:12Z');
    const second = backupBoard(board, '2031-07-21T10:11:12Z');
    closeBoard(board);
    const damaged = readFileSync(board.path);
    damaged.fill(0x5a, 3 * 4096, 5 * 4096);
    writeFileSync(board.path, damaged);
    const { code, message } = refusal(() => openBoard(board.path));
    expect(first.ok && second.ok).toBe(true);
    expect(code).toBe('corrupt');
    expect(message).toContain(second.ok ? second.path : 'no backup');
  });

  test('when an encrypted one is cut short', () => {
    const file = closedBoard('secret');
    truncateSync(file, 12288);
    expect(refusal(() => openBoard(file, { passphrase: 'secret' })).code).toBe('corrupt');
  });
});

test('a passphrase that is not needed is told, not refused', () => {
  const board = closing(openBoard(closedBoard(), { passphrase: 'needless' }));
  expect(board.encrypted).toBe(false);
  expect(board.notices).toEqual([
    'This board is not protected by a passphrase; the one given was not needed.',
  ]);
});

test('an encrypted board holds none of its words in the clear', () => {
  const board = newBoard({ passphrase: 'secret' });
  commit(board, { kind: 'set-setting', name: 'marker', value: 'findmeinthefile' }, STAMP);
  closeBoard(board);
  expect(readFileSync(board.path).includes('findmeinthefile')).toBe(false);
  const plain = newBoard();
  commit(plain, { kind: 'set-setting', name: 'marker', value: 'findmeinthefile' }, STAMP);
  closeBoard(plain);
  expect(readFileSync(plain.path).includes('findmeinthefile')).toBe(true);
});

test('an accented passphrase opens the board however it is typed', () => {
  const file = closedBoard('caf\u00e9');
  expect(closing(openBoard(file, { passphrase: 'cafe\u0301' })).encrypted).toBe(true);
});

test('a copied board opens under another name, and bytes after its end do no harm', () => {
  const file = closedBoard();
  const copy = path.join(path.dirname(file), 'Copy.eoc');
  copyFileSync(file, copy);
  appendFileSync(copy, Buffer.alloc(10));
  expect(currentDefinition(closing(openBoard(copy)))).toEqual(DEFINITION);
});
