/** How well one table of a return fits one table of the definition, and what its lines then mean. */
import type { AxisReading, BoardDefinition, TableDefinition } from '#shared/definition/definition.ts';
import { captionScore } from '#shared/meaning/captions.ts';
import type { Context } from '#shared/meaning/elements.ts';
import { type LineMeaning, readLine } from '#shared/meaning/lines.ts';
import { statedPeriods } from '#shared/period/stated.ts';
import type { Line, ShapeTable } from '#shared/table/table.ts';

export interface Fit {
  readonly table: TableDefinition;
  readonly score: number;
  readonly transposed: boolean;
  readonly rows: readonly LineMeaning[];
  readonly columns: readonly LineMeaning[];
}

/** Below this a table is known by its shape only. */
export const THRESHOLD = 0.5;
const LABELS_NEEDED = 0.45;

/** Lines that hold something besides their label. */
function filled(shape: ShapeTable, lines: readonly Line[], axis: 'row' | 'col'): ReadonlySet<number> {
  const found = new Set<number>();
  for (const cell of shape.body) {
    if (cell.printed.kind === 'quantities' || cell.printed.kind === 'unread') found.add(cell[axis]);
  }
  return found.size ? found : new Set(lines.map((line) => line.index));
}

interface AxisFit {
  readonly meanings: readonly LineMeaning[];
  /** Mean fit of the lines that say something; null where none does. */
  readonly score: number | null;
}

/** Several quarters of one year on a yearly axis are quarters; a single one is the year up to it. */
function timed(lines: readonly Line[], readings: readonly AxisReading[]): readonly AxisReading[] {
  if (!readings.some((reading) => reading.kind === 'years')) return readings;
  const years = lines.flatMap((line) =>
    statedPeriods(line.path.at(-1) ?? '').flatMap((one) => (one.kind === 'quarter' ? [one.year] : [])),
  );
  const several = new Set(years).size < years.length;
  return several ? [{ kind: 'quarters' }, ...readings] : readings;
}

function fitAxis(
  lines: readonly Line[],
  present: ReadonlySet<number>,
  allowed: readonly AxisReading[],
  context: Context,
): AxisFit {
  const readings = timed(lines, allowed);
  const meanings = lines.map((line) => readLine(line, lines, readings, context));
  const telling = meanings.filter((meaning, at) => {
    const line = lines[at];
    return line && !meaning.neutral && (present.has(line.index) || meaning.facets !== null);
  });
  const sum = telling.reduce((total, meaning) => total + meaning.fit, 0);
  return { meanings, score: telling.length ? sum / telling.length : null };
}

/** Items the definition knows that the table has: a table with half its columns missing fits less. */
function coverage(meanings: readonly LineMeaning[], readings: readonly AxisReading[]): number {
  const [first] = readings;
  if (first?.kind !== 'items') return 1;
  const used = meanings.filter((meaning) => meaning.facets !== null && !meaning.neutral).length;
  return Math.min(1, used / Math.max(1, Math.min(4, first.items.length)));
}

function isCases(readings: readonly AxisReading[]): boolean {
  return readings.some((reading) => reading.kind === 'cases');
}

/** Cases are one a line and have no labels to compare: the layout has to agree instead. */
function caseMeanings(lines: readonly Line[]): readonly LineMeaning[] {
  return lines.map((line, at) => ({
    facets: { dims: { case: /^\d+$/.test(line.path[0] ?? '') ? (line.path[0] ?? '') : String(at + 1) } },
    unsure: [],
    aside: false,
    fit: 1,
    neutral: false,
    unknown: null,
  }));
}

/** Few cases look like any small table. */
const NEARLY_CASES = 0.7;

function rowsFit(
  shape: ShapeTable,
  lines: readonly Line[],
  axis: 'row' | 'col',
  readings: readonly AxisReading[],
  context: Context,
): AxisFit {
  if (!isCases(readings)) return fitAxis(lines, filled(shape, lines, axis), readings, context);
  const tallied = lines.some((line) => line.role === 'total');
  const score = shape.layout === 'cases' ? 1 : tallied ? 0 : NEARLY_CASES;
  return { meanings: caseMeanings(lines), score };
}

function labelScore(rows: AxisFit, columns: AxisFit): number {
  if (rows.score !== null && columns.score !== null) return Math.sqrt(rows.score * columns.score);
  return 0.9 * (rows.score ?? columns.score ?? 0);
}

function weigh(labels: number, caption: number | null, provider: number): number {
  return caption === null
    ? 0.94 * (0.75 * labels + 0.25 * provider)
    : 0.5 * labels + 0.32 * caption + 0.18 * provider;
}

/** Another service's table in a service's return is unlikely; in the board's own compilation it is not. */
function foreign(provider: string | null, definition: BoardDefinition): number {
  return definition.providers.find((one) => one.code === provider)?.compiles ? 0.9 : 0.65;
}

function orient(
  shape: ShapeTable,
  table: TableDefinition,
  transposed: boolean,
  context: Context,
): { readonly rows: AxisFit; readonly columns: AxisFit } {
  const [down, across] = transposed ? [table.columns, table.rows] : [table.rows, table.columns];
  return {
    rows: rowsFit(shape, shape.rows, 'row', down, context),
    columns: rowsFit(shape, shape.columns, 'col', across, context),
  };
}

function fitOriented(
  shape: ShapeTable,
  table: TableDefinition,
  transposed: boolean,
  definition: BoardDefinition,
  provider: string | null,
  context: Context,
): Fit {
  const { rows, columns } = orient(shape, table, transposed, context);
  const labels = labelScore(rows, columns);
  const known = transposed ? rows.meanings : columns.meanings;
  const full = 0.9 + 0.1 * coverage(known, table.columns);
  const poor = Math.min(rows.score ?? 1, columns.score ?? 1) < LABELS_NEEDED;
  const prior = provider === null ? 0.5 : table.providers.includes(provider) ? 1 : 0;
  const own = prior > 0 ? 1 : foreign(provider, definition);
  const score = weigh(labels, captionScore(shape, table, definition), prior) * full * own;
  return {
    table,
    score: (poor ? 0.5 : 1) * score * (transposed ? 0.98 : 1),
    transposed,
    rows: rows.meanings,
    columns: columns.meanings,
  };
}

/** Every table of the definition against one table of the return, both ways round, best first. */
export function fitsOf(
  shape: ShapeTable,
  definition: BoardDefinition,
  provider: string | null,
  context: Context,
): readonly Fit[] {
  return definition.tables
    .map((table) => {
      const straight = fitOriented(shape, table, false, definition, provider, context);
      const turned = fitOriented(shape, table, true, definition, provider, context);
      return turned.score > straight.score ? turned : straight;
    })
    .sort((a, b) => b.score - a.score);
}
