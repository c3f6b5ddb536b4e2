/** What `inspect` prints of a file. */
import { expect, test } from 'vitest';
import type { Reading } from '#shared/grid/grid.ts';
import { inspectReading } from '#shared/table/inspect.ts';
import { gridFrom, rowsOf } from '#test/helpers/grid.ts';

test('a file is inspected table by table, with its relations and what was not read', () => {
  const grid = gridFrom(
    rowsOf(`
Team | Closed | Placed | Comments
North | 9 (14) | 2 CP/ 1 CIN | 3 moved in May
South | 4 (6) | 2 | none
Total | 13 (20) | 5 | see 2019 return
`),
    { sheet: 'Table 3', caption: 'Table 8: Closed cases' },
  );
  const reading: Reading = {
    file: 'Return.docx',
    sha256: '0',
    kind: 'word',
    grids: [grid],
    text: [],
    warnings: [],
  };
  expect(inspectReading(reading)).toEqual({
    file: 'Return.docx',
    tables: [
      {
        sheet: 'Table 3',
        range: 'A1:D4',
        caption: 'Table 8: Closed cases',
        headerRows: 1,
        labelColumns: 1,
        relations: [{ kind: 'sum', result: 'B4', parts: ['B2', 'B3'], held: true }],
        unread: [
          {
            cell: 'C2',
            text: '2 CP/ 1 CIN',
            why: 'It holds digits among words, and it is not certain which number is meant.',
          },
        ],
      },
    ],
  });
});

test('words, letters for digits and figures still to come are listed where numbers should stand', () => {
  const grid = gridFrom(
    rowsOf(`
Team | Open | Closed | Moved | Days | Notes
North | tbc | 9 | 14 | 5O | none
South | 22 | see note | 12 | 31 | 2 moved in May
East | 18 | 7 | 1,23 | n/a | moved
West | l2 | 11 | 19 | 28 |
Centre | 31 | ?? | 16 | .. | tbc
North East | 27 | 10 | 11 | 35 |`),
  );
  const reading: Reading = {
    file: 'Return.csv',
    sha256: '0',
    kind: 'csv',
    grids: [grid],
    text: [],
    warnings: [],
  };
  const [table] = inspectReading(reading).tables;
  expect(table?.range).toBe('A1:F7');
  expect(table?.headerRows).toBe(1);
  expect(table?.unread).toEqual([
    { cell: 'B2', text: 'tbc', why: 'The figure is still to come.' },
    { cell: 'E2', text: '5O', why: 'A letter stands where a digit should.' },
    { cell: 'C3', text: 'see note', why: 'Words stand where a number should.' },
    { cell: 'D4', text: '1,23', why: 'Its commas and points do not form one number.' },
    { cell: 'B5', text: 'l2', why: 'A letter stands where a digit should.' },
    { cell: 'C6', text: '??', why: 'The figure is still to come.' },
  ]);
});
