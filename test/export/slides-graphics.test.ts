import { describe, expect, test } from 'vitest';
import type { Block, PackChart } from '#shared/pack/document.ts';
import { layOut } from '#shared/pack/number.ts';
import {
  cachedOf,
  dataOf,
  deckOf,
  gridOf,
  packOf,
  saidBy,
  section,
  shapesOf,
  titleOf,
  wordsOf,
} from '#test/export/deck.ts';
import {
  barChart,
  count,
  fixture,
  lineChart,
  paragraph,
  suppressed,
  table,
  words,
} from '#test/export/fixture.ts';
import { all, child, type Node, part, textOf } from '#test/export/open.ts';

const deck = await deckOf(fixture);
const laid = layOut(fixture);

describe('tables', () => {
  test('have a first row flagged as header, and no slide more than ten rows and nine columns', () => {
    const tables = deck.slides.flatMap((slide) => all(slide, 'a:tbl'));
    for (const each of tables) {
      expect(child(each, 'a:tblPr')?.attributes).toMatchObject({ firstRow: '1', firstCol: '1' });
      const [rows, columns] = [all(each, 'a:tr'), all(each, 'a:gridCol')];
      expect(rows.length).toBeLessThanOrEqual(11);
      expect(columns.length).toBeLessThanOrEqual(9);
      expect(rows.map((row) => all(row, 'a:tc').length)).toEqual(rows.map(() => columns.length));
    }
  });

  test('stay on the slide', () => {
    for (const frame of deck.slides.flatMap((slide) => all(slide, 'p:graphicFrame'))) {
      const [at, size] = [child(frame, 'p:xfrm', 'a:off'), child(frame, 'p:xfrm', 'a:ext')];
      const bottom = Number(at?.attributes.y) + Number(size?.attributes.cy);
      const right = Number(at?.attributes.x) + Number(size?.attributes.cx);
      expect({ bottom: bottom <= 490.5 * 12_700, right: right <= 921 * 12_700 }).toEqual({
        bottom: true,
        right: true,
      });
    }
  });

  test('of one slide show every row as the pack prints it', async () => {
    const rows: readonly [string, ReturnType<typeof count>, ReturnType<typeof words>][] = [
      ['North & south', count(1204), words('5 < 6')],
      ['Total', count(31, 'disputed'), words('"quoted"')],
    ];
    const { slides } = await deckOf(packOf(section([table('t', 'Cases', ['Place', 'N', 'Said'], rows)])));
    expect(slides[2] && gridOf(slides[2])).toEqual([
      ['Place', 'N', 'Said'],
      ['North & south', '1,204', '5 < 6'],
      ['Total', '31†', '"quoted"'],
    ]);
  });

  test('of up to twenty rows go on to a second slide with the header again, and lose no row', async () => {
    const rows = Array.from({ length: 17 }, (_, n): [string, ReturnType<typeof count>] => [
      `Row ${n}`,
      count(n),
    ]);
    const { slides } = await deckOf(packOf(section([table('t', 'Rows', ['Row', 'N'], rows)])));
    const shown = slides.slice(2, 4);
    expect(shown.map(titleOf)).toEqual(['Table 1: Rows (1 of 2)', 'Table 1: Rows (2 of 2)']);
    expect(shown.map((slide) => gridOf(slide)[0])).toEqual([
      ['Row', 'N'],
      ['Row', 'N'],
    ]);
    expect(shown.flatMap((slide) => gridOf(slide).slice(1))).toEqual(
      rows.map(([label], n) => [label, String(n)]),
    );
  });

  test('that are longer or wider show their first part, and say so and where the whole stands', () => {
    const slides = deck.slides.filter((slide) => /^Table 3:/.test(titleOf(slide)));
    expect(slides.map(titleOf)).toEqual(['Table 3: Residence of children supported, by ward and quarter']);
    expect(slides.map(wordsOf).join()).toContain(
      'Shown here: the first 10 of 65 rows. The whole table is Table 3 in section 2 of the pack.',
    );
    const wide = deck.slides.find((slide) => titleOf(slide).includes('Bed nights by month'));
    expect(wide && wordsOf(wide)).toMatch(/Shown here: the first \d of 24 columns of figures\./);
  });

  test('with a text no slide holds cut whole words off, never a number', async () => {
    const long = Array.from({ length: 900 }, (_, n) => `word ${1000 + n}`).join(' ');
    const blocks = [table('t', 'Long', ['Item', 'Comment'], [['One', words(long)]])];
    const { slides } = await deckOf(packOf(section(blocks)));
    const shown = (slides[2] && gridOf(slides[2])[1]?.[1]) ?? '';
    expect(shown.endsWith('…')).toBe(true);
    expect(long.startsWith(shown.slice(0, -1))).toBe(true);
    expect(/^(?: |$)/.test(long.slice(shown.length - 1))).toBe(true);
    expect(slides[2] && wordsOf(slides[2])).toContain(
      'Long texts are cut short here (…). The whole table is Table 1',
    );
  });

  test('are set smaller rather than have headings that end in the same words cut', async () => {
    const headings = Array.from(
      { length: 7 },
      (_, n) => `${'Children and families referred '.repeat(4)}in month ${n}`,
    );
    const blocks = [
      table('t', 'Long headings', ['Place', ...headings], [['North', ...headings.map((_, n) => count(n))]]),
    ];
    const { slides } = await deckOf(packOf(section(blocks)));
    expect(slides.slice(2).map((slide) => gridOf(slide)[0])).toEqual([['Place', ...headings]]);
  });

  test('have their sources in the speaker’s notes', () => {
    const index = deck.slides.findIndex((slide) => titleOf(slide) === 'Table 1: Cost of interventions');
    const notes = deck.notes[index];
    expect(notes && wordsOf(notes)).toContain(
      'Source: Service return Q2.docx (Table 3); Finance period 6.xlsx (Summary).',
    );
    expect(notes && wordsOf(notes)).toContain('In the pack: Table 1, section 1, Background.');
  });

  test('of data quality are left to the pack: one slide has the words', async () => {
    const blocks = [
      paragraph('Two findings are open.'),
      table('f', 'Findings', ['Finding', 'N'], [['A', count(2)]]),
    ];
    const { slides } = await deckOf(packOf(section(blocks, { code: 'data-quality', title: 'Data quality' })));
    expect(slides.map(titleOf)).toEqual(['EOC board pack, 2020-21 Q2', '1 Data quality']);
    expect(slides[1] && wordsOf(slides[1])).toContain('In full in the pack: Table 1: Findings.');
  });
});

