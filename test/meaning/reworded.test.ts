import { describe, expect, test } from 'vitest';
import { onlyTable, readingOf, recognise, textsByKey } from '#test/meaning/reading.ts';

describe('a return in other words and another order', () => {
  test('referrals by source with abbreviated months, totals first and plain English statuses', () => {
    const found = recognise(
      readingOf(
        'FGC 2021-22 Q1.docx',
        [
          {
            caption: 'Where our referrals came from, by month',
            rows: `
Source|Total|Apr-21|May-21|Jun-21
All|6|1|2|3
Child in need|3|1|1|1
Early Help|3||1|2`,
          },
        ],
        'Family Group Conferencing report',
      ),
    );
    const table = onlyTable(found);
    expect([found.provider, found.period, table.code]).toEqual(['fgc', '2021-22 Q1', 'fgc-referrals']);
    expect(textsByKey(table.assertions)).toEqual({
      'referrals|fgc|2021-22 Q1|value|referrals|': '6',
      'referrals|fgc|Apr 2021|value|referrals|': '1',
      'referrals|fgc|May 2021|value|referrals|': '2',
      'referrals|fgc|Jun 2021|value|referrals|': '3',
      'referrals|fgc|2021-22 Q1|value|referrals|source=cin': '3',
      'referrals|fgc|Apr 2021|value|referrals|source=cin': '1',
      'referrals|fgc|May 2021|value|referrals|source=cin': '1',
      'referrals|fgc|Jun 2021|value|referrals|source=cin': '1',
      'referrals|fgc|2021-22 Q1|value|referrals|source=eh': '3',
      'referrals|fgc|May 2021|value|referrals|source=eh': '1',
      'referrals|fgc|Jun 2021|value|referrals|source=eh': '2',
    });
  });

  test('the same table turned round, in the last quarter of a year', () => {
    const found = recognise(
      readingOf(
        'FGC return Jan-Mar 2022.docx',
        [
          {
            caption: 'Sources of referrals to Family Group Conferences',
            rows: `
Month|CP|LAC|Total
January|2|1|3
February|0|4|4
March|5|0|5
Total|7|5|12`,
          },
        ],
        'FGC service return',
      ),
    );
    const table = onlyTable(found);
    expect([found.period, table.code, table.transposed]).toEqual(['2021-22 Q4', 'fgc-referrals', true]);
    expect(textsByKey(table.assertions)).toMatchObject({
      'referrals|fgc|Jan 2022|value|referrals|source=cp': '2',
      'referrals|fgc|Mar 2022|value|referrals|': '5',
      'referrals|fgc|2021-22 Q4|value|referrals|source=lac': '5',
      'referrals|fgc|2021-22 Q4|value|referrals|': '12',
    });
  });

  test('a previous-quarter row under months means the months of that quarter', () => {
    const found = recognise(
      readingOf('FGC Quarter 3 2022-23.docx', [
        {
          caption: 'Table 4: FGC activity',
          rows: `
Month|FGC held|Family declined|Grand Total
October|4|1|5
November|2|2|4
December|1|0|1
Total|7|3|10
Last quarter|6|3|9`,
        },
      ]),
    );
    expect(textsByKey(onlyTable(found).assertions)).toMatchObject({
      'outcome-activity|fgc|Oct 2022|value|events|activity=completed': '4',
      'outcome-activity|fgc|2022-23 Q3|value|events|activity=family-withdrew': '3',
      'outcome-activity|fgc|2022-23 Q2|value|events|': '9',
    });
  });

  test('a performance summary with other names for its lines', () => {
    const found = recognise(
      readingOf('Savings and cost avoidance Period 9 2021-22.xlsx', [
        {
          caption: 'Performance summary: Functional Family Therapy',
          rows: `
|2019/20 cases|2020/21 cases|2021/22 year to date|Full year target|% of target
Families starting|60|70|45|80|56%
Children starting|100|126|81|144|56%
Year 1 savings|£693k|£1,036k|£1,421k||
Gross savings|£3.4m|£6.0m|£3.9m|£6.8m|
Cost of intervention|£485k|£446k|£366k|£488k|75%
Net savings|£2.9m|£5.5m|£3.5m|£6.3m|
Average children per family|1.7|1.8|1.8|1.8|`,
        },
      ]),
    );
    const table = onlyTable(found);
    expect([found.provider, found.period, table.code]).toEqual([
      'finance',
      '2021-22 Q3',
      'finance-performance',
    ]);
    expect(textsByKey(table.assertions)).toMatchObject({
      'started|fft|2019-20|value|families|': '60',
      'started|fft|2021-22 YTD Q3|value|children|': '81',
      'started|fft|2021-22|target|children|': '144',
      'gross-savings|fft|2020-21|value|GBP|': '£6.0m',
      'intervention-cost|fft|2021-22 YTD Q3|of-target|percent|': '75%',
      'children-per-family|fft|2021-22 YTD Q3|value|ratio|': '1.8',
    });
  });

  test('case data with its programmes down the side', () => {
    const found = recognise(
      readingOf('MST FFT data 2021-22 Q2.xlsx', [
        {
          caption: 'Case data',
          rows: `
Programme|Cases started|Cases worked with|Cases closed
MST Standard|14|40|12
MST-CAN|3|18|4
FFT-CW|9|44|15`,
        },
      ]),
    );
    const table = onlyTable(found);
    expect([found.provider, table.code, table.transposed]).toEqual(['mst-fft', 'mst-case-data', true]);
    expect(textsByKey(table.assertions)).toMatchObject({
      'started|mst|2021-22 Q2|value|families|': '14',
      'served|fft|2021-22 Q2|value|families|': '44',
      'concluded|mst-can|2021-22 Q2|value|families|': '4',
    });
  });

  test('misspelt, bulleted and coded categories find their members', () => {
    const found = recognise(
      readingOf(
        'Parenting assessments Jul - Sept 2021.docx',
        [
          {
            caption: 'Ethnicity of children supported through an assessment',
            rows: `
Ethnicity|Number of children
• A1 - White Britsh|9
• B1 – White & Black Caribbean|3
• C3 - Bangladeshi|2
• Info not yet obtained|1
Total|15`,
          },
        ],
        'Parenting Assessments',
      ),
    );
    expect(textsByKey(onlyTable(found).assertions)).toEqual({
      'referrals|pa|2021-22 Q2|value|children|ethnicity=white-british': '9',
      'referrals|pa|2021-22 Q2|value|children|ethnicity=mixed-white-black-caribbean': '3',
      'referrals|pa|2021-22 Q2|value|children|ethnicity=asian-bangladeshi': '2',
      'referrals|pa|2021-22 Q2|value|children|ethnicity=not-obtained': '1',
      'referrals|pa|2021-22 Q2|value|children|': '15',
    });
  });

  test('two numbers in a cell under a header that names both', () => {
    const found = recognise(
      readingOf(
        'Safe Families Q4 2021-22.docx',
        [
          {
            caption: 'Postcode of families referred',
            rows: `
Postcode|Families (children)|Wards
LE2|7 (18)|Knighton, Stoney Gate
LE 4|9 (31)|Rushy Mead`,
          },
        ],
        'Safe Families for Children',
      ),
    );
    expect(textsByKey(onlyTable(found).assertions)).toEqual({
      'referrals|safe-families|2021-22 Q4|value|referrals|postcode=le2': '7 (18)',
      'referrals|safe-families|2021-22 Q4|value|children|postcode=le2': '7 (18)',
      'referrals|safe-families|2021-22 Q4|value|referrals|postcode=le4': '9 (31)',
      'referrals|safe-families|2021-22 Q4|value|children|postcode=le4': '9 (31)',
    });
  });

  test('counts with their shares beside them, and the printed unit over the header', () => {
    const found = recognise(
      readingOf('MST-FFT Q1 2022-23.xlsx', [
        {
          caption: 'Status of cases at referral to MST',
          rows: `
Case status|No. of children
Child Protection|4 (40%)
CIN|5 families
LAC|1 (10%)`,
        },
      ]),
    );
    expect(textsByKey(onlyTable(found).assertions)).toEqual({
      'started|mst|2022-23 Q1|value|children|status=cp': '4 (40%)',
      'started|mst|2022-23 Q1|share|percent|status=cp': '4 (40%)',
      'started|mst|2022-23 Q1|value|families|status=cin': '5 families',
      'started|mst|2022-23 Q1|value|children|status=lac': '1 (10%)',
      'started|mst|2022-23 Q1|share|percent|status=lac': '1 (10%)',
    });
  });

  test('bare numbers under a header that says per cent are percentages to the step printed', () => {
    const found = recognise(
      readingOf('FGC Q2 2021-22.docx', [
        {
          caption: 'Ethnicity of referrals',
          rows: `
Ethnicity|Number of referrals|Percentage of referrals
White British|5|62.5
Asian Indian|3|37.5
Total|8|100`,
        },
      ]),
    );
    const share = onlyTable(found).assertions.find((one) => one.source.text === '62.5');
    expect(share?.key).toMatchObject({
      aspect: 'share',
      unit: 'percent',
      dims: { ethnicity: 'white-british' },
    });
    expect(share?.quantity).toMatchObject({ value: 0.625, step: 0.001, low: 0.6245, high: 0.6255 });
  });

  test('scores by case carry the number of the case', () => {
    const found = recognise(
      readingOf('FGC 2021-22 Quarter 1.docx', [
        {
          caption: 'Signs of Safety scaling before and after the conference',
          rows: `
Status at referral|Status at 3 months|Score at referral|Score after 3 months
EH|Closed|4|9
CP|CIN|3|6
CP|CP|5|5
EH|EH|2|7`,
        },
      ]),
    );
    const table = onlyTable(found);
    expect(table.code).toBe('fgc-scaling');
    expect(textsByKey(table.assertions)).toMatchObject({
      'sos-score|fgc|2020-21 Q4|value|score|case=1,stage=before': '4',
      'sos-score|fgc|2020-21 Q4|value|score|case=4,stage=after': '7',
    });
  });
});

