/**
 * A table seen along one direction: its lines (rows, or columns) and what crosses them. Sums, differences and
 * percentages are looked for in both directions by the same code.
 */
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

/** More columns than any sheet has. */
const WIDEST = 16384;

const NOTHING: AxisCell = { address: '', state: 'none', main: null, second: null, note: null };

function quantityIn(printed: PrintedCell, role: PrintedRole): Quantity | null {
  if (printed.kind !== 'quantities') return null;
  return printed.quantities.find((one) => one.role === role)?.quantity ?? null;
}

function axisCell(body: BodyCell): AxisCell {
  const { printed, address } = body;
  if (printed.kind === 'blank') return { ...NOTHING, address, state: 'blank' };
  const main = quantityIn(printed, 'main');
  if (!main || printed.kind !== 'quantities') return { ...NOTHING, address };
  const second = quantityIn(printed, 'second');
  return { address, state: 'value', main, second, note: printed.note };
}

/** The two directions of a table: columns as lines, and rows as lines. */
export function axesOf(table: ShapeTable): readonly [Axis, Axis] {
  const read = new Map(table.body.map((cell) => [cell.row * WIDEST + cell.col, axisCell(cell)]));
  const at = (row: number | undefined, col: number | undefined) =>
    read.get((row ?? -1) * WIDEST + (col ?? 0)) ?? NOTHING;
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
