/** Tables from the clipboard. Excel and Word put both HTML and tab-separated text there. */

import type { Content } from '#electron/import/content.ts';
import { csvContent } from '#electron/import/plain/csv.ts';
import { sniffDelimiter } from '#electron/import/plain/delimiter.ts';
import { readPage } from '#electron/import/plain/htmltables.ts';

/** The HTML knows merged cells, so it is preferred; without a table in it the text is split at its tabs. */
export function readPastedTable(sheet: string, text: string, html?: string): Content {
  if (html && /<table/i.test(html)) {
    const page = readPage(sheet, fragment(html));
    return { kind: 'html', ...page, warnings: [] };
  }
  const delimiter = text.includes('\t') ? '\t' : (sniffDelimiter(text) ?? '\t');
  return { kind: 'text', text: [], pictures: 0, ...csvContent(sheet, text, delimiter) };
}

/** Windows puts a header of offsets before the markup and marks where the selection begins and ends. */
function fragment(html: string): string {
  return html.replace(/^Version:[\s\S]*?(?=<)/, '');
}
