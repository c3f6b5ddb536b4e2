/** A rich pack with made-up figures: every kind of block, long and wide tables, gaps, marks and awkward text. */
import type { Block, Inline, Pack, PackChart, PackTable, TableCell } from '#shared/pack/document.ts';

export function count(value: number, flag?: TableCell['flag']): TableCell {
  const text = value.toLocaleString('en-GB');
  return { text, value, format: 'count', key: `count-${value}`, ...(flag ? { flag } : {}) };
}

export function money(thousands: number): TableCell {
  const text = `${thousands < 0 ? '−' : ''}£${Math.abs(thousands).toLocaleString('en-GB')}k`;
  return { text, value: thousands * 1000, format: 'money', key: `money-${thousands}` };
}

export function percent(value: number): TableCell {
  return { text: `${Math.round(value * 100)}%`, value, format: 'percent', key: null };
}

export function decimal(value: number): TableCell {
  return { text: value.toFixed(1), value, format: 'decimal', key: null };
}

export function words(text: string): TableCell {
  return { text, value: null, format: 'text', key: null };
}

export const suppressed: TableCell = {
  text: 'c',
  value: null,
  format: 'count',
  key: null,
  flag: 'suppressed',
};

export function table(
  id: string,
  caption: string,
  header: readonly string[],
  rows: readonly (readonly [string, ...TableCell[]])[],
  notes: readonly string[] = [],
): PackTable {
  return {
    kind: 'table',
    id,
    caption,
    summary: `${caption}: ${rows.length} rows and ${header.length} columns.`,
    header,
    rows: rows.map(([label, ...cells]) => ({ label, cells, total: /^(total|all )/i.test(label) })),
    notes,
    sources: [
      { file: 'Service return Q2.docx', sheet: 'Table 3', cell: 'B4', text: '5' },
      { file: 'Finance period 6.xlsx', sheet: 'Summary', cell: 'C7', text: '£2,390k' },
    ],
  };
}

export function text(words: string): Inline {
  return { kind: 'text', text: words };
}

export function paragraph(before: string, figure?: string, after = ''): Block {
  const live: Inline[] = figure ? [{ kind: 'figure', text: figure, key: `k-${figure}` }, text(after)] : [];
  return { kind: 'paragraph', inlines: [text(before), ...live] };
}

const QUARTERS = ['2019-20 Q1', '2019-20 Q2', '2019-20 Q3', '2019-20 Q4', '2020-21 Q1', '2020-21 Q2'];
const WORDS = ['Ash', 'Birch', 'Cedar', 'Damson', 'Elder', 'Fir', 'Gorse', 'Hazel'];

export const lineChart: PackChart = {
  kind: 'chart',
  id: 'line',
  caption: 'Referrals accepted by quarter',
  alt: 'Referrals to the first programme rose while the second fell. Values lie between 12 and 64.',
  type: 'line',
  unit: 'count',
  labels: QUARTERS,
  series: [
    { name: 'Family work', values: [41, 44, null, 52, 58, 64] },
    { name: 'Group meetings', values: [36, 31, 29, 22, 18, 12] },
    { name: 'Target', values: [50, 50, 50, 50, 50, 50], dashed: true },
  ],
  notes: ['The return for 2019-20 Q3 is missing; the line is broken there.'],
};

export const barChart: PackChart = {
  kind: 'chart',
  id: 'bar',
  caption: 'Placement cost avoided by programme',
  alt: 'The first programme avoids most cost, £1,250,000; the last avoids £90,000.',
  type: 'bar',
  unit: 'money',
  labels: ['Family work', 'Group meetings', 'Assessments', 'Volunteers'],
  series: [
    { name: '2019-20', values: [980_000, 410_000, 250_000, null] },
    { name: '2020-21', values: [1_250_000, 380_000, 310_000, 90_000] },
  ],
  notes: [],
};

