/**
 * Sums that no label claims, found by arithmetic between neighbouring lines.
 *
 * The adjacency list strategy of Jiang, Vitagliano, Hameed & Naumann, "Aggregation detection in verbose CSV
 * files" (EDBT 2022): a result stands next to the run of lines it adds, before or after; lines once added are
 * taken out and the search goes on, so that sums of sums are found.
 */
import type { Axis } from '#shared/table/axis.ts';
import { relationsFrom, type Tally, trySum } from '#shared/table/evidence.ts';
import { isAddable, mayFail } from '#shared/table/labelled.ts';
import { type Numbers, numbersOf, runsBeside } from '#shared/table/runs.ts';
import type { ShapeRelation } from '#shared/table/table.ts';

export interface FoundSum {
  readonly result: number;
  readonly parts: readonly number[];
  readonly tally: Tally;
}

const LONGEST = 40;
/** Raw data of many lines hold no sums of long runs without a label. */
const MANY = 400;
const LONGEST_AMONG_MANY = 12;

/** A set of lines, whatever their order. */
export function lineKey(lines: readonly number[]): string {
  return [...lines].sort((a, b) => a - b).join();
}

/** Strong enough to be no coincidence, with room for an error in a few places. */
export function isConvincing(tally: Tally, needed: number): boolean {
  const places = tally.telling >= 2 || (tally.telling === 1 && tally.weight >= 3.3 && tally.violated === 0);
  return places && tally.violated * 2 <= tally.telling && tally.weight - 1.25 * tally.violated >= needed;
}

/** Among 0, 1 and 2 everything adds up to something: one result of ten or more is asked for. */
function isLarge(tally: Tally): boolean {
  return tally.trials.some((one) => one.telling && one.weight >= 1);
}

function better(a: FoundSum | null, b: FoundSum): FoundSum {
  if (!a) return b;
  const gain = b.tally.telling - b.tally.violated - (a.tally.telling - a.tally.violated);
  return gain > 0 || (gain === 0 && b.parts.length < a.parts.length) ? b : a;
}

/**
 * The weight a sum needs so that chance would give less than one in twenty tables of this size a false one:
 * every run of every line has been tried.
 */
function neededFor(lines: number): number {
  return 1.3 + Math.log10(Math.max(2, lines * Math.min(lines, LONGEST)));
}

function bestAt(
  axis: Axis,
  numbers: Numbers,
  active: readonly number[],
  at: number,
  barred: ReadonlySet<string>,
): FoundSum | null {
  const needed = neededFor(active.length);
  const longest = active.length > MANY ? LONGEST_AMONG_MANY : LONGEST;
  const result = active[at] ?? 0;
  let best: FoundSum | null = null;
  for (const step of [-1, 1] as const) {
    for (const parts of runsBeside(numbers, active, at, step, longest)) {
      if (barred.has(lineKey([result, ...parts]))) continue;
      const tally = trySum(axis, result, parts);
      if (tally.violated > 3 && tally.held === 0) continue;
      if (isConvincing(tally, needed) && isLarge(tally)) best = better(best, { result, parts, tally });
    }
  }
  return best;
}

/** One round over the lines still standing. */
function round(
  axis: Axis,
  numbers: Numbers,
  active: readonly number[],
  done: ReadonlySet<number>,
  barred: ReadonlySet<string>,
) {
  return active.flatMap((result, at) =>
    done.has(result) ? [] : (bestAt(axis, numbers, active, at, barred) ?? []),
  );
}

/** Keeps sums that do not take the same lines twice, the strongest first. */
function compatible(found: readonly FoundSum[]): readonly FoundSum[] {
  const taken = new Set<number>();
  const kept: FoundSum[] = [];
  const ranked = [...found].sort(
    (a, b) => b.tally.weight - a.tally.weight || a.parts.length - b.parts.length,
  );
  for (const one of ranked) {
    const clash = one.parts.some((part) => taken.has(part));
    const circular = kept.some(
      (other) => other.parts.includes(one.result) && one.parts.includes(other.result),
    );
    if (clash || circular) continue;
    for (const part of one.parts) taken.add(part);
    kept.push(one);
  }
  return kept;
}

/**
 * Sums found by arithmetic along one direction. `done` are lines whose sum is already known, `used` those
 * already added up by a known sum, and `barred` sets of lines (sorted, joined) already tied another way.
 */
export function adjacentSums(
  axis: Axis,
  done: ReadonlySet<number>,
  used: ReadonlySet<number>,
  barred: ReadonlySet<string>,
): readonly FoundSum[] {
  let active = axis.lines.flatMap((_, i) => (isAddable(axis, i, false) && !used.has(i) ? [i] : []));
  const known = new Set(done);
  const numbers = numbersOf(axis);
  const all: FoundSum[] = [];
  for (let pass = 0; pass < 4; pass += 1) {
    const found = compatible(round(axis, numbers, active, known, barred));
    if (found.length === 0) break;
    for (const one of found) known.add(one.result);
    const spent = new Set(found.flatMap((one) => one.parts));
    active = active.filter((i) => !spent.has(i));
    all.push(...found);
  }
  return all;
}

/** A year's line that repeats its last quarter is a stock (open at the end), not a wrong sum. */
function isStock(axis: Axis, one: FoundSum, cross: number): boolean {
  const values = one.parts.flatMap((part) => axis.cell(part, cross).main?.value ?? []);
  const filled = values.filter((value) => value !== 0).length;
  return filled >= 3 && axis.cell(one.result, cross).main?.value === values.at(-1);
}

/** Relations of sums found by arithmetic; misses in lines of rates and shares are not reported. */
export function adjacentRelations(axis: Axis, found: readonly FoundSum[]): readonly ShapeRelation[] {
  return found.flatMap((one) => {
    const { result, parts } = one;
    const trials = one.tally.trials.filter(
      (place) =>
        mayFail(axis, result, parts, place) && (place.verdict === 'held' || !isStock(axis, one, place.cross)),
    );
    return relationsFrom(axis, 'sum', result, parts, trials, 'arithmetic');
  });
}
