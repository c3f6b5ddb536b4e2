/** Units and scales that headings give to the plain numbers below them. */
import { describe, expect, test } from 'vitest';
import { countOf } from '#shared/quantity/make.ts';
import { readCell } from '#shared/quantity/read.ts';
import { recogniseTables } from '#shared/table/recognise.ts';
import { rescaled, scaleOf } from '#shared/table/scale.ts';
import { gridFrom, rowsOf } from '#test/helpers/grid.ts';

describe('a label states unit and scale', () => {
  test.each([
    ['£000', { unit: 'GBP', factor: 1000 }],
    ["£'000s", { unit: 'GBP', factor: 1000 }],
    ['Savings £k', { unit: 'GBP', factor: 1000 }],
    ['Spend (£m)', { unit: 'GBP', factor: 1e6 }],
    ['Cost (£ million)', { unit: 'GBP', factor: 1e6 }],
    ['£', { unit: 'GBP', factor: 1 }],
    ['Annual cost (£)', { unit: 'GBP', factor: 1 }],
    ['%', { unit: 'percent', factor: 0.01 }],
    ['Percentage', { unit: 'percent', factor: 0.01 }],
    ['Closed (%)', { unit: 'percent', factor: 0.01 }],
    ['Population (thousands)', { unit: null, factor: 1000 }],
    ['No.', { unit: null, factor: 1 }],
    ['Number of families', { unit: null, factor: 1 }],
    ['Gross savings', null],
    ['Under £1m', null],
    ['2019-20', null],
  ])('%s', (label, scale) => {
    expect(scaleOf([label], null)).toEqual(scale);
  });

  test('the innermost label goes before the outer ones, and any label before the caption', () => {
    expect(scaleOf(['£000', '%'], null)).toEqual({ unit: 'percent', factor: 0.01 });
    expect(scaleOf(['Savings', 'No.'], 'Savings in £000')).toEqual({ unit: null, factor: 1 });
    expect(scaleOf(['Savings', '2020'], 'Savings in £000')).toEqual({ unit: 'GBP', factor: 1000 });
    expect(scaleOf(['Savings', '2020'], 'Savings by year')).toBeNull();
  });
});

test('a scaled quantity keeps the precision it was printed to', () => {
  expect(rescaled(countOf(2390), { unit: 'GBP', factor: 1000 })).toEqual({
    value: 2_390_000,
    step: 1000,
    low: 2_389_500,
    high: 2_390_500,
    unit: 'GBP',
    whole: false,
    approximate: false,
  });
});

interface Read {
  readonly text: string;
  readonly value: number | null;
  readonly step: number | null;
  readonly unit: string | null;
}

/** The first quantity of every filled body cell, by address. */
function values(rows: string, caption?: string): Readonly<Record<string, Read>> {
  const grid = gridFrom(rowsOf(rows), caption === undefined ? {} : { caption });
  const body = recogniseTables(grid).flatMap((table) => table.body);
  return Object.fromEntries(
    body.flatMap((cell) => {
      const { printed } = cell;
      if (printed.kind !== 'quantities') return [];
      const [one] = printed.quantities;
      return one
        ? [
            [
              cell.address,
              { text: one.text, value: one.quantity.value, step: one.quantity.step, unit: one.quantity.unit },
            ],
          ]
        : [];
    }),
  );
}

const pounds = (text: string, value: number, step: number): Read => ({ text, value, step, unit: 'GBP' });
const share = (text: string, value: number, step: number): Read => ({ text, value, step, unit: 'percent' });
const count = (text: string, value: number): Read => ({ text, value, step: 0, unit: null });

test('a row of units under the headings sets each column apart', () => {
  const found = values(`
 | Families | Saved | Share | Cost
 | No. | £000 | % | £
North | 12 | 2,390 | 61.2 | 1,250.50
South | 9 | 1,510.5 | 38.8 | 980`);
  expect(found).toEqual({
    B3: count('12', 12),
    C3: pounds('2,390', 2_390_000, 1000),
    D3: share('61.2', 0.612, 0.001),
    E3: pounds('1,250.50', 1250.5, 0.01),
    B4: count('9', 9),
    C4: pounds('1,510.5', 1_510_500, 100),
    D4: share('38.8', 0.388, 0.001),
    E4: pounds('980', 980, 1),
  });
});

test('a caption speaks for the lines that do not say otherwise, and never for what prints its own scale', () => {
  const found = values(
    `
Measure | 2019-20 | 2020-21
Gross savings | 8,804 | £9.1m
Number of families | 77 | 67
Success rate | 81% | 79%
Grant | - | 12`,
    'Table 3: Savings and families (£000)',
  );
  expect(found).toEqual({
    B2: pounds('8,804', 8_804_000, 1000),
    C2: pounds('£9.1m', 9_100_000, 100_000),
    B3: count('77', 77),
    C3: count('67', 67),
    B4: share('81%', 0.81, 0.01),
    C4: share('79%', 0.79, 0.01),
    B5: pounds('-', 0, 0),
    C5: pounds('12', 12_000, 1000),
  });
});

test('the heading over the labels speaks for the table', () => {
  const found = values(`
£m | Budget | Actual
Staff | 4.10 | 4.02
Premises | 0.96 | 1.01`);
  expect(found).toEqual({
    B2: pounds('4.10', 4_100_000, 10_000),
    C2: pounds('4.02', 4_020_000, 10_000),
    B3: pounds('0.96', 960_000, 10_000),
    C3: pounds('1.01', 1_010_000, 10_000),
  });
});

test('counts with their share beside them are no percentages, and shares of one are fractions already', () => {
  const found = values(`
Status | Number (%) | Share
Home | 45 (75%) | 0.75
Care | 15 (25%) | 0.25
Total | 60 (100%) | 1`);
  expect(found).toEqual({
    B2: count('45', 45),
    C2: share('0.75', 0.75, 0.01),
    B3: count('15', 15),
    C3: share('0.25', 0.25, 0.01),
    B4: count('60', 60),
    C4: share('1', 1, 0),
  });
});

test('a number without the sign among numbers that print it is no percentage, however small', () => {
  const found = values(`
Stage | Wellbeing | Confidence
Better | 71% | 92%
Worse | 29% | 8%
Average change | +1.3 | +0.6`);
  expect(found).toEqual({
    B2: share('71%', 0.71, 0.01),
    C2: share('92%', 0.92, 0.01),
    B3: share('29%', 0.29, 0.01),
    C3: share('8%', 0.08, 0.01),
    B4: { text: '+1.3', value: 1.3, step: 0.1, unit: null },
    C4: { text: '+0.6', value: 0.6, step: 0.1, unit: null },
  });
});

test('rounded thousands may be off by their rounding in a total, and no more', () => {
  const [table] = recogniseTables(
    gridFrom(
      rowsOf(`
Item | 2019 | 2020
 | £000 | £000
Staff | 124 | 131
Premises | 36 | 33
Other | 18 | 20
Total | 177 | 190`),
    ),
  );
  expect(table?.relations.map(({ result, held }) => [result, held])).toEqual([
    ['B6', true],
    ['C6', false],
  ]);
});

test('what a cell says in words is left as it is', () => {
  expect(rescaledText('<5')).toEqual(readCell({ text: '<5', value: '<5' }));
});

function rescaledText(text: string) {
  const [table] = recogniseTables(gridFrom(rowsOf(`Ward | %\nAbbey | ${text}\nCastle | 12`)));
  return table?.body.find((cell) => cell.address === 'B2')?.printed;
}
