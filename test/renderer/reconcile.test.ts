import { describe, expect, test } from 'vitest';
import { noDraft, objection, suggested, typedValue, verdictOf } from '#renderer/screens/reconcile/draft.ts';
import { keyName } from '#renderer/screens/reconcile/keys.ts';
import { marksIn } from '#renderer/screens/reconcile/marks.ts';
import {
  filterFor,
  following,
  listed,
  neighbour,
  rowsOf,
  startFilter,
} from '#renderer/screens/reconcile/state.ts';
import type { SettledFinding } from '#shared/decision/apply.ts';
import type { FindingCell } from '#shared/finding/finding.ts';

function cell(address: string, text: string, identity = address): FindingCell {
  return {
    ref: { file: 'a.docx', sheet: 'Table 1', cell: address, text },
    assertion: null,
    identity,
    label: address,
  };
}

function finding(id: string, change: Partial<SettledFinding> = {}): SettledFinding {
  return {
    id,
    kind: 'total',
    severity: 'medium',
    provider: 'fgc',
    period: '2020-21 Q1',
    title: `Title ${id}`,
    message: '',
    cells: [],
    stated: null,
    expected: null,
    suspect: null,
    alternatives: [],
    suggestion: null,
    proposal: null,
    arithmetic: [],
    relations: [],
    fingerprint: '',
    status: 'open',
    decision: null,
    ...change,
  };
}

const name = (provider: string | null) => provider ?? 'The board';
const some = [
  finding('a', { severity: 'low' }),
  finding('b', { severity: 'high', provider: 'finance' }),
  finding('c', { status: 'dismissed' }),
  finding('d', { status: 'review', kind: 'percent' }),
];

describe('the work list', () => {
  test('shows what is open, the most serious first', () => {
    expect(listed(some, startFilter).map(({ id }) => id)).toEqual(['b', 'd', 'a']);
  });

  test('shows what another screen asked for', () => {
    expect(listed(some, filterFor('provider finance high')).map(({ id }) => id)).toEqual(['b']);
    expect(listed(some, filterFor('finding c')).map(({ id }) => id)).toEqual(['b', 'c', 'd', 'a']);
  });

  test('searches every word in any order', () => {
    expect(listed(some, { ...startFilter, search: 'a title' }).map(({ id }) => id)).toEqual(['a']);
  });

  test('groups under headings, and a folded group shows its heading alone', () => {
    const rows = rowsOf(listed(some, startFilter), 'provider', new Set(['fgc']), name);
    expect(rows.map(({ id }) => id)).toEqual(['group finance', 'b', 'group fgc']);
  });

  test('moves past headings, stops at the ends, and after a decision goes on', () => {
    const rows = rowsOf(listed(some, startFilter), 'severity', new Set(), name);
    expect(neighbour(rows, 'b', 1)).toBe('d');
    expect(neighbour(rows, 'b', -1)).toBe('b');
    expect(neighbour(rows, 'gone', 1)).toBe('b');
    expect(following(rows, 'd')).toBe('a');
    expect(following(rows, 'a')).toBe('d');
    expect(neighbour([], 'a', 1)).toBeNull();
  });
});

describe('a decision in the making', () => {
  const two = { cells: [cell('B2', '15'), cell('B9', '9')], suspect: 0 };

  test.each([
    ['12', 12],
    ['-3.5', -3.5],
    ['81%', 0.81],
    ['£2,390k', 2_390_000],
    ['twelve', null],
    ['', null],
    ['5 (31%)', null],
  ])('%s is read as %s', (typed, value) => {
    expect(typedValue(typed)).toBe(value);
  });

  test('a single proposed value is the suggestion', () => {
    expect(suggested(finding('a', { ...two, proposal: 9 }))).toEqual({
      choice: 'value',
      cell: 0,
      value: '9',
      why: '',
    });
  });

  test('the one other cell is the suggestion where no value is proposed', () => {
    expect(suggested(finding('a', two))).toEqual({ choice: 'accept', cell: 1, value: '', why: '' });
  });

  test('three cells and no value point to nothing', () => {
    expect(suggested(finding('a', { ...two, cells: [...two.cells, cell('B3', '4')] }))).toBeNull();
  });

  test('a value names the cell it is for', () => {
    expect(verdictOf({ ...noDraft, choice: 'value', cell: 1, value: '9' })).toEqual({
      kind: 'value',
      value: 9,
      cell: 1,
    });
  });

  test('nothing is decided without a choice or a reason that says why', () => {
    const why = 'The service counted three siblings as one referral, a difference of 2.';
    expect(objection({ ...noDraft, why })).toMatch(/^Choose which cell is right/);
    expect(objection({ ...noDraft, choice: 'dismiss', why: 'ok' })).toMatch(/does not say why/);
    expect(objection({ ...noDraft, choice: 'dismiss', why })).toBeNull();
  });
});

describe('keys', () => {
  test.each([
    ['j', 'next'],
    ['ArrowUp', 'previous'],
    ['A', 'accept'],
    ['3', { cell: 2 }],
    ['0', null],
    ['x', null],
  ])('%s', (key, expected) => {
    expect(keyName(key)).toEqual(expected);
  });
});

test('cells carry the numbers the decision names them by', () => {
  const at = (row: number, address: string) => ({
    row,
    col: 1,
    sheet: 'Table 1',
    address,
    text: '9',
    value: '9',
    rowSpan: 1,
    colSpan: 1,
    hidden: false,
  });
  const grid = {
    sheet: 'Table 1',
    rows: 9,
    cols: 2,
    cells: [at(1, 'B2'), at(8, 'B9')],
    hidden: false,
    before: [],
    after: [],
  };
  const view = {
    file: 'a.docx',
    provider: 'fgc',
    period: '',
    grid,
    lit: [],
    cells: [
      { row: 1, col: 1 },
      { row: 8, col: 1 },
    ],
  };
  expect(marksIn(view, [cell('B9', '9'), cell('B2', '15')])).toEqual(
    new Map([
      ['1,1', '2'],
      ['8,1', '1'],
    ]),
  );
});
