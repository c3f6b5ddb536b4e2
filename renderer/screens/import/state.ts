/** What a staged file says: what each cell is for, the labels with their categories, the values understood. */
import { placeOf } from '#renderer/parts/source.ts';
import type { Grid } from '#shared/grid/grid.ts';
import type { UnderstoodTable } from '#shared/meaning/understood.ts';
import { parsePeriod, periodEnd, periodName, previousQuarter } from '#shared/period/period.ts';
import type { Line, LineRole } from '#shared/table/table.ts';

export type Role = 'header' | 'label' | 'body' | 'total' | 'percent' | 'previous' | 'unread';

export const roleWords: Readonly<Record<Role, string>> = {
  header: 'Headings',
  label: 'Labels',
  body: 'Values',
  total: 'Totals',
  percent: 'Percentages, averages',
  previous: 'Earlier periods',
  unread: 'Not read',
};

const LINES: Partial<Record<LineRole, Role>> = {
  total: 'total',
  subtotal: 'total',
  percent: 'percent',
  mean: 'percent',
  previous: 'previous',
};

/** The grid a table stands in. */
export function gridOf(grids: readonly Grid[], { shape }: UnderstoodTable): Grid | null {
  const cell = shape.body.find((one) => one.cell !== null) ?? shape.body[0];
  const holds = (grid: Grid) =>
    grid.cells.some(({ sheet, address }) => sheet === cell?.sheet && address === cell.address);
  return grids.find(holds) ?? grids.find(({ sheet }) => sheet === shape.sheet) ?? null;
}

/** What each place of a table's grid is for. */
export function rolesOf({ shape, unread }: UnderstoodTable): ReadonlyMap<string, Role> {
  const roles = new Map<string, Role>();
  const rows = new Map(shape.rows.map((line) => [line.index, line.role]));
  const columns = new Map(shape.columns.map((line) => [line.index, line.role]));
  const bad = new Set(unread.map(({ source }) => `${source.sheet} ${source.cell}`));
  const all = [...shape.labelColumns, ...columns.keys()];
  for (const row of shape.headerRows) for (const col of all) roles.set(placeOf(row, col), 'header');
  for (const cell of [...shape.rows, ...shape.columns].flatMap((line) => line.labelCells)) {
    const place = placeOf(cell.row, cell.col);
    if (!roles.has(place)) roles.set(place, 'label');
  }
  for (const { row, col, sheet, address } of shape.body) {
    const line = LINES[rows.get(row) ?? 'body'] ?? LINES[columns.get(col) ?? 'body'] ?? 'body';
    roles.set(placeOf(row, col), bad.has(`${sheet} ${address}`) ? 'unread' : line);
  }
  return roles;
}

/** A printed label and the category it was taken for; `member` null where it names none. */
export interface LabelReading {
  readonly label: string;
  readonly set: string;
  readonly member: string | null;
  readonly nearest: readonly string[];
}

function known(lines: readonly Line[], facets: UnderstoodTable['rowFacets']): readonly LabelReading[] {
  return lines.flatMap((line, at) => {
    const label = line.path.at(-1);
    const dims = Object.entries(facets[at]?.dims ?? {}).at(-1);
    return label && dims ? [{ label, set: dims[0], member: dims[1], nearest: [] }] : [];
  });
}

/** Labels to settle first, then those understood; each label once. */
export function labelsOf(table: UnderstoodTable): readonly LabelReading[] {
  const unknown = table.unknownLabels.map(({ label, set, nearest }) => ({
    label,
    set,
    member: null,
    nearest,
  }));
  const readings = [
    ...unknown,
    ...known(table.shape.rows, table.rowFacets),
    ...known(table.shape.columns, table.columnFacets),
  ];
  return readings.filter(
    (one, at) => readings.findIndex((other) => other.label === one.label && other.set === one.set) === at,
  );
}

const QUARTERS_BACK = 24;

/** Quarters to choose from, latest first: those known, and those up to the one that holds `today`. */
export function quartersToChoose(known: readonly string[], today: Date): readonly string[] {
  const month = today.getMonth();
  const year = month < 3 ? today.getFullYear() - 1 : today.getFullYear();
  const quarter = Math.floor(((month + 9) % 12) / 3) + 1;
  let name = periodName({ kind: 'quarter', year, quarter });
  const names = new Set(known.filter((one) => parsePeriod(one)?.kind === 'quarter'));
  for (let back = 0; back < QUARTERS_BACK; back += 1) {
    names.add(name);
    name = previousQuarter(name);
  }
  return [...names].sort((a, b) => (periodEnd(b) ?? 0) - (periodEnd(a) ?? 0));
}

/** How a table is called in lists: its caption, or where it stands. */
export function tableName({ shape }: UnderstoodTable): string {
  return shape.caption ?? `${shape.sheet} ${shape.range}`;
}
