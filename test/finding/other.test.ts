import { describe, expect, test } from 'vitest';
import { arithmeticDrafts } from '#shared/finding/arithmetic.ts';
import { otherDrafts } from '#shared/finding/check.ts';
import type { Draft } from '#shared/finding/draft.ts';
import { boardOf } from '#shared/finding/place.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';
import { aDefinition, aReturn, type TableSketch } from '#test/finding/build.ts';

const Q1 = '2020-21 Q1';
const Q2 = '2020-21 Q2';

function drafts(returns: readonly UnderstoodReturn[], definition = aDefinition()): readonly Draft[] {
  const board = boardOf(definition, returns);
  return [...otherDrafts(board), ...arithmeticDrafts(board).drafts];
}

function rules(returns: readonly UnderstoodReturn[], definition = aDefinition()): readonly string[] {
  return drafts(returns, definition).map((draft) => draft.rule);
}

function only(
  returns: readonly UnderstoodReturn[],
  rule: string,
  definition = aDefinition(),
): readonly Draft[] {
  return drafts(returns, definition).filter((draft) => draft.rule === rule);
}

const REFERRALS: TableSketch = {
  caption: 'Table 1: Referrals',
  code: 'referrals',
  lines: [
    ['', 'April', 'May', 'June'],
    ['CP', '2', '1', '7'],
    ['EH', '3', '4', '2'],
    ['Total', '5', '5', '9'],
  ],
};

describe('missing', () => {
  test('a provider that returned before and not now is named once, whatever tables it had', () => {
    const found = only(
      [
        aReturn({ provider: 'pa', period: Q1, tables: [REFERRALS] }),
        aReturn({ period: Q2, tables: [REFERRALS] }),
      ],
      'missing.return',
    );
    expect(found.map(({ provider, period, severity }) => ({ provider, period, severity }))).toEqual([
      { provider: 'pa', period: Q2, severity: 'medium' },
    ]);
    expect(found[0]?.message).toContain('shown as missing, not as zero');
  });

  test('a provider nobody expects is not missed', () => {
    expect(rules([aReturn({ tables: [REFERRALS] })])).toEqual([]);
  });

  test('an expected provider is missed in its first quarter', () => {
    const { providers } = aDefinition();
    const definition = aDefinition({
      providers: providers.map((p) => (p.code === 'pa' ? { ...p, returns: ['x'] } : p)),
    });
    expect(rules([aReturn({ tables: [REFERRALS] })], definition)).toEqual(['missing.return']);
  });

  test('tables that were there last quarter are listed in one finding', () => {
    const two = [REFERRALS, { ...REFERRALS, code: 'activity' }, { ...REFERRALS, code: 'status' }];
    const q2 = aReturn({
      period: Q2,
      tables: [
        {
          ...REFERRALS,
          lines: [
            ['', 'July'],
            ['CP', '1'],
          ],
        },
      ],
    });
    const [found, ...rest] = only([aReturn({ tables: two }), q2], 'missing.tables');
    expect(rest).toEqual([]);
    expect(found?.title).toBe('FGC service: 2 tables missing for 2020-21 Q2');
    expect(found?.message).toContain('“activity” and “status”');
  });

  test('a table that first appears later was not missing before', () => {
    const q2 = aReturn({
      period: Q2,
      tables: [
        { ...REFERRALS, code: 'activity' },
        {
          ...REFERRALS,
          lines: [
            ['', 'July'],
            ['CP', '1'],
          ],
        },
      ],
    });
    expect(only([aReturn({ tables: [REFERRALS] }), q2], 'missing.tables')).toEqual([]);
  });

  test('a return with no known table is said to be so', () => {
    expect(rules([aReturn({ tables: [{ ...REFERRALS, code: null }] })])).toEqual(['missing.recognised']);
  });
});

