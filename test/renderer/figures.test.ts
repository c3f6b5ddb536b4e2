import { expect, test } from 'vitest';
import { ANY, compare, idAt, startFigures } from '#renderer/screens/figures/state.ts';
import { altText, type TrendChoice, targetFor, trendOf } from '#renderer/screens/trends/state.ts';
import { defaultDefinition } from '#shared/definition/default/index.ts';
import type { Figure } from '#shared/figure/figure.ts';
import { figureTable } from '#shared/figure/rows.ts';
import { countOf } from '#shared/quantity/make.ts';

function figure(
  period: string,
  value: number,
  dims: Record<string, string> = {},
  programme: string | null = 'fgc',
): Figure {
  return {
    key: { measure: 'referrals', programme, period, aspect: 'value', unit: 'children', dims },
    quantity: countOf(value, 'children'),
    status: 'stated',
    sources: [],
    assertions: [],
    decisions: [],
    findings: [],
  };
}

const table = figureTable([
  figure('2020-21 Q2', 28),
  figure('2019-20 Q4', 62),
  figure('2020-21 Q1', 7, { source: 'cp' }),
  figure('2020-21', 120),
  figure('2020-21 Q2', 41, {}, 'pa'),
]);
const words = (row: number) => `row ${row}`;

test('the same thing in two quarters is one line, its periods in order of time', () => {
  const { rows, periods } = compare(table, startFigures, words);
  expect(periods).toEqual(['2019-20 Q4', '2020-21 Q1', '2020-21 Q2']);
  expect(rows.map(({ at }) => Object.fromEntries(at))).toEqual([
    { '2019-20 Q4': 1, '2020-21 Q2': 0 },
    { '2020-21 Q1': 2 },
    { '2020-21 Q2': 4 },
  ]);
});

test('years and quarters never share a line', () => {
  expect(compare(table, { ...startFigures, kind: 'year' }, words).periods).toEqual(['2020-21']);
});

test('filters by programme and by words', () => {
  expect(compare(table, { ...startFigures, programme: 'pa' }, words).rows).toHaveLength(1);
  expect(compare(table, { ...startFigures, search: 'row 2' }, words).rows).toHaveLength(1);
});

test('a figure is asked for by the text of its key', () => {
  expect(idAt(table, 2)).toBe('referrals|fgc|2020-21 Q1|value|children|source=cp');
});

const choice: TrendChoice = {
  measure: 'referrals',
  unit: 'children',
  by: 'programme',
  programme: ANY,
  kind: 'quarter',
  type: 'line',
};

test('a missing quarter is a gap, never a zero, and the largest series comes first', () => {
  const trend = trendOf(table, choice);
  expect(trend.series.map(({ code, values }) => [code, values])).toEqual([
    ['fgc', [62, 28]],
    ['pa', [null, 41]],
  ]);
});

test('the alternative text says from what to what', () => {
  expect(altText('Referrals', trendOf(table, choice), (code) => code.toUpperCase())).toBe(
    'Referrals, 2019-20 Q4 to 2020-21 Q2. FGC: from 62 in 2019-20 Q4 to 28 in 2020-21 Q2; PA: 41 in 2020-21 Q2.',
  );
});

test('a target holds for the quarters of its year alone', () => {
  const definition = {
    ...defaultDefinition,
    targets: [{ measure: 'm', programme: 'p', year: '2020-21', value: 5 }],
  };
  expect(targetFor(definition, 'm', 'p', ['2019-20 Q4', '2020-21 Q1'])).toEqual([null, 5]);
});
