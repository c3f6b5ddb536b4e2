import { describe, expect, test } from 'vitest';
import { checkBoard } from '#shared/finding/check.ts';
import type { Finding } from '#shared/finding/finding.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';
import { aDefinition, aReturn, type TableSketch } from '#test/finding/build.ts';

const Q1 = '2020-21 Q1';
const Q2 = '2020-21 Q2';

const check = (...returns: UnderstoodReturn[]): readonly Finding[] =>
  checkBoard({ definition: aDefinition(), returns }).findings;

const blamed = (finding: Finding | undefined): string | undefined =>
  finding && finding.suspect !== null ? finding.cells[finding.suspect]?.ref.text : undefined;

describe('a row pasted twice', () => {
  const table = (total: string): TableSketch => ({
    caption: 'Table 3: Ethnicity',
    code: 'ethnicity',
    lines: [
      ['', 'No'],
      ['White', '12'],
      ['Mixed', '7'],
      ['Mixed', '7'],
      ['Asian', '5'],
      ['Total', total],
    ],
  });

  test('takes the total that holds without it along: one finding, not two', () => {
    const found = check(aReturn({ tables: [table('24')] }));
    expect(found.map(({ kind, title, arithmetic }) => ({ kind, title, arithmetic }))).toEqual([
      {
        kind: 'duplicate',
        title: 'Mixed is listed twice with the same figures',
        arithmetic: ['Total, No: White 12 + Mixed 7 + Mixed 7 + Asian 5 = 31, not 24'],
      },
    ]);
  });

  test('leaves a total that is wrong either way a finding of its own', () => {
    const found = check(aReturn({ tables: [table('29')] }));
    expect(found.map(({ kind }) => kind).toSorted()).toEqual(['duplicate', 'total']);
  });
});

describe('whom to ask first', () => {
  const origin = (provider: string, white: string, total: string): UnderstoodReturn =>
    aReturn({
      provider,
      tables: [
        {
          code: `of-${provider}`,
          caption: 'Ethnicity',
          lines: [
            ['', 'Alpha'],
            ['White', white],
            ['Mixed', '9'],
            ['Total', total],
          ],
          relations: provider === 'board' ? undefined : [],
          key: (row) =>
            row === 'White' ? { programme: 'alpha', dims: { ethnicity: row.toLowerCase() } } : null,
        },
      ],
    });

  test('the board’s own table where it disagrees with a service and both hold in themselves', () => {
    const [found, ...more] = check(origin('fgc', '13', '22'), origin('board', '17', '26'));
    expect(more).toEqual([]);
    expect([found?.kind, found?.provider, blamed(found), found?.expected]).toEqual([
      'cross-provider',
      'board',
      '17',
      '13',
    ]);
  });

  const target = (period: string, alpha: string, beta: string, total: string): UnderstoodReturn =>
    aReturn({
      period,
      tables: [
        {
          code: 'targets',
          caption: 'Targets',
          lines: [
            ['', 'Annual target'],
            ['Alpha', alpha],
            ['Beta', beta],
            ['Total', total],
          ],
          key: (row) =>
            row === 'Total'
              ? null
              : { programme: row.toLowerCase(), aspect: 'target' as const, period: '2020-21' },
        },
      ],
    });

  test('the earlier return where its own total fits the later target', () => {
    const [found, ...more] = check(target(Q1, '40', '18', '42'), target(Q2, '24', '18', '42'));
    expect(more).toEqual([]);
    expect([found?.kind, found?.period, blamed(found), found?.expected]).toEqual(['target', Q1, '40', '24']);
  });

  test('the one return that differs from those before and after it, once', () => {
    const found = check(
      target(Q1, '24', '18', '42'),
      target(Q2, '25', '18', '43'),
      target('2020-21 Q3', '24', '18', '42'),
    );
    expect(found.map((one) => [one.kind, one.period, blamed(one), one.cells.length])).toEqual([
      ['target', Q2, '25', 3],
    ]);
    expect(found[0]?.message).toContain('The return for 2020-21 Q3 gives 24 again.');
  });

  const split = (provider: string, white: string, total: string): UnderstoodReturn =>
    aReturn({
      provider,
      tables: [
        {
          code: `split-${provider}`,
          caption: 'Ethnicity',
          lines: [
            ['', 'Alpha'],
            ['White', white],
            ['Mixed', '9'],
            ['Total', total],
          ],
          key: (row) => {
            const dims: Record<string, string> = row === 'Total' ? {} : { ethnicity: row.toLowerCase() };
            return { programme: 'alpha', dims };
          },
        },
      ],
    });

  test('the board’s own cell and total together where both differ from the service’s', () => {
    const found = check(split('fgc', '13', '22'), split('board', '17', '26'));
    expect(found.map((one) => [one.kind, one.provider, one.suspect])).toEqual([
      ['cross-provider', 'board', 0],
    ]);
  });

  test('the later return where each return holds in itself', () => {
    const [found] = check(target(Q1, '40', '18', '58'), target(Q2, '24', '18', '42'));
    expect([found?.kind, found?.period, blamed(found)]).toEqual(['target', Q2, '24']);
  });
});