describe('charts', () => {
  const charts = [lineChart, barChart];
  const plain = (chart: PackChart) => chart.series.map(({ name, values }) => ({ name, values }));

  test('hold the data of the pack, with gaps where a value is missing', async () => {
    const { parts } = await deckOf(packOf(section(charts)));
    const [line, bars] = [1, 2].map((n) => part(parts, `ppt/charts/chart${n}.xml`));
    expect(line && cachedOf(line)).toEqual(plain(lineChart));
    expect(bars && cachedOf(bars)).toEqual(plain(barChart));
    for (const chart of [line, bars]) {
      expect(chart && all(chart, 'c:dispBlanksAs')[0]?.attributes.val).toBe('gap');
      expect(chart && all(chart, 'c:cat').map((each) => all(each, 'c:v').map(textOf))[0]).toEqual(
        chart === line ? lineChart.labels : barChart.labels,
      );
    }
  });

  test('have a workbook with the same data and nothing else', async () => {
    const { bytes } = await deckOf(packOf(section(charts)));
    charts.forEach((chart, index) => {
      expect(dataOf(bytes, `ppt/embeddings/data${index + 1}.xlsx`)).toEqual([
        [null, ...chart.series.map(({ name }) => name)],
        ...chart.labels.map((label, n) => [label, ...chart.series.map(({ values }) => values[n] ?? null)]),
      ]);
    });
  });

  test('set the names of lines at their ends where they are apart, and keep a legend where they are not', async () => {
    const close = {
      ...lineChart,
      series: lineChart.series.map((each) => ({ ...each, values: [3, 4, 5, 5, 5, 5] })),
    };
    const { parts } = await deckOf(packOf(section([lineChart, close])));
    const [apart, together] = [1, 2].map((n) => part(parts, `ppt/charts/chart${n}.xml`));
    const named = (chart: Node | undefined) =>
      chart
        ? all(chart, 'c:dLbl').filter((each) => child(each, 'c:showSerName')?.attributes.val === '1').length
        : -1;
    expect([named(apart), named(together)]).toEqual([3, 0]);
    expect([apart, together].map((chart) => chart && all(chart, 'c:legend').length)).toEqual([0, 1]);
  });

  test('draw a target as a dashed line across bars', async () => {
    const target = { name: 'Target', values: [1, 1, 1, 1], dashed: true };
    const { parts } = await deckOf(packOf(section([{ ...barChart, series: [...barChart.series, target] }])));
    const chart = part(parts, 'ppt/charts/chart1.xml');
    expect(
      ['c:barChart', 'c:lineChart'].map(
        (name) => all(chart, name).flatMap((each) => all(each, 'c:ser')).length,
      ),
    ).toEqual([2, 1]);
    expect(all(chart, 'a:prstDash').map((each) => each.attributes.val)).toEqual(['dash']);
  });

  test('without figures are words', async () => {
    const { parts, slides } = await deckOf(packOf(section([{ ...lineChart, series: [] }])));
    expect([...parts.keys()].filter((name) => name.includes('chart'))).toEqual([]);
    expect(slides[2] && wordsOf(slides[2])).toContain('There is nothing to draw: no figures.');
  });
});

