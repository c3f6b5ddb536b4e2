/** Returns in layouts and words the board's own services do not use. */
import { describe, expect, test } from 'vitest';
import { defaultDefinition } from '#shared/definition/default/index.ts';
import { seenTogether } from '#shared/meaning/own.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';
import { captionBefore } from '#shared/table/around.ts';
import { recogniseTables, tablesOf } from '#shared/table/recognise.ts';
import { returned, rows, workbook } from '#test/foreign/book.ts';
import { gridFrom, rowsOf } from '#test/helpers/grid.ts';
import { onlyTable, readingOf, recognise, textsByKey } from '#test/meaning/reading.ts';

const named = ({ tables }: UnderstoodReturn) => tables.map(({ code, shape }) => [code, shape.caption]);

describe('where the name of a table stands', () => {
  test('below every table of a sheet', async () => {
    const sheet = `
FGC service

Source|Apr-21|May-21|Jun-21|Total
CPP|2|1|0|3
In care|1|0|4|5
Total|3|1|4|8
Referral source by month

Month|Conference held|Family declined|Total
Apr-21|2|1|3
May-21|1|0|1
Jun-21|3|2|5
Total|6|3|9
What happened to referrals`;
    const found = returned(await workbook('return.xlsx', { Data: rows(sheet) }), 'fgc');
    expect(named(found)).toEqual([
      ['fgc-referrals', 'Referral source by month'],
      ['fgc-activity', 'What happened to referrals'],
    ]);
    expect(found.tables.flatMap(({ unread }) => unread)).toEqual([]);
  });

  test('below every table, one of them a long line', async () => {
    const sheet = `
FGC service return

Source|Apr-21|May-21|Jun-21|Total
CPP|2|1|0|3
In care|1|0|4|5
Total|3|1|4|8
Where the referrals of the quarter came from - number of children

Month|Conference held|Family declined|Total
Apr-21|2|1|3
May-21|1|0|1
Jun-21|3|2|5
Total|6|3|9
What happened to referrals

Children referred|8
FGCs held|6
Family members contacted|40
FGC headline figures`;
    const found = returned(await workbook('return.xlsx', { Data: rows(sheet) }), 'fgc');
    expect(named(found)).toEqual([
      ['fgc-referrals', 'Where the referrals of the quarter came from - number of children'],
      ['fgc-activity', 'What happened to referrals'],
      ['fgc-summary', 'FGC headline figures'],
    ]);
    expect(new Set(found.tables[0]?.assertions.map(({ key }) => key?.unit))).toEqual(new Set(['children']));
  });

  test('before a sentence about the figures', () => {
    const before = [
      'Status of families at the start.',
      'The figures come from the case system and were checked.',
    ];
    const lines = before.map((text, at) => ({ address: `P${at + 1}`, text, style: 'body' as const }));
    const grid = { ...gridFrom([['Status', 'MST']]), before: lines };
    expect(captionBefore(grid)?.text).toBe('Status of families at the start.');
  });

  test('a titled list under a wider table is a table of its own', async () => {
    const sheet = `
What happened to referrals
Month|Apr-21|May-21|Jun-21
Conference held|2|1|3
Family pulled out|1|2|1

FGC headline figures
Children referred|21
FGCs held|6
Family members contacted|40`;
    const found = returned(await workbook('return.xlsx', { Sheet1: rows(sheet) }), 'fgc');
    expect(found.tables.map(({ code }) => code)).toEqual(['fgc-activity', 'fgc-summary']);
  });

  test('numbered cases beside another table keep their scores', async () => {
    const sheet = `
Status of family three months after||||||SoS scores before and after

Ethnicity|Better|Same|Worse|Total||Case|Before|After
White British|7|1|1|9||1|3|7
Indian|1|1|0|2||2|4|4
African|2|1|0|3||3|2|6
Total|10|3|1|14||4|5|8`;
    const found = returned(await workbook('return.xlsx', { Sheet1: rows(sheet) }), 'fgc');
    expect(found.tables.map(({ code }) => code)).toEqual(['fgc-ethnicity-follow-up', 'fgc-scaling']);
  });
});

