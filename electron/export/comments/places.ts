/**
 * Where in a Word document the places are that the reader names: `Table 3` `B4` and `Text` `P12`.
 *
 * The tree is walked as the reader walks it, with the reader's own laying out of blocks, rows and merged cells,
 * so that an address means the same cell here and there.
 */
import { isPlaced, type PlacedNode } from '#electron/export/comments/splice.ts';
import { isBlank } from '#electron/import/grid.ts';
import { blocksOf } from '#electron/import/word/blocks.ts';
import { emptyTally } from '#electron/import/word/context.ts';
import { inlineOf } from '#electron/import/word/inline.ts';
import { rowsOf } from '#electron/import/word/rows.ts';
import type { XmlNode } from '#electron/import/xml.ts';
import { addressOf } from '#shared/grid/address.ts';

interface Walk {
  readonly found: Map<string, PlacedNode>;
  tables: number;
  paragraphs: number;
}

export function placeKey(sheet: string, cell: string): string {
  return `${sheet}!${cell}`;
}

/** The paragraph a comment on each place belongs to, by `placeKey`. */
export function wordPlaces(body: XmlNode): ReadonlyMap<string, PlacedNode> {
  const walk: Walk = { found: new Map(), tables: 0, paragraphs: 0 };
  for (const block of blocksOf(body)) {
    if (block.name === 'tbl') walkTable(block, null, walk);
    else if (block.name === 'p') {
      walk.paragraphs++;
      keep(walk, 'Text', `P${walk.paragraphs}`, block);
      walkBoxes(block, block, walk);
    }
  }
  return walk.found;
}

function keep(walk: Walk, sheet: string, cell: string, paragraph: XmlNode | null): void {
  if (paragraph && isPlaced(paragraph)) walk.found.set(placeKey(sheet, cell), paragraph);
}

/** `outside`: the paragraph that holds the text box this table is in; Word has no comments within boxes. */
function walkTable(table: XmlNode, outside: XmlNode | null, walk: Walk): void {
  walk.tables++;
  const sheet = `Table ${walk.tables}`;
  for (const { node, row, col } of rowsOf(table).cells) {
    const paragraphs = walkCell(node, outside, walk);
    const shown = paragraphs.find((paragraph) => !isBlank(inlineOf(paragraph, emptyTally()).text));
    keep(walk, sheet, addressOf(row, col), outside ?? shown ?? paragraphs[0] ?? null);
  }
}

/** The cell's own paragraphs; what is nested in it is walked on the way, as the reader does. */
function walkCell(cell: XmlNode, outside: XmlNode | null, walk: Walk): readonly XmlNode[] {
  const blocks = blocksOf(cell);
  if (blocks.length === 0) walkBoxes(cell, outside, walk);
  return blocks.flatMap((block) => {
    if (block.name === 'tbl') walkTable(block, outside, walk);
    if (block.name !== 'p') return [];
    walkBoxes(block, outside ?? block, walk);
    return [block];
  });
}

/** Tables in text boxes count as tables. */
function walkBoxes(paragraph: XmlNode, outside: XmlNode | null, walk: Walk): void {
  for (const box of inlineOf(paragraph, emptyTally()).boxes) {
    for (const block of blocksOf(box)) {
      if (block.name === 'p') walkBoxes(block, outside, walk);
      else if (block.name === 'tbl') walkTable(block, outside, walk);
    }
  }
}
