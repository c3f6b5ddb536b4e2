/** Word tables as grids. A table inside a cell is a grid of its own; the cell keeps its own words. */

import { type FoundCell, isBlank, makeGrid } from '#electron/import/grid.ts';
import { blocksOf } from '#electron/import/word/blocks.ts';
import { emptyTally, type WordContext } from '#electron/import/word/context.ts';
import { inlineOf } from '#electron/import/word/inline.ts';
import { noteLines, type Paragraph, paragraphOf } from '#electron/import/word/paragraph.ts';
import { frameOf, rowsOf, type TableCell, type TableRows } from '#electron/import/word/rows.ts';
import type { XmlNode } from '#electron/import/xml.ts';
import { addressOf } from '#shared/grid/address.ts';
import type { Grid, TextLine } from '#shared/grid/grid.ts';

/** A table with what is needed to tell whether it goes on from the one before. */
export interface WordTable {
  readonly grid: Grid;
  readonly headers: number;
  readonly widths: readonly number[];
}

/** Reads a table; tables nested in it are added to the document as they are met. */
export function readTable(node: XmlNode, context: WordContext): WordTable {
  context.tables++;
  const sheet = `Table ${context.tables}`;
  const rows = rowsOf(node);
  context.tally.deleted += rows.deleted;
  const notes: TextLine[] = [];
  const cells = rows.cells.map((cell) => readCell(cell, sheet, context, notes));
  warnCovered(rows, sheet, context.warnings);
  return {
    grid: makeGrid({ sheet, rows: rows.rows, cols: rows.cols, after: notes }, cells),
    headers: rows.headers,
    widths: rows.widths,
  };
}

function readCell(cell: TableCell, sheet: string, context: WordContext, notes: TextLine[]): FoundCell {
  const paragraphs: Paragraph[] = [];
  for (const block of cellBlocks(cell.node)) {
    if (block.name === 'tbl')
      addNested(block, paragraphs, `${sheet} ${addressOf(cell.row, cell.col)}`, context);
    else if (block.name === 'p') paragraphs.push(...withBoxes(paragraphOf(block, context), context));
  }
  notes.push(...paragraphs.flatMap(({ inline }) => noteLines(inline, context)));
  const shown = joined(paragraphs.map(({ inline }) => inline.text));
  const concealed = joined(paragraphs.map(({ inline }) => inline.concealed));
  const hidden = isBlank(shown) && !isBlank(concealed);
  const visible = paragraphs.filter(({ inline }) => !isBlank(inline.text));
  const formula = paragraphs.find(({ inline }) => inline.formula)?.inline.formula;
  return {
    ...frameOf(cell),
    text: hidden ? concealed : shown,
    ...(formula ? { formula } : {}),
    hidden: cell.hidden || hidden,
    bold: visible.length > 0 && visible.every(({ inline }) => inline.bold),
  };
}

/** A cell may hold runs directly where another program wrote it badly; they are read as one paragraph. */
function cellBlocks(cell: XmlNode): XmlNode[] {
  const blocks = blocksOf(cell);
  return blocks.length > 0 ? blocks : [{ ...cell, name: 'p' }];
}

function joined(lines: readonly string[]): string {
  return lines.join('\n').replace(/^\n+|\n+$/g, '');
}

/** A text box in a cell is read with the cell's words; a table in it is a table. */
function withBoxes(paragraph: Paragraph, context: WordContext): Paragraph[] {
  const inner = paragraph.inline.boxes.flatMap((box) =>
    blocksOf(box).flatMap((block): Paragraph[] => {
      if (block.name === 'p') return withBoxes(paragraphOf(block, context), context);
      if (block.name === 'tbl') addNested(block, [], '', context);
      return [];
    }),
  );
  return [paragraph, ...inner];
}

function addNested(node: XmlNode, above: readonly Paragraph[], address: string, context: WordContext): void {
  const at = context.items.length;
  const { grid } = readTable(node, context);
  const before = above
    .filter(({ inline }) => !isBlank(inline.text))
    .map(({ inline, style }): TextLine => ({ address, text: inline.text, style }));
  context.items.splice(at, 0, { kind: 'table', grid: { ...grid, before }, nested: true });
}

function warnCovered(rows: TableRows, sheet: string, warnings: string[]): void {
  const found = rows.cells.filter((cell) =>
    cell.covered.some((node) =>
      blocksOf(node).some((block) => block.name === 'p' && !isBlank(inlineOf(block, emptyTally()).text)),
    ),
  );
  for (const cell of found) {
    warnings.push(
      `${sheet}, cell ${addressOf(cell.row, cell.col)}: words under a merged cell are not shown by Word and were not read. ` +
        'Split the cell if they are wanted.',
    );
  }
}
