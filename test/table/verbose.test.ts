/**
 * Verbose tables as statistical offices print them, made up: how much of their arithmetic is found, and how much of
 * what is found is theirs. Titles, units, spacers, symbols, totals first, indented groups and footnotes included.
 */
import { expect, test } from 'vitest';
import { recogniseTables, uncoveredNumbers } from '#shared/table/recognise.ts';
import { gridFrom } from '#test/helpers/grid.ts';
import { madeTable, relationKey } from '#test/helpers/made-table.ts';

interface Verbose {
  readonly name: string;
  readonly text: string;
  readonly ties: readonly string[];
}

const TABLES: readonly Verbose[] = [
  {
    name: 'population by age and sex, totals first',
    text: `
Table 11. Resident population by age and sex
[In thousands (4,512 represents 4,512,000). As of 1 July]
~
Age | Total | Male | Female
Total, all ages | . | . | .
Under 5 years | . | t | t
5 to 17 years | . | t | t
18 to 64 years | . | t | t
65 years and over | . | t | t
~
Source: Census estimates.`,
    ties: ['col B = C+D', 'row 5 = 6+7+8+9', 'col B = C+D'],
  },
  {
    name: 'groups in the first column with indented members',
    text: `
Item | 2017 | 2018 | 2019 | 2020
All offences | . | . | . | .
Violent crime | . | . | . | .
  Robbery | n | n | n | n
  Assault | n | n | n | n
Property crime | . | . | . | .
  Burglary | n | n | n | n
  Theft | n | n | n | n
  Arson | n | n | n | n
Other | n | n | n | n`,
    ties: ['row 3 = 4+5', 'row 6 = 7+8+9', 'row 2 = 3+6+10'],
  },
  {
    name: 'three header levels and a total column in each group',
    text: `
 | England | | | Wales | |
 | 2020 | | | 2020 | |
Region | Boys | Girls | Total | Boys | Girls | Total
Coast | n | n | . | n | n | .
Inland | n | n | . | n | n | .
Islands | n | n | . | n | n | .
Total | . | . | . | . | . | .`,
    ties: ['row 7 = 4+5+6', 'col D = B+C', 'col G = E+F', 'row 7 = 4+5+6'],
  },
  {
    name: 'spacer columns and shares of the total',
    text: `
Tenure | | Number | | Per cent
Owned outright | | t | | .
Mortgaged | | t | | .
Social rent | | t | | .
Private rent | | t | | .
All households | | . | | 100.0%`,
    ties: ['row 6 = 2+3+4+5', 'share E = C/6', 'row 6 = 2+3+4+5'],
  },
  {
    name: 'this year less last, with its percentage change',
    text: `
Offence | 2019 | 2020 | Change | % change
Robbery | n | n | . | .
Burglary | n | n | . | .
Theft | n | n | . | .
Total | . | . | . | .`,
    ties: ['row 5 = 2+3+4', 'col D = C-B', 'row 5 = 2+3+4', 'ratio E = D/B'],
  },
  {
    name: 'symbols for what is missing or provisional',
    text: `
State | 2018 | 2019 | 2020 (p)
North | n | n | (NA)
South | n | n | n
East | n | n | n
West | n | n | n
Total | . | . | (X)`,
    ties: ['row 6 = 2+3+4+5'],
  },
  {
    name: 'subtotals, a grand total and a units row',
    text: `
Programme | Families | Spend | Income
 | No. | £ | £
Parenting | n | t | t
Mediation | n | t | t
Subtotal support | . | . | .
Court work | n | t | t
Fostering | n | t | t
Subtotal care | . | . | .
Grand total | . | . | .
1 Spend includes one-off costs
2 Income excludes grants carried forward`,
    ties: ['row 5 = 3+4', 'row 8 = 6+7', 'row 9 = 5+8'],
  },
  {
    name: 'gross, cost and net by year with a percentage row',
    text: `
Measure | 2018-19 | 2019-20 | 2020-21
Referrals received | t | t | t
Referrals accepted | n | n | n
% accepted | . | . | .
Gross savings | t | t | t
Cost of service | n | n | n
Net savings | . | . | .`,
    ties: ['percent 4 = 3/2', 'row 7 = 5-6'],
  },
  {
    name: 'quarters and the year, by type',
    text: `
Type | Q1 | Q2 | Q3 | Q4 | 2020-21 total
Complaints | n | n | n | n | .
Compliments | n | n | n | n | .
Enquiries | n | n | n | n | .
Total | . | . | . | . | .`,
    ties: ['row 5 = 2+3+4', 'col F = B+C+D+E', 'row 5 = 2+3+4'],
  },
  {
    name: 'money with one decimal, revenue by source without indents',
    text: `
Table 12. Revenue by source
(£ million)
~
Item | 2003 | 2004 | 2005 | 2006
Revenue, total | . | . | . | .
Income taxes | . | . | . | .
Individual | d | d | d | d
Corporation | d | d | d | d
Social insurance | d | d | d | d
Excise taxes | d | d | d | d
~
Source: Treasury.`,
    ties: ['row 6 = 7+8', 'row 5 = 6+9+10'],
  },
  {
    name: 'a block for each sex under headings, and all persons',
    text: `
Status | 2018 | 2019 | 2020
Men: | | |
Employed | n | n | n
Unemployed | n | n | n
Total men | . | . | .
Women: | | |
Employed | n | n | n
Unemployed | n | n | n
Total women | . | . | .
All persons | . | . | .`,
    ties: ['row 5 = 3+4', 'row 9 = 7+8', 'row 10 = 5+9'],
  },
  {
    name: 'counts and shares of a row total, side by side',
    text: `
Team | Good | Fair | Poor | Total | % Good
North | n | n | n | . | .
South | n | n | n | . | .
East | n | n | n | . | .
All teams | . | . | . | . | .`,
    ties: ['row 5 = 2+3+4', 'col E = B+C+D', 'row 5 = 2+3+4', 'ratio F = B/E'],
  },
];

