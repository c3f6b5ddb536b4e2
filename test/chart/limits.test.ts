/** Limits and intervals equal to worked examples in print. */
import { describe, expect, test } from 'vitest';
import { type Interval, representation, wilson } from '#shared/chart/interval.ts';
import { meanMovingRange, xmrLimits } from '#shared/chart/limits.ts';
import { meanInterval } from '#shared/chart/mean.ts';
import { readPoints } from '#shared/chart/read.ts';
import type { Reading } from '#shared/chart/reading.ts';

const ends = ({ method, lower, centre, upper }: Reading, places: number) => ({
  method,
  lower: lower.at(-1)?.toFixed(places),
  centre: centre.at(-1)?.toFixed(places),
  upper: upper.at(-1)?.toFixed(places),
});

describe('control limits', () => {
  test('XmR: mortgage loan costs, Montgomery, Introduction to Statistical Quality Control, 7th edition, example 6.5', () => {
    const values = [
      310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299, 314, 295, 293, 306, 301, 304,
    ];
    const reading = readPoints({ values, nature: 'measure' });
    expect(meanMovingRange(values).toFixed(2)).toBe('7.79');
    // The book has 279.78, 300.5 and 321.22, with 3/1.128 where the guides print 2.66.
    expect(ends(reading, 1)).toEqual({ method: 'xmr', lower: '279.8', centre: '300.5', upper: '321.2' });
    expect(reading.signals).toEqual([]);
  });

  test('XmR: batch averages, NIST/SEMATECH e-Handbook 6.3.2.2', () => {
    const ten = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
    expect(meanMovingRange(ten).toFixed(4)).toBe('1.8778');
    const { centre, reach } = xmrLimits(
      ten.map((value, at) => ({ at, value })),
      [0, Number.POSITIVE_INFINITY],
    );
    // The handbook has 45.8159 and 55.8041, with 3/1.128 where the guides print 2.66.
    expect([centre - reach(0), centre, centre + reach(0)].map((value) => value.toFixed(2))).toEqual([
      '45.82',
      '50.81',
      '55.80',
    ]);
  });

  test('c: wafer defects, NIST/SEMATECH e-Handbook 6.3.3.1', () => {
    const values = [
      16, 14, 28, 16, 12, 20, 10, 12, 10, 17, 19, 17, 14, 16, 15, 13, 14, 16, 11, 20, 11, 19, 16, 31, 13,
    ];
    const reading = readPoints({ values, nature: 'count' });
    expect(ends(reading, 0)).toEqual({ method: 'c', lower: '4', centre: '16', upper: '28' });
    expect(reading.signals).toEqual([{ rule: 'outside', from: 23, to: 23, way: 'up' }]);
  });

  test('p: nonconforming cans, Montgomery example 7.1, as NIST/SEMATECH e-Handbook 6.3.3.2', () => {
    const counts = [
      12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9,
      6,
    ];
    const values = counts.map((count) => count / 50);
    const reading = readPoints({ values, nature: 'share', wholes: counts.map(() => 50) });
    expect(ends(reading, 4)).toEqual({ method: 'p', lower: '0.0524', centre: '0.2313', upper: '0.4102' });
    expect(reading.signals.filter(({ rule }) => rule === 'outside').map(({ from }) => from + 1)).toEqual([
      15, 23,
    ]);
  });

  test('limits never fall below zero for what cannot, and reach beyond it for what can', () => {
    const small = [1, 4, 0, 3, 2, 5, 1, 0, 4, 2, 3, 1];
    expect(readPoints({ values: small, nature: 'count' }).lower[0]).toBe(0);
    const net = [-40, 10, -5, 30, -20, 15, -35, 25, 5, -10, 20, -15];
    expect(readPoints({ values: net, nature: 'measure' }).lower[0]).toBeLessThan(-40);
  });

  test('counts that spread more than Poisson have limits from their own ranges', () => {
    const values = [2, 19, 1, 18, 3, 17, 2, 20, 1, 16, 4, 19];
    expect(readPoints({ values, nature: 'count' }).method).toBe('xmr');
  });
});

const said = (interval: Interval | null) => interval && [interval.low.toFixed(4), interval.high.toFixed(4)];

describe('intervals', () => {
  test.each([
    [81, 263, ['0.2553', '0.3662']],
    [15, 148, ['0.0624', '0.1605']],
    [0, 20, ['0.0000', '0.1611']],
    [1, 29, ['0.0061', '0.1718']],
  ])(
    'Wilson, %i of %i: Newcombe 1998, Statistics in Medicine 17, 857, table I, method 3',
    (count, whole, expected) => {
      expect(said(wilson(count, whole))).toEqual(expected);
    },
  );

  test('an index is one share over another, its interval the first share’s over the second', () => {
    const found = representation(81, 263, 200, 1000);
    expect(
      found && {
        index: found.index.toFixed(3),
        low: found.low.toFixed(3),
        high: found.high.toFixed(3),
        few: found.few,
      },
    ).toEqual({
      index: '1.540',
      low: '1.276',
      high: '1.831',
      few: false,
    });
  });

  test('a group of few is told as few, and one the population has none of has no index', () => {
    expect(representation(2, 40, 30, 1000)?.few).toBe(true);
    expect(representation(6, 40, 20, 1000)?.few).toBe(true);
    expect(representation(6, 40, 0, 1000)).toBeNull();
    expect(wilson(5, 4)).toBeNull();
  });

  test('mean of paired differences: the ten of Student 1908 on additional sleep, 1.58 hours, 0.70 to 2.46', () => {
    const found = meanInterval([1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4]);
    expect([found.mean, found.low, found.high].map((value) => value?.toFixed(2))).toEqual([
      '1.58',
      '0.70',
      '2.46',
    ]);
  });
});
