/** Every printed form of a cell, and what it is read as. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatQuantity } from '#shared/quantity/format.ts';
import { asFraction, boundedCount, countOf, quantityOf } from '#shared/quantity/make.ts';
import type { PrintedCell } from '#shared/quantity/quantity.ts';
import { ratioIn, readCell } from '#shared/quantity/read.ts';

/** One line a cell: `main 5, share 0.31 ±0.01 percent; note`. */
function short(cell: PrintedCell): string {
  if (cell.kind !== 'quantities') return cell.kind;
  const parts = cell.quantities.map(({ role, quantity }) =>
    [
      role,
      String(quantity.value),
      quantity.step > 0 ? `±${quantity.step}` : '',
      quantity.unit ?? '',
      quantity.approximate ? 'approximate' : '',
      quantity.low !== quantity.high && quantity.step === 0 ? `${quantity.low}..${quantity.high}` : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  );
  return `${cell.nil ? 'nil ' : ''}${parts.join(', ')}${cell.note === null ? '' : `; ${cell.note}`}`;
}

function read(text: string): string {
  return short(readCell({ text, value: text }));
}

describe('counts', () => {
  test.each([
    ['37', 'main 37'],
    ['3,261', 'main 3261'],
    ['1 234', 'main 1234'],
    ['12\u00a0345', 'main 12345'],
    ['-5', 'main -5'],
    ['\u22125', 'main -5'],
    ['(67)', 'main -67'],
    ['2*', 'main 2; *'],
    ['36**', 'main 36; **'],
    ['45r', 'main 45; r'],
    ['12 [3]', 'main 12; [3]'],
    ['7FGCs', 'main 7; FGCs'],
    ['5 families', 'main 5 families'],
    ['21 Children', 'main 21 children'],
    ['89 nights', 'main 89 nights'],
  ])('%s reads %s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('two numbers in one cell', () => {
  test.each([
    ['5 (31%)', 'main 5, share 0.31 ±0.01 percent'],
    ['4 (19 %)', 'main 4, share 0.19 ±0.01 percent'],
    ['5 / 31%', 'main 5, share 0.31 ±0.01 percent'],
    ['(6) 35%', 'main 6, share 0.35 ±0.01 percent'],
    ['68.8% (126)', 'main 126, share 0.688 ±0.001 percent'],
    ['55.2% 483', 'main 483, share 0.552 ±0.001 percent'],
    ['12.5%(23)', 'main 23, share 0.125 ±0.001 percent'],
    ['31% (n=5)', 'main 5, share 0.31 ±0.01 percent'],
    ['7 (18)', 'main 7, second 18'],
    ['2* (1)', 'main 2, second 1; *'],
    ['13 (45 children)', 'main 13, second 45 children'],
    ['6 families/ 15 children', 'main 6 families, second 15 children'],
    ['67% (2:3)', 'main 0.67 ±0.01 percent; 2:3'],
  ])('%s reads %s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('money, decimals and percentages', () => {
  test.each([
    ['£160', 'main 160 ±1 GBP'],
    ['£160.00', 'main 160 ±0.01 GBP'],
    ['£1.2m', 'main 1200000 ±100000 GBP'],
    ['£ 1.2 million', 'main 1200000 ±100000 GBP'],
    ['£2,390k', 'main 2390000 ±1000 GBP'],
    ['(£67k)', 'main -67000 ±1000 GBP'],
    ['-£67k', 'main -67000 ±1000 GBP'],
    ['£-67k', 'main -67000 ±1000 GBP'],
    ['70p', 'main 0.7 ±0.01 GBP'],
    ['470k', 'main 470000 ±1000'],
    ['4.0', 'main 4 ±0.1'],
    ['+1.2', 'main 1.2 ±0.1'],
    ['1,234.5', 'main 1234.5 ±0.1'],
    ['81%', 'main 0.81 ±0.01 percent'],
    ['5.5%', 'main 0.055 ±0.001 percent'],
    ['2%*', 'main 0.02 ±0.01 percent; *'],
    ['50 per cent', 'main 0.5 ±0.01 percent'],
    ['37% Of target', 'main 0.37 ±0.01 percent; Of target'],
  ])('%s reads %s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('words beside a number', () => {
  test.each([
    ['1 (from EOC)', 'main 1; from EOC'],
    ['1 gone to CAN', 'main 1; gone to CAN'],
    ['3 (worker withdrew 2 and 1 moved on)', 'main 3; worker withdrew 2 and 1 moved on'],
    ['7 out of 10', 'main 7; out of 10'],
    ['around 50%', 'main 0.5 ±0.01 percent approximate; around'],
    ['~40', 'main 40 approximate; ~'],
    ['1.9+', 'main 1.9 ±0.1 approximate; +'],
    ['<5', 'main 0 0..4; <5'],
    ['5 or fewer', 'main 0 0..5; 5 or fewer'],
  ])('%s reads %s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('no number', () => {
  test.each(['-', '–', 'nil', 'None'])('%s is a stated zero', (text) =>
    expect(read(text)).toBe('nil main 0'),
  );

  test.each(['n/a', 'N/A', '..', 'c', '*', '[x]', '(NA)', 'tbc', 'not available'])(
    '%s is a stated absence',
    (text) => expect(read(text)).toBe('absent'),
  );

  test.each([
    ...['All', 'nine', '↓ CIN', 'LE1', 'A1 - White British', 'Q1', '2019-20', '2018/19 cases', 'Mar 21'],
    ...['Apr-21', '31/03/2020', '2020-06-30', '10:30', '2nd', '1A', 'LE1 4AB', '£000', "(£'000s)"],
  ])('%s is words, not a figure', (text) => expect(read(text)).toBe('words'));

  test.each([
    ...['2 CP/ 2 CIN/1 PLO', '1/3', '2-5', '3 or 4', '>10', '3m', '1,23', '12 18', '(12.5%)', '20%-30%'],
    ...['#DIV/0!', '####', '£100k funded by reserves, ends Mar 21', '↓ 5%', '1.234.567'],
  ])('%s is not read, and a reason is given', (text) => {
    const cell = readCell({ text, value: text });
    expect(cell.kind === 'unread' ? [cell.text, cell.why.length > 10] : cell).toEqual([text, true]);
  });

  test('a blank cell is blank, not zero', () => {
    expect(readCell({ text: ' ', value: ' ' })).toEqual({ kind: 'blank' });
  });
});

describe('numbers typed in a workbook', () => {
  test.each([
    ['31', 31, undefined, 'main 31'],
    ['3.1', 3.1, 'General', 'main 3.1 ±0.1'],
    ['0.083333333', 1 / 12, 'General', 'main 0.083333333333333 ±1e-13'],
    ['94%', 0.9399999999999999, '0%', 'main 0.94 ±0.01 percent'],
    ['£2,390k', 2390, '£#,##0"k"', 'main 2390000 ±1000 GBP'],
    ['(£67k)', -67, '£#,##0"k";(£#,##0"k")', 'main -67000 ±1000 GBP'],
    ['4', 3.7, '0', 'main 4 ±1'],
    ['4', 4, '0', 'main 4'],
    ['31/03/2020', 43921, 'dd/mm/yyyy', 'words'],
  ])('%s typed as %d with format %s reads %s', (text, value, format, expected) => {
    const input = format === undefined ? { text, value } : { text, value, format };
    expect(short(readCell(input))).toBe(expected);
  });
});

describe('quantities', () => {
  test('an interval is half a step wide on either side, and a count is a point', () => {
    expect(quantityOf(0.81, 0.01, 'percent', false)).toMatchObject({ low: 0.805, high: 0.815 });
    expect(countOf(7)).toMatchObject({ low: 7, high: 7, whole: true });
  });

  test('a plain number under a percentage heading becomes a fraction with its precision', () => {
    expect(asFraction(quantityOf(61.2, 0.1, null, false))).toMatchObject({
      value: 0.612,
      step: 0.001,
      unit: 'percent',
    });
    expect(asFraction(countOf(51))).toMatchObject({ value: 0.51, step: 0.01, unit: 'percent' });
  });

  test('bounds are shown as bounds', () => {
    expect(formatQuantity(boundedCount(0, 4))).toBe('<5');
  });

  test('a ratio in a note is found', () => {
    expect([ratioIn('2:3'), ratioIn('out of 12'), ratioIn('2 of 3'), ratioIn(null)]).toEqual([
      { part: 2, whole: 3 },
      null,
      { part: 2, whole: 3 },
      null,
    ]);
  });

  test('what is shown reads back as the same quantity', () => {
    const quantity = fc.oneof(
      fc.integer({ min: -99999, max: 9999999 }).map((value) => countOf(value)),
      fc.integer({ min: -5000, max: 99999 }).map((value) => quantityOf(value * 1000, 1000, 'GBP', false)),
      fc.integer({ min: 0, max: 2000 }).map((value) => quantityOf(value / 1000, 0.001, 'percent', false)),
      fc.integer({ min: 0, max: 200 }).map((value) => quantityOf(value / 100, 0.01, 'percent', false)),
      fc.integer({ min: -400, max: 9999 }).map((value) => quantityOf(value / 10, 0.1, null, false)),
    );
    fc.assert(
      fc.property(quantity, (one) => {
        const text = formatQuantity(one);
        const cell = readCell({ text, value: text });
        const back = cell.kind === 'quantities' ? cell.quantities[0]?.quantity : null;
        expect(back).toEqual(one.value === 0 ? { ...one, value: 0 } : one);
      }),
    );
  });

  test('no text makes the reader fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
        expect(['blank', 'absent', 'words', 'quantities', 'unread']).toContain(
          readCell({ text, value: text }).kind,
        );
      }),
    );
  });
});