describe('what is counted', () => {
  test('a heading that says children is believed where the labels say nothing', () => {
    const found = recognise(
      readingOf('FGC 2021-22 Q1.docx', [
        {
          caption: 'Referral source by month - number of children',
          rows: 'Source|M1|M2|M3\nEHA|4|1|2\nCPP|3|5|1',
        },
      ]),
      { provider: 'fgc' },
    );
    expect(textsByKey(onlyTable(found).assertions)).toEqual({
      'referrals|fgc|Apr 2021|value|children|source=eh': '4',
      'referrals|fgc|May 2021|value|children|source=eh': '1',
      'referrals|fgc|Jun 2021|value|children|source=eh': '2',
      'referrals|fgc|Apr 2021|value|children|source=cp': '3',
      'referrals|fgc|May 2021|value|children|source=cp': '5',
      'referrals|fgc|Jun 2021|value|children|source=cp': '1',
    });
  });

  test('the total over all programmes of a team is the team’s, in the unit of what is counted', () => {
    const found = recognise(
      readingOf('EOC summary Q1 2021-22.docx', [
        {
          caption: 'Outcomes of concluded work (families)',
          rows: 'Outcome|MST|MST CAN|FFT|Total\nNo change of plan|1|0|2|3\nStepped down|3|1|4|8\nTotal|4|1|6|11',
        },
      ]),
      { provider: 'board' },
    );
    expect(textsByKey(onlyTable(found).assertions)).toMatchObject({
      'concluded|mst-fft|2021-22 Q1|value|families|outcome=decreased': '8',
      'concluded|mst|2021-22 Q1|value|families|': '4',
      'concluded|mst-fft|2021-22 Q1|value|families|': '11',
    });
  });

  test('pounds in a table of counts are no count', () => {
    const found = recognise(
      readingOf('EOC summary Q1 2021-22.docx', [
        { caption: 'Outcomes of concluded work', rows: 'Outcome|MST|FFT\nStepped down|£3k|4\nClosed|1|£2k' },
      ]),
      { provider: 'board' },
    );
    const texts = Object.entries(textsByKey(onlyTable(found).assertions)).filter(([key]) =>
      key.includes('|'),
    );
    expect(texts.map(([, text]) => text)).toEqual(['4', '1']);
  });
});

describe('two services that return the same table', () => {
  const sheet = (a: number, b: number) =>
    rows(`
Parenting assessment activity
|Number
Requests received|${a}
Completed|${b}
Still in progress|2`);
  const keys = (one: UnderstoodReturn | undefined) =>
    Object.keys(textsByKey(one?.tables.flatMap(({ assertions }) => assertions) ?? []));

  test('the one named in the title is meant, not the one known by the programme', async () => {
    const title = rows('Parenting assessments by St Andrews\nQuarter 1 2021/22\n');
    const found = recognise(await workbook('returns.xlsx', { Sheet1: [...title, ...sheet(9, 5).slice(1)] }));
    expect([found.provider, found.period]).toEqual(['st-andrews', '2021-22 Q1']);
  });

  test('each speaks for itself once both have sent one', async () => {
    const ccfs = returned(await workbook('PA.xlsx', { Requests: sheet(9, 5) }), 'ccfs');
    const other = returned(await workbook('PA.xlsx', { Requests: sheet(4, 1) }), 'st-andrews');
    const [alone] = seenTogether(defaultDefinition, [ccfs]);
    const [first, second] = seenTogether(defaultDefinition, [ccfs, other]);
    expect([keys(alone)[0], keys(first)[0], keys(second)[0]]).toEqual([
      'assessments-requested|pa|2021-22 Q1|value|events|',
      'assessments-requested|pa|2021-22 Q1|value|events|provider=ccfs',
      'assessments-requested|pa|2021-22 Q1|value|events|provider=st-andrews',
    ]);
  });
});

test('a quarter beside its months is their total, though it is not called so', () => {
  const cells = 'Room|Apr-21|May-21|Jun-21|Quarter\nBlue|4|7|9|21\nGreen|1|2|3|6\nRed|5|5|1|11';
  const [table] = recogniseTables(gridFrom(rowsOf(cells)));
  const sums = table?.relations.filter(({ kind, along }) => kind === 'sum' && along === 'row') ?? [];
  expect(sums.map(({ result, parts, held }) => [result, parts.length, held])).toEqual([
    ['E2', 3, false],
    ['E3', 3, true],
    ['E4', 3, true],
  ]);
});

describe('months that lost their date format', () => {
  const months = (table: string) =>
    textsByKey(
      onlyTable(
        recognise(readingOf('FGC 2021-22 Q1.docx', [{ caption: 'Referral source by month', rows: table }]), {
          provider: 'fgc',
        }),
      ).assertions,
    );

  test('are months across and down', () => {
    const across = months('Source|44287|44317|44348\nEHA|4|1|2\nCPP|3|5|1');
    const down = months('|EHA|CPP\n44287|4|3\n44317|1|5\n44348|2|1');
    expect(across).toMatchObject({
      'referrals|fgc|Apr 2021|value|referrals|source=eh': '4',
      'referrals|fgc|Jun 2021|value|referrals|source=cp': '1',
    });
    expect(down).toEqual(across);
  });

  test('numbers that follow one another otherwise are figures', () => {
    const cells = 'Year|Cost|Income\nNorth|44287|44318\nSouth|44348|44287\nTotal|88635|88605';
    const [table] = tablesOf([gridFrom(rowsOf(cells))]);
    expect(table?.body.map(({ cell }) => cell?.text)).toEqual(
      '44287 44318 44348 44287 88635 88605'.split(' '),
    );
  });
});

