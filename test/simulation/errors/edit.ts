/** Errors as edits to a clean simulation: data, so that what was done can be told exactly. */
import type {
  SimCell,
  SimReturn,
  SimRow,
  SimTable,
  Simulation,
  Words,
} from '#test/simulation/model/model.ts';

export interface TableName {
  readonly period: string;
  readonly code: string;
}

export type Edit =
  | { readonly kind: 'cell'; readonly id: string; readonly cell: SimCell }
  | { readonly kind: 'label'; readonly table: TableName; readonly row: string; readonly words: Words }
  | { readonly kind: 'caption'; readonly table: TableName; readonly captionPeriod: string }
  | { readonly kind: 'duplicate'; readonly table: TableName; readonly row: string }
  | { readonly kind: 'drop-table'; readonly table: TableName }
  | { readonly kind: 'drop-return'; readonly period: string; readonly provider: string };

/** The identity of a number in a row that was pasted a second time. */
export const copyOf = (key: string): string => `${key}+copy`;

const matches = (table: SimTable, name: TableName): boolean =>
  table.period === name.period && table.code === name.code;

function copyRow(row: SimRow): SimRow {
  return {
    ...row,
    key: copyOf(row.key),
    cells: row.cells.map((cell) => (cell ? { ...cell, id: copyOf(cell.id) } : null)),
  };
}

function editRows(table: SimTable, edits: readonly Edit[], cells: ReadonlyMap<string, SimCell>): SimRow[] {
  return table.rows.flatMap((row) => {
    const labels = edits.find(
      (each) => each.kind === 'label' && matches(table, each.table) && each.row === row.key,
    );
    const changed: SimRow = {
      ...row,
      ...(labels?.kind === 'label' ? { labels: [...row.labels.slice(0, -1), labels.words] } : {}),
      cells: row.cells.map((cell) => (cell ? (cells.get(cell.id) ?? cell) : null)),
    };
    const twice = edits.some(
      (each) => each.kind === 'duplicate' && matches(table, each.table) && each.row === row.key,
    );
    return twice ? [changed, copyRow(changed)] : [changed];
  });
}

function editTable(table: SimTable, edits: readonly Edit[], cells: ReadonlyMap<string, SimCell>): SimTable {
  const caption = edits.find((each) => each.kind === 'caption' && matches(table, each.table));
  const dropped = edits.some((each) => each.kind === 'drop-table' && matches(table, each.table));
  return {
    ...table,
    rows: editRows(table, edits, cells),
    ...(caption?.kind === 'caption' ? { captionPeriod: caption.captionPeriod } : {}),
    ...(dropped ? { dropped } : {}),
  };
}

/** A simulation with the edits made; the original is left alone. */
export function apply(simulation: Simulation, edits: readonly Edit[]): Simulation {
  const cells = new Map(
    edits.flatMap((each) => (each.kind === 'cell' ? [[each.id, each.cell] as const] : [])),
  );
  const edit = (each: SimReturn): SimReturn => ({
    ...each,
    tables: each.tables.map((table) => editTable(table, edits, cells)),
    ...(edits.some(
      (one) => one.kind === 'drop-return' && one.period === each.period && one.provider === each.provider,
    )
      ? { dropped: true }
      : {}),
  });
  return { ...simulation, returns: simulation.returns.map(edit) };
}
