import { describe, expect, test } from 'vitest';
import type { QuantityKey } from '#shared/assertion/assertion.ts';
import { checkBoard } from '#shared/finding/check.ts';
import type { Finding } from '#shared/finding/finding.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';
import { aDefinition, aReturn, type TableSketch } from '#test/finding/build.ts';

const check = (...returns: UnderstoodReturn[]): readonly Finding[] =>
  checkBoard({ definition: aDefinition(), returns }).findings;

/** What a reader sees of a finding. */
const seen = ({ kind, severity, title, stated, expected }: Finding) => ({
  kind,
  severity,
  title,
  stated,
  expected,
});

const referrals = (eh: string, total = '27'): TableSketch => ({
  caption: 'Table 15: Source of referrals',
  code: 'referrals',
  lines: [
    ['', 'April', 'May', 'June', 'Total'],
    ['CP', '7', '1', '', '8'],
    ['EH', '7', '6', '2', eh],
    ['LAC', '', '3', '1', '4'],
    ['Grand Total', '14', '10', '3', total],
  ],
});

describe('totals', () => {
  test('figures that add up give no finding and are counted as held', () => {
    const { findings, coverage } = checkBoard({
      definition: aDefinition(),
      returns: [aReturn({ tables: [referrals('15')] })],
    });
    expect(findings).toEqual([]);
    expect(coverage).toEqual({ held: 8, violated: 0, notCheckable: [] });
  });

  test('one wrong total that breaks its row and its column is one finding with that cell as suspect', () => {
    const [found, ...rest] = check(aReturn({ tables: [referrals('51')] }));
    expect(rest).toEqual([]);
    expect(found && seen(found)).toEqual({
      kind: 'total',
      severity: 'high',
      title: 'EH, Total does not add up: 7 + 6 + 2 is 15, not 51',
      stated: '51',
      expected: '15',
    });
    expect(found?.cells[found.suspect ?? -1]?.ref).toEqual({
      file: 'fgc 2020-21 Q1.docx',
      sheet: 'Table 1',
      cell: 'E3',
      text: '51',
    });
    expect(found?.suggestion).toBe('15 instead of 51 (two digits swapped) would make both totals hold');
  });
});

const ONE = { code: 'one', caption: 'Board table' };

