/** CSV and tab-separated text as one grid. Row numbers count every line, blank ones too, as a spreadsheet does. */
import { parse } from 'csv-parse/sync';
import { makeGrid } from '#electron/import/grid.ts';
import { DELIMITERS, type Delimiter, sniffDelimiter } from '#electron/import/plain/delimiter.ts';
import { decodeText } from '#electron/import/plain/encoding.ts';
import type { Grid } from '#shared/grid/grid.ts';

export interface PlainContent {
  readonly grids: readonly Grid[];
  readonly warnings: readonly string[];
}

/** Reads a CSV file whatever its encoding and separator. Throws `ReadProblem` (encoding) for bytes that are no text. */
export function readCsv(file: string, bytes: Uint8Array): PlainContent {
  return csvContent(file, decodeText(file, bytes));
}

/** The same for text already decoded; `sheet` is what the grid is called. */
export function csvContent(sheet: string, text: string, delimiter?: Delimiter): PlainContent {
  const marked = /^sep=(.)\r?\n/i.exec(text);
  const body = marked ? text.slice(marked[0].length) : text;
  const chosen = delimiter ?? DELIMITERS.find((each) => each === marked?.[1]) ?? sniffDelimiter(body) ?? ',';
  const { records, warnings } = recordsOf(sheet, body, chosen);
  const found = records.flatMap((record, row) => record.map((cell, col) => ({ row, col, text: cell })));
  return { grids: [makeGrid({ sheet }, found)], warnings };
}

/** Quotes that do not pair up would swallow lines; they are then read as ordinary characters. */
function recordsOf(
  sheet: string,
  text: string,
  delimiter: Delimiter,
): { records: string[][]; warnings: string[] } {
  const options = {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: ['\r\n', '\n', '\r'],
  };
  try {
    return { records: parse(text, options), warnings: [] };
  } catch {
    return {
      records: parse(text, { ...options, quote: null }),
      warnings: [
        `The quotation marks in “${sheet}” do not pair up, so they were read as ordinary characters. ` +
          'Check that the columns are where they should be.',
      ],
    };
  }
}
