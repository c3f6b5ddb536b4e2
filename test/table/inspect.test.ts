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
