/**
 * Differences: net = gross − cost, change = this period − the one before. The label says that something is
 * taken away; arithmetic says what from what, among the lines near by.
 */
import { isConvincing } from '#shared/table/adjacent.ts';
import type { Axis } from '#shared/table/axis.ts';
import { relationsFrom, type Tally, tryDifference } from '#shared/table/evidence.ts';
import type { ShapeRelation } from '#shared/table/table.ts';
import { isChange, isNet } from '#shared/table/words.ts';

const REACH = 9;

export interface FoundDifference {
  readonly result: number;
  readonly parts: readonly number[];
  readonly tally: Tally;
}

function usable(axis: Axis, line: number): boolean {
  const role = axis.lines[line]?.role;
  return role !== undefined && !['section', 'words', 'number'].includes(role);
}

/** Pairs of lines near the result, and one line less the run that follows it. */
function candidates(axis: Axis, result: number): readonly (readonly number[])[] {
  const near = axis.lines.flatMap((_, i) =>
    i !== result && Math.abs(i - result) <= REACH && usable(axis, i) ? [i] : [],
  );
  const pairs = near.flatMap((a) => near.filter((b) => b !== a).map((b) => [a, b]));
  const before = near.filter((i) => i < result);
  const runs = before
    .slice(0, -2)
    .map((_, i) => before.slice(i))
    .filter((run) => run.length <= 5);
  return [...pairs, ...runs];
}

function distance(result: number, parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum + Math.abs(part - result), 0);
}

function bestOf(axis: Axis, result: number): FoundDifference | null {
  const all = candidates(axis, result);
  const needed = neededFor(all.length);
  const tried = all
    .map((parts) => ({ result, parts, tally: tryDifference(axis, result, parts) }))
    .filter(({ parts, tally }) => isConvincing(tally, needed) || isPlainChange(axis, result, parts, tally));
  const rank = (one: FoundDifference) =>
    (one.tally.held - one.tally.violated) * 100 - distance(one.result, one.parts);
  return tried.reduce<FoundDifference | null>(
    (top, one) => (top && rank(top) >= rank(one) ? top : one),
    null,
  );
}

/** The weight that leaves chance less than one in twenty, so many pairs having been tried. */
function neededFor(tried: number): number {
  return 1.3 + Math.log10(Math.max(10, tried));
}

/** The lines of two other groups with the same inner label: `No.` under 2019, under 2020 and under Change. */
function sameInner(axis: Axis, result: number, parts: readonly number[]): boolean {
  const inner = (line: number) => axis.lines[line]?.path.slice(1).join('>') ?? '';
  return inner(result) !== '' && parts.every((part) => inner(part) === inner(result));
}

/** `2019-20`, `2020-21`, `Change`: the two lines right beside it, and most places agree. */
function isPlainChange(axis: Axis, result: number, parts: readonly number[], tally: Tally): boolean {
  const label = axis.lines[result]?.path.join(' ') ?? '';
  const [a, b] = parts;
  if (parts.length !== 2 || a === undefined || b === undefined) return false;
  const beside = parts.every((part) => Math.abs(part - result) <= 2);
  return (
    isChange(label) &&
    (beside || sameInner(axis, result, [a, b])) &&
    tally.held >= 2 * tally.violated &&
    tally.weight - 1.25 * tally.violated >= (tally.violated === 0 ? 0.6 : 2)
  );
}

/** Differences claimed by a label (net, change, variance) and borne out by arithmetic. */
export function labelledDifferences(axis: Axis): readonly FoundDifference[] {
  return axis.lines.flatMap((line, result) => {
    const label = line.path.join(' ');
    const named = (isNet(label) || isChange(label)) && usable(axis, result);
    return named ? (bestOf(axis, result) ?? []) : [];
  });
}

export function differenceRelations(axis: Axis, found: readonly FoundDifference[]): readonly ShapeRelation[] {
  return found.flatMap(({ result, parts, tally }) =>
    relationsFrom(axis, 'difference', result, parts, tally.trials, 'both'),
  );
}