test('no number is shown that is not in the pack, but for the count of parts', () => {
  const known = new Set(
    JSON.stringify([fixture, laid.sections])
      .match(/\d[\d,.]*/g)
      ?.map(bare),
  );
  const shown = deck.slides.flatMap((slide) =>
    shapesOf(slide)
      .slice(0, -1)
      .flatMap(saidBy)
      .map((said) => said.replaceAll('\u00A0', ' ').replace(/\(\d of \d\)|Shown here: [^.]*\./g, '')),
  );
  const numbers = shown.flatMap((each) => each.match(/\d[\d,.]*/g) ?? []).map(bare);
  expect(numbers.length).toBeGreaterThan(400);
  expect([...new Set(numbers)].filter((each) => !known.has(each))).toEqual([]);
});

function bare(number: string): string {
  return number.replace(/[.,]+$/, '');
}

test('what is suppressed in the pack is nowhere in the deck: not on a slide, nor in a chart’s data', async () => {
  const values = [1101, null, 1103];
  const blocks: readonly Block[] = [
    table(
      't',
      'Cases',
      ['Place', 'Cases'],
      [
        ['North', count(1101)],
        ['South', suppressed],
        ['West', count(1103)],
      ],
    ),
    {
      ...lineChart,
      labels: ['North', 'South', 'West'],
      series: [{ name: 'Cases', values }],
      alt: 'Cases.',
      notes: [],
    },
  ];
  const { parts, slides, bytes } = await deckOf(packOf(section(blocks)));
  const shown = slides.slice(2).flatMap((slide) => shapesOf(slide).slice(1, -2));
  expect(
    shown
      .flatMap(saidBy)
      .join(' ')
      .match(/\d[\d,]*|\bc\b/g),
  ).toEqual(['1,101', 'c', '1,103']);
  expect(cachedOf(part(parts, 'ppt/charts/chart1.xml'))).toEqual([{ name: 'Cases', values }]);
  expect(dataOf(bytes, 'ppt/embeddings/data1.xlsx').slice(1)).toEqual([
    ['North', 1101],
    ['South', null],
    ['West', 1103],
  ]);
});

describe('a section with many tables', () => {
  const small = (n: number) => table(`t${n}`, `Small ${n}`, ['Item', 'N'], [['A', count(n)]]);
  const hidden = table('h', 'Hidden', ['Item', 'N', 'M'], [['A', suppressed, suppressed]]);

  test('shows those meant for slides, and says which others the pack has', async () => {
    const kept = { ...small(2), slide: false };
    const { slides } = await deckOf(packOf(section([paragraph('Said.'), small(1), kept, hidden, small(4)])));
    expect(slides.map(titleOf).slice(1)).toEqual(['1 Section', 'Table 1: Small 1', 'Table 4: Small 4']);
    expect(slides[1] && wordsOf(slides[1])).toContain('Tables 2 and 3 are in the pack.');
  });

  test('of which none is for slides still has its slide', async () => {
    const { slides } = await deckOf(packOf(section([hidden])));
    expect(slides.map(titleOf).slice(1)).toEqual(['1 Section']);
    expect(slides[1] && wordsOf(slides[1])).toContain('Table 1 is in the pack.');
  });
});
