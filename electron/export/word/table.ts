/** Tables in Word: header rows that repeat, rows that do not break, a description for those who cannot see them. */
import { INK, type Look, RULE } from '#electron/export/house.ts';
import { paragraph, run } from '#electron/export/word/runs.ts';
import { el } from '#electron/export/xml.ts';
import { CELL_PADDING, type FittedPart } from '#shared/pack/fit.ts';
import type { Keeping } from '#shared/pack/height.ts';
import { type LaidTable, marked } from '#shared/pack/number.ts';

/** Points to twentieths of a point. */
function twips(points: number): number {
  return Math.round(points * 20);
}

function edge(name: string, colour: string, eighths: number): string {
  return el(`w:${name}`, { 'w:val': 'single', 'w:sz': eighths, 'w:space': 0, 'w:color': colour.slice(1) });
}

interface Cell {
  readonly text: string;
  readonly width: number;
  readonly numeric: boolean;
  readonly role: 'head' | 'body' | 'total';
  readonly size: number;
  readonly keep: boolean;
}

type Head = Look['tableHead'];

function cellXml({ text, width, numeric, role, size, keep }: Cell, head: Head): string {
  const borders = el(
    'w:tcBorders',
    {},
    role === 'total' ? edge('top', INK, 8) : '',
    role === 'head' ? edge('bottom', INK, 8) : edge('bottom', RULE, 4),
  );
  const properties = el(
    'w:tcPr',
    {},
    el('w:tcW', { 'w:w': twips(width), 'w:type': 'dxa' }),
    borders,
    role === 'head' ? el('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': head.fill.slice(1) }) : '',
    el('w:vAlign', { 'w:val': role === 'head' ? 'bottom' : 'top' }),
  );
  const look = {
    bold: role !== 'body',
    ...(size === 10 ? {} : { size }),
    ...(role === 'head' && head.text !== INK ? { colour: head.text } : {}),
  };
  const content = text === '' ? '' : run(text, look);
  const style = numeric ? 'TableNumber' : 'TableText';
  return el('w:tc', {}, properties, paragraph(style, content, keep ? el('w:keepNext', {}) : ''));
}

function rowXml(cells: readonly Cell[], header: boolean, whole: boolean, head: Head): string {
  const properties = el(
    'w:trPr',
    {},
    whole ? el('w:cantSplit', {}) : '',
    header ? el('w:tblHeader', {}) : '',
  );
  return el('w:tr', {}, properties, ...cells.map((cell) => cellXml(cell, head)));
}

function properties(laid: LaidTable, part: FittedPart): string {
  const width = part.widths.reduce((total, each) => total + each, 0);
  const side = { 'w:w': twips(CELL_PADDING / 2), 'w:type': 'dxa' };
  const above = { 'w:w': 50, 'w:type': 'dxa' };
  return el(
    'w:tblPr',
    {},
    el('w:tblStyle', { 'w:val': 'BoardTable' }),
    el('w:tblW', { 'w:w': twips(width), 'w:type': 'dxa' }),
    el('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }),
    el('w:tblLayout', { 'w:type': 'fixed' }),
    el(
      'w:tblCellMar',
      {},
      el('w:top', above),
      el('w:left', side),
      el('w:bottom', above),
      el('w:right', side),
    ),
    el('w:tblLook', {
      'w:val': '04A0',
      'w:firstRow': 1,
      'w:lastRow': 0,
      'w:firstColumn': 1,
      'w:lastColumn': 0,
      'w:noHBand': 1,
      'w:noVBand': 1,
    }),
    el('w:tblCaption', { 'w:val': part.title }),
    el('w:tblDescription', { 'w:val': laid.table.summary }),
  );
}

/** One part of a table as `w:tbl`, with its first notes if it is kept together, at the widths and the size that were found to fit. */
export function tableXml(
  laid: LaidTable,
  part: FittedPart,
  size: number,
  keeping: Keeping,
  { tableHead }: Look,
): string {
  const { rows } = laid.table;
  const line = (texts: readonly string[], role: Cell['role'], keep: boolean): readonly Cell[] =>
    texts.map((text, index) => ({
      text,
      role,
      size,
      keep,
      width: part.widths[index] ?? 0,
      numeric: laid.numeric[part.columns[index] ?? 0] === true,
    }));
  const head = part.columns.map((column) => laid.header[column] ?? '');
  const body = rows.map((row) => {
    const texts = part.columns.map((column) => {
      const cell = row.cells[column - 1];
      return column === 0 ? row.label : cell ? marked(cell) : '';
    });
    return rowXml(
      line(texts, row.total ? 'total' : 'body', keeping.together),
      false,
      keeping.wholeRows,
      tableHead,
    );
  });
  const grid = el('w:tblGrid', {}, ...part.widths.map((width) => el('w:gridCol', { 'w:w': twips(width) })));
  return el(
    'w:tbl',
    {},
    properties(laid, part),
    grid,
    rowXml(line(head, 'head', true), true, true, tableHead),
    ...body,
  );
}
