/**
 * A table seen along one direction: its lines (rows, or columns) and what crosses them. Sums, differences and
 * percentages are looked for in both directions by the same code.
 */
import { asFraction } from '#shared/quantity/make.ts';
import type { PrintedCell, PrintedRole, Quantity } from '#shared/quantity/quantity.ts';
import type { BodyCell, Line, ShapeTable } from '#shared/table/table.ts';

export interface AxisCell {
  readonly address: string;
  /** `none`: stated as absent, words, or not read; nothing can be checked with it. */
  readonly state: 'blank' | 'value' | 'none';
  readonly main: Quantity | null;
  readonly second: Quantity | null;
  readonly note: string | null;
}

export interface Axis {
  /** The direction in which result and parts run: rows as lines run down a column. */
  readonly along: 'row' | 'column';
  readonly lines: readonly Line[];
  readonly cross: readonly Line[];
  cell(line: number, cross: number): AxisCell;
}

const NOTHING: AxisCell = { address: '', state: 'none', main: null, second: null, note: null };

function quantityIn(printed: PrintedCell, role: PrintedRole): Quantity | null {
  if (printed.kind !== 'quantities') return null;
  return printed.quantities.find((one) => one.role === role)?.quantity ?? null;
}

function axisCell(body: BodyCell, fraction: (quantity: Quantity) => Quantity): AxisCell {
  const { printed, address } = body;
  if (printed.kind === 'blank') return { ...NOTHING, address, state: 'blank' };
  const main = quantityIn(printed, 'main');
  if (!main || printed.kind !== 'quantities') return { ...NOTHING, address };
  const second = quantityIn(printed, 'second');
  return { address, state: 'value', main: fraction(main), second, note: printed.note };
}

/**
 * How plain numbers of a percentage line become fractions: 61.2 is 0.612, unless all are at most 1, as in a
 * workbook that shows 0.19 without its format.
 */
function fractionOf(values: readonly Quantity[]): (quantity: Quantity) => Quantity {
  const plain = values.filter((one) => one.unit !== 'percent');
  const already = plain.some((one) => !one.whole) && plain.every((one) => Math.abs(one.value) <= 1);
  return already ? (one) => ({ ...one, unit: 'percent' }) : asFraction;
}

/** Converters by line index, for the lines that are percentages by their label. */
function converters(lines: readonly Line[], cellsOf: (line: Line) => readonly BodyCell[]) {
  const found = new Map<number, (quantity: Quantity) => Quantity>();
  for (const line of lines) {
    if (line.role !== 'percent') continue;
    const values = cellsOf(line).flatMap((cell) => quantityIn(cell.printed, 'main') ?? []);
    found.set(line.index, fractionOf(values));
  }
  return found;
}

/** The two directions of a table: columns as lines, and rows as lines. */
export function axesOf(table: ShapeTable): readonly [Axis, Axis] {
  const cells = new Map(table.body.map((cell) => [`${cell.row}:${cell.col}`, cell]));
  const rows = converters(table.rows, (line) => table.body.filter((cell) => cell.row === line.index));
  const columns = converters(table.columns, (line) => table.body.filter((cell) => cell.col === line.index));
  const same = (quantity: Quantity) => quantity;
  const read = new Map<string, AxisCell>();
  for (const [key, cell] of cells) {
    read.set(key, axisCell(cell, columns.get(cell.col) ?? rows.get(cell.row) ?? same));
  }
  const at = (row: number | undefined, col: number | undefined) => read.get(`${row}:${col}`) ?? NOTHING;
  return [
    {
      along: 'row',
      lines: table.columns,
      cross: table.rows,
      cell: (line, cross) => at(table.rows[cross]?.index, table.columns[line]?.index),
    },
    {
      along: 'column',
      lines: table.rows,
      cross: table.columns,
      cell: (line, cross) => at(table.rows[line]?.index, table.columns[cross]?.index),
    },
  ];
}

/** True where most of a line's values are percentages. */
export function isPercentLine(axis: Axis, line: number): boolean {
  const values = axis.cross.flatMap((_, j) => axis.cell(line, j).main ?? []);
  const percents = values.filter((one) => one.unit === 'percent').length;
  return values.length > 0 && percents * 2 > values.length;
}
