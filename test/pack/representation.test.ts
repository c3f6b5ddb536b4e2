/** The charted appendices: representation, categories, before and after; what of them a public edition may show. */
import { describe, expect, test } from 'vitest';
import { keyText, type QuantityKey } from '#shared/assertion/assertion.ts';
import { defaultDefinition } from '#shared/definition/default/index.ts';
import { bareChart, unrankedRows } from '#shared/edition/bare.ts';
import type { Figure } from '#shared/figure/figure.ts';
import { chartBlocks } from '#shared/pack/charts.ts';
import type { Block, PackChart, PackTable } from '#shared/pack/document.ts';
import type { PackInput } from '#shared/pack/input.ts';

const PERIOD = '2021-22 Q2';

function figure(measure: string, value: number, key: Partial<QuantityKey>): Figure {
  return {
    key: { measure, programme: null, period: PERIOD, aspect: 'value', unit: 'children', dims: {}, ...key },
    quantity: { value, step: 0, low: value, high: value, whole: true, unit: null, approximate: false },
    status: 'stated',
    sources: [],
    assertions: [],
    decisions: [],
    findings: [],
  };
}

function blocksOf(charts: PackInput['definition']['sections'][number]['charts'], figures: readonly Figure[]) {
  const section = { code: 's', title: 'S', programmes: [], tables: [], charts, appendix: true, exempt: null };
  const coverage = { held: 0, violated: 0, notCheckable: [] };
  return chartBlocks(section, {
    definition: defaultDefinition,
    period: PERIOD,
    figures,
    returns: [],
    findings: [],
    decisions: [],
    coverage,
    narrative: {},
    front: {},
  });
}

const charts = (blocks: readonly Block[]) =>
  blocks.filter((block): block is PackChart => block.kind === 'chart');
const tables = (blocks: readonly Block[]) =>
  blocks.filter((block): block is PackTable => block.kind === 'table');

const group = (ethnicity: string) => ({ dims: { ethnicity } });

describe('representation', () => {
  const request = {
    kind: 'representation' as const,
    title: 'Representation',
    measure: 'referrals',
    programmes: ['fgc'],
    set: 'ethnicity',
    comparators: ['caseload-in-need'],
  };
  const served = (ethnicity: string, value: number) =>
    figure('referrals', value, { programme: 'fgc', ...group(ethnicity) });
  const people = (ethnicity: string, value: number) =>
    figure('caseload-in-need', value, { unit: 'people', ...group(ethnicity) });
  const plain = [
    served('white-british', 60),
    served('dual-heritage', 10),
    served('not-known', 5),
    people('white-british', 300),
    people('dual-heritage', 200),
    people('not-known', 40),
  ];

  test('one share over the other, without those of whom it is not known', () => {
    const [table] = tables(blocksOf([request], plain));
    expect(table?.rows.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)])).toEqual([
      ['White British', '60', '85.7%', '300', '60.0%', '1.43', '1.26 to 1.53', 'more than expected'],
      ['Dual Heritage', '10', '14.3%', '200', '40.0%', '0.36', '0.20 to 0.61', 'fewer than expected'],
    ]);
    expect(charts(blocksOf([request], plain))[0]?.message).toBe(
      'White British over-represented, Dual Heritage under-represented',
    );
  });

  test('what was worked out names every figure it rests on, so that it goes with any of them', () => {
    const [table] = tables(blocksOf([request], plain));
    const keys = [0, 1, 3, 4].map((i) => (plain[i] ? keyText(plain[i].key) : ''));
    expect([...new Set(table?.rows[0]?.cells[4]?.rests)].sort()).toEqual(keys.sort());
    expect(table?.boardOnly).toBeUndefined();
  });

  test('finer groups are put together to those of the coarser source; such a table stays with the board', () => {
    const figures = [
      ...plain.filter(({ key }) => key.measure !== 'caseload-in-need'),
      people('white-british', 300),
      people('mixed-white-asian', 50),
      people('mixed-other', 150),
    ];
    const [table] = tables(blocksOf([request], figures));
    expect(table?.rows[1]?.cells.map(({ text }) => text)[2]).toBe('200');
    expect(table?.boardOnly).toBe(true);
  });
});

