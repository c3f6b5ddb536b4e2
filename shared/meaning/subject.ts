/** What a recognised table is about as a whole: its programme and period, and captions that contradict it. */
import type { BoardDefinition, Facets, TableDefinition } from '#shared/definition/definition.ts';
import type { CellRef } from '#shared/grid/grid.ts';
import { headedProgramme } from '#shared/meaning/captions.ts';
import { type Context, unitSaid } from '#shared/meaning/elements.ts';
import { measureOf, mergeFacets, periodOf } from '#shared/meaning/facets.ts';
import type { LineMeaning } from '#shared/meaning/lines.ts';
import type { PeriodConflict } from '#shared/meaning/understood.ts';
import { parsePeriod } from '#shared/period/period.ts';
import { isMonthOf, resolveRelative, resolveStated } from '#shared/period/resolve.ts';
import { statedPeriods } from '#shared/period/stated.ts';
import type { Unit } from '#shared/quantity/quantity.ts';
import type { ShapeTable } from '#shared/table/table.ts';

export interface Subject {
  readonly facets: Facets;
  readonly conflicts: readonly PeriodConflict[];
  /** Nothing says which of several programmes the numbers are for. */
  readonly doubtful: boolean;
}

function groupOf(definition: BoardDefinition, code: string | undefined): string | null {
  return definition.programmes.find((one) => one.code === code)?.partOf ?? null;
}

/** A heading's programme stands in for the definition's where it is its sibling, its group or a member of it. */
function programmeFacet(
  shape: ShapeTable,
  table: TableDefinition,
  lines: readonly LineMeaning[],
  definition: BoardDefinition,
  context: Context,
): Facets {
  if (lines.some((line) => line.facets?.programme !== undefined)) return {};
  const headed = headedProgramme(shape, context.vocabulary);
  const own = table.facets.programme;
  if (headed === null || headed === own) return {};
  const whole = groupOf(definition, headed) === null;
  const related =
    (own === undefined && !whole) ||
    groupOf(definition, headed) === own ||
    (own !== undefined && sameGroup(definition, headed, own));
  return related ? { programme: headed } : {};
}

/** What all lines that name a programme add up to: the group they make, and the one measure they share. */
function wholeFacets(
  table: TableDefinition,
  lines: readonly LineMeaning[],
  definition: BoardDefinition,
): Facets {
  const named = lines.flatMap(({ facets }) => (facets?.programme === undefined ? [] : [facets]));
  const codes = new Set(named.flatMap(({ programme }) => programme ?? []));
  const [group, ...others] = new Set([...codes].map((code) => groupOf(definition, code)));
  if (!group || others.length > 0 || codes.size < 2) return {};
  const all = definition.programmes.filter(({ partOf }) => partOf === group);
  if (!all.every(({ code }) => codes.has(code))) return {};
  const measures = new Set(named.map(({ measure }) => measure ?? table.facets.measure));
  const [measure] = measures;
  const other =
    measures.size === 1 && measure !== table.facets.measure ? measureOf(definition, measure) : null;
  return { programme: group, ...(other && { measure: other.code, unit: other.unit }) };
}

const PLAIN_COUNTS: readonly (Unit | undefined)[] = ['families', 'children', 'referrals'];

/**
 * `(families)`, `number of children`, `– families`, `Ethnicity of families referred`, `Families starting: …`: what the
 * numbers below count.
 */
const COUNTED =
  /^((?:families|children) (?:who|being|\p{L}+(?:ed|ing))\b)|\(([^()]*)\)|\b(?:number|no\.?|count|total) of (.+)$|[-–—,:]\s*([\p{L} .]+)$|\bof ((?:the )?(?:families|children|referrals)\b.*)$/giu;

/** A heading that says outright what is counted says so for cells whose own labels do not. */
function unitFacet(shape: ShapeTable, table: TableDefinition): Facets {
  if (table.facets.measure === undefined || !PLAIN_COUNTS.includes(table.facets.unit)) return {};
  for (const { text } of captionsOf(shape)) {
    const parts = [...text.matchAll(COUNTED)].map((match) => match.slice(1).find(Boolean) ?? '');
    const said = new Set(parts.flatMap((part) => unitSaid(part) ?? []));
    const [only] = said;
    if (said.size === 1 && only !== undefined && PLAIN_COUNTS.includes(only)) return { unit: only };
  }
  return {};
}

const COUNTS_SOMETHING = /\b(?:child|famil|referral)/i;

/**
 * The board's own compilations are set out anew each time: where no heading says what is counted, and the columns have
 * measures of their own, each is in the unit its measure is usually counted in.
 */
function withoutGuess(
  facets: Facets,
  shape: ShapeTable,
  table: TableDefinition,
  lines: readonly LineMeaning[],
  definition: BoardDefinition,
): Facets {
  const compiled = definition.providers.some(
    ({ code, compiles }) => compiles && table.providers.includes(code),
  );
  const measured = lines.some((line) => line.facets?.measure !== undefined);
  const said = captionsOf(shape).some(({ text }) => COUNTS_SOMETHING.test(text));
  if (!compiled || !measured || said || !PLAIN_COUNTS.includes(facets.unit)) return facets;
  const { unit: _, ...rest } = facets;
  return rest;
}

/** A table meant to list programmes that lists none, under a heading that names none: whose numbers are they? */
function isDoubtful(
  table: TableDefinition,
  facets: Facets,
  lines: readonly LineMeaning[],
  definition: BoardDefinition,
): boolean {
  const listed = [...table.rows, ...table.columns].some((reading) => reading.kind === 'programmes');
  const group = definition.programmes.some((one) => one.partOf === facets.programme);
  return (
    listed &&
    group &&
    facets.programme === table.facets.programme &&
    !lines.some((line) => line.facets?.programme !== undefined)
  );
}

