import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyDiff } from '#db/apply.ts';
import { commit } from '#db/commit.ts';
import { history, redo, undo } from '#db/history.ts';
import { importReturn } from '#db/import.ts';
import type { Board } from '#db/open.ts';
import { decisions } from '#db/table/decision.ts';
import { appendEvent, events } from '#db/table/event.ts';
import { fileBytes, sha256Of } from '#db/table/file.ts';
import { narrative } from '#db/table/narrative.ts';
import { allReturns, currentReturns } from '#db/table/return.ts';
import { settings } from '#db/table/setting.ts';
import { reverse } from '#shared/operation/diff.ts';
import { aReturn, bytes, DEFINITION, newBoard, STAMP, state, wholeBoard } from '#test/db/sample.ts';

type Act = (board: Board) => unknown;

const small = fc.nat(2);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(small, small, small).map(
    ([team, name, value]): Act =>
      (board) =>
        importReturn(
          board,
          aReturn({ provider: `p${team}`, name: `Return ${'abc'[name]} v${value}.csv`, values: [value] }),
          STAMP,
        ),
  ),
  fc.tuple(small, fc.boolean()).map(
    ([pick, reinstate]): Act =>
      (board) => {
        const version = currentReturns(board)[pick];
        if (version) commit(board, { kind: 'withdraw-return', id: version.id, why: 'No', reinstate }, STAMP);
      },
  ),
  small.map(
    (n): Act =>
      (board) =>
        commit(
          board,
          { kind: 'decide', finding: `f${n}`, fingerprint: 'x', verdict: { kind: 'dismiss' }, why: 'Yes' },
          STAMP,
        ),
  ),
  small.map(
    (n): Act =>
      (board) => {
        const standing = decisions(board).filter((decision) => !decision.withdrawn)[n];
        if (standing) commit(board, { kind: 'withdraw-decision', decision: standing.id, why: 'No' }, STAMP);
      },
  ),
  small.map(
    (n): Act =>
      (board) =>
        commit(
          board,
          { kind: 'set-definition', definition: { ...DEFINITION, returnsDueAfterDays: n } },
          STAMP,
        ),
  ),
  fc.tuple(small, fc.option(fc.constantFrom('x', 'y'))).map(
    ([n, code]): Act =>
      (board) =>
        commit(board, { kind: 'set-memory', provider: 'p', label: `l${n}`, code }, STAMP),
  ),
  fc.tuple(small, fc.option(fc.string()), fc.boolean(), fc.uuid()).map(
    ([n, text, reviewed, by]): Act =>
      (board) =>
        commit(
          board,
          { kind: 'set-narrative', section: `s${n}`, period: '2031-32 Q1', text, reviewed },
          { ...STAMP, by },
        ),
  ),
  fc.tuple(small, fc.option(small)).map(
    ([n, value]): Act =>
      (board) =>
        commit(board, { kind: 'set-setting', name: `n${n}`, value }, STAMP),
  ),
);

function undoAll(board: Board): number {
  let count = 0;
  for (; history(board).undo; count += 1) undo(board, STAMP);
  return count;
}

describe('undo and redo', () => {
  test('any changes, all undone, give back the board as it was; all redone, as it had become', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const board = newBoard();
        const start = state(board);
        for (const one of acts) one(board);
        const end = state(board);
        const count = undoAll(board);
        expect(state(board)).toEqual(start);
        for (let i = 0; i < count; i += 1) redo(board, STAMP);
        expect(history(board).redo).toBeNull();
        expect(state(board)).toEqual(end);
        board.connection.close();
      }),
      { numRuns: 25 },
    );
  });

  test('each step back gives the state before that step', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 8 }), (acts) => {
        const board = newBoard();
        const states = [state(board)];
        for (const one of acts) {
          const before = history(board).undo?.id;
          one(board);
          if (history(board).undo?.id !== before) states.push(state(board));
        }
        for (const expected of states.slice(0, -1).toReversed()) {
          undo(board, STAMP);
          expect(state(board)).toEqual(expected);
        }
        board.connection.close();
      }),
      { numRuns: 25 },
    );
  });

  test('are events that name what they took back or made again', () => {
    const board = newBoard();
    commit(board, { kind: 'set-setting', name: 'a', value: 1 }, STAMP);
    const by = { at: '2031-07-21T09:00:00Z', by: 'B. Manager' };
    expect(undo(board, by)).toEqual({ event: 3, summary: 'Undid: Set a to 1', tables: ['setting'] });
    expect(settings(board)).toEqual({});
    expect(redo(board, by)).toEqual({ event: 4, summary: 'Redid: Set a to 1', tables: ['setting'] });
    expect(settings(board)).toEqual({ a: 1 });
    expect(
      events(board).map(({ id, by: who, kind, undoes, redoes }) => [id, who, kind, undoes, redoes]),
    ).toEqual([
      [1, 'A. Secretary', 'create-board', null, null],
      [2, 'A. Secretary', 'set-setting', null, null],
      [3, 'B. Manager', 'undo', 2, null],
      [4, 'B. Manager', 'redo', null, 2],
    ]);
  });

  test('a new change clears what could be made again', () => {
    const board = newBoard();
    commit(board, { kind: 'set-setting', name: 'a', value: 1 }, STAMP);
    undo(board, STAMP);
    commit(board, { kind: 'set-setting', name: 'b', value: 2 }, STAMP);
    expect(history(board)).toMatchObject({ undo: { summary: 'Set b to 2' }, redo: null });
    expect(() => redo(board, STAMP)).toThrow('There is nothing to redo');
  });

  test('cannot go behind the creation of the board', () => {
    const board = newBoard();
    expect(history(board)).toEqual({ undo: null, redo: null });
    expect(() => undo(board, STAMP)).toThrow('There is nothing to undo');
  });

  test('cannot call back a pack that was issued', () => {
    const board = newBoard();
    const pdf = bytes('pack');
    const file = { name: 'Pack.pdf', sha256: sha256Of(pdf), size: pdf.length };
    const issue = {
      kind: 'issue-pack',
      edition: 'board',
      period: '2031-32 Q1',
      files: [file],
      published: null,
    } as const;
    commit(board, issue, STAMP, { files: [pdf], assertions: [] });
    expect(history(board).undo).toBeNull();
    expect(() => undo(board, STAMP)).toThrow('Issue a corrected edition instead');
  });
});

