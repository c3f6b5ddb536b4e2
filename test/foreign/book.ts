/** A small workbook as another council's staff might send it, read by the program's own reader. */
import * as XLSX from '@e965/xlsx';
import { readReturn } from '#electron/import/read.ts';
import { defaultDefinition } from '#shared/definition/default/index.ts';
import type { Reading } from '#shared/grid/grid.ts';
import { understandReturn } from '#shared/meaning/recognise.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';

/** A number, a text, or a formula (`=B2+B3`) with the value it was last worked out to. */
export type Cell = number | string | readonly [formula: string, value: number];

/** Rows on lines, cells parted by `|`; digits become numbers. */
export function rows(text: string): Cell[][] {
  return text
    .replace(/^\n/, '')
    .split('\n')
    .map((line) => line.split('|').map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell)));
}

function sheetOf(cells: readonly (readonly Cell[])[]): XLSX.WorkSheet {
  const sheet: XLSX.WorkSheet = {};
  for (const [r, row] of cells.entries()) {
    for (const [c, cell] of row.entries()) {
      const at = XLSX.utils.encode_cell({ r, c });
      if (typeof cell === 'object') sheet[at] = { t: 'n', f: cell[0].slice(1), v: cell[1] };
      else if (cell !== '') sheet[at] = typeof cell === 'number' ? { t: 'n', v: cell } : { t: 's', v: cell };
    }
  }
  const width = Math.max(...cells.map((row) => row.length));
  sheet['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: cells.length - 1, c: width - 1 } });
  return sheet;
}

export async function workbook(
  file: string,
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
): Promise<Reading> {
  const book = XLSX.utils.book_new();
  for (const [name, cells] of Object.entries(sheets))
    XLSX.utils.book_append_sheet(book, sheetOf(cells), name);
  const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  const read = await readReturn(file, bytes);
  if (!read.ok) throw new Error(read.error.message);
  return read.reading;
}

export function returned(reading: Reading, provider: string, period = '2021-22 Q1'): UnderstoodReturn {
  const ref = { provider, period, version: 1, sha256: reading.sha256 };
  return understandReturn(reading, defaultDefinition, ref);
}
