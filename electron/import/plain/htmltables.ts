/** Tables and text lines of an HTML page. Tables are numbered in document order, nested ones included. */

import { type FoundCell, isBlank, makeGrid } from '#electron/import/grid.ts';
import { type DocumentItem, gridsOf, linesOf } from '#electron/import/items.ts';
import { htmlTree } from '#electron/import/plain/html.ts';
import { ReadProblem } from '#electron/import/problem.ts';
import { raised } from '#electron/import/superscript.ts';
import { TEXT, type XmlNode } from '#electron/import/xml.ts';
import type { Grid, TextLine } from '#shared/grid/grid.ts';

export interface PageContent {
  readonly grids: readonly Grid[];
  readonly text: readonly TextLine[];
  readonly pictures: number;
}

interface Walk {
  readonly items: DocumentItem[];
  tables: number;
  lines: number;
  pictures: number;
}

const BLOCK =
  /^(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|tr|td|th|blockquote|section|article|header|footer|pre|hr|caption|figcaption|body|html|form|center|address|main|aside|nav)$/;
/** Cells further out than this are markup gone wrong, not a table. */
const MAX_SPAN = 1000;
const MAX_COVERED = 2_000_000;

/** Every table of the page as a grid, with the lines between it and its neighbours. */
export function readPage(file: string, html: string): PageContent {
  const walk: Walk = { items: [], tables: 0, lines: 0, pictures: 0 };
  blocks(htmlTree(file, html), 'body', walk);
  return { grids: gridsOf(walk.items), text: linesOf(walk.items), pictures: walk.pictures };
}

/** Walks block structure: gathers inline text into lines, hands tables over. */
function blocks(node: XmlNode, style: string, walk: Walk): void {
  let inline: XmlNode[] = [];
  const flush = (): void => {
    addLine(inline, style, walk);
    inline = [];
  };
  for (const each of node.nodes) {
    if (each.name === 'table' || holdsBlocks(each)) {
      flush();
      if (each.name === 'table') addTable(each, walk);
      else blocks(each, BLOCK.test(each.name) ? each.name : style, walk);
    } else inline.push(each);
  }
  flush();
}

function holdsBlocks(node: XmlNode): boolean {
  return BLOCK.test(node.name) || node.nodes.some((each) => each.name === 'table' || holdsBlocks(each));
}

function addLine(nodes: readonly XmlNode[], style: string, walk: Walk): void {
  const text = tidy(nodes.map((node) => inlineText(node, walk)).join(''));
  if (isBlank(text)) return;
  walk.lines++;
  walk.items.push({ kind: 'line', line: { address: `P${walk.lines}`, text, style: lineStyle(style) } });
}

function lineStyle(name: string): TextLine['style'] {
  if (/^h[1-6]$/.test(name)) return 'heading';
  if (name === 'caption' || name === 'figcaption') return 'caption';
  return name === 'li' ? 'list' : 'body';
}

/** The text of inline markup, and of a cell's blocks; nested tables and hidden parts are left out. */
function inlineText(node: XmlNode, walk: Walk): string {
  if (node.name === TEXT) return node.text.replace(/[ \t\r\n\f]+/g, ' ');
  if (node.name === 'br') return '\n';
  if (node.name === 'table' || isHidden(node)) return '';
  if (node.name === 'img') walk.pictures++;
  const text = node.nodes.map((each) => inlineText(each, walk)).join('');
  if (node.name === 'sup') return raised(text);
  return BLOCK.test(node.name) ? `\n${text}\n` : text;
}

function tidy(text: string): string {
  return text
    .replace(/ *\n */g, '\n')
    .replace(/\n{2,}/g, '\n')
    .replace(/ {2,}/g, ' ')
    .replace(/^[ \n]+|[ \n]+$/g, '');
}

function isHidden(node: XmlNode): boolean {
  return node.attrs.hidden !== undefined || /display\s*:\s*none/i.test(node.attrs.style ?? '');
}

function addTable(table: XmlNode, walk: Walk, nested = false): void {
  walk.tables++;
  const sheet = `Table ${walk.tables}`;
  for (const caption of table.nodes.filter((each) => each.name === 'caption')) {
    addLine(caption.nodes, 'caption', walk);
  }
  const cells = tableCells(table, walk);
  walk.items.push({ kind: 'table', grid: makeGrid({ sheet, hidden: isHidden(table) }, cells), nested });
  for (const inner of nestedTables(table)) addTable(inner, walk, true);
}

function nestedTables(node: XmlNode): XmlNode[] {
  return node.nodes.flatMap((each) => (each.name === 'table' ? [each] : nestedTables(each)));
}

/** Rows of this table only, whether or not they stand in thead, tbody or tfoot. */
function rowsOf(node: XmlNode): XmlNode[] {
  return node.nodes.flatMap((each) => {
    if (each.name === 'tr') return [each];
    return each.name === 'table' || each.name === 'caption' ? [] : rowsOf(each);
  });
}

function tableCells(table: XmlNode, walk: Walk): FoundCell[] {
  const rows = rowsOf(table);
  const taken = new Set<string>();
  return rows.flatMap((tr, row) => {
    let col = 0;
    return tr.nodes
      .filter((each) => each.name === 'td' || each.name === 'th')
      .map((cell): FoundCell => {
        while (taken.has(`${row},${col}`)) col++;
        const at = col;
        const rowSpan = span(cell.attrs.rowspan, rows.length - row);
        const colSpan = span(cell.attrs.colspan, MAX_SPAN);
        for (let r = row; r < row + rowSpan; r++) {
          for (let c = at; c < at + colSpan; c++) taken.add(`${r},${c}`);
        }
        if (taken.size > MAX_COVERED) throw tooWide();
        col += colSpan;
        return {
          row,
          col: at,
          text: tidy(cell.nodes.map((each) => inlineText(each, walk)).join('')),
          rowSpan,
          colSpan,
          hidden: isHidden(cell) || isHidden(tr),
          bold: cell.name === 'th',
        };
      });
  });
}

/** A span as written, at least 1; `rowspan="0"` means to the end. */
function span(written: string | undefined, most: number): number {
  const count = Number.parseInt(written ?? '1', 10);
  if (count === 0) return Math.max(1, most);
  return Math.max(1, Math.min(Number.isNaN(count) ? 1 : count, most));
}

function tooWide(): ReadProblem {
  return new ReadProblem(
    'too-large',
    'A table on this page is too large to be a return. Copy the part that matters into a new file and import that.',
  );
}