describe('a column left standing', () => {
  const rows = ['a', 'b', 'c', 'd', 'e', 'f'];
  const table = (alpha: readonly string[], beta: readonly string[]): TableSketch => ({
    code: 'exits',
    caption: 'Table 2: Exits by outcome',
    lines: [['', 'Alpha', 'Beta'], ...rows.map((name, i) => [`row ${name}`, alpha[i] ?? '', beta[i] ?? ''])],
    key: (row, column) => ({ programme: column.toLowerCase(), dims: { s: row } }),
  });
  const alpha = ['4', '6', '1', '9', '12', '3'];
  const pasted = (now: TableSketch, before = table(alpha, ['1', '8', '2', '5', '7', '3'])) =>
    checkBoard({
      definition: aDefinition(),
      returns: [
        aReturn({ tables: [before] }),
        aReturn({
          period: Q2,
          tables: [now],
        }),
      ],
    })
      .findings.filter(({ kind }) => kind === 'duplicate')
      .map(({ title, cells }) => [title, cells.length]);

  test('is found where the column beside it changed', () => {
    expect(pasted(table(alpha, ['2', '6', '4', '1', '9', '5']))).toEqual([
      ['Exits by outcome: “Alpha” repeats the figures of 2020-21 Q1', 6],
    ]);
  });

  test('is not found where a number differs, or where too few numbers agree', () => {
    expect(pasted(table(alpha.with(2, '2'), ['2', '6', '4', '1', '9', '5']))).toEqual([]);
    const few = ['0', '6', '0', '9', '0', '3'];
    expect(
      pasted(table(few, ['2', '6', '4', '1', '9', '5']), table(few, ['1', '8', '2', '5', '7', '3'])),
    ).toEqual([]);
  });
});