describe('kinds that tell more than a total', () => {
  const outcomes = (
    provider: string,
    cells: readonly (readonly [string, string])[],
    unit: 'children' | 'families' = 'children',
  ) =>
    aReturn({
      provider,
      tables: [
        {
          ...ONE,
          caption: `Table of ${provider}`,
          lines: [['', 'Number'], ...cells.map(([name, text]) => [name, text])],
          key: (row) => ({
            programme: row.split(' ')[0] ?? null,
            unit: row.includes('families') ? 'families' : unit,
          }),
        },
      ],
    });

  test('one disputed number tells of a unit mix where the whole table says the same in both units', () => {
    const names = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'];
    const counted = (few: readonly string[]): (readonly [string, string])[] =>
      few.flatMap((name, at) => [
        [`${name} families`, `${at + 5}`],
        [`${name} children`, `${at + 5}`],
      ]);
    const board = outcomes('board', [['alpha', '13']]);
    const kinds = (few: readonly string[]) =>
      check(outcomes('fgc', counted(few)), board).map(({ kind, provider, stated }) => [
        kind,
        provider,
        stated,
      ]);
    expect(kinds(names)).toEqual([['unit', 'fgc', '5']]);
    expect(kinds(names.slice(0, 2)).map(([kind]) => kind)).toEqual(['cross-provider']);
  });

  test('families where children are headed are one unit finding for the whole table', () => {
    const service = outcomes('fgc', [
      ['alpha families', '5'],
      ['alpha children', '13'],
      ['beta families', '18'],
      ['beta children', '31'],
    ]);
    const board = outcomes('board', [
      ['alpha', '5'],
      ['beta', '18'],
      ['gamma', '7'],
    ]);
    const found = check(service, board);
    expect(found.map(seen)).toEqual([
      {
        kind: 'unit',
        severity: 'high',
        title: 'Table of board: families counted where children are headed (5 and 18 against 13 and 31)',
        stated: '5 and 18',
        expected: '13 and 31',
      },
    ]);
    expect(found[0]?.provider).toBe('board');
  });

  test('a difference no unit explains stays a difference between providers', () => {
    const service = outcomes('fgc', [
      ['alpha families', '5'],
      ['alpha children', '13'],
    ]);
    const found = check(service, outcomes('board', [['alpha', '12']]));
    expect(found.map(seen)).toEqual([
      {
        kind: 'cross-provider',
        severity: 'high',
        title: 'alpha, Number: 12 as returned by The board, 13 by FGC service',
        stated: '12',
        expected: '13',
      },
    ]);
  });

  const history = (period: string, values: readonly string[], aspect: 'value' | 'target' = 'value') =>
    aReturn({
      period,
      tables: [
        {
          ...ONE,
          lines: [['', '2018-19'], ...values.map((text, i) => [`Savings ${'abcd'[i]}`, text])],
          key: (row) => ({ period: '2018-19', aspect, programme: 'alpha', dims: { s: row } }),
        },
      ],
    });

  test('figures restated together are one finding that names every change', () => {
    const found = check(
      history('2020-21 Q1', ['58', '2592', '9']),
      history('2020-21 Q2', ['61', '2577', '9']),
    );
    expect(found.map(seen)).toEqual([
      {
        kind: 'restated',
        severity: 'medium',
        title: 'Alpha, 2018-19: 2 figures restated since 2020-21 Q1',
        stated: '61',
        expected: '58',
      },
    ]);
    expect(found[0]?.message).toContain(
      '“Savings a, 2018-19” from 58 to 61 and “Savings b, 2018-19” from 2,592 to 2,577',
    );
  });

  test('a restatement is told once, where it happened, however many returns repeat it', () => {
    const quarters = ['2019-20 Q3', '2019-20 Q4', '2020-21 Q1', '2020-21 Q2'];
    const found = check(...quarters.map((period, i) => history(period, [i < 2 ? '58' : '61'])));
    expect(found.map(({ title, period }) => ({ title, period }))).toEqual([
      {
        title: 'Alpha, 2018-19: Savings a, 2018-19 was 58 in 2019-20 Q4’s return, now 61',
        period: '2020-21 Q1',
      },
    ]);
  });

  test('a target that moves is high', () => {
    const found = check(history('2020-21 Q1', ['32'], 'target'), history('2020-21 Q2', ['24'], 'target'));
    expect(found.map(seen)).toEqual([
      {
        kind: 'target',
        severity: 'high',
        title: 'Alpha, 2018-19: target for Savings a, 2018-19 moved from 32 to 24',
        stated: '24',
        expected: '32',
      },
    ]);
  });

  test('a figure that stays the same is no finding', () => {
    expect(check(history('2020-21 Q1', ['32'], 'target'), history('2020-21 Q2', ['32'], 'target'))).toEqual(
      [],
    );
  });
});

describe('misfiled categories', () => {
  const definition = aDefinition({
    sets: [
      {
        code: 'colour',
        name: 'Colour',
        members: [
          ...['red', 'green', 'blue', 'grey'].map((code) => ({
            code,
            name: code,
            aliases: [],
            partOf: null,
          })),
          { code: 'red-green', name: 'Red and green', aliases: [], partOf: 'grey' },
          { code: 'mixed', name: 'Any mix', aliases: [], partOf: 'grey' },
        ],
      },
    ],
  });
  const colours = (provider: string, cells: readonly (readonly [string, string])[]) =>
    aReturn({
      provider,
      tables: [
        {
          ...ONE,
          caption: `Colours of ${provider}`,
          lines: [['', 'Children'], ...cells.map(([name, text]) => [name, text])],
          key: (row) => ({ programme: 'alpha', dims: { colour: row } }),
        },
      ],
    });
  const service = colours('fgc', [
    ['red', '9'],
    ['green', '6'],
    ['blue', '2'],
    ['red-green', '4'],
    ['mixed', '3'],
  ]);
  const kinds = (board: UnderstoodReturn) =>
    checkBoard({ definition, returns: [service, board] }).findings.map(({ kind, title }) => ({
      kind,
      title,
    }));

  test('one detailed category under another heading explains both differences', () => {
    expect(
      kinds(
        colours('board', [
          ['red', '13'],
          ['green', '6'],
          ['blue', '2'],
          ['grey', '3'],
        ]),
      ),
    ).toEqual([{ kind: 'mapping', title: 'Colours of board: “red-green” counted under “red”' }]);
  });

  test('a whole category moved along with it is named too', () => {
    expect(
      kinds(
        colours('board', [
          ['red', '13'],
          ['green', '6'],
          ['blue', '0'],
          ['grey', '5'],
        ]),
      ),
    ).toEqual([{ kind: 'mapping', title: 'Colours of board: “red-green” and 1 more counted under “red”' }]);
  });

  test('categories filed as the definition has them are no finding', () => {
    expect(
      kinds(
        colours('board', [
          ['red', '9'],
          ['green', '6'],
          ['blue', '2'],
          ['grey', '7'],
        ]),
      ),
    ).toEqual([]);
  });

  test('a wrong count that no category explains is no mapping', () => {
    const found = kinds(
      colours('board', [
        ['red', '9'],
        ['green', '6'],
        ['blue', '2'],
        ['grey', '6'],
      ]),
    );
    expect(found.map(({ kind }) => kind)).toEqual(['cross-provider']);
  });
});

