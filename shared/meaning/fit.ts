/** How well one table of a return fits one table of the definition, and what its lines then mean. */
import type { AxisReading, BoardDefinition, Facets, TableDefinition } from '#shared/definition/definition.ts';
import { captionScore, type Heads, headedProgramme, headsOf } from '#shared/meaning/captions.ts';
import type { Context } from '#shared/meaning/elements.ts';
import { columnReadings, isOutOfTime, isSpread, lacksMembers } from '#shared/meaning/implied.ts';
import { type Chained, chained, type LineMeaning, readLines } from '#shared/meaning/lines.ts';
import { type Readings, readingsOf } from '#shared/meaning/readings.ts';
import { axesTell } from '#shared/meaning/telling.ts';
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

/** The rows or the columns of a table, with the fits worked out so far. */
interface Axis {
  readonly chained: readonly Chained[];
  readonly present: ReadonlySet<number>;
  readonly cases: number;
  /** A yearly axis of this table would be one of quarters. */
  readonly quarterly: boolean;
  readonly fits: Map<string, AxisFit>;
}

function axisOf(shape: ShapeTable, lines: readonly Line[], axis: 'row' | 'col'): Axis {
  const tallied = lines.some((line) => line.role === 'total');
  return {
    chained: chained(lines),
    present: filled(shape, lines, axis),
    cases: shape.layout === 'cases' ? 1 : tallied ? 0 : NEARLY_CASES,
    quarterly: severalQuarters(lines),
    fits: new Map(),
  };
}

/** Several quarters of one year on a yearly axis are quarters; a single one is the year up to it. */
function severalQuarters(lines: readonly Line[]): boolean {
  const years = lines.flatMap((line) =>
    statedPeriods(line.path.at(-1) ?? '').flatMap((one) => (one.kind === 'quarter' ? [one.year] : [])),
  );
  return new Set(years).size < years.length;
}