const shareChart: PackChart = {
  kind: 'chart',
  id: 'share',
  caption: 'Children still at home by programme and quarter',
  alt: 'All four programmes lie between 62% and 94%; none shows a steady trend.',
  type: 'line',
  unit: 'percent',
  labels: QUARTERS,
  series: [
    { name: 'Family work', values: [0.81, 0.79, 0.84, 0.86, 0.83, 0.85] },
    { name: 'Group meetings', values: [0.82, 0.8, 0.83, 0.87, 0.84, 0.84] },
    { name: 'Assessments', values: [0.62, 0.71, 0.66, 0.7, 0.68, 0.74] },
    { name: 'Volunteers with a rather long name', values: [0.94, 0.9, 0.91, 0.88, 0.93, 0.92] },
  ],
  notes: [],
};

const longTable = table(
  'long',
  'Residence of children supported, by ward and quarter',
  ['Ward', ...QUARTERS.slice(2), 'Total'],
  [
    ...Array.from({ length: 64 }, (_, row): readonly [string, ...TableCell[]] => {
      const values = [row % 7, (row * 3) % 11, (row * 5) % 13, (row * 7) % 17];
      const name = `${WORDS[row % 8]} ${['Vale', 'Moor', 'Field', 'End', 'Cross', 'Hill', 'Brook', 'Gate'][Math.floor(row / 8)]}`;
      return [name, ...values.map((value) => count(value)), count(values.reduce((a, b) => a + b, 0))];
    }),
    ['Total', count(186), count(316), count(381), count(504), count(1387)],
  ],
  ['Wards are those in force on 1 April 2019.', 'Children whose ward is not known are left out.'],
);

const MONTHS = Array.from({ length: 24 }, (_, month) => {
  const names = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'];
  return `${names[month % 12]} ${2018 + Math.floor((month + 3) / 12)}`;
});

const wideTable = table(
  'wide',
  'Bed nights by month and type of placement',
  ['Placement', ...MONTHS],
  ['Foster care', 'Residential', 'Kinship', 'Total'].map((label, row): readonly [string, ...TableCell[]] => [
    label,
    ...MONTHS.map((_, month) => count(row * 400 + month * 37)),
  ]),
);

const veryWideTable = table(
  'very-wide',
  'Outcome scores by case, domain and reading',
  ['Case', ...Array.from({ length: 34 }, (_, domain) => `Reading ${domain + 1}`)],
  Array.from({ length: 5 }, (_, row): readonly [string, ...TableCell[]] => [
    `Case ${row + 1}`,
    ...Array.from({ length: 34 }, (_, column) => decimal(((row + column) % 10) + 0.5)),
  ]),
);

const costTable = table(
  'cost',
  'Cost of interventions',
  ['Programme', 'Cost', 'Net saving', 'Success rate', 'Mean score', 'Comment'],
  [
    [
      'Family work',
      money(2390),
      money(640),
      percent(0.81),
      decimal(6.4),
      words('Includes one grant that ends in March.'),
    ],
    ['Group meetings', money(160), money(-67), percent(0.62), decimal(5), words('')],
    ['Assessments', money(145), money(20), percent(1), suppressed, words('=HYPERLINK("x")')],
    ['Total', money(2695), money(593), percent(0.79), decimal(6.1), words('')],
  ],
  [
    'Costs are rounded to the nearest thousand pounds.',
    'c: a number from 1 to 5, or one from which it could be worked out.',
  ],
);

const disputedTable = table(
  'disputed',
  'Status at referral',
  ['Status', 'Children', 'Families'],
  [
    ['Child in need', count(31, 'disputed'), count(17)],
    ['Child protection', count(24), count(12, 'decided')],
    ['Looked after', count(0), suppressed],
    ['Total', count(55), count(29)],
  ],
);

function routine(index: number): PackTable {
  return table(
    `routine-${index}`,
    `Referrals to programme ${index} by source`,
    ['', 'Previous quarter', 'This quarter', 'Year to date'],
    [
      ...WORDS.slice(0, 5).map((name, row): readonly [string, ...TableCell[]] => [
        `${name} team`,
        count(row * index),
        count(row + index),
        count(row * index + row + index),
      ]),
      ['Total', count(10 * index), count(10 + 5 * index), count(10 + 15 * index)],
    ],
  );
}