describe('categories', () => {
  const request = {
    kind: 'categories' as const,
    title: 'Referrals by postcode',
    measure: 'referrals',
    programmes: ['fgc'],
    set: 'ethnicity',
  };
  const figures = [
    figure('referrals', 3, { programme: 'fgc', ...group('white-british') }),
    figure('referrals', 30, { programme: 'fgc', ...group('asian-indian') }),
    figure('referrals', 12, { programme: 'fgc', ...group('other') }),
  ];

  test('the largest come first, and the alternative text says so', () => {
    const [chart] = charts(blocksOf([request], figures));
    expect([chart?.labels, chart?.alt]).toEqual([
      ['Asian Indian', 'Other', 'White British'],
      'Referrals by postcode: Family Group Conferences, 2021-22 Q2. Largest: Asian Indian 30, Other 12, White British 3. 3 categories.',
    ]);
  });

  test('an edition has them by name: their rank would bound what is withheld', () => {
    const blocks = blocksOf([request], figures);
    const [chart] = charts(blocks).map(bareChart);
    const [table] = tables(blocks);
    expect([
      chart?.labels,
      chart?.series[0]?.values,
      table && unrankedRows(table).map(({ label }) => label),
    ]).toEqual([
      ['Asian Indian', 'Other', 'White British'],
      [30, 12, 3],
      ['Asian Indian', 'Other', 'White British'],
    ]);
    const other = figures.map((one, i) => (i === 0 ? figure('referrals', 99, one.key) : one));
    expect(charts(blocksOf([request], other))[0]?.labels[0]).toBe('White British');
    expect(charts(blocksOf([request], other)).map(bareChart)[0]?.labels).toEqual(chart?.labels);
  });
});

describe('before and after', () => {
  const score = (name: string, stage: string, value: number) =>
    figure('sos-score', value, {
      programme: 'fgc',
      unit: 'score',
      period: '2021-22 Q1',
      dims: { case: name, stage },
    });
  const figures = [
    ...[2, 4, 5, 3].map((value, i) => score(`c${i}`, 'before', value)),
    ...[6, 4, 8, 2].map((value, i) => score(`c${i}`, 'after', value)),
    score('alone', 'before', 9),
  ];
  const request = {
    kind: 'before-after' as const,
    title: 'Scores',
    measure: 'sos-score',
    programmes: ['fgc'],
    set: 'stage',
    before: 'before',
    after: 'after',
  };

  test('cases with both scores are counted at each score, and the mean change is told with its interval', () => {
    const blocks = blocksOf([request], figures);
    const [chart] = charts(blocks);
    const [table] = tables(blocks);
    expect([chart?.labels, chart?.series.map(({ values }) => values), chart?.message]).toEqual([
      ['2', '3', '4', '5', '6', '7', '8'],
      [
        [1, 1, 1, 1, 0, 0, 0],
        [1, 0, 1, 0, 1, 0, 1],
      ],
      'mean change +1.5 in 4 cases',
    ]);
    expect(table?.rows.map(({ label, cells }) => [label, cells[0]?.text])).toEqual([
      ['Cases with both scores', '4'],
      ['Went up', '2'],
      ['Stayed the same', '1'],
      ['Went down', '1'],
      ['Mean, At referral', '3.5'],
      ['Mean, Three months on', '5.0'],
      ['Mean change', '+1.5'],
      ['95% interval of the mean change', '−2.3 to +5.3'],
    ]);
  });

  test('neither chart nor table is fit for a public edition', () => {
    const blocks = blocksOf([request], figures);
    expect(tables(blocks).map(({ boardOnly }) => boardOnly)).toEqual([true]);
    expect(charts(blocks).flatMap(({ series }) => series.map(({ keys }) => keys))).toEqual([
      undefined,
      undefined,
    ]);
  });
});
