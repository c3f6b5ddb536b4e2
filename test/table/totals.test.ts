/** Totals, subtotals and sums without a label, in layouts no sample has. */
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
    name: 'totals that come first add what follows',
    rows: `
Area | All children | Boys | Girls
All areas | 152 | 81 | 71
North | 60 | 33 | 27
East | 50 | 21 | 29
West | 42 | 27 | 15`,
    tables: [
      'A1:D5 no caption, matrix, headers 1, labels 0; B2 = C2 + D2; B3 = C3 + D3; B4 = C4 + D4; B5 = C5 + D5; B2 = B3 + B4 + B5; C2 = C3 + C4 + C5; D2 = D3 + D4 + D5',
    ],
  },
  {
    name: 'a grand total adds its subtotals',
    rows: `
Service | 2019-20 | 2020-21 | Change
Family support | 112 | 130 | 18
Outreach | 45 | 40 | -5
Sub-total early help | 157 | 170 | 13
Child protection | 88 | 90 | 2
Court work | 31 | 29 | -2
Sub-total social care | 119 | 119 | 0
Grand total | 276 | 289 | 13`,
    tables: [
      'A1:D8 no caption, matrix, headers 1, labels 0; D2 = C2 - B2; D3 = C3 - B3; D4 = C4 - B4; D5 = C5 - B5; D6 = C6 - B6; D7 = C7 - B7; D8 = C8 - B8; B4 = B2 + B3; C4 = C2 + C3; D4 = D2 + D3; B7 = B5 + B6; C7 = C5 + C6; D7 = D5 + D6; B8 = B4 + B7; C8 = C4 + C7; D8 = D4 + D7',
    ],
  },
  {
    name: 'a total that is wrong in one column is reported as broken',
    rows: `
Month | Visits | Calls | Letters
April | 120 | 45 | 31
May | 131 | 52 | 28
June | 109 | 49 | 40
Total | 360 | 146 | 109`,
    tables: [
      'A1:D5 no caption, matrix, headers 1, labels 0; B5 = B2 + B3 + B4; C5 = C2 + C3 + C4; D5 = D2 + D3 + D4 BROKEN',
    ],
  },
  {
    name: 'months across, measures down',
    rows: `
 | Apr | May | Jun | Q1 total | % of year
Referrals | 31 | 28 | 44 | 103 | 25%
Assessments | 22 | 19 | 30 | 72 | 24%
Closures | 12 | 15 | 9 | 36 | 22%`,
    tables: [
      'A1:F4 no caption, matrix, headers 1, labels 0; E2 = B2 + C2 + D2; E3 = B3 + C3 + D3 BROKEN; E4 = B4 + C4 + D4',
    ],
  },
  {
    name: 'a sum no label claims is found by arithmetic',
    rows: `
Persons in need (thousands) | 2018 | 2019 | 2020 | 2021
Population | 4,512 | 4,630 | 4,701 | 4,822
Urban | 3,100 | 3,190 | 3,244 | 3,330
Rural | 1,412 | 1,440 | 1,457 | 1,492`,
    tables: [
      'A1:E4 no caption, matrix, headers 1, labels 0; B2 = B3 + B4; C2 = C3 + C4; D2 = D3 + D4; E2 = E3 + E4',
    ],
  },
  {
    name: 'blanks count as nothing, and n/a makes a sum uncheckable',
    rows: `
Team | Q1 | Q2 | Q3 | Total
A | 3 | | 4 | 7
B | n/a | 2 | 5 | 7
C | - | 6 | 1 | 7
Total | 3 | 8 | 10 | 21`,
    tables: [
      'A1:E5 no caption, matrix, headers 1, labels 0; E2 = B2 + C2 + D2; E4 = B4 + C4 + D4; E5 = B5 + C5 + D5; C5 = C2 + C3 + C4; D5 = D2 + D3 + D4; E5 = E2 + E3 + E4',
    ],
  },
  {
    name: 'a total whose parts have parts of their own, with no indent',
    rows: `
Table 12. Revenue by source
[In millions of dollars]
~
Item | 2003 | 2004 | 2005
Revenue, total | 1,782.3 | 1,880.1 | 1,853.6
Income taxes | 987.2 | 1,003.8 | 1,031.0
Individual | 793.7 | 809.0 | 827.0
Corporation | 193.5 | 194.8 | 204.0
Social insurance | 713.0 | 790.2 | 735.0
Other | 82.1 | 86.1 | 87.6
~
Source: Treasury.`,
    tables: [
      'A4:D10 "Table 12. Revenue by source", matrix, headers 1, labels 0; B5 = B6 + B9 + B10; C5 = C6 + C9 + C10; D5 = D6 + D9 + D10; B6 = B7 + B8; C6 = C7 + C8; D6 = D7 + D8',
    ],
  },
  {
    name: 'audits by team',
    rows: `
Case audits by team
Team | Outstanding | Good | Requires improvement | Inadequate | Total audits | % Good or better
East | 2 | 8 | 5 | 1 | 16 | 63%
West | 1 | 6 | 7 | 0 | 14 | 50%
South | 0 | 9 | 3 | 2 | 14 | 64%
All teams | 3 | 23 | 15 | 3 | 44 | 59%`,
    tables: [
      'A2:G6 "Case audits by team", matrix, headers 1, labels 0; F3 = B3 + C3 + D3 + E3; F4 = B4 + C4 + D4 + E4; F5 = B5 + C5 + D5 + E5; F6 = B6 + C6 + D6 + E6; B6 = B3 + B4 + B5; C6 = C3 + C4 + C5; D6 = D3 + D4 + D5; E6 = E3 + E4 + E5; F6 = F3 + F4 + F5',
    ],
  },
  {
    name: 'of which claims no sum',
    rows: `
Children looked after | 2019 | 2020 | 2021
Total looked after | 604 | 620 | 631
of which: in foster care | 410 | 425 | 440
of which: residential | 80 | 78 | 75
Care leavers | 270 | 281 | 290`,
    tables: ['A1:D5 no caption, matrix, headers 1, labels 0'],
  },
  {
    name: 'a mean below the total is left out',
    rows: `
Age | Male | Female | Total
Under 5 | 33 | 29 | 62
5 to 9 | 41 | 38 | 79
10 to 15 | 50 | 55 | 105
16 and over | 20 | 31 | 51
Total | 144 | 153 | 297
Average age | 8.2 | 8.9 | 8.6`,
    tables: [
      'A1:D7 no caption, matrix, headers 1, labels 0; D2 = B2 + C2; D3 = B3 + C3; D4 = B4 + C4; D5 = B5 + C5; D6 = B6 + C6; B6 = B2 + B3 + B4 + B5; C6 = C2 + C3 + C4 + C5; D6 = D2 + D3 + D4 + D5',
    ],
  },
  {
    name: 'a sum of rounded money may be off by its rounding',
    rows: `
Spend | 2019-20 | 2020-21
Staff | £1.24m | £1.31m
Premises | £0.36m | £0.33m
Other | £0.18m | £0.20m
Total | £1.77m | £1.85m`,
    tables: ['A1:C5 no caption, matrix, headers 1, labels 0; B5 = B2 + B3 + B4; C5 = C2 + C3 + C4'],
  },
  {
    name: 'totals of grouped columns that come first',
    rows: `
 | Total | | April | | May | | June |
Source | Families | Children | Families | Children | Families | Children | Families | Children
CIN | 8 | 17 | 3 | 6 | 2 | 5 | 3 | 6
CP | 9 | 20 | 4 | 9 | 1 | 2 | 4 | 9
Total | 17 | 37 | 7 | 15 | 3 | 7 | 7 | 15`,
    tables: [
      'A1:I5 no caption, matrix, headers 2, labels 0; B3 = D3 + F3 + H3; B4 = D4 + F4 + H4; B5 = D5 + F5 + H5; C3 = E3 + G3 + I3; C4 = E4 + G4 + I4; C5 = E5 + G5 + I5; B5 = B3 + B4; C5 = C3 + C4; D5 = D3 + D4; E5 = E3 + E4; F5 = F3 + F4; G5 = G3 + G4; H5 = H3 + H4; I5 = I3 + I4',
    ],
  },
  {
    name: 'quarters and a year whose stock column does not add',
    rows: `
Quarter | Referrals | Closed | Open at end
Q1 2020-21 | 30 | 22 | 51
Q2 2020-21 | 28 | 31 | 48
Q3 2020-21 | 35 | 27 | 56
Q4 2020-21 | 33 | 30 | 59
2020-21 | 126 | 110 | 59`,
    tables: ['A1:D6 no caption, matrix, headers 1, labels 0; B6 = B2 + B3 + B4 + B5; C6 = C2 + C3 + C4 + C5'],
  },
];

test.each(LAYOUTS)('$name', ({ rows, tables }) => {
  const grid = gridFrom(rowsOf(rows));
  const found = recogniseTables(grid);
  expect(found.map((table) => shapeText(table).join('; '))).toEqual(tables);
  expect(uncoveredNumbers(grid, found)).toEqual([]);
});
