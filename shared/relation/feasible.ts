/** Whether freeing some variables lets every relation that touches them hold, and which values would do it. */
import { rangesOf } from '#shared/relation/eliminate.ts';
import { someCountPrints, span, type Variables } from '#shared/relation/evaluate.ts';
import { divide, type Interval, intersect, wholePart } from '#shared/relation/interval.ts';
import { propagate } from '#shared/relation/propagate.ts';
import type { Relation } from '#shared/relation/relation.ts';
import { type Row, rowsOf } from '#shared/relation/row.ts';

export type Feasibility =
  | { readonly feasible: true; readonly ranges: ReadonlyMap<string, Interval> }
  /** Relations that cannot hold together while only these variables are free. */
  | { readonly feasible: false; readonly conflict: readonly Relation[] };

/** Elimination is exact and used up to this many variables; propagation beyond. */
const MOST_EXACT = 4;
const MOST_COUNTS = 5000;

/** Counts stay counts: a whole number that was not negative does not become so. */
function domainRows(freed: readonly string[], variables: Variables): readonly Row[] {
  return freed.flatMap((id, at): Row[] => {
    const variable = variables.get(id);
    if (!variable?.whole || variable.low < 0) return [];
    const coefs = freed.map((_, i) => (i === at ? 1 : 0));
    return [{ coefs, low: 0, high: Infinity, reason: -1 }];
  });
}

/** Counts in the range that print as the held percentages over them; null when none does. */
function countsThatPrint(
  range: Interval,
  id: string,
  relations: readonly Relation[],
  variables: Variables,
): Interval | null {
  const rates = relations.flatMap(({ body }) => {
    const rate = body.shape === 'possible' && body.denominator === id ? variables.get(body.result) : null;
    return rate ? [rate] : [];
  });
  if (rates.length === 0 || range.high - range.low > MOST_COUNTS) return range;
  const fits = (n: number) => n > 0 && rates.every((rate) => someCountPrints(rate, n));
  let [low, high] = [range.low, range.high];
  while (low <= high && !fits(low)) low++;
  while (high >= low && !fits(high)) high--;
  return low <= high ? { low, high } : null;
}

/** An impossible percentage of a known count lies between two possible ones. */
function nearestPossible(
  id: string,
  range: Interval,
  relations: readonly Relation[],
  variables: Variables,
): Interval {
  if (Number.isFinite(range.low) || Number.isFinite(range.high)) return range;
  const rate = variables.get(id);
  for (const { body } of relations) {
    if (body.shape !== 'possible' || body.result !== id || !rate) continue;
    const count = variables.get(body.denominator);
    if (!count || count.low !== count.high || count.low <= 0) continue;
    const below = Math.floor(((rate.low + rate.high) / 2) * count.low);
    return { low: below / count.low, high: (below + 1) / count.low };
  }
  return range;
}

function tightened(
  id: string,
  range: Interval,
  relations: readonly Relation[],
  variables: Variables,
): Interval | null {
  if (!variables.get(id)?.whole) return nearestPossible(id, range, relations, variables);
  const whole = wholePart(range);
  return whole && countsThatPrint(whole, id, relations, variables);
}

/**
 * Ratios freed on both sides have no rows: their result follows what the others leave. Narrows the ranges of such
 * results; null where one is left nothing.
 */
function followed(
  relations: readonly Relation[],
  found: ReadonlyMap<string, Interval>,
  variables: Variables,
): ReadonlyMap<string, Interval> | null {
  if (found.size < 2) return found;
  const ranges = new Map(found);
  const get = (id: string) => {
    const variable = variables.get(id);
    const range = ranges.get(id);
    return variable && range ? { ...variable, ...range } : variable;
  };
  for (const { body } of relations) {
    const range = body.shape === 'ratio' ? ranges.get(body.result) : undefined;
    if (body.shape !== 'ratio' || !range) continue;
    const quotient = divide(span(body.numerator, { get }), span(body.denominator, { get }));
    if (!quotient) continue;
    const left = intersect(range, quotient);
    if (!left) return null;
    ranges.set(body.result, left);
  }
  return ranges;
}

/**
 * @param relations every relation that touches a freed variable, held ones too
 */
export function feasibility(
  freed: readonly string[],
  relations: readonly Relation[],
  variables: Variables,
): Feasibility {
  const positions = new Map(freed.map((id, i) => [id, i]));
  const rows = relations.flatMap((relation, i) => rowsOf(relation, i, positions, variables));
  const bounds = [...domainRows(freed, variables), ...rows];
  const exact = freed.length <= MOST_EXACT;
  const found = exact ? rangesOf(bounds, freed.length) : propagate(bounds, freed.length);
  if ('conflict' in found) {
    return { feasible: false, conflict: found.conflict.flatMap((i) => relations[i] ?? []) };
  }
  const ranges = new Map<string, Interval>();
  for (const [i, id] of freed.entries()) {
    const range = tightened(id, found.ranges[i] ?? { low: -Infinity, high: Infinity }, relations, variables);
    if (!range) return { feasible: false, conflict: relations };
    ranges.set(id, range);
  }
  const all = followed(relations, ranges, variables);
  return all ? { feasible: true, ranges: all } : { feasible: false, conflict: relations };
}