describe('words written without a pause', () => {
  const START = Date.parse('2031-07-20T09:00:00Z');
  const PERIOD = '2031-32 Q1';
  const write = (
    board: Board,
    text: string | null,
    seconds: number,
    more: { by?: string; section?: string } = {},
  ) =>
    commit(
      board,
      { kind: 'set-narrative', section: more.section ?? 'summary', period: PERIOD, text, reviewed: false },
      { at: new Date(START + seconds * 1000).toISOString(), by: more.by ?? 'A. Secretary' },
    );
  const words = (board: Board) => narrative(board).map(({ section, text }) => [section, text]);

  test('are one step to undo and to redo', () => {
    const board = newBoard();
    write(board, 'We', 0);
    write(board, 'We met', 1);
    write(board, 'We met twice', 2);
    expect(undo(board, STAMP)).toMatchObject({ summary: `Undid: Wrote the text of summary, ${PERIOD}` });
    expect(words(board)).toEqual([]);
    expect(history(board)).toMatchObject({ undo: null, redo: { id: 4 } });
    redo(board, STAMP);
    expect(words(board)).toEqual([['summary', 'We met twice']]);
    undo(board, STAMP);
    expect(words(board)).toEqual([]);
    expect(events(board).map(({ undoes, redoes }) => undoes ?? redoes)).toEqual([
      null,
      null,
      null,
      null,
      2,
      2,
      2,
    ]);
  });

  test('are taken back to where they were begun, and what is written afterwards is a new step', () => {
    const board = newBoard();
    write(board, 'Before', 0);
    write(board, 'Before us', 120);
    write(board, 'Before us all', 121);
    undo(board, STAMP);
    expect(words(board)).toEqual([['summary', 'Before']]);
    write(board, 'Before lunch', 300);
    undo(board, STAMP);
    undo(board, STAMP);
    expect(words(board)).toEqual([]);
  });

  test('end where another person, another section, other work or an empty page comes between', () => {
    const apart: readonly ((board: Board) => void)[] = [
      (board) => write(board, 'Mine', 1, { by: 'B. Manager' }),
      (board) => write(board, 'There', 1, { section: 'savings' }),
      (board) => commit(board, { kind: 'set-setting', name: 'a', value: 1 }, STAMP),
      (board) => write(board, null, 1),
    ];
    for (const between of apart) {
      const board = newBoard();
      write(board, 'One', 0);
      between(board);
      write(board, 'Two', 2);
      const before = words(board);
      undo(board, STAMP);
      expect(words(board)).not.toEqual(before);
      expect(undoAll(board)).toBe(2);
    }
  });

  test('taken back one by one by an earlier version of the program stay so', () => {
    const board = newBoard();
    write(board, 'We', 0);
    write(board, 'We met', 1);
    const [last] = events(board).toReversed();
    if (!last) throw new Error('nothing was written');
    applyDiff(board, reverse(last.diff));
    const alone = {
      id: 4,
      at: STAMP.at,
      by: STAMP.by,
      kind: 'undo',
      summary: 'Undid: …',
      operation: null,
    } as const;
    appendEvent(board, { ...alone, diff: reverse(last.diff), undoes: 3, redoes: null });
    expect(history(board)).toMatchObject({ undo: { id: 2 }, redo: { id: 3 } });
    redo(board, STAMP);
    expect(words(board)).toEqual([['summary', 'We met']]);
  });
});

test('an undone import is off the books, but its bytes and assertions were received and are kept', () => {
  const board = newBoard();
  const input = aReturn();
  importReturn(board, input, STAMP);
  const kept = wholeBoard(board);
  undo(board, STAMP);
  expect(allReturns(board)).toEqual([]);
  expect(fileBytes(board, sha256Of(input.bytes))).toEqual(Buffer.from(input.bytes));
  expect(wholeBoard(board).assertion).toEqual(kept.assertion);
});

test('a change whose rows are no longer as history says is refused whole', () => {
  const board = newBoard();
  commit(board, { kind: 'set-setting', name: 'a', value: 1 }, STAMP);
  board.connection.exec(`UPDATE setting SET value = '9'`);
  const before = wholeBoard(board);
  expect(() => undo(board, STAMP)).toThrow('not what its history says');
  expect(wholeBoard(board)).toEqual(before);
});
