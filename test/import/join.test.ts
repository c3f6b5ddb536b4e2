/** Tables that go on over a page are one grid, and only when that is certain. */
import { expect, test } from 'vitest';
import { docx, p, reading, shown, tbl, tr } from '#test/import/build.ts';

const HEAD = ['Ward', 'Families', 'Children'];
const ABOVE = [HEAD, ['Castle', '3', '5'], ['Abbey', '2', '4']];
const BELOW = [
  ['Troon', '1', '1'],
  ['Total', '6', '10'],
];

async function sheets(body: string): Promise<string[]> {
  const { grids } = await reading('a.docx', docx(body));
  return grids.map((grid) => grid.sheet);
}

test('without a header of its own the second part joins, and its cells keep their own address', async () => {
  const { grids } = await reading('a.docx', docx(tbl(ABOVE) + p('') + tbl(BELOW) + p('note')));
  expect(grids).toHaveLength(1);
  expect(grids[0]).toMatchObject({ sheet: 'Table 1', rows: 5, cols: 3, after: [{ text: 'note' }] });
  expect(shown(grids[0]).slice(9)).toEqual([
    'Table 2!A1=Troon',
    'Table 2!B1=1',
    'Table 2!C1=1',
    'Table 2!A2=Total',
    'Table 2!B2=6',
    'Table 2!C2=10',
  ]);
  expect(grids[0]?.cells.at(-1)).toMatchObject({ row: 4, col: 2, address: 'C2' });
});

test('a repeated header is read once', async () => {
  const { grids } = await reading('a.docx', docx(tbl(ABOVE) + tbl([HEAD, ...BELOW])));
  expect(grids).toHaveLength(1);
  expect(grids[0]).toMatchObject({ rows: 5 });
  expect(shown(grids[0]).slice(9, 12)).toEqual(['Table 2!A2=Troon', 'Table 2!B2=1', 'Table 2!C2=1']);
});

test('three parts join into one', async () => {
  expect(await sheets(tbl(ABOVE) + p('') + tbl([['Evington', '1', '2']]) + p('') + tbl(BELOW))).toEqual([
    'Table 1',
  ]);
});

test('“(continued)” between the parts is no caption of another table', async () => {
  expect(await sheets(tbl(ABOVE) + p('Table 3 (continued)') + tbl(BELOW))).toEqual(['Table 1']);
});

test('headers that Word repeats count even where a table has no figures', async () => {
  const flagged = tr(['Case', 'Outcome'], '<w:tblHeader/>');
  expect(await sheets(tbl([flagged, ['A', 'closed']]) + tbl([flagged, ['B', 'open']]))).toEqual(['Table 1']);
});

test.each([
  ['a caption stands between', tbl(ABOVE) + p('Table 2: Wards', 'Caption') + tbl(BELOW)],
  ['the second has a header of its own', tbl(ABOVE) + tbl([['Ward', 'Referrals', 'Visits'], ...BELOW])],
  [
    'the second is headed by other years',
    tbl([
      ['', '2018', '2019'],
      ['a', '1', '2'],
    ]) +
      tbl([
        ['', '2020', '2021'],
        ['b', '3', '4'],
      ]),
  ],
  ['the columns differ in number', tbl(ABOVE) + tbl([['Troon', '1']])],
  ['the columns differ in width', tbl(ABOVE, [900, 900, 900]) + tbl(BELOW, [300, 300, 2100])],
  [
    'the second says the same of the same rows',
    tbl(ABOVE) + tbl([HEAD, ['Castle', '1', '1'], ['Abbey', '1', '2']]),
  ],
  ['both end in a total', tbl([...ABOVE, ['Total', '5', '9']]) + tbl([HEAD, ...BELOW])],
  [
    'the first has no header either',
    tbl([
      ['a', '1'],
      ['b', '2'],
    ]) + tbl([['c', '3']]),
  ],
  [
    'a title runs across the second',
    tbl(ABOVE) +
      tbl([tr([`<w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr>${p('Outcomes')}</w:tc>`]), ...BELOW]),
  ],
])('stay apart when %s', async (_, body) => {
  expect(await sheets(body)).toEqual(['Table 1', 'Table 2']);
});
