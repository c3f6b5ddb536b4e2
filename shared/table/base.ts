/** Lists: a base line (`12 opened`) and below it shares of it (`9, 75% from …`). */
import type { Axis } from '#shared/table/axis.ts';
import { tryRatio } from '#shared/table/ratio.ts';
import type { ShapeRelation } from '#shared/table/table.ts';

/** A list with bases is short; raw data are not searched for them. */
const LONGEST = 150;

interface Based {
  readonly base: number;
  /** Crossing lines from the base to the last that holds. */
  readonly places: readonly number[];
  readonly weight: number;
}

function trialsBelow(axis: Axis, percent: number, count: number, base: number) {
  return axis.cross.flatMap((_, j) => {
    if (j <= base) return [];
    const { verdict, weight } = tryRatio(axis.cell(percent, j), axis.cell(count, j), axis.cell(count, base));
    return verdict === 'none' ? [] : [{ j, verdict, weight }];
  });
}

/** A base with at least two telling shares below it and few misses among them; null where it is none. */
function tryBase(axis: Axis, percent: number, count: number, base: number): Based | null {
  const trials = trialsBelow(axis, percent, count, base);
  const last = trials.findLastIndex((one) => one.weight > 0);
  const taken = trials.slice(0, last + 1);
  const telling = taken.filter((one) => one.weight > 0);
  const missed = taken.filter((one) => one.verdict === 'violated').length;
  const weight = telling.reduce((sum, one) => sum + one.weight, 0);
  const bare = axis.cell(percent, base).state === 'blank';
  if (telling.length < 2 || missed * 2 > telling.length || weight < (bare ? 1.2 : 2.5)) return null;
  return { base, places: taken.map((one) => one.j), weight: weight - missed };
}

/** Percentages of a line against the nearest fitting base above, in a list without totals. */
export function sharesOfBase(
  axis: Axis,
  percent: number,
  count: number | undefined,
): readonly ShapeRelation[] {
  if (count === undefined || axis.cross.length > LONGEST) return [];
  const bases = axis.cross
    .flatMap((_, j) => tryBase(axis, percent, count, j) ?? [])
    .sort((a, b) => b.weight - a.weight || b.base - a.base);
  const taken = new Set<number>();
  return bases.flatMap(({ base, places }) => {
    const free = places.filter((j) => !taken.has(j));
    if (free.length < places.length) return [];
    for (const j of free) taken.add(j);
    return free.flatMap((j): readonly ShapeRelation[] => {
      const [result, part, whole] = [axis.cell(percent, j), axis.cell(count, j), axis.cell(count, base)];
      const { verdict } = tryRatio(result, part, whole);
      const parts = [part.address, whole.address];
      const held = verdict === 'held';
      return [{ kind: 'percent', result: result.address, parts, held, by: 'arithmetic', along: 'other' }];
    });
  });
}
