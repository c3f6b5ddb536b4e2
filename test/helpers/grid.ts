/** Grids from rows of text, for tests: `gridFrom([['Ward', 'No'], ['Abbey', '3']])`. */
import { addressOf } from '#shared/grid/address.ts';
import type { Grid, GridCell, TextLine } from '#shared/grid/grid.ts';

export interface GridOptions {
  readonly sheet?: string;
  /** Merged blocks by the address of their first cell: `{ B1: [1, 3] }` is one row by three columns. */
  readonly merges?: Readonly<Record<string, readonly [number, number]>>;
  readonly bold?: readonly string[];
  /** Typed values of cells, with their formats, where they differ from the text shown. */
  readonly typed?: Readonly<Record<string, { readonly value: number; readonly format?: string }>>;
  readonly caption?: string;
  readonly after?: readonly string[];
}

function line(text: string, style: TextLine['style'], at: number): TextLine {
  return { address: `P${at}`, text, style };
}

export function gridFrom(rows: readonly (readonly string[])[], options: GridOptions = {}): Grid {
  const sheet = options.sheet ?? 'Sheet1';
  const cells = rows.flatMap((texts, row) =>
    texts.flatMap((text, col): GridCell[] => {
      if (text === '') return [];
      const address = addressOf(row, col);
      const [rowSpan, colSpan] = options.merges?.[address] ?? [1, 1];
      const typed = options.typed?.[address];
      const cell: GridCell = {
        row,
        col,
        sheet,
        address,
        text,
        value: typed?.value ?? text,
        rowSpan,
        colSpan,
        hidden: false,
      };
      const withFormat = typed?.format === undefined ? cell : { ...cell, format: typed.format };
      return [options.bold?.includes(address) ? { ...withFormat, bold: true } : withFormat];
    }),
  );
  return {
    sheet,
    rows: rows.length,
    cols: Math.max(0, ...rows.map((texts) => texts.length)),
    cells,
    hidden: false,
    before: options.caption === undefined ? [] : [line(options.caption, 'caption', 1)],
    after: (options.after ?? []).map((text, i) => line(text, 'body', i + 2)),
  };
}

/** Rows from lines of text with cells parted by `|`, for tables that are easier to read so. */
export function rowsOf(text: string): readonly (readonly string[])[] {
  return text
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => (row.trim() === '~' ? [''] : row.split('|').map((cell) => cell.replace(/^ | +$/g, ''))));
}
