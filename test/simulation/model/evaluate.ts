/** Judges the simulation's own relations over what is printed, by intervals. */
import type { SimCell, SimRelation, SimTerm } from '#test/simulation/model/model.ts';

interface Interval {
  readonly low: number;
  readonly high: number;
}

export type Verdict = 'held' | 'violated' | 'not-checkable';

const HALF: Partial<Record<SimCell['print'], number>> = {
  percent: 0.005,
  'money-k': 500,
  'money-m': 50_000,
  mean: 0.05,
  change: 0.05,
  points: 0.0005,
};

const SLACK = 1e-9;

/** The true values that print as this number; null where the cell is missing or cannot be read. */
function interval(cells: ReadonlyMap<string, SimCell>, at: string): Interval | null {
  const [id = '', part] = at.split('#');
  const cell = cells.get(id);
  if (!cell || cell.print === 'text') return null;
  const value = part === '2' ? (cell.second ?? null) : cell.value;
  if (value === null) return null;
  const half =
    part === '2' ? secondHalf(cell) : (HALF[cell.print] ?? (cell.print === 'share-count' ? 0.005 : 0));
  const scale = Math.max(1, Math.abs(value)) * SLACK;
  return { low: value - half - scale, high: value + half + scale };
}

const secondHalf = (cell: SimCell): number => (cell.print === 'count-share' ? 0.005 : 0);

function total(
  cells: ReadonlyMap<string, SimCell>,
  terms: readonly SimTerm[],
  blanks: boolean,
): Interval | null {
  let low = 0;
  let high = 0;
  for (const { at, factor } of terms) {
    const blank = blanks && cells.get(at)?.value === null && cells.get(at)?.print !== 'text';
    const each = blank ? { low: 0, high: 0 } : interval(cells, at);
    if (!each) return null;
    low += factor > 0 ? factor * each.low : factor * each.high;
    high += factor > 0 ? factor * each.high : factor * each.low;
  }
  return { low, high };
}

/** Whether a relation holds for some true values behind the printed ones; a blank counts as nothing in a total. */
export function evaluate(relation: SimRelation, cells: ReadonlyMap<string, SimCell>): Verdict {
  if (relation.shape === 'linear') {
    const found = total(cells, relation.terms, relation.kind === 'total');
    if (!found) return 'not-checkable';
    return found.low <= 0 && found.high >= 0 ? 'held' : 'violated';
  }
  const result = interval(cells, relation.result);
  if (!result) return 'not-checkable';
  if (relation.shape === 'possible') return possible(result, interval(cells, relation.under));
  const over = total(cells, relation.over, false);
  const counted = total(cells, relation.under, false);
  if (!over || !counted) return 'not-checkable';
  const under = { low: counted.low + (relation.cases ?? 0), high: counted.high + (relation.cases ?? 0) };
  if (under.high <= 0) return 'not-checkable';
  const low = over.low / (over.low < 0 ? Math.max(under.low, 1e-6) : under.high);
  const high = over.high / (over.high < 0 ? under.high : Math.max(under.low, 1e-6));
  return low <= result.high && high >= result.low ? 'held' : 'violated';
}

function possible(result: Interval, under: Interval | null): Verdict {
  if (!under || under.high < 1) return 'not-checkable';
  const of = Math.round(under.high);
  return Math.floor(result.high * of + SLACK) >= Math.ceil(result.low * of - SLACK) ? 'held' : 'violated';
}

/** Every number a relation speaks of. */
export function partsOf(relation: SimRelation): readonly string[] {
  if (relation.shape === 'linear') return relation.terms.map((term) => term.at);
  if (relation.shape === 'possible') return [relation.result, relation.under];
  return [relation.result, ...relation.over.map((t) => t.at), ...relation.under.map((t) => t.at)];
}

/** The cells a relation speaks of. */
export const cellsIn = (relation: SimRelation): ReadonlySet<string> =>
  new Set(partsOf(relation).map((at) => at.split('#')[0] ?? at));
