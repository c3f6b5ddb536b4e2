/**
 * Recognition by meaning: whose return a file is, for which quarter, which tables of the definition it
 * holds, and what every number in them says.
 *
 * Example: the cell under `May › No. of children` in the row `CP` of a referrals table becomes
 * `{ measure: 'referrals', programme: 'fgc', period: 'May 2020', unit: 'children', dims: { source: 'cp' } }`.
 */
import type { ReturnRef } from '#shared/assertion/assertion.ts';
import type { BoardDefinition, Facets, TableDefinition } from '#shared/definition/definition.ts';
import type { Reading } from '#shared/grid/grid.ts';
import { assertionsOf, type Meant, numbered, unreadOf } from '#shared/meaning/assertions.ts';
import { assign, TIE } from '#shared/meaning/assign.ts';
import { calledBy } from '#shared/meaning/called.ts';
import { headedProgramme, headings } from '#shared/meaning/captions.ts';
import { collisionRate } from '#shared/meaning/collide.ts';
import type { Context } from '#shared/meaning/elements.ts';
import { mergeFacets } from '#shared/meaning/facets.ts';
import { type Fit, fitsOf, type Likeness, likenesses, THRESHOLD } from '#shared/meaning/fit.ts';
import type { LineMeaning } from '#shared/meaning/lines.ts';
import { ownFigures, speaksFor } from '#shared/meaning/own.ts';
import { withoutRivals } from '#shared/meaning/rival.ts';
import { statementsOf } from '#shared/meaning/statements.ts';
import { subjectOf } from '#shared/meaning/subject.ts';
import type { Hints, Recognition, UnderstoodReturn, UnderstoodTable } from '#shared/meaning/understood.ts';
import { unknownLabels } from '#shared/meaning/unknown.ts';
import { vocabularyOf } from '#shared/meaning/vocabulary.ts';
import { votePeriod, voteProvider, witnesses } from '#shared/meaning/vote.ts';
import { wording } from '#shared/meaning/words.ts';
import { parsePeriod } from '#shared/period/period.ts';
import { tablesOf } from '#shared/table/recognise.ts';
import type { Line, ShapeTable } from '#shared/table/table.ts';

/** Any quarter will do to see which tables fit: periods weigh nothing there. */
const SOME_QUARTER = '2000-01 Q2';

function contextOf(definition: BoardDefinition, quarter: string, hints: Hints): Context {
  const memory = Object.fromEntries(
    Object.entries(hints.memory ?? {}).map(([label, code]) => [memoryKey(label), code]),
  );
  return { definition, vocabulary: vocabularyOf(definition), quarter, memory };
}

/** How captions and labels are compared with the keys of `Hints.memory`, which may be written in any case. */
export function memoryKey(text: string): string {
  return wording(text).text;
}

const UNREAD_LINE: LineMeaning = {
  facets: null,
  unsure: [],
  aside: false,
  fit: 0,
  neutral: true,
  unknown: null,
};

function shapeOnly(lines: readonly Line[]): readonly LineMeaning[] {
  return lines.map(() => UNREAD_LINE);
}

/** A caption the secretary once settled outweighs every score. */
function remembered(shape: ShapeTable, fits: readonly Fit[], context: Context): readonly Fit[] {
  const code = context.memory[memoryKey(calledBy(shape))];
  const told = fits.find((fit) => fit.table.code === code);
  return told ? [{ ...told, score: 1 }, ...fits.filter((fit) => fit !== told)] : fits;
}

const WEIGHED = 4;

/** The likeliest fits again, less likely where different numbers would come to mean the same quantity. */
function weighed(
  reading: Reading,
  shape: ShapeTable,
  fits: readonly Fit[],
  definition: BoardDefinition,
  ref: ReturnRef,
  context: Context,
): readonly Fit[] {
  return fits
    .map((fit, at) => {
      if (at >= WEIGHED || fit.score < THRESHOLD) return fit;
      const { conflicts, ...placed } = place(reading.file, { shape, fits, fit }, definition, context);
      const meant: Meant = { shape, index: 0, file: reading.file, ref, definition, ...placed };
      const rate = collisionRate(assertionsOf(meant));
      return rate < SOME ? fit : { ...fit, score: fit.score * (1 - rate) };
    })
    .sort((a, b) => b.score - a.score);
}

