/** Layouts and wordings no service has used yet: what is certain is read, what is not is left open. */
import { describe, expect, test } from 'vitest';
import type { Recognition, UnderstoodTable } from '#shared/meaning/understood.ts';
import { type MadeTable, onlyTable, readingOf, recognise, textsByKey } from '#test/meaning/reading.ts';

function only(file: string, table: MadeTable, title?: string): UnderstoodTable {
  return onlyTable(recognise(readingOf(file, [table], title)));
}

function keys(table: UnderstoodTable): readonly string[] {
  return Object.keys(textsByKey(table.assertions));
}

function codes(found: Recognition): readonly (string | null)[] {
  return found.tables.map((table) => table.code);
}

describe('programmes and periods on an axis', () => {
  test('programmes side by side, each with its year to date and its target', () => {
    const table = only(
      'Performance summary Period 9 2022-23.xlsx',
      {
        caption: 'Performance summary by programme',
        rows: `
|MST||MST CAN|
|2022/23 YTD|Target 2022/23|2022/23 YTD|Target 2022/23
Families started|28|40|6|10
Year 1 savings|£1,200k|£1,800k|£300k|£500k`,
      },
      'Performance summary Period 9 2022/23',
    );
    expect(textsByKey(table.assertions)).toEqual({
      'started|mst|2022-23 YTD Q3|value|families|': '28',
      'started|mst|2022-23|target|families|': '40',
      'started|mst-can|2022-23 YTD Q3|value|families|': '6',
      'started|mst-can|2022-23|target|families|': '10',
      'savings-year-1|mst|2022-23 YTD Q3|value|GBP|': '£1,200k',
      'savings-year-1|mst|2022-23|target|GBP|': '£1,800k',
      'savings-year-1|mst-can|2022-23 YTD Q3|value|GBP|': '£300k',
      'savings-year-1|mst-can|2022-23|target|GBP|': '£500k',
    });
  });

  test('years in any order, the target first', () => {
    const table = only('Performance summary Period 6 2022-23.xlsx', {
      sheet: 'FFT',
      caption: 'FFT performance summary',
      rows: `
Measure|Target for 2022/23|2019/20|2022/23 to date|2021/22
Families starting|54|44|16|50
Cumulative gross savings|£1,500k|£1,200k|£500k|£1,420k`,
    });
    expect(keys(table)).toEqual([
      'started|fft|2022-23|target|families|',
      'started|fft|2019-20|value|families|',
      'started|fft|2022-23 YTD Q2|value|families|',
      'started|fft|2021-22|value|families|',
      'gross-savings|fft|2022-23|target|GBP|',
      'gross-savings|fft|2019-20|value|GBP|',
      'gross-savings|fft|2022-23 YTD Q2|value|GBP|',
      'gross-savings|fft|2021-22|value|GBP|',
    ]);
  });

  test('months backwards, and a column for the quarter', () => {
    const table = only('FGC Q3 2022-23.docx', {
      caption: 'What happened to referrals',
      rows: 'Outcome|Dec-22|Nov-22|Oct-22|Quarter\nFGC held|3|2|4|9\nFamily withdrew|1|-|1|2\nTotal|4|2|5|11',
    });
    expect(textsByKey(table.assertions)).toMatchObject({
      'outcome-activity|fgc|Dec 2022|value|events|activity=completed': '3',
      'outcome-activity|fgc|Nov 2022|value|events|activity=family-withdrew': '-',
      'outcome-activity|fgc|2022-23 Q3|value|events|activity=completed': '9',
      'outcome-activity|fgc|2022-23 Q3|value|events|': '11',
    });
  });

  test('a quarter with two digits for its years', () => {
    expect(recognise(readingOf('FGC Q3 22-23.docx', [], 'FGC')).period).toBe('2022-23 Q3');
  });
});