const SEEDS = [3, 17, 58, 91, 240];

interface Count {
  readonly found: number;
  readonly true: number;
  readonly both: number;
  readonly astray: readonly string[];
}

/** What one table's recognition found of its truth. Column sums of a table of percentages are true too. */
function counted(one: Verbose, seed: number): Count {
  const { rows, truth } = madeTable(one.text, one.ties, seed);
  const grid = gridFrom(rows);
  const tables = recogniseTables(grid);
  expect(uncoveredNumbers(grid, tables)).toEqual([]);
  const relations = tables
    .flatMap((table) => table.relations)
    .filter((relation) => !isOfWhole(relation, rows));
  const found = new Set(relations.map((each) => relationKey(each.kind, each.result, each.parts)));
  const missed = [...truth].filter((key) => !found.has(key)).map((key) => `missed ${key}`);
  const extra = relations
    .filter((each) => !truth.has(relationKey(each.kind, each.result, each.parts)))
    .map((each) => `extra ${each.held ? '' : 'BROKEN '}${relationKey(each.kind, each.result, each.parts)}`);
  return {
    found: found.size,
    true: truth.size,
    both: [...truth].filter((key) => found.has(key)).length,
    astray: [...missed, ...extra].map((line) => `${one.name}, seed ${seed}: ${line}`),
  };
}

/** Shares that add up to 100% are true of any table of them, and no tie of ours; 100% of a total is idle. */
function isOfWhole(
  relation: { readonly kind: string; readonly result: string; readonly parts: readonly string[] },
  rows: readonly (readonly string[])[],
): boolean {
  const text = (address: string) =>
    rows[Number(address.replace(/\D/g, '')) - 1]?.[address.charCodeAt(0) - 65] ?? '';
  return relation.kind === 'sum' && text(relation.result) === '100.0%';
}

test('the arithmetic of verbose tables is found, and little else', () => {
  const counts = TABLES.flatMap((one) => SEEDS.map((seed) => counted(one, seed)));
  const sum = (of: (count: Count) => number) => counts.reduce((all, count) => all + of(count), 0);
  const [both, truth, found] = [sum((one) => one.both), sum((one) => one.true), sum((one) => one.found)];
  const astray = counts.flatMap((one) => one.astray);
  const told = `recall ${(both / truth).toFixed(3)}, precision ${(both / found).toFixed(3)}\n${astray.join('\n')}`;
  expect(both / truth, told).toBeGreaterThanOrEqual(0.95);
  expect(both / found, told).toBeGreaterThanOrEqual(0.95);
  expect(astray.filter((line) => line.includes('BROKEN'))).toEqual([]);
});
