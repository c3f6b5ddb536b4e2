/** What `inspect` prints of one file: its tables by shape alone, without a board. */
import type { Reading } from '#shared/grid/grid.ts';
import { recogniseTables } from '#shared/table/recognise.ts';
import type { ShapeRelation, ShapeTable } from '#shared/table/table.ts';

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

/** Body cells with digits that were not read. Columns of words (comments, wards) are prose, not figures. */
export function unreadCells(table: ShapeTable): InspectedTable['unread'] {
  const words = new Set(
    table.columns.filter((column) => column.role === 'words').map((column) => column.index),
  );
  return table.body.flatMap(({ printed, address, col }) =>
    printed.kind === 'unread' && !words.has(col)
      ? [{ cell: address, text: printed.text, why: printed.why }]
      : [],
  );
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
    tables: reading.grids.flatMap((grid) => recogniseTables(grid)).map(inspectTable),
  };
}