test('a total called by the quarter is the month’s under a month, and the earlier quarter’s in a table that looks back', () => {
  const keysOf = (provider: string, caption: string, table: string) =>
    Object.keys(
      textsByKey(
        onlyTable(recognise(readingOf('Return 2021-22 Q2.docx', [{ caption, rows: table }]), { provider }))
          .assertions,
      ),
    );
  const months = 'Source|Jul-21|Aug-21|Sep-21|Total\nEHA|4|1|2|7\nCPP|3|5|1|9\nQtr total|7|6|3|16';
  expect(
    keysOf('fgc', 'Referral source by month', months).filter((key) => key.endsWith('|referrals|')),
  ).toEqual([
    'referrals|fgc|Jul 2021|value|referrals|',
    'referrals|fgc|Aug 2021|value|referrals|',
    'referrals|fgc|Sep 2021|value|referrals|',
    'referrals|fgc|2021-22 Q2|value|referrals|',
  ]);
  const back = 'Outcome|Children\nStepped down|4\nCase closed|3\nStepped up|1\nQtr total|8';
  expect(keysOf('ccfs', 'Outcomes three months on', back).map((key) => key.split('|')[2])).toEqual([
    '2021-22 Q1',
    '2021-22 Q1',
    '2021-22 Q1',
    '2021-22 Q1',
  ]);
});

test('a list beside a table keeps out of the table above it, and numbered cases under a name stand alone', () => {
  const cells = `
Source of referral | | | | | | Activity in the quarter | |
 | April | May | June | Quarter | | | Held | Declined | Total
CIN | 6 | 7 | 8 | 21 | | April | 1 | 3 | 4
CP | 9 | 5 | 5 | 19 | | May | 4 | 2 | 6
Total | 15 | 12 | 13 | 40 | | Total | 5 | 5 | 10
~
Key figures | | | Ethnicity of referrals | |
Children referred | 40 | | Ethnicity | April | Total
FGCs held | 5 | | White British | 6 | 6
Family members contacted | 55 | | Indian | 9 | 9
 | | | Total | 15 | 15
~
Three months after | | | | | | SoS scores before and after | |
Ethnicity | Better | Same | Worse | Total | | Case | Before | After
White British | 4 | 4 | 2 | 10 | | 1 | 3 | 2
Indian | 1 | 1 | 0 | 2 | | 2 | 4 | 4
Total | 5 | 5 | 2 | 12 | | 3 | 4 | 7
 | | | | | | 4 | 6 | 7`;
  expect(recogniseTables(gridFrom(rowsOf(cells))).map(({ range }) => range)).toEqual([
    'A2:E5',
    'G2:J5',
    'A8:B10',
    'D8:F11',
    'A14:E17',
    'G14:I18',
  ]);
});

test('a label is known by either half of it, and without the word background', () => {
  const table = 'Ethnicity|Children\nIndian background|4\nNot known / not recorded|3\nWhite British|1';
  const found = recognise(
    readingOf('PA 2021-22 Q1.docx', [{ caption: 'Ethnicity of children assessed', rows: table }]),
    { provider: 'ccfs' },
  );
  const dims = onlyTable(found).assertions.map(({ key }) => key?.dims.ethnicity);
  expect(dims).toEqual(['asian-indian', 'not-known', 'white-british']);
});

test('months in a list of ethnicities are of the quarter, though the name is like that of a table for the year to date', () => {
  const found = recognise(
    readingOf('FGC 2021-22 Q2.docx', [
      {
        caption: 'Ethnicity of families referred for FGC',
        rows: '|Jul-21|Aug-21|Sep-21|Total\nWhite British|4|1|2|7\nIndian|3|5|1|9\nTotal|7|6|3|16',
      },
    ]),
    { provider: 'fgc' },
  );
  const periods = onlyTable(found).assertions.map(({ key }) => key?.period);
  expect(periods.filter((_, at) => at % 4 === 3)).toEqual(['2021-22 Q2', '2021-22 Q2', '2021-22 Q2']);
});

test('a compilation that does not say what it counts counts what its measure is counted in', () => {
  const unitOf = (caption: string) => {
    const rows = 'Ethnicity|MST|MST CAN|FFT|Total\nWhite British|4|1|2|7\nIndian|3|5|1|9\nTotal|7|6|3|16';
    const found = recognise(readingOf('Board 2021-22 Q1.docx', [{ caption, rows }]), { provider: 'board' });
    return [...new Set(onlyTable(found).assertions.map(({ key }) => `${key?.measure} ${key?.unit}`))];
  };
  expect(unitOf('Ethnicity of starts by programme')).toEqual(['started families']);
  expect(unitOf('Ethnicity of children starting by programme')).toEqual(['started children']);
});