describe('how findings are told', () => {
  const long = 'In year only figures for every programme that the council commissions or provides';

  test('titles keep to 110 characters and name the innermost row and column', () => {
    const found = check(
      aReturn({
        tables: [
          {
            code: 'performance',
            caption: 'Performance',
            lines: [
              ['', 'Cases', 'Savings'],
              [`${long} / Children diverted`, '41', '3'],
              [`${long} / Children placed`, '59', '4'],
              [`${long} / Total`, '101', '7'],
            ],
          },
        ],
      }),
    );
    expect(found.map(({ title }) => title)).toEqual([
      'Total, Cases does not add up: 41 + 59 is 100, not 101',
    ]);
  });

  test('a count and the share beside it are one cell', () => {
    const found = check(
      aReturn({
        tables: [
          {
            caption: 'Routes',
            lines: [
              ['', 'No of children'],
              ['Duty', '10 (67%)'],
              ['Panel', '6 (37%)'],
              ['Total', '16 (100%)'],
            ],
            relations: [
              { kind: 'sum', result: 'B4', parts: ['B2', 'B3'], held: true, by: 'label', along: 'column' },
            ],
          },
        ],
      }),
    );
    for (const { cells } of found) {
      const places = cells.map(({ ref }) => ref.cell);
      expect(places).toEqual([...new Set(places)]);
    }
    expect(found.length).toBeGreaterThan(0);
  });

  test('a figure two tables of the earlier return held is restated once', () => {
    const at = (period: string, ...values: readonly string[]): UnderstoodReturn =>
      aReturn({
        period,
        tables: values.map((text, i) => ({
          code: `t${i}`,
          caption: `Nights, table ${i + 1}`,
          lines: [
            ['', 'Nights'],
            ['2019-20', text],
          ],
          key: () => ({ period: '2019-20', programme: 'alpha', unit: 'nights' as const }),
        })),
      });
    const found = check(at(Q1, '670', '670'), at(Q2, '675')).filter(({ kind }) => kind !== 'missing');
    expect(found.map(({ kind, cells }) => [kind, cells.length])).toEqual([['restated', 3]]);
  });

  test('a hidden table with figures is asked about', () => {
    const shown = aReturn({
      tables: [
        {
          code: 'a',
          caption: 'Workings',
          lines: [
            ['', 'No'],
            ['one', '4'],
            ['two', '5'],
          ],
        },
      ],
    });
    const hidden: UnderstoodReturn = {
      ...shown,
      tables: shown.tables.map((table) => ({
        ...table,
        shape: {
          ...table.shape,
          body: table.shape.body.map((body) => ({
            ...body,
            cell: body.cell && { ...body.cell, hidden: true },
          })),
        },
      })),
    };
    expect(check(shown)).toEqual([]);
    expect(check(hidden).map(({ title, severity }) => [title, severity])).toEqual([
      ['Workings: hidden, with 2 figures in it', 'medium'],
    ]);
  });
});

describe('blanks where a number is missing', () => {
  const table = (cells: readonly (readonly [string, string, string])[]): TableSketch => ({
    code: 'savings',
    caption: 'Table 9: Savings by year',
    lines: [
      ['', '2018-19', '2019-20', '2020-21'],
      ...cells.map((line, i) => [`Row ${'abcdef'[i]}`, ...line]),
    ],
    key: (row, column) => ({ period: column, programme: 'alpha', dims: { s: row } }),
  });
  const blanks = (...returns: UnderstoodReturn[]) =>
    check(...returns)
      .filter(({ kind, cells }) => kind === 'missing' && cells.length > 0)
      .map(({ title, message }) => [title, /but (.*?)\. Please/.exec(message)?.[1]]);

  test('an earlier year left out while a later one is there', () => {
    const sketch = table([
      ['4', '6', '8'],
      ['5', '7', '9'],
      ['', '3', '2'],
      ['6', '1', ''],
      ['2', '2', '2'],
    ]);
    expect(blanks(aReturn({ tables: [sketch] }))).toEqual([
      ['Savings by year: “Row c, 2018-19” is blank', 'the row has a figure for a later year'],
    ]);
  });

  test('a place in which the return before had a number', () => {
    const before = table([
      ['4', '6', '8'],
      ['5', '7', '9'],
      ['6', '1', '4'],
      ['3', '5', '1'],
    ]);
    const now = table([
      ['4', '6', '8'],
      ['5', '7', '9'],
      ['6', '1', ''],
      ['3', '5', '1'],
    ]);
    expect(blanks(aReturn({ tables: [before] }), aReturn({ period: Q2, tables: [now] }))).toEqual([
      ['Savings by year: “Row c, 2020-21” is blank', 'the return for 2020-21 Q1 had 4 there'],
    ]);
  });

  test('tables that leave their zeros blank are not asked about', () => {
    const months = (line: readonly string[]): TableSketch => ({
      code: 'referrals',
      caption: 'Referrals',
      lines: [
        ['', 'April', 'May', 'June'],
        ['CP', ...line],
        ['EH', '2', '', '1'],
        ['LAC', '', '', '3'],
      ],
    });
    expect(
      blanks(
        aReturn({ tables: [months(['1', '2', '3'])] }),
        aReturn({ period: Q2, tables: [months(['1', '', '3'])] }),
      ),
    ).toEqual([]);
  });
});
