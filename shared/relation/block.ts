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

interface Pair {
  readonly cells: readonly [string, string];
  readonly relation: Relation;
}

type Held = (relation: Relation) => boolean;

/** The two cells of a violated `key.same`. */
function pairOf(relation: Relation): Pair | null {
  const { body } = relation;
  if (body.shape !== 'linear' || body.constant !== 0 || body.terms.length !== 2) return null;
  const [a, b] = body.terms;
  return a && b && a.factor === -b.factor ? { cells: [a.variable, b.variable], relation } : null;
}

/** Cells a held sum of three or more ties to this one. */
function tiedTo(id: string, index: RelationIndex, held: Held): ReadonlySet<string> {
  const found = new Set<string>();
  for (const relation of index.get(id) ?? []) {
    if (relation.body.shape !== 'linear' || relation.body.terms.length < 3 || !held(relation)) continue;
    for (const other of variablesOf(relation.body)) if (other !== id) found.add(other);
  }
  return found;
}

function tied(a: string, b: string, index: RelationIndex, held: Held): boolean {
  return tiedTo(a, index, held).has(b);
}

/** Pairs whose cells held sums tie to this pair's, both ends. */
function partnersOf(
  pair: Pair,
  byCell: ReadonlyMap<string, readonly Pair[]>,
  index: RelationIndex,
  held: Held,
): readonly Pair[] {
  const [left, right] = pair.cells.map((id) => tiedTo(id, index, held));
  if (!left || !right) return [];
  return [...left].flatMap((id) =>
    (byCell.get(id) ?? []).filter(({ cells }) => right.has(cells[0] === id ? cells[1] : cells[0])),
  );
}

function gather(pairs: readonly Pair[], index: RelationIndex, held: Held): readonly (readonly Pair[])[] {
  const byCell = new Map<string, Pair[]>();
  for (const pair of pairs) {
    for (const id of pair.cells) byCell.set(id, [...(byCell.get(id) ?? []), pair]);
  }
  const left = new Set(pairs);
  const groups: Pair[][] = [];
  for (const start of pairs) {
    if (!left.delete(start)) continue;
    const group = [start];
    for (const known of group) {
      for (const other of partnersOf(known, byCell, index, held)) if (left.delete(other)) group.push(other);
    }
    if (group.length > 1) groups.push(group);
  }
  return groups;
}

function pairsIn(violated: readonly Relation[]): readonly Pair[] {
  return violated.flatMap((relation) => pairOf(relation) ?? []);
}

/** Violated relations that restate one table, as chains of pairs of relation ids. */
export function restatedTogether(
  violated: readonly Relation[],
  index: RelationIndex,
  held: Held,
): readonly (readonly [string, string])[] {
  return gather(pairsIn(violated), index, held).flatMap((group) =>
    group.slice(1).map((pair) => [group[0]?.relation.id ?? '', pair.relation.id] as const),
  );
}

/** Splits a group's cells into the two tables: cells tied by held sums stand on one side. */
function sidesOf(group: readonly Pair[], index: RelationIndex, held: Held): string[][] {
  const [first] = group;
  if (!first) return [];
  const sides: [Set<string>, Set<string>] = [new Set([first.cells[0]]), new Set([first.cells[1]])];
  for (const { cells } of group.slice(1)) {
    const [a, b] = cells;
    const straight = [...sides[0]].some((known) => known === a || tied(known, a, index, held));
    sides[0].add(straight ? a : b);
    sides[1].add(straight ? b : a);
  }
  return sides.map((side) => [...side].sort());
}

/** Blaming a whole side costs a little more than its dearest cell. */
const EACH_MORE = 0.01;

function blockOf(side: readonly string[], variables: Variables): Element {
  const weights = side.map((id) => variables.get(id)?.weight ?? 1);
  return { id: side.join('\n'), variables: side, cost: Math.max(...weights) + EACH_MORE * side.length };
}

/** Blocks by each of their cells. A cell that stands in two restatements stays in the larger. */
export function blocksOf(
  violated: readonly Relation[],
  index: RelationIndex,
  variables: Variables,
  held: Held,
): ReadonlyMap<string, Element> {
  const blocks = new Map<string, Element>();
  const groups = [...gather(pairsIn(violated), index, held)];
  for (const group of groups.sort((a, b) => b.length - a.length)) {
    for (const side of sidesOf(group, index, held)) {
      if (side.length < 2 || side.some((id) => blocks.has(id))) continue;
      const block = blockOf(side, variables);
      for (const id of side) blocks.set(id, block);
    }
  }
  return blocks;
}
