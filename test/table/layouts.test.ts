/** Layouts no sample has: what is found in each, whole. */
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
    name: 'two tables side by side keep to their own columns and titles',
    rows: `
Referrals by team || | | Closures by team | |
~
Team | Q1 | Q2 | | Team | Q1 | Q2
North | 12 | 15 | | North | 9 | 11
South | 20 | 18 | | South | 14 | 17
Total | 32 | 33 | | Total | 23 | 28`,
    tables: [
      'A3:C6 "Referrals by team", matrix, headers 1, labels 0; B6 = B4 + B5; C6 = C4 + C5',
      'E3:G6 "Closures by team", matrix, headers 1, labels 4; F6 = F4 + F5; G6 = G4 + G5',
    ],
  },
  {
    name: 'two tables one under another without a blank row are two tables',
    rows: `
Referrals
Team | Apr-21 | May-21 | Jun-21 | Total
North | 12 | 15 | 14 | 41
South | 20 | 18 | 22 | 60
Total | 32 | 33 | 36 | 101
Closures
Team | Apr-21 | May-21 | Jun-21 | Total
North | 2 | 5 | 4 | 11
South | 10 | 8 | 12 | 30
Total | 12 | 13 | 16 | 41`,
    tables: [
      'A2:E5 "Referrals", matrix, headers 1, labels 0; E3 = B3 + C3 + D3; E4 = B4 + C4 + D4; E5 = B5 + C5 + D5; B5 = B3 + B4; C5 = C3 + C4; D5 = D3 + D4; E5 = E3 + E4',
      'A7:E10 "Closures", matrix, headers 1, labels 0; E8 = B8 + C8 + D8; E9 = B9 + C9 + D9; E10 = B10 + C10 + D10; B10 = B8 + B9; C10 = C8 + C9; D10 = D8 + D9; E10 = E8 + E9',
    ],
  },
  {
    name: 'two captioned tables under one another',
    rows: `
Table 1: Starts
Team | Families | Children
A | 12 | 30
B | 8 | 17
Total | 20 | 47
~
Table 2: Ends
Team | Families | Children
A | 10 | 22
B | 9 | 20
Total | 19 | 42
* includes one transfer`,
    tables: [
      'A2:C5 "Table 1: Starts", matrix, headers 1, labels 0; B5 = B3 + B4; C5 = C3 + C4',
      'A8:C11 "Table 2: Ends", matrix, headers 1, labels 0; B11 = B9 + B10; C11 = C9 + C10',
    ],
  },
  {
    name: 'three header rows whose merges were lost',
    rows: `
 | 2020-21 | | | | 2021-22 | | |
 | Boys | | Girls | | Boys | | Girls |
Ward | Started | Ended | Started | Ended | Started | Ended | Started | Ended
Abbey | 12 | 10 | 14 | 9 | 11 | 8 | 13 | 12
Castle | 7 | 5 | 8 | 6 | 9 | 9 | 5 | 3
Fosse | 21 | 18 | 19 | 22 | 25 | 20 | 17 | 16
Total | 40 | 33 | 41 | 37 | 45 | 37 | 35 | 31`,
    tables: [
      'A1:I7 no caption, matrix, headers 3, labels 0; B7 = B4 + B5 + B6; C7 = C4 + C5 + C6; D7 = D4 + D5 + D6; E7 = E4 + E5 + E6; F7 = F4 + F5 + F6; G7 = G4 + G5 + G6; H7 = H4 + H5 + H6; I7 = I4 + I5 + I6',
    ],
  },
  {
    name: 'section headings with totals of their own, and one over all',
    rows: `
 | Q1 | Q2 | Q3 | Q4
Boys: | | | |
0-5 | 11 | 12 | 14 | 9
6-11 | 15 | 18 | 13 | 16
Total | 26 | 30 | 27 | 25
Girls: | | | |
0-5 | 8 | 9 | 11 | 12
6-11 | 14 | 17 | 15 | 13
Total | 22 | 26 | 26 | 25
All | 48 | 56 | 53 | 50`,
    tables: [
      'A1:E10 no caption, matrix, headers 1, labels 0; B5 = B3 + B4; C5 = C3 + C4; D5 = D3 + D4; E5 = E3 + E4; B9 = B7 + B8; C9 = C7 + C8; D9 = D7 + D8; E9 = E7 + E8; B10 = B5 + B9; C10 = C5 + C9; D10 = D5 + D9; E10 = E5 + E9',
    ],
  },
  {
    name: 'capitals above groups, and one total for all',
    rows: `
Ethnicity | Q1 | Q2
WHITE | |
British | 20 | 22
Irish | 1 | 0
Other white | 4 | 6
ASIAN | |
Indian | 9 | 11
Pakistani | 3 | 2
Total | 37 | 41`,
    tables: [
      'A1:C9 no caption, matrix, headers 1, labels 0; B9 = B3 + B4 + B5 + B7 + B8; C9 = C3 + C4 + C5 + C7 + C8',
    ],
  },
  {
    name: 'blank rows inside a table do not end it, and years are headings',
    rows: `
Ward | 2019 | 2020 | 2021
Abbey | 120 | 131 | 128
Castle | 45 | 52 | 50
~
Fosse | 77 | 81 | 90
~
Total | 242 | 264 | 268`,
    tables: [
      'A1:D7 no caption, matrix, headers 1, labels 0; B7 = B2 + B3 + B5; C7 = C2 + C3 + C5; D7 = D2 + D3 + D5',
    ],
  },
  {
    name: 'a header repeated after a page break',
    rows: `
Ward | Open | Closed | Total
Abbey | 12 | 9 | 21
Castle | 7 | 14 | 21
Ward | Open | Closed | Total
Fosse | 31 | 22 | 53
Western | 8 | 6 | 14
Total | 58 | 51 | 109`,
    tables: [
      'A1:D7 no caption, matrix, headers 1, labels 0; D2 = B2 + C2; D3 = B3 + C3; D5 = B5 + C5; D6 = B6 + C6; D7 = B7 + C7; B7 = B2 + B3 + B5 + B6; C7 = C2 + C3 + C5 + C6; D7 = D2 + D3 + D5 + D6',
    ],
  },
  {
    name: 'two label columns, the outer named once',
    rows: `
Service | Outcome | Boys | Girls | Total
MST | Improved | 12 | 9 | 21
 | Same | 5 | 6 | 11
 | Subtotal | 17 | 15 | 32
FGC | Improved | 20 | 14 | 34
 | Same | 3 | 8 | 11
 | Subtotal | 23 | 22 | 45
Total | | 40 | 37 | 77`,
    tables: [
      'A1:E8 no caption, matrix, headers 1, labels 0 1; E2 = C2 + D2; E3 = C3 + D3; E4 = C4 + D4; E5 = C5 + D5; E6 = C6 + D6; E7 = C7 + D7; E8 = C8 + D8; C4 = C2 + C3; D4 = D2 + D3; E4 = E2 + E3; C7 = C5 + C6; D7 = D5 + D6; E7 = E5 + E6; C8 = C4 + C7; D8 = D4 + D7; E8 = E4 + E7',
    ],
  },
  {
    name: 'a caption far above, and a source below',
    rows: `
Children in need, quarter 3
~
~
Prepared by the performance team
~
Team | Open | Closed
North | 31 | 12
South | 22 | 19
~
Source: case system, 5 January 2021`,
    tables: ['A6:C8 "Children in need, quarter 3", matrix, headers 1, labels 0'],
  },
  {
    name: 'a matrix of scores whose headings are numbers',
    rows: `
Start \\\\ End | 1 | 2 | 3 | 4 | 5 | Total
1 | 2 | 3 | 1 | 0 | 0 | 6
2 | 0 | 4 | 5 | 2 | 1 | 12
3 | 0 | 1 | 6 | 4 | 3 | 14
Total | 2 | 8 | 12 | 6 | 4 | 32`,
    tables: [
      'A1:G5 no caption, matrix, headers 1, labels 0; G2 = B2 + C2 + D2 + E2 + F2; G3 = B3 + C3 + D3 + E3 + F3; G4 = B4 + C4 + D4 + E4 + F4; G5 = B5 + C5 + D5 + E5 + F5; B5 = B2 + B3 + B4; C5 = C2 + C3 + C4; D5 = D2 + D3 + D4; E5 = E2 + E3 + E4; F5 = F2 + F3 + F4; G5 = G2 + G3 + G4',
    ],
  },
  {
    name: 'small numbers that happen to add up claim nothing',
    rows: `
Child | Visits | Calls | Meetings
A | 1 | 2 | 3
B | 0 | 1 | 1
C | 2 | 0 | 2
D | 1 | 1 | 1`,
    tables: ['A1:D5 no caption, matrix, headers 1, labels 0'],
  },
  {
    name: 'indented rows add to the row above them',
    rows: `
Referrals received | 120 | 133 | 140
   Police | 55 | 60 | 61
   Schools | 40 | 41 | 50
   Health | 25 | 32 | 29
Referrals accepted | 90 | 97 | 101
   Full service | 60 | 57 | 66
   Advice only | 30 | 40 | 35`,
    tables: [
      'A1:D7 no caption, list, headers 0, labels 0; B1 = B2 + B3 + B4; C1 = C2 + C3 + C4; D1 = D2 + D3 + D4; B5 = B6 + B7; C5 = C6 + C7; D5 = D6 + D7',
    ],
  },
  {
    name: 'tables side by side of different heights, one beginning with a column of numbers',
    rows: `
Cost of services | | | Outcomes of families who finished this quarter | | | |
~
Service | Cost | | | Outcome | A | B | Total
Visits | 120 | | 1 | Left care | 4 | 11 | 15
Calls | 86 | | 2 | Closed | 9 | 12 | 21
 | | | 3 | Stayed open | 14 | 13 | 27
 | | | | Total | 27 | 36 | 63`,
    tables: [
      'A3:B5 "Cost of services", records, headers 1, labels 0',
      'D3:H7 "Outcomes of families who finished this quarter", matrix, headers 1, labels 4; H4 = F4 + G4; H5 = F5 + G5; H6 = F6 + G6; H7 = F7 + G7; F7 = F4 + F5 + F6; G7 = G4 + G5 + G6; H7 = H4 + H5 + H6',
    ],
  },
  {
    name: 'three tables across and two down, each with its caption',
    rows: `
Starts | | | Ends | | | Nights |
Team | No. | | Team | No. | | Team | No.
North | 12 | | North | 9 | | North | 31
South | 15 | | South | 14 | | South | 28
~
Referrals | | | Visits | | | Calls |
Team | No. | | Team | No. | | Team | No.
North | 41 | | North | 19 | | North | 51
South | 35 | | South | 24 | | South | 78
East | 17 | | | | | East | 44`,
    tables: [
      'A2:B4 "Starts", records, headers 1, labels 0',
      'D2:E4 "Ends", records, headers 1, labels 3',
      'G2:H4 "Nights", records, headers 1, labels 6',
      'A7:B10 "Referrals", records, headers 1, labels 0',
      'D7:E9 "Visits", records, headers 1, labels 3',
      'G7:H10 "Calls", records, headers 1, labels 6',
    ],
  },
  {
    name: 'two tables side by side with no column between them',
    rows: `
Team | Q1 | Q2 | Ward | Q1 | Q2
North | 12 | 15 | Abbey | 9 | 11
South | 20 | 18 | Castle | 14 | 17
East | 7 | 9 | Total | 23 | 28
Total | 39 | 42 | | |`,
    tables: [
      'A1:C5 no caption, matrix, headers 1, labels 0; B5 = B2 + B3 + B4; C5 = C2 + C3 + C4',
      'D1:F4 no caption, matrix, headers 1, labels 3; E4 = E2 + E3; F4 = F2 + F3',
    ],
  },
  {
    name: 'a column of states or remarks after numbers starts no table',
    rows: `
Case | Score | Status | Second score | Remarks | Weeks
K1 | 4 | Open | 6 | none | 12
K2 | 5 | Closed | 7 | moved | 9
K3 | 3 | Open | 5 | none | 14
K4 | 6 | Open | 6 | none | 8`,
    tables: ['A1:F5 no caption, matrix, headers 1, labels 0'],
  },
  {
    name: 'columns spaced with blank ones are one table',
    rows: `
Ward | | Boys | Girls | | Total
Abbey | | 12 | 15 | | 27
Castle | | 20 | 18 | | 38
Total | | 32 | 33 | | 65`,
    tables: [
      'A1:F4 no caption, matrix, headers 1, labels 0; F2 = C2 + D2; F3 = C3 + D3; F4 = C4 + D4; C4 = C2 + C3; D4 = D2 + D3; F4 = F2 + F3',
    ],
  },
  {
    name: 'a long caption below another table is no footnote of it',
    rows: `
Starts of the quarter
Team | Families | Children
North | 12 | 31
South | 9 | 18
~
~
Summary of what became of children and their families three months after the conference
~
Team | Better | Worse
North | 8 | 2
South | 5 | 3`,
    tables: [
      'A2:C4 "Starts of the quarter", matrix, headers 1, labels 0',
      'A9:C11 "Summary of what became of children and their families three months after the conference", matrix, headers 1, labels 0',
    ],
  },
  {
    name: 'a list of cases that has but one',
    rows: `
No | Status at start | Status at end
1 | CIN | CP`,
    tables: ['A1:C2 no caption, cases, headers 1, labels 0'],
  },
];

test.each(LAYOUTS)('$name', ({ rows, tables }) => {
  const grid = gridFrom(rowsOf(rows));
  const found = recogniseTables(grid);
  expect(found.map((table) => shapeText(table).join('; '))).toEqual(tables);
  expect(uncoveredNumbers(grid, found)).toEqual([]);
});