/** A restated total or a row pasted twice collides a little without being misread. */
const SOME = 0.15;

interface Chosen {
  readonly shape: ShapeTable;
  readonly fits: readonly Fit[];
  readonly fit: Fit | null;
}

/** A table of the return with its likeness to every table of the definition. */
interface Compared {
  readonly shape: ShapeTable;
  readonly alike: readonly Likeness[];
}

function choose(
  reading: Reading,
  tables: readonly Compared[],
  definition: BoardDefinition,
  ref: ReturnRef,
  context: Context,
): readonly Chosen[] {
  const fitted = ({ shape, alike }: Compared) => {
    const fits = fitsOf(alike, definition, ref.provider || null);
    return remembered(shape, weighed(reading, shape, fits, definition, ref, context), context);
  };
  const candidates = tables.map((one) => ({
    fits: fitted(one),
    programme: headedProgramme(one.shape, context.vocabulary),
    headless: headings(one.shape).length === 0,
  }));
  const chosen = assign(candidates);
  return tables.map(({ shape }, at) => ({
    shape,
    fits: candidates[at]?.fits ?? [],
    fit: chosen[at] ?? null,
  }));
}

interface Placed {
  readonly table: TableDefinition | null;
  readonly facets: Facets;
  readonly conflicts: UnderstoodTable['periodConflicts'];
  readonly rows: readonly LineMeaning[];
  readonly columns: readonly LineMeaning[];
}

function place(
  file: string,
  { shape, fit }: Chosen,
  definition: BoardDefinition,
  context: Context,
  own: string | null = null,
): Placed {
  if (!fit) {
    const rows = shapeOnly(shape.rows);
    return { table: null, facets: {}, conflicts: [], rows, columns: shapeOnly(shape.columns) };
  }
  const lines = [...fit.rows, ...fit.columns];
  const subject = subjectOf(file, shape, fit.table, lines, definition, context);
  const { conflicts } = subject;
  const facets = own ? mergeFacets(ownFigures(fit.table, own, definition), subject.facets) : subject.facets;
  const rows = subject.doubtful ? shapeOnly(shape.rows) : fit.rows;
  return { table: fit.table, facets, conflicts, rows, columns: fit.columns };
}

const ALTERNATIVES = 4;

function understoodTable(
  file: string,
  chosen: Chosen,
  index: number,
  ref: ReturnRef,
  definition: BoardDefinition,
  context: Context,
  own: string | null,
): UnderstoodTable {
  const { shape, fit, fits } = chosen;
  const { conflicts, ...placed } = place(file, chosen, definition, context, own);
  const meant: Meant = { shape, index, file, ref, definition, ...placed };
  return {
    shape,
    code: fit?.table.code ?? null,
    score: fit?.score ?? fits[0]?.score ?? 0,
    alternatives: fits
      .filter((other) => other !== fit && other.score > 0.2)
      .slice(0, ALTERNATIVES)
      .map(({ table, score }) => ({ code: table.code, score })),
    rowFacets: placed.rows.map((row) => row.facets),
    columnFacets: placed.columns.map((column) => column.facets),
    transposed: fit?.transposed ?? false,
    assertions: assertionsOf(meant),
    unread: unreadOf(meant),
    unknownLabels: fit ? unknownLabels(file, shape, placed.rows, placed.columns, context) : [],
    periodConflicts: conflicts,
  };
}

function compared(
  tables: readonly ShapeTable[],
  definition: BoardDefinition,
  context: Context,
): readonly Compared[] {
  return tables.map((shape) => ({ shape, alike: likenesses(shape, definition, context) }));
}