describe('unreadable', () => {
  const unread = (...cells: string[]): TableSketch => ({
    ...{ caption: 'Nights', code: 'nights' },
    lines: [['', 'Status'], ...cells.map((text, i) => [`Row ${'abcdef'[i]} of nights`, text])],
  });

  test('one cell is one finding that quotes it', () => {
    const [found] = only([aReturn({ tables: [unread('2 CP/ 2 CIN/1 PLO', '3')] })], 'cell.unread');
    expect(found?.title).toBe('Row a of nights, Status: “2 CP/ 2 CIN/1 PLO” could not be read as a figure');
  });

  test('many cells of a table are one finding', () => {
    const many = only([aReturn({ tables: [unread('1-2', '2-3', '3-4', '4-5')] })], 'cell.unread');
    expect(many.map((draft) => draft.cells.length)).toEqual([4]);
  });

  test('digits in a column of remarks are not figures', () => {
    const remarks = {
      ...REFERRALS,
      lines: [
        ['', 'Cost', 'Comments'],
        ['FGC', '£160k', 'Funded until the end of Mar 21'],
      ],
    };
    expect(rules([aReturn({ tables: [remarks] })])).toEqual([]);
  });

  test('blanks and stated absences are not unreadable, words among numbers are', () => {
    expect(rules([aReturn({ tables: [unread('', 'n/a', '5')] })])).toEqual([]);
    expect(rules([aReturn({ tables: [unread('4', 'see note', '5')] })])).toEqual(['cell.unread']);
    expect(rules([aReturn({ tables: [unread('4', 'tbc', '5')] })])).toEqual(['cell.unread']);
    expect(rules([aReturn({ tables: [unread('4', '1O', '5')] })])).toEqual(['cell.unread']);
  });
});

describe('labels', () => {
  const source = { file: 'a.docx', sheet: 'Table 1', cell: 'A2', text: 'Whyte' };
  const unknown = { source, set: 'ethnicity', label: 'Whyte', nearest: ['white'] };

  test('an unknown label used in two tables is asked about once, with the nearest name', () => {
    const sketch = { ...REFERRALS, more: { unknownLabels: [unknown] } };
    const found = only([aReturn({ tables: [sketch, { ...sketch, code: 'b' }] })], 'label.unknown');
    expect(found.map(({ title, cells, expected }) => ({ title, cells: cells.length, expected }))).toEqual([
      { title: '“Whyte” is not a known ethnicity', cells: 2, expected: 'White' },
    ]);
  });

  test('a caption of last quarter is asked about once per table', () => {
    const conflict = {
      source: { ...source, cell: 'P4', text: 'Activity Q1 2020-21' },
      stated: Q1,
      expected: Q2,
    };
    const sketch = { ...REFERRALS, more: { periodConflicts: [conflict, conflict] } };
    const [found, ...rest] = only([aReturn({ period: Q2, tables: [sketch] })], 'label.period');
    expect(rest).toEqual([]);
    expect(found?.title).toBe('Referrals: says 2020-21 Q1, the return is for 2020-21 Q2');
  });

  test('two columns under one heading are asked about, two under different ones are not', () => {
    const twice = {
      ...REFERRALS,
      lines: [
        ['', 'April', 'April'],
        ['CP', '2', '3'],
      ],
    };
    expect(rules([aReturn({ tables: [twice] })])).toEqual(['label.heading-twice']);
    expect(rules([aReturn({ tables: [REFERRALS] })])).toEqual([]);
  });
});

describe('rows listed twice', () => {
  const rows = (...lines: string[][]): TableSketch => ({ ...REFERRALS, lines: [['', 'No', '%'], ...lines] });

  test('rows with the same figures are one finding for the table', () => {
    const found = only(
      [
        aReturn({
          tables: [
            rows(
              ['Closed', '16', '19%'],
              ['Open', '30', '35%'],
              ['Closed', '16', '19%'],
              ['Open', '30', '35%'],
            ),
          ],
        }),
      ],
      'row.pasted-twice',
    );
    expect(found.map(({ title, cells }) => [title, cells.length])).toEqual([
      ['Referrals: 2 rows listed twice with the same figures', 8],
    ]);
  });

  test('one label with two figures is said to differ', () => {
    const found = rules([
      aReturn({ tables: [rows(['Closed', '16', '19%'], ['Open', '3', '4%'], ['Closed', '17', '20%'])] }),
    ]);
    expect(found).toEqual(['row.label-twice']);
  });

  test('cases, stacked blocks and different labels are left alone', () => {
    const cases: TableSketch = { ...rows(['EH', '6', '4'], ['EH', '6', '4']), layout: 'cases' };
    const stacked = rows(
      ['April', '1', '2'],
      ['May', '3', '4'],
      ['June', '5', '6'],
      ['April', '2', '2'],
      ['May', '4', '4'],
      ['June', '6', '6'],
    );
    expect(
      rules([aReturn({ tables: [cases, stacked, rows(['A row', '6', '4'], ['B row', '6', '4'])] })]),
    ).toEqual([]);
  });
});

