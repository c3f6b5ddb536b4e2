import { describe, expect, test } from 'vitest';
import type { QuantityKey } from '#shared/assertion/assertion.ts';
import { aMeasure, aReturn, blamed, checked } from '#test/relation/build.ts';

const rules = (relations: readonly { readonly rule: string; readonly kind: string }[]) =>
  relations.map(({ rule, kind }) => `${rule} ${kind}`);

/** Keys by row label alone. */
const byRow = (keys: Readonly<Record<string, Partial<QuantityKey>>>) => (row: string) => keys[row] ?? null;

const REFERRALS = [
  ['', 'April', 'May', 'June', 'Total'],
  ['CP', '7', '1', '', '8'],
  ['EH', '7', '', '2', '9'],
  ['LAC', '', '3', '1', '4'],
  ['Total', '14', '4', '3', '21'],
];

function changed(lines: readonly (readonly string[])[], row: number, col: number, text: string) {
  return lines.map((line, i) => (i === row ? line.map((cell, j) => (j === col ? text : cell)) : line));
}

describe('a table by itself', () => {
  test('its sums hold where they hold, blanks counting as nothing', () => {
    const found = checked([aReturn({ tables: [{ lines: REFERRALS }] })]);
    expect(rules(found.held)).toEqual(Array(8).fill('table.sum total'));
    expect(found.causes).toEqual([]);
  });

  test('a wrong cell is one cause with its value', () => {
    const found = checked([aReturn({ tables: [{ lines: changed(REFERRALS, 1, 1, '70') }] })]);
    expect(blamed(found.causes)).toEqual(['B2→7']);
    expect(found.causes[0]?.relations).toHaveLength(2);
  });

  test('a forgotten cell is found', () => {
    const found = checked([aReturn({ tables: [{ lines: changed(REFERRALS, 3, 2, '') }] })]);
    expect(blamed(found.causes)).toEqual(['C4→3']);
    expect(found.causes[0]?.suspects[0]?.slip).toBe('left blank');
  });

  test('the label of a sum says what it sums', () => {
    const found = checked([aReturn({ tables: [{ lines: REFERRALS }] })]);
    expect(found.relations.map(({ label }) => label).slice(0, 2)).toEqual([
      'Total of April = CP + EH + LAC',
      'Total of May = CP + EH + LAC',
    ]);
  });

  test('second numbers of cells are summed by themselves', () => {
    const lines = [
      ['Team', 'Closed'],
      ['A', '15 (3)'],
      ['B', '5 (3)'],
      ['Total', '20 (7)'],
    ];
    const found = checked([aReturn({ tables: [{ lines }] })]);
    expect(found.held).toHaveLength(1);
    expect(
      found.causes.map(({ suspects }) => [suspects[0]?.variable.split('/').at(-1), suspects[0]?.suggestion]),
    ).toEqual([['second', 6]]);
  });

  test('a part that says words makes its sum not checkable, with the reason', () => {
    const found = checked([aReturn({ tables: [{ lines: changed(REFERRALS, 1, 1, 'see note') }] })]);
    expect(found.notCheckable.map(({ why }) => why)).toContain('B2 holds words, "see note"');
  });
});

