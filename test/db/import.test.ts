import { describe, expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { importReturn, importReturns } from '#db/import.ts';
import { assertionsOf, keysOf } from '#db/table/assertion.ts';
import { events } from '#db/table/event.ts';
import { fileBytes, sha256Of } from '#db/table/file.ts';
import { cachedReading, cacheReading } from '#db/table/reading.ts';
import { allReturns, currentReturns, returnById } from '#db/table/return.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';
import { aReturn, bytes, newBoard, STAMP, state, wholeBoard } from '#test/db/sample.ts';

const second = aReturn({ name: 'Return v2.csv', values: [3, 5] });

describe('importing a return', () => {
  test('keeps its bytes, its assertions and where it came from', () => {
    const board = newBoard();
    const input = aReturn();
    const { version, already, replaced } = importReturn(board, input, STAMP);
    expect({ already, replaced }).toEqual({ already: false, replaced: null });
    expect(version).toEqual({
      id: 2,
      line: 2,
      version: 1,
      provider: 'team',
      period: '2031-32 Q1',
      name: 'Return.csv',
      sha256: sha256Of(input.bytes),
      size: input.bytes.length,
      status: 'current',
      supersededBy: null,
      tableCodes: ['referrals'],
      hints: {},
      definition: 1,
      recogniser: 'r1',
      ...STAMP,
    });
    expect(assertionsOf(board, version)).toEqual(input.assertions);
    expect(fileBytes(board, version.sha256)).toEqual(Buffer.from(input.bytes));
    expect(currentReturns(board, '2031-32 Q1')).toEqual([version]);
    expect(currentReturns(board, '2031-32 Q2')).toEqual([]);
  });

  test('keeps exactly the numbers that were read, also infinite bounds and shape-only cells', () => {
    const board = newBoard();
    const plain = aReturn({ values: [0.1, -3, 1e12] });
    const assertions = plain.assertions.map((assertion, i) => ({
      ...assertion,
      quantity: {
        ...assertion.quantity,
        low: i ? Number.NEGATIVE_INFINITY : 1 / 3,
        step: 0.01,
        unit: 'percent' as const,
      },
      key: null,
      table: null,
    }));
    const { version } = importReturn(board, { ...plain, assertions }, STAMP);
    expect(assertionsOf(board, version)).toEqual(assertions);
    expect(keysOf(board, version)).toEqual([]);
  });

  test('of the same bytes for the same provider and quarter is one import', () => {
    const board = newBoard();
    const first = importReturn(board, aReturn(), STAMP);
    const before = wholeBoard(board);
    const again = importReturn(board, { ...aReturn(), name: 'Other name.csv' }, STAMP);
    expect(again).toMatchObject({ already: true, version: first.version });
    expect(wholeBoard(board)).toEqual(before);
  });

  test('of the same bytes for another quarter is another return', () => {
    const board = newBoard();
    importReturn(board, aReturn(), STAMP);
    const other = importReturn(board, aReturn({ period: '2031-32 Q2' }), STAMP);
    expect(other).toMatchObject({ already: false, version: { version: 1, status: 'current' } });
    expect(currentReturns(board)).toHaveLength(2);
  });

  test('of a changed file makes a new version, and leaves the old one readable', () => {
    const board = newBoard();
    const old = importReturn(board, aReturn(), STAMP).version;
    const { version, replaced, summary } = importReturn(board, second, STAMP);
    expect(version).toMatchObject({ line: old.id, version: 2, status: 'current' });
    expect(replaced).toEqual({ ...old, status: 'superseded', supersededBy: version.id });
    expect(summary).toBe(
      'Imported Return v2.csv for team, 2031-32 Q1, as version 2, in place of version 1 (Return.csv)',
    );
    expect(currentReturns(board)).toEqual([version]);
    expect(assertionsOf(board, old)).toEqual(aReturn().assertions);
    expect(fileBytes(board, old.sha256)).toEqual(Buffer.from(aReturn().bytes));
  });

  test('of a file that was replaced since does not bring it back', () => {
    const board = newBoard();
    importReturn(board, aReturn(), STAMP);
    importReturn(board, second, STAMP);
    const again = importReturn(board, aReturn(), STAMP);
    expect(again).toMatchObject({ already: true, version: { status: 'superseded' } });
    expect(again.summary).toContain('since replaced by a later version');
  });

  test('of a second, different file leaves both standing', () => {
    const board = newBoard();
    importReturn(board, aReturn(), STAMP);
    const costs = { ...aReturn({ name: 'Costs.csv', values: [9], tableCodes: ['costs'] }), assertions: [] };
    importReturn(board, costs, STAMP);
    expect(currentReturns(board).map(({ name, version }) => [name, version])).toEqual([
      ['Return.csv', 1],
      ['Costs.csv', 1],
    ]);
  });

  test('names the tables that the new version lacks', () => {
    const board = newBoard();
    importReturn(board, aReturn({ tableCodes: ['referrals', 'status'] }), STAMP);
    expect(importReturn(board, second, STAMP).dropped).toEqual(['status']);
  });

  test('is refused whole when its bytes are not those announced', () => {
    const board = newBoard();
    const before = wholeBoard(board);
    const { assertions, ...rest } = aReturn();
    const { name, bytes: announced, ...read } = rest;
    const file = { name, sha256: sha256Of(announced), size: announced.length };
    const content = { files: [bytes('something else')], assertions };
    expect(() => commit(board, { kind: 'import-return', file, ...read }, STAMP, content)).toThrow(
      'contents of Return.csv',
    );
    expect(wholeBoard(board)).toEqual(before);
  });

  test('is refused whole when an assertion speaks of another provider', () => {
    const board = newBoard();
    const before = wholeBoard(board);
    const stray = aReturn({ provider: 'other' }).assertions;
    expect(() => importReturn(board, { ...aReturn(), assertions: stray }, STAMP)).toThrow(
      'was read as other',
    );
    expect(wholeBoard(board)).toEqual(before);
  });
});

describe('withdrawing a return', () => {
  test('takes it out of account and keeps it', () => {
    const board = newBoard();
    const { version } = importReturn(board, aReturn(), STAMP);
    commit(board, { kind: 'withdraw-return', id: version.id, why: 'Wrong quarter', reinstate: false }, STAMP);
    expect(currentReturns(board)).toEqual([]);
    expect(allReturns(board)).toEqual([{ ...version, status: 'withdrawn' }]);
    expect(assertionsOf(board, version)).toEqual(aReturn().assertions);
  });

  test('lets the version before count again only when asked to', () => {
    const board = newBoard();
    const old = importReturn(board, aReturn(), STAMP).version;
    const { version } = importReturn(board, second, STAMP);
    commit(board, { kind: 'withdraw-return', id: version.id, why: 'A slip', reinstate: true }, STAMP);
    expect(currentReturns(board)).toEqual([old]);
  });

  test('can be followed by the same bytes again, as the next version', () => {
    const board = newBoard();
    const { version } = importReturn(board, aReturn(), STAMP);
    commit(board, { kind: 'withdraw-return', id: version.id, why: 'A slip', reinstate: false }, STAMP);
    expect(importReturn(board, aReturn(), STAMP)).toMatchObject({
      already: false,
      version: { line: version.id, version: 2, status: 'current' },
    });
  });

  test('is refused for one that does not count, or is not there', () => {
    const board = newBoard();
    const { version } = importReturn(board, aReturn(), STAMP);
    const withdraw = (id: number) =>
      commit(board, { kind: 'withdraw-return', id, why: 'No', reinstate: false }, STAMP);
    withdraw(version.id);
    expect(() => withdraw(version.id)).toThrow('is withdrawn already');
    expect(() => withdraw(99)).toThrow('no return number 99');
  });
});

test('reading a return again keeps both readings, and undo has nothing to copy', () => {
  const board = newBoard();
  const input = aReturn();
  const { version } = importReturn(board, input, STAMP);
  const fewer = input.assertions.slice(1);
  const reread = {
    kind: 'reread-return',
    id: version.id,
    tableCodes: [],
    hints: {},
    definition: 2,
    recogniser: 'r2',
  } as const;
  commit(board, reread, STAMP, { files: [], assertions: fewer });
  const now = returnById(board, version.id);
  expect(now).toEqual({ ...version, tableCodes: [], definition: 2, recogniser: 'r2' });
  expect(now && assertionsOf(board, now)).toEqual(fewer);
  expect(wholeBoard(board).assertion).toHaveLength(input.assertions.length + fewer.length);
});

test('history keeps the intent and the difference of an import, not its bytes', () => {
  const board = newBoard();
  const input = aReturn();
  const { version } = importReturn(board, input, STAMP);
  const event = events(board).at(-1);
  expect(event).toMatchObject({
    operation: { kind: 'import-return', file: { name: 'Return.csv', sha256: version.sha256 } },
    diff: { added: { return_version: [{ id: version.id, status: 'current' }] }, updated: {}, removed: {} },
  });
  expect(JSON.stringify(event).length).toBeLessThan(1500);
});

test('what was received can be neither changed nor removed', () => {
  const board = newBoard();
  importReturn(board, aReturn(), STAMP);
  for (const table of ['file', 'assertion_set', 'assertion', 'event']) {
    expect(() => board.connection.exec(`DELETE FROM ${table}`)).toThrow('kept as they are');
  }
  expect(() => board.connection.exec('UPDATE assertion SET value = 0')).toThrow('kept as they are');
});

test('a batch is backed up once, one bad return keeps none of the others out, and a repeat needs no backup', () => {
  const board = newBoard();
  const bad = { ...aReturn({ provider: 'bad' }), period: 'sometime' };
  const inputs = [aReturn(), bad, aReturn({ provider: 'other' })];
  const { outcomes, backup } = importReturns(board, inputs, STAMP);
  expect(outcomes.map((one) => (one.ok ? one.imported.version.provider : one.error.code))).toEqual([
    'team',
    'invalid',
    'other',
  ]);
  expect(backup).toMatchObject({ ok: true });
  expect(importReturns(board, inputs, STAMP).backup).toBeNull();
});

describe('the cache of readings', () => {
  const reading: UnderstoodReturn = {
    ref: { provider: 'team', period: '2031-32 Q1', version: 1, sha256: 'x' },
    file: 'Return.csv',
    tables: [],
    statements: [],
  };

  test('gives back a reading for the same return, definition and recogniser only', () => {
    const board = newBoard();
    const key = { returnId: 2, definition: 1, recogniser: 'r1' };
    cacheReading(board, key, reading);
    expect(cachedReading(board, key)).toEqual(reading);
    expect(cachedReading(board, { ...key, recogniser: 'r2' })).toBeNull();
    expect(cachedReading(board, { ...key, definition: 2 })).toBeNull();
  });

  test('is emptied when a correction is remembered, and is no part of history', () => {
    const board = newBoard();
    const key = { returnId: 2, definition: 1, recogniser: 'r1' };
    const before = state(board);
    cacheReading(board, key, reading);
    expect(state(board)).toEqual(before);
    commit(board, { kind: 'set-setting', name: 'a', value: 1 }, STAMP);
    expect(cachedReading(board, key)).toEqual(reading);
    commit(board, { kind: 'set-memory', provider: 'team', label: 'eh', code: 'early' }, STAMP);
    expect(cachedReading(board, key)).toBeNull();
  });
});
