import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { importReturn } from '#db/import.ts';
import { latest, MIGRATIONS } from '#db/migration/list.ts';
import type { Migration } from '#db/migration/migration.ts';
import { type Board, closeBoard, openBoard, type ReadDb } from '#db/open.ts';
import { schemaText } from '#db/schema.ts';
import { all, sql } from '#db/sql.ts';
import { aReturn, closing, newBoard, STAMP, wholeBoard } from '#test/db/sample.ts';

const db = path.resolve(import.meta.dirname, '../../db');

/** Shipped migrations are never edited: a change of format is a new file. */
const SHIPPED: Record<string, string> = {
  '0001_board.ts': '93630978ee8a9650e477c1bf5061207c527a03189b039260f3edf29699cff511',
};

const NEXT: Migration = {
  number: latest() + 1,
  name: 'note',
  sql: `CREATE TABLE note (text TEXT NOT NULL) STRICT; INSERT INTO note VALUES ('brought over');`,
};
const BROKEN: Migration = {
  number: latest() + 2,
  name: 'broken',
  sql: 'CREATE TABLE half (a TEXT) STRICT; SELECT nonsense;',
};

function format(board: ReadDb): unknown {
  return board.connection.pragma('user_version', { simple: true });
}

function closedWithData(): { board: Board; content: Record<string, readonly unknown[]> } {
  const board = newBoard();
  importReturn(board, aReturn(), STAMP);
  commit(board, { kind: 'set-setting', name: 'a', value: 1 }, STAMP);
  const content = wholeBoard(board);
  closeBoard(board);
  return { board, content };
}

describe('migrations', () => {
  test('shipped are as they were shipped, and every file is in the list', () => {
    const files = readdirSync(path.join(db, 'migration')).filter((name) => /^\d{4}_/.test(name));
    const hashes = files.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(path.join(db, 'migration', name)))
        .digest('hex'),
    ]);
    expect(Object.fromEntries(hashes)).toEqual(SHIPPED);
    expect(MIGRATIONS.map(({ number, name }) => `${String(number).padStart(4, '0')}_${name}.ts`)).toEqual(
      files,
    );
  });

  test('out of order are a bug that shows at once', () => {
    expect(() => latest([NEXT])).toThrow('stands at place 1');
  });

  test('keep every row, and a verified backup of the format before', () => {
    const { board, content } = closedWithData();
    const migrated = closing(openBoard(board.path, { migrations: [...MIGRATIONS, NEXT] }));
    expect(format(migrated)).toBe(NEXT.number);
    expect(wholeBoard(migrated)).toEqual({ ...content, note: [{ text: 'brought over' }] });
    const backup = path.join(board.backups, `Test board before format ${NEXT.number}.eoc`);
    expect(migrated.notices).toEqual([
      `This board was brought from format ${latest()} to ${NEXT.number}. A backup from before is ${backup}.`,
    ]);
    const before = closing(openBoard(backup));
    expect([format(before), wholeBoard(before)]).toEqual([latest(), content]);
  });

  test('are made once: the next opening has nothing to tell', () => {
    const { board } = closedWithData();
    const migrations = [...MIGRATIONS, NEXT];
    closeBoard(openBoard(board.path, { migrations }));
    expect(closing(openBoard(board.path, { migrations })).notices).toEqual([]);
  });

  test('that fail leave the last whole format, with nothing of the failed one', () => {
    const { board, content } = closedWithData();
    expect(() => openBoard(board.path, { migrations: [...MIGRATIONS, NEXT, BROKEN] })).toThrow('nonsense');
    const after = closing(openBoard(board.path, { migrations: [...MIGRATIONS, NEXT] }));
    expect([format(after), wholeBoard(after)]).toEqual([
      NEXT.number,
      { ...content, note: [{ text: 'brought over' }] },
    ]);
  });

  test('are not made when the backup cannot be', () => {
    const { board, content } = closedWithData();
    writeFileSync(board.backups, 'a file where the folder should be');
    expect(() => openBoard(board.path, { migrations: [...MIGRATIONS, NEXT] })).toThrow();
    const after = closing(openBoard(board.path));
    expect([format(after), wholeBoard(after)]).toEqual([latest(), content]);
  });

  test('are not made on a board opened for reading only', () => {
    const { board } = closedWithData();
    const opening = () => openBoard(board.path, { readOnly: true, migrations: [...MIGRATIONS, NEXT] });
    expect(opening).toThrow('Open it normally once');
  });
});

describe('the schema', () => {
  test('is the one in schema.sql', () => {
    const text = schemaText(newBoard());
    const file = path.join(db, 'schema.sql');
    if (readFileSync(file, 'utf8') !== text) writeFileSync(path.join(db, 'schema-changed.sql'), text);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test('has strict tables only', () => {
    const tables = all<{ name: string; strict: number }>(
      newBoard(),
      sql`SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'`,
    );
    expect(tables.filter((table) => table.strict !== 1)).toEqual([]);
    expect(tables.length).toBeGreaterThan(10);
  });
});
