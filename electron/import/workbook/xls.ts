/** Legacy Excel workbooks (xls), by SheetJS; the text of each cell is worked out as for xlsx. */
import { type CellObject, read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { type FoundCell, makeGrid } from '#electron/import/grid.ts';
import { corrupt, protectedFile } from '#electron/import/problem.ts';
import { displayNumber, displayText } from '#electron/import/workbook/display.ts';
import type { WorkbookContent } from '#electron/import/workbook/xlsx.ts';
import type { Grid } from '#shared/grid/grid.ts';

/** Reads every sheet. Throws `ReadProblem` for a workbook with a password and for one that is damaged. */
export function readXls(file: string, bytes: Uint8Array, macros: boolean): WorkbookContent {
  const book = parsed(file, bytes);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  return {
    grids: book.SheetNames.map((name, at) => {
      const hidden = (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0;
      return sheetGrid(book.Sheets[name] ?? {}, name, hidden, date1904);
    }),
    warnings: macros ? ['The workbook has macros. They were not run.'] : [],
    pictures: 0,
  };
}

function parsed(file: string, bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, { type: 'array', cellNF: true, cellText: false, cellStyles: true, cellHTML: false });
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message)) throw protectedFile(file);
    throw corrupt(file, 'the workbook inside cannot be followed');
  }
}

function sheetGrid(sheet: WorkSheet, name: string, hidden: boolean, date1904: boolean): Grid {
  const merges = sheet['!merges'] ?? [];
  const spans = new Map(merges.map((merge) => [utils.encode_cell(merge.s), merge]));
  const covered = (address: string): boolean => {
    const { r, c } = utils.decode_cell(address);
    return merges.some(
      ({ s, e }) => r >= s.r && r <= e.r && c >= s.c && c <= e.c && !(r === s.r && c === s.c),
    );
  };
  const found = Object.keys(sheet)
    .filter((address) => !address.startsWith('!') && !covered(address))
    .map((address): FoundCell => {
      const { r: row, c: col } = utils.decode_cell(address);
      const cell: CellObject = sheet[address];
      const span = spans.get(address);
      const outOfSight = sheet['!rows']?.[row]?.hidden === true || sheet['!cols']?.[col]?.hidden === true;
      return {
        row,
        col,
        ...content(cell, outOfSight, date1904),
        rowSpan: span ? span.e.r - span.s.r + 1 : 1,
        colSpan: span ? span.e.c - span.s.c + 1 : 1,
      };
    });
  return makeGrid({ sheet: name, hidden }, found);
}

function content(
  cell: CellObject,
  outOfSight: boolean,
  date1904: boolean,
): Omit<FoundCell, 'row' | 'col' | 'rowSpan' | 'colSpan'> {
  const format = typeof cell.z === 'string' ? cell.z : 'General';
  const extras = {
    ...(format === 'General' ? {} : { format }),
    ...(cell.f === undefined ? {} : { formula: cell.f }),
  };
  if (cell.t === 'n' && typeof cell.v === 'number') {
    const { text, concealed } = displayNumber(cell.v, format, date1904);
    return { text, value: cell.v, hidden: outOfSight || concealed, ...extras };
  }
  if (cell.t === 'b')
    return { text: cell.v ? 'TRUE' : 'FALSE', value: cell.v === true, hidden: outOfSight, ...extras };
  if (cell.t === 'e')
    return { text: cell.w ?? '#N/A', value: cell.w ?? '#N/A', hidden: outOfSight, ...extras };
  const text = typeof cell.v === 'string' ? cell.v : '';
  return { text: displayText(text, format), value: text, hidden: outOfSight, ...extras };
}
