/** Errors in returns nobody here wrote: found once, the right cell named, and nothing said of what is right. */
import { describe, expect, test } from 'vitest';
import { defaultDefinition } from '#shared/definition/default/index.ts';
import { checkBoard } from '#shared/finding/check.ts';
import { type Cell, returned, rows, workbook } from '#test/foreign/book.ts';

async function findingsIn(cells: readonly (readonly Cell[])[], provider = 'fgc') {
  const one = returned(await workbook('return.xlsx', { Activity: cells }), provider);
  const { findings } = checkBoard({ definition: defaultDefinition, returns: [one] });
  return findings
    .filter(({ cells: named }) => named.length > 0)
    .map(({ kind, severity, cells: named, suspect, expected }) => [
      kind,
      severity,
      named[suspect ?? -1]?.ref.cell ?? null,
      expected,
    ]);
}

const ACTIVITY = `
What happened to referrals
Month|FGC went ahead|Family pulled out|Social worker withdrew|Total
M1|12|3|1|16
M2|8|2|1|11
M3|14|4|2|20
Quarter|34|9|4|47`;

const edited = (at: string, to: Cell): Cell[][] => {
  const cells = rows(ACTIVITY);
  const [row, col] = [Number(at.slice(1)) - 1, at.charCodeAt(0) - 65];
  return cells.map((line, r) => line.map((cell, c) => (r === row && c === col ? to : cell)));
};

describe('one wrong cell in other words and months by number', () => {
  test('a clean table gives no finding', async () => {
    expect(await findingsIn(rows(ACTIVITY))).toEqual([]);
  });

  test.each([
    ['two digits changed places', 'B3', 21, '12'],
    ['ten times too much', 'B5', 140, '14'],
    ['the neighbour’s value', 'C4', 4, '2'],
  ])('%s', async (_, at, value, expected) => {
    expect(await findingsIn(edited(at, value))).toEqual([['total', expect.any(String), at, expected]]);
  });
});

describe('a number typed over a formula', () => {
  const table = (last: Cell): Cell[][] => [
    ['Families at start and end'],
    ['Team', 'At start', 'Joined', 'Left', 'At end'],
    ['North', 12, 3, 1, ['=B3+C3-D3', 14]],
    ['South', 8, 2, 1, ['=B4+C4-D4', 9]],
    ['East', 14, 4, 2, ['=B5+C5-D5', 16]],
    ['West', 9, 5, 3, last],
  ];

  test('is told where it is not what the formula gives', async () => {
    const found = await findingsIn(table(21), 'mst-fft');
    expect(found.filter(([, , at]) => at === 'E6').map(([, , , expected]) => expected)).toEqual(['11']);
  });

  test('is not told where it is', async () => {
    expect(await findingsIn(table(11), 'mst-fft')).toEqual([]);
  });
});

test('a percentage shown with all the digits the workbook holds is the one its counts give', async () => {
  const shares = (of: readonly number[]): Cell[][] => [
    ['What was expected when families were referred'],
    ['Expectation', 'Children', '%'],
    ...['Escalation to CIN', 'Escalation to CP', 'Closure', 'Step down to CIN'].map((name, at): Cell[] => [
      name,
      of[at] ?? 0,
      (of[at] ?? 0) / 23,
    ]),
    ['Total', 23, 1],
  ];
  expect(await findingsIn(shares([4, 9, 7, 3]), 'safe-families')).toEqual([]);
});

test('a row that stands twice is told with the later one as the suspect', async () => {
  const cells = rows(ACTIVITY).toSpliced(4, 0, ['M2', 8, 2, 1, 11]);
  expect(await findingsIn(cells)).toEqual([['duplicate', 'medium', 'B5', null]]);
});

describe('two tables that nothing tells apart', () => {
  const block = (name: string, values: readonly number[]): Cell[][] => [
    [name],
    ['Measure', '2019-20', '2020-21', '2021-22'],
    ['Families started', ...values.slice(0, 3)],
    ['Children started', ...values.slice(0, 3).map((one) => one * 2)],
    ['Children diverted in year', ...values.slice(3, 6)],
  ];
  const known = async (sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>) => {
    const one = returned(await workbook('savings.xlsx', sheets), 'finance');
    const { findings } = checkBoard({ definition: defaultDefinition, returns: [one] });
    return [
      one.tables.map(({ code, alternatives }) => code ?? `${alternatives[0]?.code}?`),
      findings.filter(({ cells }) => cells.length > 0).map(({ kind }) => kind),
    ];
  };

  test('are asked about, not compared', async () => {
    const a = block('Performance summary - FFT', [31, 42, 11, 14, 18, 5]);
    const b = block('Performance summary - FFT', [61, 70, 25, 31, 37, 9]);
    expect(await known({ One: a, Two: b })).toEqual([['finance-performance?', 'finance-performance?'], []]);
  });

  test('one figure apart is a difference', async () => {
    const a = block('Performance summary - FFT', [31, 42, 11, 14, 18, 5]);
    const b = block('Performance summary - FFT', [31, 42, 11, 14, 19, 5]);
    expect(await known({ One: a, Two: b })).toEqual([
      ['finance-performance', 'finance-performance'],
      ['cross-table'],
    ]);
  });
});

test('one column copied into another programme’s is one finding, whatever sums it breaks', async () => {
  const cells = rows(`
Status at referral
Status|MST|MST CAN|FFT|Total
CP plan|4|4|2|8
CIN plan|3|3|4|9
Early help|2|2|5|8
Looked after|5|5|1|7
PLO|1|1|3|5
Total|15|15|15|37`);
  expect(await findingsIn(cells, 'mst-fft')).toEqual([['duplicate', 'high', 'C3', null]]);
});