describe('restated or merely contradicted', () => {
  const yearly = (period: string, ...values: readonly string[]) =>
    aReturn({
      period,
      tables: values.map((text, i) => ({
        ...ONE,
        code: `t${i}`,
        caption: `Nights, table ${i + 1}`,
        lines: [
          ['', 'Nights'],
          ['2019-20', text],
        ],
        key: () => ({ period: '2019-20', programme: 'alpha', unit: 'nights' as const }),
      })),
    });

  test('where the later return also repeats the earlier figure its own tables disagree', () => {
    const found = check(yearly('2020-21 Q1', '670'), yearly('2020-21 Q2', '670', '675'));
    expect(found.map(({ kind, period }) => ({ kind, period }))).toEqual([
      { kind: 'cross-table', period: '2020-21 Q2' },
    ]);
  });

  test('where it only gives the new one it is a restatement', () => {
    const found = check(yearly('2020-21 Q1', '670'), yearly('2020-21 Q2', '675'));
    expect(found.map(({ kind }) => kind)).toEqual(['restated']);
  });
});

describe('last quarter carried over', () => {
  const completed = (provider: string, period: string, text: string) =>
    aReturn({
      provider,
      period,
      tables: [
        {
          ...ONE,
          caption: `Completed, ${provider}`,
          lines: [
            ['', 'Completed'],
            ['alpha', text],
          ],
          key: () => ({ programme: 'alpha' }),
        },
      ],
    });
  const service = [completed('fgc', '2020-21 Q1', '4'), completed('fgc', '2020-21 Q2', '9')];

  test('the board’s figure that equals the service’s of the quarter before is told as that', () => {
    const [found, ...rest] = check(...service, completed('board', '2020-21 Q2', '4'));
    expect(rest).toEqual([]);
    expect(found?.title).toBe(
      'alpha, Completed: 4 is the figure for 2020-21 Q1; for 2020-21 Q2 the service says 9',
    );
    expect(found?.provider).toBe('board');
  });

  test('another wrong figure is not', () => {
    const [found] = check(...service, completed('board', '2020-21 Q2', '5'));
    expect(found?.title).toBe('alpha, Completed: 5 as returned by The board, 9 by FGC service');
  });
});

describe('percentages', () => {
  const shares = (...cells: readonly string[]) =>
    aReturn({
      tables: [
        {
          ...ONE,
          caption: 'Outcomes',
          lines: [
            ['', 'Children'],
            ...cells.map((text, i) => [`Outcome ${'abcde'[i]}`, text]),
            ['Total', '37'],
          ],
          key: (row): Partial<QuantityKey> => ({
            programme: 'alpha',
            dims: row === 'Total' ? {} : { outcome: row },
          }),
        },
      ],
    });

  test('rounded percentages are no finding', () => {
    expect(check(shares('12 (32%)', '25 (68%)'))).toEqual([]);
  });

  test('one cut off is low and says so, two in one table are one finding', () => {
    const [one] = check(shares('12 (32%)', '13 (35%)', '2 (5%)', '10 (27%)'));
    expect(one).toBeUndefined();
    const [found, ...rest] = check(shares('12 (32%)', '25 (67%)'));
    expect(rest).toEqual([]);
    expect(found && [found.severity, found.stated, found.expected]).toEqual(['low', '67%', '68%']);
    expect(found?.suggestion).toContain('looks cut off rather than rounded');
    const both = check(shares('21 (56%)', '9 (24%)', '7 (18%)'));
    expect(both.map(({ title, severity }) => ({ title, severity }))).toEqual([
      { title: 'Outcomes: 2 percentages cut off rather than rounded', severity: 'low' },
    ]);
  });

  test('one that is far off is more than a slip', () => {
    const found = check(shares('12 (32%)', '25 (86%)'));
    expect(found.map(({ severity, stated, expected }) => [severity, stated, expected])).toEqual([
      ['medium', '86%', '68%'],
    ]);
  });
});
