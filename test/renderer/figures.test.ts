import { expect, test } from 'vitest';
import { namesOf } from '#renderer/queries/definition/names.ts';
import { ANY, compare, idAt, startFigures } from '#renderer/screens/figures/state.ts';
import { chartsOf } from '#renderer/screens/trends/charts.ts';
import { type TrendChoice, trendOf } from '#renderer/screens/trends/state.ts';
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
  beside: ANY,
};

test('a missing quarter is a gap, never a zero, and the largest series comes first', () => {
  const { periods, series } = trendOf(table, choice);
  expect([periods, series.map(({ code, values }) => [code, values])]).toEqual([
    ['2019-20 Q4', '2020-21 Q1', '2020-21 Q2'],
    [
      ['fgc', [62, null, 28]],
      ['pa', [null, null, 41]],
    ],
  ]);
});

test('a trend is drawn and described as in the pack, with the target of its year', () => {
  const definition = {
    ...defaultDefinition,
    targets: [{ measure: 'referrals', programme: 'fgc', year: '2020-21', value: 200 }],
  };
  const [drawn] = chartsOf(trendOf(table, choice), choice, 'Referrals', namesOf(definition));
  expect(drawn?.chart.alt).toBe(
    'Referrals. Family Group Conferences went from 62 in 2019-20 Q4 to 28 in 2020-21 Q2; Parenting Assessments was 41 in 2020-21 Q2. Unit: children.',
  );
  const own = { ...trendOf(table, choice), series: trendOf(table, choice).series.slice(0, 1) };
  const [single] = chartsOf(own, choice, 'Referrals', namesOf(definition));
  expect(single?.chart.series.at(-1)).toMatchObject({ name: 'Target', values: [null, 50, 50], dashed: true });
});
