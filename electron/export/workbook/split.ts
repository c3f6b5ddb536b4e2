/**
 * A cell of a workbook holds one value: `5 (31%)` becomes 5 in its column and 31% in a column of its own beside it,
 * so that neither is lost and both can be worked with.
 */
import type { TableCell } from '#shared/pack/document.ts';
import { formatOf } from '#shared/pack/lookup.ts';
import type { LaidTable } from '#shared/pack/number.ts';
import { readCell } from '#shared/quantity/read.ts';

type Columns = Pick<LaidTable, 'header' | 'numeric'> & {
  readonly rows: readonly {
    readonly label: string;
    readonly total: boolean;
    readonly cells: readonly TableCell[];
  }[];
};

const PAIR = /^(?<main>[^()]+?)\s*\((?<beside>[^()]+)\)$/;

/** The table with every column whose cells hold a second value in brackets followed by one for that value. */
export function oneValueACell({ header, numeric, table }: LaidTable): Columns {
  const paired = header.map((_, column) => {
    const cells = table.rows.map((row) => row.cells[column - 1]);
    return numeric[column] === true && cells.some((cell) => cell !== undefined && besideOf(cell) !== null);
  });
  return {
    header: header.flatMap((heading, column) =>
      paired[column] ? [heading, besideHeading(heading, table.rows, column - 1)] : [heading],
    ),
    numeric: numeric.flatMap((each, column) => (paired[column] ? [each, true] : [each])),
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.flatMap((cell, index) => (paired[index + 1] ? split(cell) : [cell])),
    })),
  };
}

/** What stands in brackets; null for words, where brackets are part of the wording. */
function besideOf(cell: TableCell): string | null {
  if (cell.format === 'text' && cell.flag !== 'suppressed') return null;
  return PAIR.exec(cell.text)?.groups?.beside ?? null;
}

function besideHeading(heading: string, rows: Columns['rows'], index: number): string {
  const texts = rows.flatMap((row) => {
    const cell = row.cells[index];
    return (cell && besideOf(cell)) ?? [];
  });
  const shares = texts.filter((text) => text.endsWith('%')).length;
  return `${heading} ${shares * 2 > texts.length ? '(%)' : '(in brackets)'}`.trim();
}

const NOTHING: TableCell = { text: '', value: null, format: 'text', key: null };

function split(cell: TableCell): readonly TableCell[] {
  const beside = besideOf(cell);
  // What is withheld whole is withheld in both its columns.
  if (beside === null) return [cell, cell.flag === 'suppressed' ? { ...cell, value: null } : NOTHING];
  const main = PAIR.exec(cell.text)?.groups?.main ?? cell.text;
  return [{ ...cell, text: main }, besideCell(beside, cell)];
}

function besideCell(text: string, { flag }: TableCell): TableCell {
  const read = readCell({ text, value: text });
  const only = read.kind === 'quantities' && read.quantities.length === 1 ? read.quantities[0] : undefined;
  const mark = flag === undefined || flag === 'suppressed' ? {} : { flag };
  if (only === undefined) return { ...NOTHING, text, ...(flag ? { flag } : {}) };
  const { quantity } = only;
  return {
    text,
    value: quantity.value,
    format: formatOf(quantity, quantity.unit ?? 'count'),
    key: null,
    ...mark,
  };
}
