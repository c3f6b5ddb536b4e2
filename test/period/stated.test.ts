import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePeriod, previousQuarter } from '#shared/period/period.ts';
import {
  monthInPreviousQuarter,
  resolveRelative,
  resolveStated,
  yearOnAxis,
} from '#shared/period/resolve.ts';
import { statedPeriods } from '#shared/period/stated.ts';

const inQ2 = (text: string) => statedPeriods(text).map((stated) => resolveStated(stated, '2020-21 Q2'));

describe('periods as people write them, in a return for 2020-21 Q2', () => {
  test.each([
    ['Period 6 2020/21', ['2020-21 Q2']],
    ['April – June 2020', ['2020-21 Q1']],
    ['Jul - Sept 2020', ['2020-21 Q2']],
    ['January to March 2021', ['2020-21 Q4']],
    ['Q2 2020-21', ['2020-21 Q2']],
    ['2020/21 Quarter 2', ['2020-21 Q2']],
    ['Quarter Two 2020-21', ['2020-21 Q2']],
    ['second quarter of 2020-2021', ['2020-21 Q2']],
    ['Exits between 1 st April 20 and 30 th June 2020', ['2020-21 Q1']],
    ['01/07/2020 to 30/09/2020', ['2020-21 Q2']],
    ['Apr-20', ['Apr 2020']],
    ['September', ['Sep 2020']],
    ['March', ['Mar 2020']],
    ['Q4', ['2019-20 Q4']],
    ['Q1 and Q2', ['2020-21 YTD Q2']],
    ['Q 1 & 2', ['2020-21 YTD Q2']],
    ['April to September 2020', ['2020-21 YTD Q2']],
    ['2018/19 cases', ['2018-19']],
    ['2020/21 YTD', ['2020-21 YTD Q2']],
    ['this year', ['2020-21 YTD Q2']],
    ['Previous Quarter', ['2020-21 Q1']],
    ['last year', ['2019-20']],
    ['Contract to date', ['to 2020-21 Q2']],
    ['Children in need', []],
    ['Families may attend', []],
    ['Table 12: 2020 in 37 pictures', []],
    ['2020/22', []],
  ])('%s', (text, periods) => {
    expect(inQ2(text)).toEqual(periods);
  });

  test('a year not over is a year to date on a yearly axis', () => {
    expect([
      yearOnAxis(2019, '2020-21 Q2'),
      yearOnAxis(2020, '2020-21 Q2'),
      yearOnAxis(2020, '2020-21 Q4'),
    ]).toEqual(['2019-20', '2020-21 YTD Q2', '2020-21']);
  });

  test('what is resolved is always a canonical period', () => {
    const quarter = fc
      .tuple(fc.integer({ min: 2000, max: 2090 }), fc.integer({ min: 1, max: 4 }))
      .map(([year, n]) => `${year}-${String((year + 1) % 100).padStart(2, '0')} Q${n}`);
    const relative = fc.constantFrom(
      'quarter',
      'previous-quarter',
      'year',
      'previous-year',
      'ytd',
      'to-date',
    );
    fc.assert(
      fc.property(quarter, relative, fc.integer({ min: 1, max: 12 }), (name, kind, month) => {
        expect(parsePeriod(resolveRelative(kind, name))).not.toBeNull();
        const at = resolveStated({ kind: 'month', month, year: null }, name);
        expect(parsePeriod(at)).toMatchObject({ kind: 'month', month });
        expect(parsePeriod(monthInPreviousQuarter(at))).not.toBeNull();
      }),
    );
  });

  test('the previous quarter of a month is the quarter before', () => {
    expect(monthInPreviousQuarter('Apr 2020')).toBe('Jan 2020');
    expect(monthInPreviousQuarter('Feb 2021')).toBe('Nov 2020');
    expect(previousQuarter('2020-21 Q1')).toBe('2019-20 Q4');
  });
});