describe('labels with more or less in them', () => {
  test('a period or "total" in a label is not part of its name', () => {
    const table = only('FGC Q1 2023-24.docx', {
      caption: 'FGC summary',
      rows: `
Measure|Number
Total FGCs held in quarter|14
Family members contacted (YTD)|120
Number of children referred|33`,
    });
    expect(keys(table)).toEqual([
      'outcome-activity|fgc|2023-24 Q1|value|events|activity=completed',
      'family-members-contacted|fgc|2023-24 YTD Q1|value|people|',
      'referrals|fgc|2023-24 Q1|value|children|',
    ]);
  });

  test('members listed under a measure without indentation belong to it', () => {
    const table = only('MST-FFT Q2 2021-22.xlsx', {
      caption: 'Case data',
      rows: '|MST|FFT\nStarts|8|6\nCP|5|3\nCIN|3|3\nCases served|20|14\nExits|7|4\nCP|3|1\nCIN|4|3',
    });
    expect(keys(table).filter((key) => key.includes('|mst|'))).toEqual([
      'started|mst|2021-22 Q2|value|families|',
      'started|mst|2021-22 Q2|value|families|status=cp',
      'started|mst|2021-22 Q2|value|families|status=cin',
      'served|mst|2021-22 Q2|value|families|',
      'concluded|mst|2021-22 Q2|value|families|',
      'concluded|mst|2021-22 Q2|value|families|status=cp',
      'concluded|mst|2021-22 Q2|value|families|status=cin',
    ]);
  });

  test('a percentage of something the definition does not name gets no key', () => {
    const table = only('Safe Families Q1 2022-23.docx', {
      caption: 'Ethnicity of families referred',
      rows: 'Ethnicity|Number|% of library members\nWhite British|9|52%\nAsian Indian|2|11%\nArab|1|2%',
    });
    expect(table.assertions.filter(({ col }) => col === 2).map((one) => one.key)).toEqual([null, null, null]);
    expect(table.assertions.filter(({ col }) => col === 1).map((one) => one.key?.aspect)).toEqual([
      'value',
      'value',
      'value',
    ]);
  });

  test('the count beside a percentage that is the measure is not taken for it', () => {
    const table = only('FGC Q1 2023-24.docx', {
      caption: 'FGC summary',
      rows: '|Number\nFGCs held|14\nProduced a plan|13 (93%)\nFamily members contacted|120',
    });
    const plan = table.assertions.filter((one) => one.rowPath.includes('Produced a plan'));
    expect(plan.map((one) => [one.role, one.key?.unit ?? null, one.quantity.value])).toEqual([
      ['main', null, 13],
      ['share', 'percent', 0.93],
    ]);
  });

  test('an unknown label is asked about in the set its neighbours are of', () => {
    const table = only('EOC summary Q1 2022-23.docx', {
      caption: 'Residence by ward of children supported',
      rows: 'Ward|Children\nAbbey|5\nBelgrave|6\nNorthern Heights|4\nStoney Gate|5\nTotal|20',
    });
    expect(table.unknownLabels.map(({ label, set }) => [label, set])).toEqual([['Northern Heights', 'ward']]);
  });
});

describe('which table it is', () => {
  test('a list of cases in words is no table of counts, with a header or without', () => {
    const cases = '1|CP|CIN\n2|LAC|LAC\n3|PLO|CP\n4|CIN|Closed';
    const found = recognise(
      readingOf('Parenting assessments Q3 2022-23.xlsx', [
        { rows: `No.|Case status at start|Case status at end\n${cases}` },
        { caption: 'Status before and after assessment', rows: cases },
        { caption: 'Status before assessment', rows: '|CIN|CP|LAC\nCCFS|2|3|1\nSt Andrews|0|1|2' },
      ]),
    );
    expect(codes(found)).toEqual(['pa-cases', 'pa-cases', 'pa-status-prior']);
  });

  test('without a heading a table that could be either of two is neither', () => {
    const status = 'Status|No. of families\nCP|3\nCIN|4\nLAC|2\nTotal|9';
    const both = recognise(readingOf('MST-FFT Q2 2021-22.docx', [{ rows: status }]));
    expect(codes(both)).toEqual([null]);
    expect(both.tables[0]?.alternatives.map(({ code }) => code).slice(0, 2)).toEqual([
      'mst-status-referral',
      'mst-status-closed',
    ]);
  });

  test('a heading that says something else is believed over labels that fit any count', () => {
    const found = recognise(
      readingOf('EOC summary Q4 2022-23.docx', [
        {
          caption: 'Average length of stay (days)',
          rows: 'Programme|2021-22|2022-23\nMST|120|131\nFFT|99|101',
        },
        { caption: 'Complaints', rows: '|Families|Children\nMST|2|3\nFGC|4|9' },
        { caption: 'Cases stepped down', rows: '|Families|Children\nMST|2|3\nFGC|4|9' },
      ]),
    );
    expect(codes(found)).toEqual([null, null, 'board-stepped-down']);
  });

  test('unless the other one is there under its name', () => {
    const found = recognise(
      readingOf('MST-FFT Q2 2021-22.docx', [
        { rows: 'Status|No. of families\nCP|3\nCIN|4\nLAC|2\nTotal|9' },
        { caption: 'Case status at referral', rows: 'Status|No. of families\nCP|6\nCIN|1\nTotal|7' },
      ]),
    );
    expect(codes(found)).toEqual(['mst-status-closed', 'mst-status-referral']);
  });
});

describe('cells without a figure where one should stand', () => {
  test('are listed with the reason, remarks left out', () => {
    const table = only('Parenting assessments Q3 2022-23.xlsx', {
      caption: 'Ethnicity of children supported through a parenting assessment',
      rows: `
Ethnicity|No. of children|Wards of residence
White British|12|Abbey
Asian Indian|tbc|Belgrave
White Irish|see note|
Black African|5O|Fosse
Arab|n/a|
Chinese|3|
Any other ethnic group|2|Castle`,
    });
    expect(table.unread.map(({ source, why }) => [source.cell, source.text, why])).toEqual([
      ['B3', 'tbc', 'The figure is still to come.'],
      ['B4', 'see note', 'Words stand where a number should.'],
      ['B5', '5O', 'A letter stands where a digit should.'],
    ]);
  });
});
