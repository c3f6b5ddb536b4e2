/** Facets are what a table and its labels say about a cell; merged, they name the quantity. */
import type { Aspect, QuantityKey } from '#shared/assertion/assertion.ts';
import type { BoardDefinition, Facets, Measure } from '#shared/definition/definition.ts';
import { parsePeriod } from '#shared/period/period.ts';
import { monthInPreviousQuarter, resolveRelative } from '#shared/period/resolve.ts';
import type { Unit } from '#shared/quantity/quantity.ts';

/** `over` said after `under`: it wins where both speak; dimensions add up; a period replaces a period. */
export function mergeFacets(under: Facets, over: Facets): Facets {
  const { at, ...rest } = under;
  const dims = under.dims || over.dims ? { dims: { ...under.dims, ...over.dims } } : {};
  const keptAt = at !== undefined && over.period === undefined ? { at } : {};
  return { ...rest, ...keptAt, ...over, ...dims };
}

/** An inner label said under an outer one: where it names another measure, only programme and period remain. */
export function mergeLabels(outer: Facets, inner: Facets): Facets {
  const other = inner.measure !== undefined && outer.measure !== undefined && inner.measure !== outer.measure;
  if (!other) return mergeFacets(outer, inner);
  const { programme, period, at } = outer;
  const kept: Facets = {
    ...(programme !== undefined && { programme }),
    ...(period !== undefined && { period }),
    ...(at !== undefined && { at }),
  };
  return mergeFacets(kept, inner);
}

/** The canonical period a set of facets means in a return for `quarter`, or null where it says none. */
export function periodOf(facets: Facets, quarter: string): string | null {
  if (facets.at !== undefined) return facets.at;
  return facets.period === undefined ? null : resolveRelative(facets.period, quarter);
}

function isMonth(name: string | undefined): name is string {
  return name !== undefined && parsePeriod(name)?.kind === 'month';
}

/** `Quarter total` under a month is the month's: what a line says of the quarter is no news there. */
function underMonth(rows: Facets, columns: Facets): Facets {
  if (rows.period !== 'quarter' || rows.at !== undefined || !isMonth(columns.at)) return rows;
  const { period: _, ...rest } = rows;
  return rest;
}

/**
 * Column and row merged, the row winning. A "previous quarter" line that meets a month's line means the month
 * of the same place in that quarter.
 */
export function mergeAxes(columns: Facets, rows: Facets): Facets {
  const merged = mergeFacets(columns, underMonth(rows, columns));
  const [line, month] = columns.period === 'previous-quarter' ? [columns, rows.at] : [rows, columns.at];
  if (line.period !== 'previous-quarter' || !isMonth(month)) return merged;
  const { period: _, ...rest } = merged;
  return { ...rest, at: monthInPreviousQuarter(month) };
}

const SHARES: readonly Aspect[] = ['share', 'of-target'];

/** Whether a value of this measure and aspect is a percentage by nature. */
export function isPercentage(facets: Facets, measure: Measure | undefined): boolean {
  return SHARES.includes(facets.aspect ?? 'value') || measure?.unit === 'percent';
}

/** The unit of a quantity: as printed, else as its labels or table say, else its measure's. */
export function unitFor(facets: Facets, measure: Measure, printed: Unit | null): Unit {
  const aspect = facets.aspect ?? 'value';
  if (SHARES.includes(aspect)) return 'percent';
  const said = printed ?? facets.unit ?? measure.unit;
  const unit = said === 'percent' && measure.unit !== 'percent' ? measure.unit : said;
  return measure.counts?.[unit] ?? unit;
}

const MEASURES = new WeakMap<BoardDefinition, ReadonlyMap<string, Measure>>();

/** The measure of a code, or undefined. */
export function measureOf(definition: BoardDefinition, code: string | undefined): Measure | undefined {
  const known = MEASURES.get(definition) ?? new Map(definition.measures.map((one) => [one.code, one]));
  MEASURES.set(definition, known);
  return code === undefined ? undefined : known.get(code);
}

/** Pounds printed where people or events are counted, or a percentage where pounds are: another quantity. */
function isOtherMoney(facets: Facets, measure: Measure, printed: Unit | null): boolean {
  if (printed === null || isPercentage(facets, measure)) return printed === 'GBP';
  return (printed === 'GBP') !== (measure.unit === 'GBP') && (printed === 'GBP' || COUNTED.has(printed));
}

const COUNTED: ReadonlySet<Unit> = new Set([
  'families',
  'children',
  'referrals',
  'people',
  'events',
  'nights',
]);

/** The key these facets name, or null where they leave the measure or the period open. */
export function keyOf(
  definition: BoardDefinition,
  facets: Facets,
  quarter: string,
  printed: Unit | null,
): QuantityKey | null {
  const measure = measureOf(definition, facets.measure);
  const period = periodOf(facets, quarter);
  if (!measure || period === null || isOtherMoney(facets, measure, printed)) return null;
  return {
    measure: measure.code,
    programme: facets.programme ?? null,
    period,
    aspect: facets.aspect ?? 'value',
    unit: unitFor(facets, measure, printed),
    dims: facets.dims ?? {},
  };
}
