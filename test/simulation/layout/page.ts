/** A return laid out: sheets of cells or a document of paragraphs and tables, and where every number went. */
import { type Block, blockOf, type Merge, type Placed } from '#test/simulation/layout/block.ts';
import { printWords } from '#test/simulation/layout/print.ts';
import type { Format, Style } from '#test/simulation/layout/style.ts';
import type { SimReturn } from '#test/simulation/model/model.ts';
import { hash, random } from '#test/simulation/model/prng.ts';

/** Where a number stands, as the program's findings name it. */
export interface Place {
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly text: string;
}

export interface SheetPage {
  readonly name: string;
  readonly cells: ReadonlyMap<string, Placed>;
  readonly merges: readonly Merge[];
}

export type DocumentItem =
  | {
      readonly kind: 'paragraph';
      readonly style: 'title' | 'caption' | 'plain' | 'bullet';
      readonly text: string;
    }
  | { readonly kind: 'table'; readonly block: Block };

export type Page =
  | { readonly kind: 'sheets'; readonly sheets: readonly SheetPage[] }
  | { readonly kind: 'document'; readonly items: readonly DocumentItem[] };

export interface Laid {
  readonly provider: string;
  readonly period: string;
  readonly file: string;
  readonly format: Format;
  readonly page: Page;
  readonly places: ReadonlyMap<string, Place>;
}

export function address(row: number, col: number): string {
  let name = '';
  for (let n = col + 1; n > 0; n = Math.floor((n - 1) / 26))
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return `${name}${row + 1}`;
}

interface Sheet {
  readonly name: string;
  readonly cells: Map<string, Placed>;
  readonly merges: Merge[];
}

/** Puts a block with its caption at a corner; gives the first free row below. */
function place(sheet: Sheet, block: Block, top: number, left: number, style: Style): number {
  let row = top;
  const put = (at: number, col: number, placed: Placed) => {
    if (placed.text !== '' || placed.id) sheet.cells.set(address(at, col), placed);
  };
  if (block.caption) {
    put(row, left, block.caption);
    row += style.caption === 'far' ? 4 : 2;
  }
  for (const title of block.titles) put(row++, left, { text: title });
  block.rows.forEach((cells, r) => {
    for (const [c, placed] of cells.entries()) put(row + r, left + c, placed);
  });
  for (const merge of block.merges)
    sheet.merges.push({
      top: merge.top + row,
      bottom: merge.bottom + row,
      left: merge.left + left,
      right: merge.right + left,
    });
  row += block.rows.length;
  for (const note of block.notes) put(row++, left, { text: note });
  return row;
}

const widthOf = (block: Block): number => Math.max(1, ...block.rows.map((row) => row.length));

function sheets(blocks: readonly Block[], style: Style, seed: number): SheetPage[] {
  const blank = (name: string): Sheet => ({ name: name.slice(0, 31), cells: new Map(), merges: [] });
  if (style.arrangement === 'sheet-each' && style.format === 'xlsx')
    return blocks.map((block) => {
      const sheet = blank(block.name);
      place(sheet, block, 0, 0, style);
      return sheet;
    });
  const sheet = blank('Return');
  const rng = random(seed);
  let top = 0;
  for (let index = 0; index < blocks.length; ) {
    const beside = style.arrangement === 'side-by-side' ? 2 : 1;
    const band = blocks.slice(index, index + beside);
    let left = 0;
    let bottom = top;
    for (const block of band) {
      bottom = Math.max(bottom, place(sheet, block, top, left, style));
      left += widthOf(block) + rng.whole(1, 2);
    }
    top = bottom + rng.whole(1, 3);
    index += beside;
  }
  return [sheet];
}

function documentItems(value: SimReturn, blocks: readonly Block[], style: Style): DocumentItem[] {
  const paragraph = (kind: 'title' | 'caption' | 'plain' | 'bullet', text: string): DocumentItem => ({
    kind: 'paragraph',
    style: kind,
    text,
  });
  const tables = blocks.flatMap((block): DocumentItem[] => [
    ...(block.caption ? [paragraph('caption', block.caption.text)] : []),
    ...block.titles.map((title) => paragraph('plain', title)),
    { kind: 'table', block },
    ...block.notes.map((note) => paragraph('plain', note)),
    paragraph('plain', ''),
  ]);
  return [
    paragraph('title', `${printWords(value.providerNames, value.period, style)} return, ${value.period}`),
    ...tables,
    ...value.commentary.map((line) => paragraph('bullet', line)),
  ];
}

function documentPlaces(
  items: readonly DocumentItem[],
  blocks: readonly Block[],
  file: string,
): Map<string, Place> {
  const places = new Map<string, Place>();
  let tables = 0;
  let paragraphs = 0;
  for (const item of items) {
    if (item.kind === 'table') {
      tables++;
      item.block.rows.forEach((row, r) => {
        for (const [c, { id, text }] of row.entries())
          if (id) places.set(id, { file, sheet: `Table ${tables}`, cell: address(r, c), text });
      });
      continue;
    }
    paragraphs++;
    const caption = item.style === 'caption' ? blocks[tables]?.caption : null;
    if (caption?.id) places.set(caption.id, { file, sheet: 'Text', cell: `P${paragraphs}`, text: item.text });
  }
  return places;
}

function fileName(value: SimReturn, style: Style): string {
  const [year = '', index = ''] = value.period.split(' ');
  const words = value.fileWords[Math.min(style.wording, value.fileWords.length - 1)] ?? value.provider;
  const when =
    style.wording === 0 ? `${index} ${year}` : style.wording === 1 ? `${year} ${index}` : `${index}_${year}`;
  return `${words} ${when}.${style.format}`;
}

/** Lays out a return; a table an error has taken is left out. */
export function layOut(value: SimReturn, style: Style): Laid {
  const blocks = value.tables.filter((table) => !table.dropped).map((table) => blockOf(table, style));
  const file = fileName(value, style);
  const base = { provider: value.provider, period: value.period, file, format: style.format };
  if (style.format === 'docx') {
    const items = documentItems(value, blocks, style);
    return { ...base, page: { kind: 'document', items }, places: documentPlaces(items, blocks, file) };
  }
  const pages = sheets(blocks, style, hash(`${value.provider} gaps`));
  const places = new Map<string, Place>();
  for (const page of pages)
    for (const [cell, { id, text }] of page.cells)
      if (id) places.set(id, { file, sheet: style.format === 'csv' ? file : page.name, cell, text });
  return { ...base, page: { kind: 'sheets', sheets: pages }, places };
}
