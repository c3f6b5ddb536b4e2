/** Percentages, differences and running totals, in layouts no sample has. */
import { expect, test } from 'vitest';
import { recogniseTables, uncoveredNumbers } from '#shared/table/recognise.ts';
import { gridFrom, rowsOf } from '#test/helpers/grid.ts';
import { shapeText } from '#test/helpers/shape.ts';

const LAYOUTS: readonly {
  readonly name: string;
  readonly rows: string;
  readonly tables: readonly string[];
}[] = [
  {
    name: 'nil is zero and a spaced percentage is read',
    rows: `
Outcome | Number | %
Improved | 23 | 46 %
Same | 17 | 34 %
Worse | nil | 0 %
Not known | 10 | 20 %
Total | 50 | 100 %`,
    tables: [
      'A1:C6 no caption, matrix, headers 1, labels 0; C2 = B2 / B6; C3 = B3 / B6; C4 = B4 / B6; C5 = B5 / B6; B6 = B2 + B3 + B4 + B5; C6 = C2 + C3 + C4 + C5',
    ],
  },
  {
    name: 'a percentage beside each count, in groups',
    rows: `
Ethnicity | Quarter 1 | | Quarter 2 |
 | No. | % | No. | %
White | 45 | 56% | 50 | 61%
Mixed | 12 | 15% | 9 | 11%
Asian | 15 | 19% | 17 | 21%
Black | 8 | 10% | 6 | 7%
Total | 80 | 100% | 82 | 100%`,
    tables: [
      'A1:E7 no caption, matrix, headers 2, labels 0; C3 = B3 / B7; C4 = B4 / B7; C5 = B5 / B7; C6 = B6 / B7; E3 = D3 / D7; E4 = D4 / D7; E5 = D5 / D7; E6 = D6 / D7; B7 = B3 + B4 + B5 + B6; C7 = C3 + C4 + C5 + C6; D7 = D3 + D4 + D5 + D6; E7 = E3 + E4 + E5 + E6',
    ],
  },
  {
    name: 'a row of differences on the year before',
    rows: `
Period | Referrals | Closures
2018-19 | 412 | 398
2019-20 | 455 | 420
2020-21 | 438 | 441
Difference on year before | -17 | 21`,
    tables: ['A1:C5 no caption, matrix, headers 1, labels 0; B5 = B4 - B3; C5 = C4 - C3'],
  },
  {
    name: 'a row of percentages under a row of counts',
    rows: `
 | Improved | Same | Worse | Total
Number | 24 | 11 | 5 | 40
Percentage | 60% | 28% | 13% | 100%`,
    tables: [
      'A1:E3 no caption, matrix, headers 1, labels 0; E2 = B2 + C2 + D2; E3 = B3 + C3 + D3; B3 = B2 / E2; C3 = C2 / E2; D3 = D2 / E2',
    ],
  },
  {
    name: 'change between two years under grouped headings',
    rows: `
Children in need by period
 | 2018/19 | | 2019/20 | | Year on year change |
 | No. | % | No. | % | No. | %
Referrals | 412 | 100% | 455 | 100% | 43 | 10%
Assessed | 388 | 94% | 401 | 88% | 13 | 3%
No further action | 24 | 6% | 54 | 12% | 30 | 125%`,
    tables: [
      'A2:G6 "Children in need by period", matrix, headers 2, labels 0; F4 = D4 - B4; F5 = D5 - B5; F6 = D6 - B6; C5 = B5 / B4; C6 = B6 / B4; E5 = D5 / D4; E6 = D6 / D4; G4 = F4 / B4; G5 = F5 / B5; G6 = F6 / B6; B4 = B5 + B6; C4 = C5 + C6; D4 = D5 + D6; E4 = E5 + E6; F4 = F5 + F6',
    ],
  },
  {
    name: 'changes of scores with one decimal',
    rows: `
Outcome star: first and last readings
Domain | First reading | Last reading | Change | Moved up | Same | Moved down
Physical health | 5.2 | 6.1 | 0.9 | 55% | 30% | 15%
Wellbeing | 4.1 | 6.0 | 1.9 | 70% | 20% | 10%
Boundaries | 4.8 | 5.5 | 0.6 | 45% | 40% | 15%`,
    tables: [
      'A2:G5 "Outcome star: first and last readings", matrix, headers 1, labels 0; D3 = C3 - B3; D4 = C4 - B4; D5 = C5 - B5',
    ],
  },
  {
    name: 'year to date, of which, and a percentage row below',
    rows: `
Complaints | Q1 | Q2 | Q3 | Q4 | Year to date
Stage 1 | 12 | 9 | 14 | 11 | 46
Stage 2 | 3 | 2 | 4 | 1 | 10
Ombudsman | 1 | 0 | 0 | 1 | 2
Total | 16 | 11 | 18 | 13 | 58
of which upheld | 5 | 4 | 6 | 3 | 18
% upheld | 31% | 36% | 33% | 23% | 31%`,
    tables: [
      'A1:F7 no caption, matrix, headers 1, labels 0; F2 = B2 + C2 + D2 + E2; F3 = B3 + C3 + D3 + E3; F4 = B4 + C4 + D4 + E4; F5 = B5 + C5 + D5 + E5; F6 = B6 + C6 + D6 + E6; B5 = B2 + B3 + B4; C5 = C2 + C3 + C4; D5 = D2 + D3 + D4; E5 = E2 + E3 + E4; F5 = F2 + F3 + F4; B7 = B6 / B5; C7 = C6 / C5; D7 = D6 / D5; E7 = E6 / E5; F7 = F6 / F5',
    ],
  },
  {
    name: 'numbers first, labels last',
    rows: `
Number | Percentage | Reason
12 | 40% | Neglect
9 | 30% | Domestic abuse
6 | 20% | Parental mental health
3 | 10% | Other
30 | 100% | Total`,
    tables: [
      'A1:C6 no caption, matrix, headers 1, labels 2; B2 = A2 / A6; B3 = A3 / A6; B4 = A4 / A6; B5 = A5 / A6; A6 = A2 + A3 + A4 + A5; B6 = B2 + B3 + B4 + B5',
    ],
  },
  {
    name: 'shares written as decimals',
    rows: `
Status at end | Number of children | Share of children
Home | 45 | 0.75
Kin | 9 | 0.15
Care | 6 | 0.1
Total | 60 | 1`,
    tables: [
      'A1:C5 no caption, matrix, headers 1, labels 0; C2 = B2 / B5; C3 = B3 / B5; C4 = B4 / B5; B5 = B2 + B3 + B4; C5 = C2 + C3 + C4',
    ],
  },
  {
    name: 'net is gross less income, and variance is actual less budget',
    rows: `
£k | Budget | Actual | Variance
Staff | £410k | £402k | -£8k
Premises | £96k | £101k | £5k
Supplies | £33k | £30k | -£3k
Gross expenditure | £539k | £533k | -£6k
Grant income | £120k | £125k | £5k
Net expenditure | £419k | £408k | -£11k`,
    tables: [
      'A1:D7 no caption, matrix, headers 1, labels 0; D2 = C2 - B2; D3 = C3 - B3; D4 = C4 - B4; D5 = C5 - B5; D6 = C6 - B6; D7 = C7 - B7; B7 = B5 - B6; C7 = C5 - C6; D7 = D5 - D6; B5 = B2 + B3 + B4; C5 = C2 + C3 + C4; D5 = D2 + D3 + D4',
    ],
  },
  {
    name: 'a wrong gross figure breaks its sum and its difference',
    rows: `
Savings | 2018/19 | 2019/20 | 2020/21
Year 1 | 2,390 | 1,744 | 1,274
Year 2 | 4,402 | 4,116 | 1,506
Year 3 | 2,012 | 2,371 | 232
Gross savings | 8,804 | 8,231 | 3,112
Less cost of service | 708 | 650 | 708
Net savings | 8,096 | 7,581 | 2,304
Families | 77 | 67 | 16
Saving per family | 105 | 113 | 144`,
    tables: [
      'A1:D9 no caption, matrix, headers 1, labels 0; B7 = B5 - B6; C7 = C5 - C6; D7 = D5 - D6 BROKEN; B5 = B2 + B3 + B4; C5 = C2 + C3 + C4; D5 = D2 + D3 + D4 BROKEN',
    ],
  },
  {
    name: 'a running total',
    rows: `
Month | New | Cumulative
Apr | 12 | 12
May | 15 | 27
Jun | 11 | 38
Jul | 17 | 55`,
    tables: ['A1:C5 no caption, matrix, headers 1, labels 0; C3 = C2 + B3; C4 = C3 + B4; C5 = C4 + B5'],
  },
  {
    name: 'suppressed cells are not zero, and <5 is at most four',
    rows: `
Ward | White | Asian | Black | Total
Abbey | 12 | c | c | 17
Castle | 22 | 9 | <5 | 33
Fosse | 31 | 14 | 7 | 52
Total | 65 | 26 | 9 | 102`,
    tables: [
      'A1:E5 no caption, matrix, headers 1, labels 0; E3 = B3 + C3 + D3; E4 = B4 + C4 + D4; E5 = B5 + C5 + D5 BROKEN; B5 = B2 + B3 + B4; E5 = E2 + E3 + E4',
    ],
  },
  {
    name: 'small counts under a change of something claim no difference',
    rows: `
Month | Held | Change of plan stopped it | Families withdrew | Worker withdrew | Total
April | 5 | 0 | 1 | 0 | 6
May | 3 | 0 | 1 | 1 | 5
June | 2 | 2 | 2 | 1 | 7
Total | 10 | 2 | 4 | 2 | 18`,
    tables: [
      'A1:F5 no caption, matrix, headers 1, labels 0; F2 = B2 + C2 + D2 + E2; F3 = B3 + C3 + D3 + E3; F4 = B4 + C4 + D4 + E4; F5 = B5 + C5 + D5 + E5; B5 = B2 + B3 + B4; C5 = C2 + C3 + C4; D5 = D2 + D3 + D4; E5 = E2 + E3 + E4; F5 = F2 + F3 + F4',
    ],
  },
];

test.each(LAYOUTS)('$name', ({ rows, tables }) => {
  const grid = gridFrom(rowsOf(rows));
  const found = recogniseTables(grid);
  expect(found.map((table) => shapeText(table).join('; '))).toEqual(tables);
  expect(uncoveredNumbers(grid, found)).toEqual([]);
});
