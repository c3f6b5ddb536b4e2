/**
 * Cells restated together.
 *
 * A later return prints last quarter again, with new figures that add up among themselves. Every figure and the total
 * then differ from what was reported, and each table holds in itself: not five wrong cells but one restatement.
 * Two violated ties `a = b` and `c = d` belong together when a held sum ties a with c and another ties b with d.
 */

import type { Variables } from '#shared/relation/evaluate.ts';
import type { Element } from '#shared/relation/problem.ts';
import type { Relation } from '#shared/relation/relation.ts';
import { type RelationIndex, variablesOf } from '#shared/relation/terms.ts';

type Pair = readonly [string, string];

/** The two cells of a violated `key.same`. */
function pairOf(relation: Relation): Pair | null {
  const { body } = relation;
  if (body.shape !== 'linear' || body.constant !== 0 || body.terms.length !== 2) return null;
  const [a, b] = body.terms;
  return a && b && a.factor === -b.factor ? [a.variable, b.variable] : null;
}

/** A held sum of three cells or more that holds both. */
function tied(a: string, b: string, index: RelationIndex, held: (relation: Relation) => boolean): boolean {
  return (index.get(a) ?? []).some((relation) => {
    if (relation.body.shape !== 'linear' || relation.body.terms.length < 3 || !held(relation)) return false;
    return variablesOf(relation.body).includes(b);
  });
}

function linked(p: Pair, q: Pair, index: RelationIndex, held: (relation: Relation) => boolean): boolean {
  const [a, b] = p;
  const [c, d] = q;
  return (
    (tied(a, c, index, held) && tied(b, d, index, held)) ||
    (tied(a, d, index, held) && tied(b, c, index, held))
  );
}

/** Pairs gathered by links; `sides` are the two ends, each in one table. */
function gather(
  pairs: readonly Pair[],
  index: RelationIndex,
  held: (relation: Relation) => boolean,
): Pair[][] {
  const left = new Set(pairs);
  const groups: Pair[][] = [];
  for (const start of pairs) {
    if (!left.delete(start)) continue;
    const group = [start];
    for (const known of group) {
      for (const other of left) {
        if (!linked(known, other, index, held)) continue;
        left.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** Splits a group's cells into the two tables: cells tied by held sums stand on one side. */
function sidesOf(group: readonly Pair[], index: RelationIndex, held: (r: Relation) => boolean): string[][] {
  const [first] = group;
  if (!first) return [];
  const sides: [Set<string>, Set<string>] = [new Set([first[0]]), new Set([first[1]])];
  for (const [a, b] of group.slice(1)) {
    const straight = [...sides[0]].some((known) => known === a || tied(known, a, index, held));
    sides[0].add(straight ? a : b);
    sides[1].add(straight ? b : a);
  }
  return sides.map((side) => [...side].sort());
}

/** Blaming a whole side costs a little more than its dearest cell. */
const EACH_MORE = 0.01;

/** More pairs than this are not compared with one another: such a mass is no restatement of one table. */
const MOST_PAIRS = 200;

function blockOf(side: readonly string[], variables: Variables): Element {
  const weights = side.map((id) => variables.get(id)?.weight ?? 1);
  return { id: side.join('\n'), variables: side, cost: Math.max(...weights) + EACH_MORE * side.length };
}

/** Blocks by each of their cells. A cell that stands in two restatements stays in the larger. */
export function blocksOf(
  violated: readonly Relation[],
  index: RelationIndex,
  variables: Variables,
  held: (relation: Relation) => boolean,
): ReadonlyMap<string, Element> {
  const pairs = violated.flatMap((relation) => {
    const pair = pairOf(relation);
    return pair ? [pair] : [];
  });
  const blocks = new Map<string, Element>();
  if (pairs.length > MOST_PAIRS) return blocks;
  const groups = gather(pairs, index, held).filter((group) => group.length > 1);
  for (const group of groups.sort((a, b) => b.length - a.length)) {
    for (const side of sidesOf(group, index, held)) {
      if (side.length < 2 || side.some((id) => blocks.has(id))) continue;
      const block = blockOf(side, variables);
      for (const id of side) blocks.set(id, block);
    }
  }
  return blocks;
}