describe('percentages', () => {
  const column = (percents: readonly string[]) =>
    aReturn({
      tables: [
        {
          lines: [
            ['Outcome', 'Total', '%'],
            ...[2, 7, 16, 12].map((n, i) => [`Outcome ${i}`, String(n), percents[i] ?? '']),
            ['Total', '37', '100%'],
          ],
          roles: { '%': 'percent', Total: 'total' },
          relations: [],
        },
      ],
    });

  test('a column takes the base that holds for most, and a cell that fails it is wrong', () => {
    expect(checked([column(['5%', '19%', '43%', '32%'])]).violated).toEqual([]);
    const found = checked([column(['6%', '19%', '43%', '32%'])]);
    expect(found.violated.map(({ label }) => label)).toEqual([
      'Outcome 0, % = Outcome 0, Total of Total, Total',
    ]);
    expect(blamed(found.causes)).toEqual(['C2→0.05']);
  });

  test('shares in the same cell are of the sum where no total is printed', () => {
    const lines = [
      ['Status', 'Children'],
      ...['5 (31%)', '1 (6%)', '2 (13%)', '7 (44%)', '1 (9%)'].map((cell, i) => [`Status ${i}`, cell]),
    ];
    const found = checked([aReturn({ tables: [{ lines }] })]);
    expect(found.held).toHaveLength(4);
    expect(blamed(found.causes)).toEqual(['B6→0.06']);
  });

  test("percentages of somebody else's base are not checked, and that is said", () => {
    const lines = [
      ['Group', 'Children', '% of population'],
      ...[
        ['14', '51%'],
        ['2', '6%'],
        ['9', '37%'],
        ['5', '4%'],
      ].map((cells, i) => [`Group ${i}`, ...cells]),
      ['Total', '30', '100%'],
    ];
    const found = checked([aReturn({ tables: [{ lines, roles: { '% of population': 'percent' } }] })]);
    expect(found.violated).toEqual([]);
    expect(found.notCheckable.map(({ why }) => why)).toEqual([
      'no figure in the return can be told to be what it is a percentage of',
    ]);
  });

  test('a share is checked against the counts the same return states elsewhere', () => {
    const counts = {
      lines: [
        ['Line', 'Number'],
        ['closed', '18'],
        ['at home', '16'],
      ],
      relations: [],
      key: byRow({ closed: {}, 'at home': { dims: { closing: 'home' } } }),
    };
    const rate = (text: string) => ({
      lines: [
        ['Line', 'Rate'],
        ['rate', text],
      ],
      relations: [],
      key: byRow({ rate: { aspect: 'share', unit: 'percent', dims: { closing: 'home' } } }),
    });
    expect(rules(checked([aReturn({ tables: [counts, rate('89%')] })]).held)).toContain('key.share percent');
    expect(rules(checked([aReturn({ tables: [counts, rate('98%')] })]).violated)).toEqual([
      'key.share percent',
    ]);
  });

  test('a share of a known total that no whole number gives is impossible', () => {
    const total = {
      lines: [
        ['Line', 'Number'],
        ['closed', '7'],
      ],
      relations: [],
      key: byRow({ closed: {} }),
    };
    const share = { aspect: 'share', unit: 'percent', dims: { closing: 'home' } } as const;
    const rate = {
      lines: [
        ['Line', 'Rate'],
        ['rate', '50%'],
      ],
      relations: [],
      key: byRow({ rate: share }),
    };
    const found = checked([aReturn({ tables: [total, rate] })]);
    expect(rules(found.violated)).toEqual(['key.possible percent']);
  });
});

describe('the same quantity said twice', () => {
  const says = (provider: string, period: string, value: string, key: Partial<QuantityKey> = {}) =>
    aReturn({
      provider,
      period,
      tables: [
        {
          lines: [
            ['', 'Number'],
            ['Children', value],
          ],
          relations: [],
          key: () => ({ period: '2020-21 Q1', ...key }),
        },
      ],
    });

  test.each([
    ['cross-provider', says('fgc', '2020-21 Q1', '27'), says('board', '2020-21 Q1', '46')],
    ['restated', says('fgc', '2020-21 Q1', '27'), says('fgc', '2020-21 Q2', '25')],
    [
      'target',
      says('fgc', '2020-21 Q1', '32', { aspect: 'target' }),
      says('fgc', '2020-21 Q2', '24', { aspect: 'target' }),
    ],
  ])('is a %s finding', (kind, one, other) => {
    expect(rules(checked([one, other]).violated)).toEqual([`key.same ${kind}`]);
    expect(rules(checked([other, one]).violated)).toEqual([`key.same ${kind}`]);
  });

  test('numbers printed to different precision agree where they can', () => {
    const key = { unit: 'GBP' } as const;
    const found = checked([
      says('fgc', '2020-21 Q1', '£1.2m', key),
      says('board', '2020-21 Q1', '£1,245k', key),
    ]);
    expect(rules(found.held)).toEqual(['key.same cross-provider']);
  });

  test('the compiled table is doubted, not the service', () => {
    const found = checked([says('fgc', '2020-21 Q1', '27'), says('board', '2020-21 Q1', '46')]);
    expect(found.causes[0]?.suspects[0]?.variable).toContain('board');
  });

  test('lines of one table that read alike but differ accuse nobody', () => {
    const lines = [
      ['', 'Number'],
      ['held', '7'],
      ['in all', '9'],
    ];
    const found = checked([aReturn({ tables: [{ lines, relations: [], key: () => ({}) }] })]);
    expect(found.relations).toEqual([]);
    expect(found.notCheckable.map(({ why }) => why)).toEqual([
      'several lines of the table read as this quantity and differ',
    ]);
  });

  test("a target is held against the definition's own", () => {
    const target = says('fgc', '2020-21 Q1', '32', { aspect: 'target', period: '2020-21' });
    const targets = [{ measure: 'm', programme: null, year: '2020-21', value: 24 }];
    expect(rules(checked([target], { targets }).violated)).toEqual(['key.target target']);
  });
});