/** Siblings below the top: `mst` and `fft` share a team, `fgc` and `pa` only share the board. */
function sameGroup(definition: BoardDefinition, a: string, b: string): boolean {
  const group = groupOf(definition, a);
  return group !== null && group === groupOf(definition, b) && groupOf(definition, group) !== null;
}

const LOOKS_BACK = /\b(?:previous|prior|last|follow[ -]?up|followed|tracked|tracking|pre and post|cohort)\b/i;

interface StatedName {
  readonly name: string;
  readonly kind: string;
}

function statedNames(text: string, quarter: string): readonly StatedName[] {
  return statedPeriods(text)
    .filter((one) => one.kind !== 'relative')
    .map((one) => ({ name: resolveStated(one, quarter), kind: one.kind }));
}

function monthsIn(meanings: readonly LineMeaning[]): readonly string[] {
  return meanings.flatMap((meaning) => {
    const at = meaning.facets?.at;
    return at !== undefined && parsePeriod(at)?.kind === 'month' ? [at] : [];
  });
}

interface Verdict {
  readonly facets: Facets;
  readonly conflict: string | null;
}

const AGREES: Verdict = { facets: {}, conflict: null };

/** What a period in a caption means for a table that the definition places at `expected`. */
function judge(
  stated: StatedName,
  text: string,
  table: TableDefinition,
  months: readonly string[],
  quarter: string,
): Verdict {
  const expected = periodOf(table.facets, quarter) ?? quarter;
  if (stated.name === expected || stated.name === quarter) return AGREES;
  const quarterly = table.facets.period === 'quarter' || table.facets.period === undefined;
  if (stated.kind === 'year' || stated.kind === 'ytd') {
    const open = resolveRelative('year', quarter);
    if (stated.name === open || !quarterly) return AGREES;
    return stated.kind === 'year' || stated.name === resolveRelative('ytd', quarter)
      ? { facets: { at: stated.name }, conflict: null }
      : { facets: {}, conflict: stated.name };
  }
  if (stated.kind === 'month') return AGREES;
  if (months.some((month) => isMonthOf(month, stated.name)))
    return { facets: { at: stated.name }, conflict: null };
  if (LOOKS_BACK.test(text) && stated.name === resolveRelative('previous-quarter', quarter)) {
    return { facets: { period: 'previous-quarter' }, conflict: null };
  }
  return { facets: {}, conflict: stated.name };
}

/** The table's caption and titles with the address each stands at. */
function captionsOf(shape: ShapeTable): readonly { readonly text: string; readonly at: string }[] {
  const caption = shape.caption === null ? [] : [{ text: shape.caption, at: shape.captionAt ?? '' }];
  return [...caption, ...shape.titles.map((line) => ({ text: line.text, at: line.address }))];
}

/** A caption or title's place: a paragraph's is `Text`, a cell's its sheet. */
export function placeOf(file: string, shape: ShapeTable, at: string, text: string): CellRef {
  return { file, sheet: /^P\d+$/.test(at) ? 'Text' : shape.sheet, cell: at, text };
}

/** Programme and period of a table from its headings, and the headings that name a period it cannot be about. */
export function subjectOf(
  file: string,
  shape: ShapeTable,
  table: TableDefinition,
  lines: readonly LineMeaning[],
  definition: BoardDefinition,
  context: Context,
): Subject {
  const months = monthsIn(lines);
  const said = {
    ...wholeFacets(table, lines, definition),
    ...programmeFacet(shape, table, lines, definition, context),
    ...unitFacet(shape, table),
  };
  let facets = withoutGuess(mergeFacets(table.facets, said), shape, table, lines, definition);
  const conflicts: PeriodConflict[] = [];
  for (const { text, at } of captionsOf(shape)) {
    const [stated] = statedNames(text, context.quarter);
    if (!stated) continue;
    const verdict = judge(stated, text, table, months, context.quarter);
    facets = mergeFacets(facets, verdict.facets);
    if (verdict.conflict !== null) {
      conflicts.push({
        source: placeOf(file, shape, at, text),
        stated: verdict.conflict,
        expected: periodOf(table.facets, context.quarter) ?? context.quarter,
      });
    }
  }
  const doubtful = isDoubtful(table, facets, lines, definition);
  return { facets, conflicts: [...conflicts, ...labelConflicts(file, shape, table, context)], doubtful };
}

/** Headers that name another quarter in passing: `Number of referrals (Q1)` in a return for Q2. */
function labelConflicts(
  file: string,
  shape: ShapeTable,
  table: TableDefinition,
  context: Context,
): readonly PeriodConflict[] {
  const { quarter } = context;
  const expected = periodOf(table.facets, quarter) ?? quarter;
  const timed = [...table.rows, ...table.columns].some(({ kind }) => kind === 'years' || kind === 'quarters');
  if (timed) return [];
  const named = shape.columns.flatMap((line) => {
    const cell = line.labelCells.at(-1);
    const label = line.path.at(-1) ?? '';
    const [stated] = statedNames(label, quarter);
    const passing = stated?.kind === 'quarter' && label.split(/\s+/).length >= PASSING_WORDS;
    const wrong = passing && stated.name !== quarter && stated.name !== expected;
    return cell && wrong ? [{ stated: stated.name, cell }] : [];
  });
  return named.map(({ stated, cell }) => ({
    source: { file, sheet: cell.sheet, cell: cell.address, text: cell.text },
    stated,
    expected,
  }));
}

/** A label of fewer words is the period itself: a column for that quarter. */
const PASSING_WORDS = 3;