describe('what is not certain is left open', () => {
  const ethnicity = (label: string) =>
    readingOf('FGC Q1 2021-22.docx', [
      {
        caption: 'Ethnicity of referrals by month',
        rows: `
Ethnicity|April|May|June|Total
White British|1|2|3|6
${label}|1|0|1|2
Asian Indian|0|0|1|1
Total|2|2|5|9`,
      },
    ]);

  test('a label that names no member gets no key, and the nearest members are offered', () => {
    const table = onlyTable(recognise(ethnicity('White Cornish')));
    expect(
      table.assertions.filter((one) => one.rowPath.includes('White Cornish')).map((one) => one.key),
    ).toEqual([null, null, null, null]);
    const [unknown] = table.unknownLabels;
    expect(unknown).toMatchObject({
      set: 'ethnicity',
      label: 'White Cornish',
      source: { file: 'FGC Q1 2021-22.docx', sheet: 'Table 1', cell: 'A3', text: 'White Cornish' },
    });
    expect(
      unknown?.nearest.every(
        (code) => code.startsWith('white') || code.startsWith('mixed-white') || code.startsWith('any-white'),
      ),
    ).toBe(true);
  });

  test('a correction remembered for the provider settles it', () => {
    const hints = { memory: { 'white cornish': 'white-british' } };
    const table = onlyTable(recognise(ethnicity('White Cornish'), hints));
    expect(table.unknownLabels).toEqual([]);
    const row = table.assertions.filter((one) => one.rowPath.includes('White Cornish'));
    expect(row.map((one) => one.key?.dims.ethnicity)).toEqual(Array(row.length).fill('white-british'));
  });

  test('a quarter without a year stays open, unless the board is known to work on one', () => {
    const reading = readingOf('FGC quarter 3.docx', [
      { caption: 'FGC activity', rows: 'Month|Completed|Total\nOctober|2|2\nNovember|3|3' },
    ]);
    const open = recognise(reading);
    expect([open.period, open.evidence.at(-1)]).toEqual([
      null,
      'the file says quarter 3 but not of which year',
    ]);
    expect(open.tables.flatMap((table) => table.assertions).filter((one) => one.key)).toEqual([]);
    expect(recognise(reading, { around: '2022-23 Q3' }).period).toBe('2022-23 Q3');
    expect(recognise(reading, { folder: '2021-22 Q3' }).period).toBe('2021-22 Q3');
  });

  test("another service's table in a service's return is known by its shape only", () => {
    const found = recognise(
      readingOf(
        'Safe Families Q1 2021-22.docx',
        [
          {
            caption: 'Hours of catering by kitchen',
            rows: 'Kitchen|Hours|Meals\nNorth|12|30\nSouth|9|22\nTotal|21|52',
          },
        ],
        'Safe Families',
      ),
    );
    const table = onlyTable(found);
    expect(table.code).toBeNull();
    expect(table.assertions.map((one) => [one.source.text, one.key])).toHaveLength(6);
    expect(table.assertions.every((one) => one.key === null && one.table === null)).toBe(true);
  });

  test('a caption left from last quarter is reported and changes nothing', () => {
    const found = recognise(
      readingOf(
        'FGC Q2 2021-22.docx',
        [
          {
            caption: 'FGC Activity Q1 2021-22',
            rows: 'Month|Completed|Family withdrew|Total\nJuly|3|1|4\nAugust|2|0|2\nSeptember|1|1|2\nTotal|6|2|8',
          },
        ],
        'FGC service return, 2021-22 Q2',
      ),
    );
    const table = onlyTable(found);
    expect(table.periodConflicts).toEqual([
      {
        source: { file: 'FGC Q2 2021-22.docx', sheet: 'Text', cell: 'P1', text: 'FGC Activity Q1 2021-22' },
        stated: '2021-22 Q1',
        expected: '2021-22 Q2',
      },
    ]);
    expect(textsByKey(table.assertions)).toMatchObject({
      'outcome-activity|fgc|2021-22 Q2|value|events|': '8',
    });
  });

  test('sentences with numbers are kept with their paragraph', () => {
    const found = recognise(
      readingOf('FGC Q1 2021-22.docx', [], 'FGC', ['Twelve families came.', 'It went well.', 'We held 7.']),
    );
    expect(found.statements.map(({ source }) => [source.cell, source.text])).toEqual([
      ['P2', 'Twelve families came.'],
      ['P4', 'We held 7.'],
    ]);
  });

  test('quarters named without a year outvote a caption left with one', () => {
    const found = recognise(
      readingOf('FGC Q2 return.docx', [
        {
          caption: 'FGC Activity Q1 2021-22',
          rows: 'Month|Completed|Family withdrew|Total\nJuly|3|1|4\nAugust|2|0|2\nSeptember|1|1|2',
        },
      ]),
    );
    expect([found.provider, found.period]).toEqual(['fgc', '2021-22 Q2']);
  });

  test('a header that names another quarter in passing is reported', () => {
    const found = recognise(
      readingOf('Safe Families Q3 2021-22.docx', [
        {
          caption: 'Residence of families referred',
          rows: 'Postcode|Number of referrals (Q2)\nLE2|4\nLE3|6',
        },
      ]),
    );
    expect(onlyTable(found).periodConflicts.map(({ source, stated }) => [source.text, stated])).toEqual([
      ['Number of referrals (Q2)', '2021-22 Q2'],
    ]);
  });

  test('numbers that no label and no heading gives to a programme get no key', () => {
    const rows =
      'Case data|This quarter\nNumber of starts in the quarter|14\nCases served in the quarter|40\nNumber exits in quarter|12';
    const keysUnder = (caption: string) =>
      Object.keys(
        textsByKey(
          onlyTable(recognise(readingOf('MST FFT 2021-22 Q2.xlsx', [{ caption, rows }]))).assertions,
        ),
      );
    expect(keysUnder('Case data')).toEqual(['B2', 'B3', 'B4']);
    expect(keysUnder('Case data for MST CAN')).toEqual([
      'started|mst-can|2021-22 Q2|value|families|',
      'served|mst-can|2021-22 Q2|value|families|',
      'concluded|mst-can|2021-22 Q2|value|families|',
    ]);
  });

  test('tables alone tell whose return a file is', () => {
    const found = recognise(
      readingOf('Return 2021-22 Q2.docx', [
        {
          caption: 'Source of referrals',
          rows: 'Source|July|August|September|Total\nCP|1|2|3|6\nEH|0|1|1|2',
        },
        {
          caption: 'Activity',
          rows: 'Month|Completed|Family withdrew|Total\nJuly|3|1|4\nAugust|2|0|2\nSeptember|1|1|2',
        },
      ]),
    );
    expect([found.provider, found.period]).toEqual(['fgc', '2021-22 Q2']);
  });

  test('several quarters of a year on a yearly axis are quarters', () => {
    const found = recognise(
      readingOf('EOC summary Q2 2021-22.docx', [
        {
          caption: 'Residential Parenting Assessment cost',
          rows: 'Year|No of residential parenting assessments|Bed nights|Cost\n2020-21|21|670|£447k\n2021-22 Q1|2|89|£43k\n2021-22 Q2|3|120|£61k',
        },
      ]),
    );
    expect(textsByKey(onlyTable(found).assertions)).toMatchObject({
      'residential-nights|pa|2020-21|value|nights|': '670',
      'residential-nights|pa|2021-22 Q1|value|nights|': '89',
      'residential-cost|pa|2021-22 Q2|value|GBP|': '£61k',
    });
  });

  test('a percentage beside savings after the deflator is of target only where its header says so', () => {
    const keys = (header: string) =>
      Object.keys(
        textsByKey(
          onlyTable(
            recognise(
              readingOf('Performance summary Period 6 2021-22.xlsx', [
                {
                  caption: 'Performance summary: MST Standard',
                  rows: `|2021/22 YTD|Annual Target|${header}\nNumber of families started|37|100|37%\nCumulative gross savings|£900k|£2,000k|45%\nCumulative savings post targeting deflator|£500k|£1,000k|56%`,
                },
              ]),
            ),
          ).assertions,
        ),
      );
    const key = 'post-deflator-savings|mst|2021-22 YTD Q2|of-target|percent|';
    expect([keys('% of target').includes(key), keys('').includes(key)]).toEqual([true, false]);
  });
});