/** Tables of a return whose provider and quarter are known. */
function understand(
  reading: Reading,
  tables: readonly Compared[],
  definition: BoardDefinition,
  ref: ReturnRef,
  context: Context,
): readonly UnderstoodTable[] {
  const placed = choose(reading, tables, definition, ref, context);
  const lines = placed.flatMap(({ fit }) => (fit ? [...fit.rows, ...fit.columns] : []));
  const own = speaksFor(ref.provider, lines);
  const understood = withoutRivals(
    placed.map((chosen, index) =>
      understoodTable(reading.file, chosen, index, ref, definition, context, own),
    ),
  );
  const unique = numbered(understood.map((table) => table.assertions));
  return understood.map((table, at) => ({ ...table, assertions: unique[at] ?? [] }));
}

function shapesOf(reading: Reading): readonly ShapeTable[] {
  return tablesOf(reading.grids);
}

/** Provider by text and by tables; the best fit of each table is enough for a vote, shared where several are as good. */
function providerOf(
  reading: Reading,
  tables: readonly Compared[],
  definition: BoardDefinition,
  hints: Hints,
  context: Context,
): { readonly value: string | null; readonly evidence: readonly string[] } {
  if (hints.provider !== undefined) return { value: hints.provider, evidence: ['the provider was given'] };
  const fits = tables.flatMap(({ alike }) => {
    const ranked = fitsOf(alike, definition, null);
    const best = ranked[0]?.score ?? 0;
    const likely = best > 0.4 ? ranked.filter(({ score }) => score > best - TIE) : [];
    return likely.map(({ table, score }) => ({ providers: table.providers, score: score / likely.length }));
  });
  const shapes = tables.map(({ shape }) => shape);
  return voteProvider(witnesses(reading, shapes, hints.folder), fits, definition, context.vocabulary);
}

function quarterOf(
  reading: Reading,
  tables: readonly ShapeTable[],
  hints: Hints,
): { readonly value: string | null; readonly evidence: readonly string[] } {
  if (hints.period !== undefined) return { value: hints.period, evidence: ['the period was given'] };
  return votePeriod(witnesses(reading, tables, hints.folder), tables, hints.around);
}

/**
 * Recognises one file. `shapes` may be passed where they were recognised before. Provider or period stay
 * null where nothing in the file, its name or the hints tells; its tables are then known by shape only.
 */
export function recogniseReturn(
  reading: Reading,
  definition: BoardDefinition,
  hints: Hints = {},
  shapes: readonly ShapeTable[] = shapesOf(reading),
): Recognition {
  const period = quarterOf(reading, shapes, hints);
  const known = period.value !== null && parsePeriod(period.value)?.kind === 'quarter';
  const quarter = known ? (period.value ?? SOME_QUARTER) : SOME_QUARTER;
  const context = contextOf(definition, quarter, hints);
  const plain = compared(shapes, definition, context);
  const provider = providerOf(reading, plain, definition, hints, context);
  const own = hints.taught?.[provider.value ?? ''];
  const taught = own ? contextOf(definition, quarter, { memory: { ...own, ...hints.memory } }) : context;
  const tables = own ? compared(shapes, definition, taught) : plain;
  const { sha256 } = reading;
  const ref: ReturnRef = { provider: provider.value ?? '', period: quarter, version: 0, sha256 };
  const understood = understand(reading, tables, definition, ref, taught);
  return {
    provider: provider.value,
    period: known ? period.value : null,
    evidence: [...provider.evidence, ...period.evidence],
    tables: known ? understood : understood.map(withoutKeys),
    statements: statementsOf(reading, shapes),
  };
}

/** Without a period no number can be placed in time. */
function withoutKeys(table: UnderstoodTable): UnderstoodTable {
  return {
    ...table,
    assertions: table.assertions.map((one) => ({ ...one, key: null })),
    periodConflicts: [],
  };
}

/** A return understood for its provider and quarter. Throws a RangeError where `ref.period` is no quarter. */
export function understandReturn(
  reading: Reading,
  definition: BoardDefinition,
  ref: ReturnRef,
  hints: Hints = {},
): UnderstoodReturn {
  const shapes = shapesOf(reading);
  const context = contextOf(definition, ref.period, hints);
  const tables = understand(reading, compared(shapes, definition, context), definition, ref, context);
  return { ref, file: reading.file, tables, statements: statementsOf(reading, shapes) };
}
