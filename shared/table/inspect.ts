/** What `inspect` prints of one file: its tables by shape alone, without a board. */
import type { Reading } from '#shared/grid/grid.ts';
import { tablesOf } from '#shared/table/recognise.ts';
import type { ShapeRelation, ShapeTable } from '#shared/table/table.ts';
import { wordedCells } from '#shared/table/worded.ts';

export interface InspectedTable {
  readonly sheet: string;
  readonly range: string;
  readonly caption: string | null;
  /** How many. */
  readonly headerRows: number;
  readonly labelColumns: number;
  readonly relations: readonly Pick<ShapeRelation, 'kind' | 'result' | 'parts' | 'held'>[];
  readonly unread: readonly { readonly cell: string; readonly text: string; readonly why: string }[];
}

export interface Inspected {
  readonly file: string;
  readonly tables: readonly InspectedTable[];
}

/**
 * Body cells that give no number where one should stand, in reading order. Columns of words (comments, wards) are
 * prose, not figures.
 */
export function unreadCells(table: ShapeTable): InspectedTable['unread'] {
  const prose = new Set(
    table.columns.filter((column) => column.role === 'words').map((column) => column.index),
  );
  const worded = new Map(wordedCells(table).map(({ cell, why }) => [cell, why]));
  return table.body.flatMap((cell) => {
    const { printed, address, col } = cell;
    const why = printed.kind === 'unread' && !prose.has(col) ? printed.why : worded.get(cell);
    return why === undefined ? [] : [{ cell: address, text: cell.cell?.text.trim() ?? '', why }];
  });
}

function inspectTable(table: ShapeTable): InspectedTable {
  return {
    sheet: table.sheet,
    range: table.range,
    caption: table.caption,
    headerRows: table.headerRows.length,
    labelColumns: table.labelColumns.length,
    relations: table.relations.map(({ kind, result, parts, held }) => ({ kind, result, parts, held })),
    unread: unreadCells(table),
  };
}

/** The JSON of `inspect` for one file. */
export function inspectReading(reading: Reading): Inspected {
  return {
    file: reading.file,
    tables: tablesOf(reading.grids).map(inspectTable),
  };
}