describe('adding over time and programmes', () => {
  const periods = (values: Readonly<Record<string, string>>) =>
    aReturn({
      period: '2020-21 Q2',
      tables: [
        {
          lines: [['', 'Number'], ...Object.entries(values)],
          relations: [],
          key: (row) => ({ period: row }),
        },
      ],
    });

  test('year to date is its quarters', () => {
    const found = checked([periods({ '2020-21 Q1': '17', '2020-21 Q2': '22', '2020-21 YTD Q2': '34' })]);
    expect(rules(found.violated)).toEqual(['key.ytd year-to-date']);
  });

  test('year to date grows by the quarter, a quarter is its months, a year its quarters', () => {
    const found = checked([
      periods({
        '2020-21 YTD Q1': '17',
        ...{ 'Jul 2020': '10', 'Aug 2020': '8', 'Sep 2020': '4', '2020-21 Q2': '22', '2020-21 YTD Q2': '39' },
      }),
    ]);
    expect(rules(found.held)).toEqual(['key.ytd year-to-date', 'key.ytd year-to-date']);
  });

  test('missing quarters are named', () => {
    const found = checked([periods({ '2020-21 Q2': '22', '2020-21 YTD Q2': '39' })]);
    expect(found.notCheckable.map(({ why }) => why)).toEqual([
      'no figure for 2020-21 Q1',
      'no figure for 2020-21 YTD Q1',
    ]);
  });

  const programme = (code: string, partOf: string | null = null) => ({
    code,
    name: code.toUpperCase(),
    aliases: [],
    partOf,
  });
  const programmes = [programme('all'), programme('a', 'all'), programme('b', 'all')];
  const byProgramme = (values: Readonly<Record<string, string>>) =>
    aReturn({
      tables: [
        {
          lines: [['', 'Number'], ...Object.entries(values)],
          relations: [],
          key: (row) => ({ programme: row }),
        },
      ],
    });

  test('a group of programmes is the sum of its members', () => {
    const found = checked([byProgramme({ all: '191', a: '100', b: '92' })], { programmes });
    expect(rules(found.violated)).toEqual(['key.programmes total']);
  });

  test('a member that is missing is named and never a zero', () => {
    const found = checked([byProgramme({ all: '191', a: '100' })], { programmes });
    expect(found.relations).toEqual([]);
    expect(found.notCheckable.map(({ why }) => why)).toEqual(['no figure for B']);
  });
});

describe('identities of the definition', () => {
  const measures = [
    aMeasure('gross', { unit: 'GBP' }),
    aMeasure('cost', { unit: 'GBP' }),
    aMeasure('net', { unit: 'GBP' }),
    aMeasure('children'),
    aMeasure('families', { unit: 'families' }),
    aMeasure('each', { unit: 'ratio' }),
  ];
  const units: Readonly<Record<string, QuantityKey['unit']>> = {
    families: 'families',
    each: 'ratio',
    children: 'children',
  };
  const figures = (values: Readonly<Record<string, string>>) =>
    aReturn({
      tables: [
        {
          lines: [['', 'Number'], ...Object.entries(values)],
          relations: [],
          key: (row) => ({ measure: row, unit: units[row] ?? 'GBP' }),
        },
      ],
    });
  const net = { code: 'net', label: 'Net is gross less cost', why: '', result: { measure: 'net' } };
  const identities = [
    { ...net, terms: [{ measure: 'gross' }, { measure: 'cost', factor: -1 }] },
    {
      ...{ code: 'each', label: 'Children per family', why: '', result: { measure: 'each' } },
      terms: [{ measure: 'children' }],
      over: [{ measure: 'families' }],
    },
  ];

  test('net is gross less cost, to the printed thousand', () => {
    const held = checked([figures({ gross: '£1,515k', cost: '£708k', net: '£808k' })], {
      measures,
      identities,
    });
    const wrong = checked([figures({ gross: '£1,515k', cost: '£708k', net: '£870k' })], {
      measures,
      identities,
    });
    expect(rules(held.held)).toEqual(['net identity']);
    expect(rules(wrong.violated)).toEqual(['net identity']);
  });

  test('an average follows from its parts', () => {
    const held = checked([figures({ children: '16', families: '6', each: '2.7' })], { measures, identities });
    const wrong = checked([figures({ children: '16', families: '6', each: '2.4' })], {
      measures,
      identities,
    });
    expect(rules(held.held)).toEqual(['each average']);
    expect(rules(wrong.violated)).toEqual(['each average']);
  });

  test('a term nobody states is named', () => {
    const found = checked([figures({ gross: '£1,515k', net: '£808k' })], { measures, identities });
    expect(found.notCheckable.map(({ why }) => why)).toEqual(['no figure for cost, 2020-21 Q1']);
  });
});