function readAxis(axis: Axis, readings: Readings, context: Context): AxisFit {
  const meanings = readLines(axis.chained, readings, context);
  let sum = 0;
  let telling = 0;
  for (const [at, meaning] of meanings.entries()) {
    const index = axis.chained[at]?.line.index ?? -1;
    if (meaning.neutral || (meaning.facets === null && !axis.present.has(index))) continue;
    sum += meaning.fit;
    telling += 1;
  }
  return { meanings, score: telling ? sum / telling : null };
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

/** An axis under a definition's readings of it; the same readings in several tables are tried once. */
function axisFit({ context }: Prepared, axis: Axis, allowed: readonly AxisReading[]): AxisFit {
  const readings = readingsOf(allowed, axis.quarterly);
  const known = axis.fits.get(readings.id);
  if (known) return known;
  const made = isCases(allowed)
    ? { meanings: caseMeanings(axis.chained.map(({ line }) => line)), score: axis.cases }
    : readAxis(axis, readings, context);
  axis.fits.set(readings.id, made);
  return made;
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

/** How the cells of a table are filled. */
interface Filling {
  readonly numbers: number;
  readonly words: number;
  /** There is nothing but labels. */
  readonly labels: boolean;
}

function fillingOf(shape: ShapeTable): Filling {
  const numbering = new Set(shape.columns.flatMap((line) => (line.role === 'number' ? [line.index] : [])));
  const kinds = shape.body.filter((cell) => !numbering.has(cell.col)).map((cell) => cell.printed.kind);
  return {
    numbers: kinds.filter((kind) => kind === 'quantities' || kind === 'unread').length,
    words: kinds.filter((kind) => kind === 'words').length,
    labels: kinds.length === 0,
  };
}

const UNLIKELY = 0.6;
const UNSAID = 0.7;

/** A heading that shares no word with the definition's, over labels that could belong to any count. */
function headingFactor(one: Likeness, way: Oriented, definition: BoardDefinition): number {
  const silent = way.rows.score === null || way.columns.score === null;
  return one.caption === 0 && (silent || !axesTell(one.table, definition)) ? UNSAID : 1;
}

/**
 * A table that counts holds numbers; a list of cases whose columns are all told in words holds few. A layout that
 * is neither way speaks against the table, whatever its labels say.
 */
function layoutFactor({ numbers, words, labels }: Filling, table: TableDefinition): number {
  const worded = isCases(table.rows) && table.columns.every(isWorded);
  if (worded) return numbers > words ? UNLIKELY : 1;
  return numbers === 0 && (words > 1 || labels) ? UNLIKELY : 1;
}

function isWorded(reading: AxisReading): boolean {
  return reading.kind === 'words' || (reading.kind === 'items' && reading.items.every((item) => item.aside));
}

const OTHER_PROGRAMME = 0.9;

/** A heading that names another programme than the definition's table is about speaks a little against it. */
function headFactor(headed: string | null, table: TableDefinition, { definition }: Context): number {
  const own = table.facets.programme;
  if (headed === null || own === undefined || headed === own) return 1;
  const within = (code: string, whole: string): boolean => {
    const group = definition.programmes.find((one) => one.code === code)?.partOf ?? null;
    return group !== null && (group === whole || within(group, whole));
  };
  return within(headed, own) || within(own, headed) ? 1 : OTHER_PROGRAMME;
}

/** A table of the return made ready to be compared: what is the same for every definition is done once. */
interface Prepared {
  readonly shape: ShapeTable;
  readonly context: Context;
  readonly heads: Heads;
  readonly headed: string | null;
  readonly filling: Filling;
  readonly rows: Axis;
  readonly columns: Axis;
}

function prepared(shape: ShapeTable, context: Context): Prepared {
  return {
    shape,
    context,
    heads: headsOf(shape),
    headed: headedProgramme(shape, context.vocabulary),
    filling: fillingOf(shape),
    rows: axisOf(shape, shape.rows, 'row'),
    columns: axisOf(shape, shape.columns, 'col'),
  };
}

/** One way round of one table of the definition, with everything but the provider weighed. */
interface Oriented {
  readonly transposed: boolean;
  readonly rows: AxisFit;
  readonly columns: AxisFit;
  readonly labels: number;
  readonly factor: number;
}

/** How well a definition's table fits, whoever returned it. */
export interface Likeness {
  readonly table: TableDefinition;
  readonly caption: number | null;
  readonly straight: Oriented;
  readonly turned: Oriented;
}

/** A table set out as the definition lists it comes before one that only may be. */
const SPREAD = 0.98;
/** Months with their total are those of the quarter: a table about another time is hardly set out so. */
const OUT_OF_TIME = 0.75;
/** Months alone, where the definition's table is about the members of a set. */
const MEMBERLESS = 0.85;

function spreadFactor(lines: readonly (Facets | null)[], table: TableDefinition): number {
  if (!isSpread(lines, table)) return 1;
  return lacksMembers(lines, table) ? MEMBERLESS : SPREAD;
}

function oriented(one: Prepared, table: TableDefinition, transposed: boolean): Oriented {
  const side = columnReadings(table, one.context.definition);
  const [down, across] = transposed ? [side, table.rows] : [table.rows, side];
  const rows = axisFit(one, one.rows, down);
  const columns = axisFit(one, one.columns, across);
  const full = 0.9 + 0.1 * coverage((transposed ? rows : columns).meanings, table.columns);
  const poor = Math.min(rows.score ?? 1, columns.score ?? 1) < LABELS_NEEDED;
  const against = layoutFactor(one.filling, table) * headFactor(one.headed, table, one.context);
  const spreadOver = (transposed ? rows : columns).meanings.map(({ facets }) => facets);
  const spread = side === table.columns ? 1 : spreadFactor(spreadOver, table);
  const timed = isOutOfTime(spreadOver, table) ? OUT_OF_TIME : 1;
  const factor = full * (poor ? 0.5 : 1) * (transposed ? 0.98 : 1) * against * spread * timed;
  return { transposed, rows, columns, labels: labelScore(rows, columns), factor };
}

/** Every table of the definition against one table of the return, both ways round. */
export function likenesses(
  shape: ShapeTable,
  definition: BoardDefinition,
  context: Context,
): readonly Likeness[] {
  const one = prepared(shape, context);
  return definition.tables.map((table) => ({
    table,
    caption: captionScore(one.heads, table, definition),
    straight: oriented(one, table, false),
    turned: oriented(one, table, true),
  }));
}

function fitOf(one: Likeness, definition: BoardDefinition, provider: string | null): Fit {
  const { table } = one;
  const prior = provider === null ? 0.5 : table.providers.includes(provider) ? 1 : 0;
  const own = prior > 0 ? 1 : foreign(provider, definition);
  const score = (way: Oriented) =>
    weigh(way.labels, one.caption, prior) * own * way.factor * headingFactor(one, way, definition);
  const way = score(one.turned) > score(one.straight) ? one.turned : one.straight;
  return {
    table,
    score: score(way),
    transposed: way.transposed,
    rows: way.rows.meanings,
    columns: way.columns.meanings,
  };
}

/** What the tables of the definition are worth in a return of this provider, best first. */
export function fitsOf(
  alike: readonly Likeness[],
  definition: BoardDefinition,
  provider: string | null,
): readonly Fit[] {
  return alike.map((one) => fitOf(one, definition, provider)).sort((a, b) => b.score - a.score);
}