const LONG_TEXT =
  'Families who were offered support in the quarter were most often referred by the duty service. Schools and health visitors come next, and their share has grown since the spring; ';

export const fixture: Pack = {
  title: 'EOC board pack',
  council: 'Anytown Council',
  board: 'Edge of Care Interventions Board',
  period: '2020-21 Q2',
  edition: 'board',
  marking: 'OFFICIAL-SENSITIVE',
  date: '2020-09-30',
  front: [
    { label: 'Lead director', value: 'Director of Children’s Services' },
    { label: 'Wards affected', value: 'All' },
    { label: 'Report version', value: '1' },
    { label: 'Recommendation', value: 'To note the report & to decide on “follow-up” <by December>.' },
  ],
  sections: [
    {
      code: 'background',
      title: 'Background',
      appendix: false,
      exempt: null,
      blocks: [
        paragraph(
          'The board supported ',
          '1,204',
          ' children in the quarter. '.concat(LONG_TEXT, 'this is expected.'),
        ),
        paragraph(`${LONG_TEXT}net cost avoided was `, '£593k', '.'),
        {
          kind: 'bullets',
          items: [
            [text('Family work & group meetings')],
            [text('Assessments, 5 < 6')],
            [text('-1 is no formula')],
          ],
        },
        costTable,
        { kind: 'heading', text: 'How to read this report' },
        {
          kind: 'paragraph',
          inlines: [
            text('Figures '),
            { kind: 'text', text: 'in bold', strong: true },
            text(' are new. #let $x$ = *no* _markup_ @here \\ [x] `y` ✓.'),
          ],
        },
      ],
    },
    {
      code: 'headlines',
      title: 'Key headlines',
      appendix: false,
      exempt: null,
      blocks: [
        paragraph(`${LONG_TEXT}referrals rose to `, '64', '.'),
        lineChart,
        disputedTable,
        barChart,
        paragraph('The share still at home was ', '85%', '.'),
        shareChart,
        longTable,
      ],
    },
    ...[1, 2, 3].map((programme) => ({
      code: `programme-${programme}`,
      title: `Programme ${programme}`,
      appendix: false,
      exempt: null,
      blocks: [0, 1, 2, 3, 4].flatMap((part): readonly Block[] => [
        { kind: 'heading', text: ['Referrals', 'Status', 'Outcomes', 'Ethnicity', 'Follow-up'][part] ?? '' },
        paragraph(LONG_TEXT, `${programme * 5 + part}`, ' of them were closed.'),
        paragraph(LONG_TEXT.repeat(2), `${programme + part}`, ' remain open.'),
        routine(programme * 5 + part),
      ]),
    })),
    {
      code: 'nights',
      title: 'Bed nights',
      appendix: false,
      exempt: null,
      blocks: [paragraph(LONG_TEXT), wideTable, paragraph('After the wide table.')],
    },
    {
      code: 'glossary',
      title: 'Glossary',
      appendix: false,
      exempt: null,
      blocks: [
        table(
          'glossary',
          'Abbreviations used',
          ['Abbreviation', 'Meaning'],
          [
            ['CIN', words('child in need')],
            ['CP', words('child protection')],
            ['YTD', words('year to date')],
          ],
        ),
      ],
    },
    {
      code: 'feedback',
      title: 'Feedback',
      appendix: true,
      exempt: null,
      blocks: [paragraph('Families said they were listened to.')],
    },
    {
      code: 'cases',
      title: 'Case data',
      appendix: true,
      exempt: 'Exempt under paragraphs 1 and 2 of Schedule 12A to the Local Government Act 1972',
      blocks: [paragraph('Readings by case.'), veryWideTable, paragraph('After it.')],
    },
  ],
};