describe('means and categories', () => {
  test('a mean is the mean of its cases', () => {
    const cases = {
      layout: 'cases' as const,
      relations: [],
      lines: [
        ['Case', 'Score'],
        ['EH', '6'],
        ['EH', '4'],
        ['CP', '2'],
      ],
      key: () => ({ unit: 'score' as const }),
    };
    const mean = (text: string) => ({
      lines: [
        ['', 'Mean'],
        ['mean', text],
      ],
      relations: [],
      key: () => ({ unit: 'score' as const, aspect: 'mean' as const }),
    });
    expect(rules(checked([aReturn({ tables: [cases, mean('4.0')] })]).held)).toEqual(['key.mean average']);
    expect(rules(checked([aReturn({ tables: [cases, mean('4.5')] })]).violated)).toEqual([
      'key.mean average',
    ]);
    const unread = { ...cases, lines: [...cases.lines, ['LAC', '4O'], ['EH', '5']] };
    expect(rules(checked([aReturn({ tables: [unread, mean('4.5')] })]).violated)).toEqual([]);
  });

  const member = (code: string, partOf: string | null = null) => ({ code, name: code, aliases: [], partOf });
  const sets = [
    {
      ...{ code: 'ethnicity', name: 'Ethnicity' },
      members: [member('white'), member('mixed'), member('mixed-a', 'mixed'), member('mixed-b', 'mixed')],
    },
  ];
  const listing = (provider: string, values: Readonly<Record<string, string>>) =>
    aReturn({
      provider,
      tables: [
        {
          lines: [['', 'Number'], ...Object.entries(values)],
          key: (row): Partial<QuantityKey> => ({ dims: row === 'Total' ? {} : { ethnicity: row } }),
        },
      ],
    });

  test('detailed members sum to the published one in another table', () => {
    const service = listing('fgc', { white: '9', 'mixed-a': '4', 'mixed-b': '3', Total: '16' });
    expect(rules(checked([service, listing('board', { white: '9', mixed: '7' })], { sets }).held)).toContain(
      'key.categories cross-provider',
    );
    expect(
      rules(checked([service, listing('board', { white: '9', mixed: '3' })], { sets }).violated),
    ).toEqual(['key.categories cross-provider']);
  });

  test('a member listed beside its details means the rest', () => {
    const service = listing('fgc', { white: '9', mixed: '4', 'mixed-a': '3', Total: '16' });
    expect(checked([service, listing('board', { white: '9', mixed: '7' })], { sets }).violated).toEqual([]);
    expect(checked([service, listing('board', { white: '9', mixed: '6' })], { sets }).violated).toHaveLength(
      1,
    );
  });
});

describe('lists against a total in another table', () => {
  const member = (code: string) => ({ code, name: code, aliases: [], partOf: null });
  const sets = [{ code: 'area', name: 'Area', members: ['north', 'south', 'east'].map(member) }];
  const said = (period: string, total: string, values: Readonly<Record<string, string>>) =>
    aReturn({
      period,
      tables: [
        {
          lines: [
            ['', 'Number'],
            ['Referrals', total],
          ],
          relations: [],
          key: () => ({}),
        },
        {
          lines: [['', 'Number'], ...Object.entries(values)],
          relations: [],
          key: (row): Partial<QuantityKey> => ({ dims: { area: row } }),
        },
      ],
    });

  test('a complete list must come to it', () => {
    const found = checked([said('2020-21 Q1', '22', { north: '9', south: '8', east: '6' })], { sets });
    expect(rules(found.violated)).toEqual(['key.categories cross-table']);
  });

  test('a list that leaves some out may come to less but not to more', () => {
    const right = said('2020-21 Q1', '17', { north: '9', south: '8' });
    const short = checked([right, said('2020-21 Q2', '22', { north: '9', south: '8' })], { sets });
    expect(short.violated).toEqual([]);
    expect(short.notCheckable.map(({ why }) => why)).toContain('the list may leave some out');
    const over = checked([right, said('2020-21 Q2', '22', { north: '19', south: '8' })], { sets });
    expect(rules(over.violated)).toEqual(['key.categories cross-table']);
  });
});

describe('stability', () => {
  const returns = [
    aReturn({ provider: 'fgc', tables: [{ lines: changed(REFERRALS, 4, 4, '31') }] }),
    aReturn({ provider: 'pa', tables: [{ lines: changed(REFERRALS, 2, 1, '17') }] }),
    aReturn({ provider: 'board', period: '2020-21 Q2', tables: [{ lines: REFERRALS }] }),
  ];

  test('the order of the returns changes nothing', () => {
    const [a, b] = [checked(returns), checked([...returns].reverse())];
    expect(b.relations).toEqual(a.relations);
    expect(b.causes).toEqual(a.causes);
  });

  test('relation ids survive a new version of the file', () => {
    const ids = (sha256: string) =>
      checked([aReturn({ sha256, tables: [{ lines: REFERRALS }] })]).relations.map(({ id }) => id);
    expect(ids('second')).toEqual(ids('first'));
    expect(new Set(ids('first')).size).toBe(8);
  });
});
