/** Files of plain text: CSV, tab-separated text, and web pages. */

import type { Content } from '#electron/import/content.ts';
import { extensionOf } from '#electron/import/name.ts';
import { csvContent } from '#electron/import/plain/csv.ts';
import { sniffDelimiter } from '#electron/import/plain/delimiter.ts';
import { decodeText } from '#electron/import/plain/encoding.ts';
import { declaredCharset } from '#electron/import/plain/html.ts';
import { readPage } from '#electron/import/plain/htmltables.ts';
import { ReadProblem } from '#electron/import/problem.ts';

/** Text as one grid; a text file that no sign splits into columns is read as lines. */
export function readPlain(file: string, bytes: Uint8Array): Content {
  const text = decodeText(file, bytes);
  const isText = ['txt', 'text', 'prn', ''].includes(extensionOf(file));
  const delimiter = sniffDelimiter(text);
  if (isText && (delimiter === null || delimiter === ',')) return linesContent(text);
  return { kind: isText ? 'text' : 'csv', text: [], pictures: 0, ...csvContent(file, text) };
}

function linesContent(text: string): Content {
  const lines = text.split(/\r\n|\r|\n/);
  return {
    kind: 'text',
    grids: [],
    text: lines.flatMap((line, at) =>
      line.trim() === '' ? [] : [{ address: `P${at + 1}`, text: line.trim(), style: 'body' as const }],
    ),
    warnings: ['The text has no columns that can be told apart, so it was read as lines, not as a table.'],
    pictures: 0,
  };
}

/** A saved web page, also one that a system has named .xls. */
export function readWebPage(file: string, bytes: Uint8Array): Content {
  const charset = declaredCharset(bytes);
  const marked = charset !== null && charset !== 'utf-8' && !(bytes[0] === 0xef && bytes[1] === 0xbb);
  const html = marked ? new TextDecoder(charset).decode(bytes) : decodeText(file, bytes);
  if (/<frameset/i.test(html)) {
    throw new ReadProblem(
      'unsupported',
      `“${file}” is only the frame of a saved web page; its tables are in other files. Save it as a workbook (.xlsx) and import that.`,
    );
  }
  const { grids, text, pictures } = readPage(file, html);
  return { kind: 'html', grids, text, warnings: [], pictures };
}
