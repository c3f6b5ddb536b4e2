/** OpenDocument spreadsheets (ods): the file holds each cell's text as displayed beside its value. */

import { type FoundCell, isBlank, makeGrid } from '#electron/import/grid.ts';
import { corrupt, protectedFile, tooLarge } from '#electron/import/problem.ts';
import { raised } from '#electron/import/superscript.ts';
import type { WorkbookContent } from '#electron/import/workbook/xlsx.ts';
import { child, children, parseXml, TEXT, type XmlNode } from '#electron/import/xml.ts';
import type { Zip } from '#electron/import/zip.ts';
import type { Grid } from '#shared/grid/grid.ts';

interface Styles {
  readonly raised: ReadonlySet<string>;
  readonly hiddenTables: ReadonlySet<string>;
}

/** A blank row or cell repeated to the sheet's edge is normal; a filled one repeated this often is not. */
const MAX_FILLED = 200_000;

export function readOds(file: string, zip: Zip): WorkbookContent {
  const manifest = zip.read('META-INF/manifest.xml');
  if (manifest && new TextDecoder().decode(manifest).includes('encryption-data')) throw protectedFile(file);
  const bytes = zip.read('content.xml');
  if (!bytes) throw corrupt(file, 'its content is missing');
  const root = parseXml(file, 'content.xml', bytes, true);
  const styles = stylesOf(root);
  const tables = children(child(child(root, 'body'), 'spreadsheet'), 'table');
  return {
    grids: tables.map((table) => tableGrid(file, table, styles)),
    warnings: [],
    pictures: zip.names.filter((name) => /^Pictures\//i.test(name)).length,
  };
}

function stylesOf(root: XmlNode): Styles {
  const styles = children(child(root, 'automatic-styles'), 'style');
  const names = (test: (style: XmlNode) => boolean): Set<string> =>
    new Set(styles.filter(test).map((style) => style.attrs.name ?? ''));
  return {
    raised: names(
      (style) => child(style, 'text-properties')?.attrs['text-position']?.startsWith('super') ?? false,
    ),
    hiddenTables: names((style) => child(style, 'table-properties')?.attrs.display === 'false'),
  };
}

interface Placed {
  readonly node: XmlNode;
  readonly repeat: number;
  readonly hidden: boolean;
}

function tableGrid(file: string, table: XmlNode, styles: Styles): Grid {
  const hiddenCols = runs(table, 'table-column', 'number-columns-repeated');
  const found: FoundCell[] = [];
  let row = 0;
  for (const line of runs(table, 'table-row', 'number-rows-repeated')) {
    const cells = rowCells(line.node, styles);
    if (cells.some((cell) => !isBlank(cell.text) || (cell.colSpan ?? 1) > 1 || (cell.rowSpan ?? 1) > 1)) {
      const rows = cells.some((cell) => !isBlank(cell.text)) ? line.repeat : 1;
      for (let n = 0; n < rows; n++) {
        found.push(
          ...cells.map((cell) => ({
            ...cell,
            row: row + n,
            hidden: line.hidden || hiddenAt(hiddenCols, cell.col),
          })),
        );
        if (found.length > MAX_FILLED) throw tooLarge(file, `more than ${MAX_FILLED} cells`);
      }
    }
    row += line.repeat;
  }
  const hidden = styles.hiddenTables.has(table.attrs['style-name'] ?? '');
  return makeGrid({ sheet: table.attrs.name ?? '', hidden }, found);
}

/** Rows or columns in order, looked for inside the groups and header blocks that may enclose them. */
function runs(node: XmlNode, name: string, repeated: string): Placed[] {
  return node.nodes.flatMap((each): Placed[] => {
    if (each.name === name) {
      const visibility = each.attrs.visibility ?? 'visible';
      return [{ node: each, repeat: Number(each.attrs[repeated] ?? 1), hidden: visibility !== 'visible' }];
    }
    return each.name.startsWith('table-') ? runs(each, name, repeated) : [];
  });
}

function hiddenAt(columns: readonly Placed[], col: number): boolean {
  let at = 0;
  for (const column of columns) {
    at += column.repeat;
    if (col < at) return column.hidden;
  }
  return false;
}

type RowCell = Omit<FoundCell, 'row' | 'hidden'>;

function rowCells(row: XmlNode, styles: Styles): RowCell[] {
  const found: RowCell[] = [];
  let col = 0;
  for (const node of row.nodes) {
    const repeat = Number(node.attrs['number-columns-repeated'] ?? 1);
    if (node.name === 'table-cell') {
      const cell = cellOf(node, styles);
      const copies = isBlank(cell.text) ? 1 : Math.min(repeat, MAX_FILLED);
      for (let n = 0; n < copies; n++) found.push({ ...cell, col: col + n });
    }
    if (node.name === 'table-cell' || node.name === 'covered-table-cell') col += repeat;
  }
  return found;
}

function cellOf(node: XmlNode, styles: Styles): Omit<RowCell, 'col'> {
  const shown = children(node, 'p')
    .map((line) => lineText(line, styles))
    .join('\n');
  const formula = node.attrs.formula?.replace(/^[a-z]*:?=/, '');
  const uncalculated = formula !== undefined && shown === '' && node.attrs['value-type'] === undefined;
  const text = uncalculated ? `=${formula}` : shown;
  const value = uncalculated ? null : cellValue(node, text);
  const format = typeof value === 'number' ? formatSeen(text, value) : null;
  return {
    text,
    value,
    ...(format === null ? {} : { format }),
    ...(formula === undefined ? {} : { formula }),
    rowSpan: Number(node.attrs['number-rows-spanned'] ?? 1),
    colSpan: Number(node.attrs['number-columns-spanned'] ?? 1),
  };
}

function cellValue(node: XmlNode, text: string): string | number | boolean {
  switch (node.attrs['value-type']) {
    case 'float':
    case 'percentage':
    case 'currency':
      return Number(node.attrs.value ?? Number.NaN);
    case 'boolean':
      return node.attrs['boolean-value'] === 'true';
    default:
      return text;
  }
}

/** The number format that the displayed text shows; null where the number is displayed as it is. */
function formatSeen(text: string, value: number): string | null {
  if (text === String(value)) return null;
  const match = /^([^\d]*)(\d[\d,]*)(?:\.(\d+))?([^\d]*)$/.exec(text);
  if (!match) return `"${text}"`;
  const [, before = '', whole = '', decimals = '', after = ''] = match;
  const quoted = (part: string): string =>
    part
      .split('%')
      .map((piece) => (piece === '' ? '' : `"${piece}"`))
      .join('%');
  const digits = `${whole.includes(',') ? '#,##0' : '0'}${decimals ? `.${'0'.repeat(decimals.length)}` : ''}`;
  return `${quoted(before)}${digits}${quoted(after)}`;
}

function lineText(node: XmlNode, styles: Styles): string {
  return node.nodes
    .map((each) => {
      if (each.name === TEXT) return each.text.replace(/\s+/g, ' ');
      if (each.name === 's') return ' '.repeat(Math.min(Number(each.attrs.c ?? 1), 1000));
      if (each.name === 'tab') return '\t';
      if (each.name === 'line-break') return '\n';
      if (each.name === 'annotation' || each.name === 'note') return '';
      const text = lineText(each, styles);
      return styles.raised.has(each.attrs['style-name'] ?? '') ? raised(text) : text;
    })
    .join('');
}

/** Whether the archive is a spreadsheet of this kind. */
export function isOds(zip: Zip): boolean {
  const type = zip.read('mimetype');
  return type !== null && new TextDecoder().decode(type).includes('opendocument.spreadsheet');
}
