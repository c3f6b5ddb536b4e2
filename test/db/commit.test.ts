import { describe, expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { decisions, withdrawals } from '#db/table/decision.ts';
import { currentDefinition, definitionAt, definitionVersions } from '#db/table/definition.ts';
import { events } from '#db/table/event.ts';
import { fileBytes, sha256Of } from '#db/table/file.ts';
import { memory, memoryFor } from '#db/table/memory.ts';
import { narrative } from '#db/table/narrative.ts';
import { issuedPacks } from '#db/table/pack.ts';
import { setting, settings } from '#db/table/setting.ts';
import type { Operation } from '#shared/operation/operation.ts';
import { bytes, DEFINITION, newBoard, STAMP, wholeBoard } from '#test/db/sample.ts';

const LATER = { at: '2031-08-01T09:00:00Z', by: 'B. Manager' };

describe('a decision', () => {
  const decide = {
    kind: 'decide',
    finding: 'f1',
    fingerprint: '15|9',
    verdict: { kind: 'value', value: 9, identity: 'cell' },
    why: 'The team confirmed nine',
  } as const;

  test('is kept with who, when and why, and stands until it is withdrawn', () => {
    const board = newBoard();
    const { subject } = commit(board, decide, STAMP);
    const { kind: _, ...said } = decide;
    expect(decisions(board)).toEqual([{ id: subject, ...said, ...STAMP, withdrawn: false }]);
    commit(board, { kind: 'withdraw-decision', decision: String(subject), why: 'They sent ten' }, LATER);
    expect(decisions(board)).toEqual([{ id: subject, ...said, ...STAMP, withdrawn: true }]);
    expect(withdrawals(board)).toEqual([{ decision: subject, why: 'They sent ten', ...LATER }]);
  });

  test('can be followed by another on the same finding, in order', () => {
    const board = newBoard();
    commit(board, decide, STAMP);
    commit(board, { ...decide, verdict: { kind: 'dismiss' } }, LATER);
    expect(decisions(board).map(({ id, verdict }) => [id, verdict.kind])).toEqual([
      ['d2', 'value'],
      ['d3', 'dismiss'],
    ]);
  });

  test('cannot be withdrawn twice, or without being there', () => {
    const board = newBoard();
    commit(board, decide, STAMP);
    commit(board, { kind: 'withdraw-decision', decision: 'd2', why: 'No' }, STAMP);
    const before = wholeBoard(board);
    expect(() => commit(board, { kind: 'withdraw-decision', decision: 'd2', why: 'No' }, STAMP)).toThrow(
      'withdrawn before',
    );
    expect(() => commit(board, { kind: 'withdraw-decision', decision: 'd9', why: 'No' }, STAMP)).toThrow(
      'no decision d9',
    );
    expect(wholeBoard(board)).toEqual(before);
  });
});

test('a changed definition is a new version; the old one can still be read', () => {
  const board = newBoard();
  const changed = { ...DEFINITION, council: 'Elsewhere' };
  commit(board, { kind: 'set-definition', definition: changed }, LATER);
  expect(currentDefinition(board)).toEqual({ ...changed, version: 2 });
  expect(definitionAt(board, 1)).toEqual(DEFINITION);
  expect(definitionVersions(board)).toEqual([
    { version: 1, ...STAMP },
    { version: 2, ...LATER },
  ]);
  expect(commit(board, { kind: 'set-definition', definition: changed }, LATER).kind).toBe('unchanged');
});

test('a correction is remembered for its provider, changed, and forgotten', () => {
  const board = newBoard();
  const remember = (provider: string, code: string | null) =>
    commit(board, { kind: 'set-memory', provider, label: 'e h', code }, STAMP);
  remember('a', 'early');
  remember('b', 'other');
  expect(memoryFor(board, 'a')).toEqual({ 'e h': 'early' });
  remember('a', 'cin');
  expect(memory(board).map(({ provider, code }) => [provider, code])).toEqual([
    ['a', 'cin'],
    ['b', 'other'],
  ]);
  remember('a', null);
  expect(memoryFor(board, 'a')).toEqual({});
});

test('narrative is kept by section and period, with whether it was reviewed', () => {
  const board = newBoard();
  const write = {
    kind: 'set-narrative',
    section: 'headlines',
    period: '2031-32 Q1',
    text: [{ text: 'Up' }],
    reviewed: false,
  } as const;
  commit(board, write, STAMP);
  commit(board, { ...write, period: '2031-32 Q2', text: 'Down' }, STAMP);
  commit(board, { ...write, reviewed: true }, LATER);
  expect(narrative(board, '2031-32 Q1')).toEqual([
    { section: 'headlines', period: '2031-32 Q1', text: [{ text: 'Up' }], reviewed: true, ...LATER },
  ]);
  expect(narrative(board)).toHaveLength(2);
});

test('an issued pack is kept with its files and what it published', () => {
  const board = newBoard();
  const pdf = bytes('the pack');
  const files = [{ name: 'Pack.pdf', sha256: sha256Of(pdf), size: pdf.length }];
  const published = [{ key: 'referrals|', text: 'c' }];
  const issue = { kind: 'issue-pack', edition: 'public', period: '2031-32 Q1', files, published } as const;
  const { subject } = commit(board, issue, STAMP, { files: [pdf], assertions: [] });
  expect(issuedPacks(board)).toEqual([
    { id: subject, edition: 'public', period: '2031-32 Q1', files, published, ...STAMP },
  ]);
  expect(issuedPacks(board, 'board')).toEqual([]);
  expect(fileBytes(board, sha256Of(pdf))).toEqual(Buffer.from(pdf));
});

test('settings hold any JSON value, and null takes one away', () => {
  const board = newBoard();
  commit(board, { kind: 'set-setting', name: 'threshold', value: { from: 1, to: 5 } }, STAMP);
  expect(setting(board, 'threshold')).toEqual({ from: 1, to: 5 });
  commit(board, { kind: 'set-setting', name: 'threshold', value: null }, STAMP);
  expect(settings(board)).toEqual({});
  expect(setting(board, 'threshold')).toBeNull();
});

describe('history', () => {
  test('tells every change in words, with who and when', () => {
    const board = newBoard();
    commit(board, { kind: 'set-setting', name: 'a', value: true }, LATER);
    expect(events(board)[1]).toEqual({
      id: 2,
      ...LATER,
      kind: 'set-setting',
      summary: 'Set a to true',
      operation: { kind: 'set-setting', name: 'a', value: true },
      diff: { added: { setting: [{ name: 'a', value: 'true' }] }, updated: {}, removed: {} },
      undoes: null,
      redoes: null,
    });
  });

  test.each<Operation>([
    { kind: 'set-setting', name: 'a', value: 1 },
    { kind: 'set-memory', provider: 'p', label: 'l', code: 'c' },
    { kind: 'set-narrative', section: 's', period: '2031-32 Q1', text: 'x', reviewed: false },
  ])('holds no second event when the same is said again ($kind)', (operation) => {
    const board = newBoard();
    commit(board, operation, STAMP);
    const before = wholeBoard(board);
    expect(commit(board, operation, LATER).kind).toBe('unchanged');
    expect(wholeBoard(board)).toEqual(before);
  });

  test('holds nothing of a change that was refused', () => {
    const board = newBoard();
    const before = wholeBoard(board);
    expect(() => commit(board, { kind: 'set-setting', name: '', value: 1 }, STAMP)).toThrow('name');
    expect(() =>
      commit(board, { kind: 'set-setting', name: 'a', value: 1 }, { at: 'today', by: 'A' }),
    ).toThrow('at must be an ISO date');
    expect(wholeBoard(board)).toEqual(before);
  });
});
