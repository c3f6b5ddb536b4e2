/** One worksheet: rows of typed cells, at most one table object, links within the workbook. */
import type { CellStyle, Strings, Styles } from '#electron/export/workbook/styles.ts';
import { el, XML_HEAD } from '#electron/export/xml.ts';

/** A cell's content: words stay words whatever they begin with, numbers stay numbers. */
export interface SheetCell {
  readonly value: string | number;
  readonly style: CellStyle;
  /** Name of the sheet this cell leads to. */
  readonly link?: string;
}

export interface SheetTable {
  /** Unique in the workbook; letters, digits and underscores. */
  readonly name: string;
  readonly description: string;
  /** First row of the table, its heading, from 1. */
  readonly row: number;
  readonly rows: number;
  readonly headings: readonly string[];
}

export interface Sheet {
  /** At most 31 characters. */
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  /** Column widths in characters. */
  readonly widths: readonly number[];
  readonly table: SheetTable | null;
  /** First of the rows that every printed page repeats, down to the table's heading: the marking's. */
  readonly repeatFrom: number;
  readonly landscape: boolean;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** `1` is A, `27` is AA. */
export function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnName(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

function cellXml(cell: SheetCell, address: string, styles: Styles, words: Strings): string {
  const quoted = typeof cell.value === 'string' && /^[=+\-@\t\r]/.test(cell.value);
  const s = styles.of(quoted ? { ...cell.style, quoted } : cell.style);
  if (cell.value === '') return el('c', { r: address, s });
  if (typeof cell.value === 'number') return el('c', { r: address, s }, el('v', {}, String(cell.value)));
  return el('c', { r: address, s, t: 's' }, el('v', {}, String(words.of(cell.value))));
}

function view(first: boolean): string {
  const cursor = el('selection', { activeCell: 'A1', sqref: 'A1' });
  const tabSelected = first ? 1 : null;
  return el('sheetViews', {}, el('sheetView', { showGridLines: 0, tabSelected, workbookViewId: 0 }, cursor));
}

/** Height in points: as many lines as the fullest wrapped cell takes. */
function rowHeight(cells: readonly SheetCell[], widths: readonly number[]): number {
  const lines = cells.map(({ value, style }, column) => {
    const room = Math.max(4, (widths[column] ?? 10) - (style.font === 'bold' ? 2 : 1));
    return style.wrap ? linesOf(String(value), room) : 1;
  });
  const title = cells[0]?.style.font === 'title';
  return Math.min(400, Math.max(1, ...lines) * 15 + (title ? 9 : 1));
}

function linesOf(text: string, room: number): number {
  return text.split('\n').reduce((total, line) => {
    let lines = 1;
    let used = 0;
    for (const word of line.split(' ')) {
      if (used > 0 && used + 1 + word.length > room) {
        lines += 1;
        used = 0;
      }
      used += (used > 0 ? 1 : 0) + word.length;
      lines += Math.max(0, Math.ceil(word.length / room) - 1);
    }
    return total + lines;
  }, 0);
}

/** The worksheet part. The first sheet is the one shown on opening. */
export function sheetXml(sheet: Sheet, styles: Styles, words: Strings, first: boolean): string {
  const links: string[] = [];
  const rows = sheet.rows.map((cells, index) => {
    const each = cells.map((cell, column) => {
      const address = `${columnName(column + 1)}${index + 1}`;
      if (cell.link)
        links.push(
          el('hyperlink', { ref: address, location: `'${cell.link}'!A1`, display: String(cell.value) }),
        );
      return cellXml(cell, address, styles, words);
    });
    return el('row', { r: index + 1, ht: rowHeight(cells, sheet.widths), customHeight: 1 }, ...each);
  });
  const cols = sheet.widths.map((width, index) =>
    el('col', { min: index + 1, max: index + 1, width, customWidth: 1 }),
  );
  return (
    XML_HEAD +
    el(
      'worksheet',
      { xmlns: MAIN, 'xmlns:r': REL },
      el('sheetPr', {}, el('pageSetUpPr', { fitToPage: 1 })),
      view(first),
      el('sheetFormatPr', { defaultRowHeight: 15 }),
      el('cols', {}, ...cols),
      el('sheetData', {}, ...rows),
      links.length > 0 ? el('hyperlinks', {}, ...links) : '',
      el('pageMargins', { left: 0.6, right: 0.6, top: 0.8, bottom: 0.8, header: 0.3, footer: 0.3 }),
      el('pageSetup', {
        paperSize: 9,
        orientation: sheet.landscape ? 'landscape' : 'portrait',
        fitToWidth: 1,
        fitToHeight: 0,
      }),
      sheet.table ? el('tableParts', { count: 1 }, el('tablePart', { 'r:id': 'rId1' })) : '',
    )
  );
}

/** The table part: what makes a range a table to screen readers and to Excel. */
export function tableXml(table: SheetTable, id: number): string {
  const last = columnName(table.headings.length);
  const ref = `A${table.row}:${last}${table.row + table.rows}`;
  const columns = table.headings.map((name, index) => el('tableColumn', { id: index + 1, name }));
  return (
    XML_HEAD +
    el(
      'table',
      {
        xmlns: MAIN,
        id,
        name: table.name,
        displayName: table.name,
        ref,
        totalsRowShown: 0,
        comment: table.description.slice(0, 250),
      },
      el('tableColumns', { count: columns.length }, ...columns),
      el('tableStyleInfo', {
        showFirstColumn: 0,
        showLastColumn: 0,
        showRowStripes: 0,
        showColumnStripes: 0,
      }),
    )
  );
}