describe('figures sent again', () => {
  const block = (values: readonly string[], months = ['July', 'August', 'Sept']): TableSketch => ({
    ...REFERRALS,
    lines: [
      ['', ...months],
      ['CP', ...values.slice(0, 3)],
      ['EH', ...values.slice(3)],
    ],
  });
  const values = ['2', '1', '7', '3', '4', '9'];

  test('last quarter’s block under new months is found', () => {
    const q1 = aReturn({ tables: [block(values, ['April', 'May', 'June'])] });
    const found = only([q1, aReturn({ period: Q2, tables: [block(values)] })], 'block.pasted');
    expect(found.map(({ title, severity, cells }) => [title, severity, cells.length])).toEqual([
      ['Referrals repeats the figures of 2020-21 Q1', 'high', 6],
    ]);
  });

  test('one figure that differs, few figures, or mostly zeros say nothing', () => {
    const pairs = [
      [values, [...values.slice(0, 5), '8']],
      [values.slice(0, 3), values.slice(0, 3)],
      [
        ['0', '0', '0', '1', '0', '0'],
        ['0', '0', '0', '1', '0', '0'],
      ],
    ] as const;
    for (const [before, now] of pairs)
      expect(
        only(
          [aReturn({ tables: [block(before)] }), aReturn({ period: Q2, tables: [block(now)] })],
          'block.pasted',
        ),
      ).toEqual([]);
  });

  test('figures of earlier years stay the same without being pasted', () => {
    const history = { ...block(values), key: () => ({ period: '2018-19' }) };
    expect(
      only([aReturn({ tables: [history] }), aReturn({ period: Q2, tables: [history] })], 'block.pasted'),
    ).toEqual([]);
  });

  const programmes = (alpha: readonly string[], beta: readonly string[], code = 'beta'): TableSketch => ({
    ...REFERRALS,
    lines: [['', 'Alpha', 'Beta'], ...alpha.map((text, i) => [`row ${'abcdefg'[i]}`, text, beta[i] ?? ''])],
    key: (row, column) => ({ programme: column === 'Alpha' ? 'alpha' : code, dims: { s: row } }),
  });

  test('two programmes with the same five figures are found once', () => {
    const found = only(
      [aReturn({ tables: [programmes(['4', '6', '1', '9', '12'], ['4', '6', '1', '9', '12'])] })],
      'column.twin',
    );
    expect(found.map(({ title, cells }) => [title, cells.length])).toEqual([
      ['Alpha and Beta have exactly the same figures', 10],
    ]);
  });

  test('one figure apart, four figures, or one programme twice say nothing', () => {
    expect(
      rules([aReturn({ tables: [programmes(['4', '6', '1', '9', '12'], ['4', '6', '1', '9', '11'])] })]),
    ).toEqual([]);
    expect(rules([aReturn({ tables: [programmes(['4', '6', '1', '9'], ['4', '6', '1', '9'])] })])).toEqual(
      [],
    );
    expect(
      rules([
        aReturn({ tables: [programmes(['4', '6', '1', '9', '12'], ['4', '6', '1', '9', '12'], 'alpha')] }),
      ]),
    ).toEqual([]);
  });

  test('one file for two quarters is found', () => {
    const twice = [Q1, Q2].map((period) =>
      aReturn({ period, file: 'one.docx', sha256: 'same', tables: [REFERRALS] }),
    );
    expect(rules(twice)).toEqual(['file.twice']);
  });
});

describe('hidden lines', () => {
  const held = (hidden: string[]): TableSketch => ({
    ...REFERRALS,
    hidden,
    relations: ['B', 'C', 'D'].map((column) => ({
      ...{
        kind: 'sum',
        result: `${column}4`,
        parts: [`${column}2`, `${column}3`],
        held: true,
        by: 'label',
        along: 'column',
      },
    })),
  });

  test('a hidden row that the totals count is shown', () => {
    const [found] = only([aReturn({ tables: [held(['EH'])] })], 'line.hidden');
    expect(found?.title).toBe('Referrals: a hidden row, “EH”, is counted in the totals');
    expect(found?.kind).toBe('total');
  });

  test('a visible row, and a hidden one no total counts, are not', () => {
    expect(rules([aReturn({ tables: [held([]), { ...held(['EH']), code: 'b', relations: [] }] })])).toEqual(
      [],
    );
  });
});
