/**
 * Likely culprits out of a tangle too large to solve at once: the cells that by themselves settle most violated
 * relations without breaking one that holds, or, where no cell settles any, the smallest answer to one relation.
 */

import type { Interval } from '#shared/relation/interval.ts';
import { candidatesOf, type Element, type Problem, touching, weighed } from '#shared/relation/problem.ts';
import type { Relation } from '#shared/relation/relation.ts';
import { type Solution, search } from '#shared/relation/search.ts';

const SIZE_FOR_ONE = 3;
const NODES_FOR_ONE = 120;
/** Relations tried by themselves before a tangle is left as it is. */
const MOST_TRIED = 6;

interface Settled {
  readonly element: Element;
  readonly count: number;
  readonly ranges: ReadonlyMap<string, Interval>;
}

/** Violated relations the element can settle together, taken greedily, with every held one kept. */
function settledBy(problem: Problem, element: Element, violated: ReadonlySet<string>): Settled | null {
  const around = touching(problem, element.variables);
  const kept = around.filter((relation) => !violated.has(relation.id));
  let base = weighed(problem, element.variables, kept);
  if (!base.feasible) return null;
  let count = 0;
  const taken: Relation[] = [];
  for (const relation of around) {
    if (!violated.has(relation.id)) continue;
    const trial = weighed(problem, element.variables, [...kept, ...taken, relation]);
    if (!trial.feasible) continue;
    base = trial;
    taken.push(relation);
    count++;
  }
  return count > 0 ? { element, count, ranges: base.ranges } : null;
}

/** Search limited to one violated relation, the others set aside. */
function answerToOne(problem: Problem): Solution | null {
  for (const first of problem.violated.slice(0, MOST_TRIED)) {
    const aside = new Set(problem.violated.filter((r) => r !== first).map((relation) => relation.id));
    const get = (id: string) => (problem.index.get(id) ?? []).filter((r) => !aside.has(r.id));
    const one: Problem = { ...problem, violated: [first], index: { get } };
    const [best] = search(one, { size: SIZE_FOR_ONE, nodes: NODES_FOR_ONE }).solutions;
    if (best) return best;
  }
  return null;
}

function worth(settled: Settled): number {
  return settled.count / settled.element.cost;
}

/** The best culprits of which no two stand in one relation: they do not depend on one another. */
function apart(settled: readonly Settled[], problem: Problem): readonly Settled[] {
  const best = Math.max(...settled.map(({ count }) => count));
  const used = new Set<string>();
  const picked: Settled[] = [];
  for (const one of [...settled].sort((a, b) => worth(b) - worth(a))) {
    const around = touching(problem, one.element.variables);
    if (one.count < best || around.some(({ id }) => used.has(id))) continue;
    for (const { id } of around) used.add(id);
    picked.push(one);
  }
  return picked;
}

/** The next culprits with the values that would do; null where nothing helps. */
export function peelSome(problem: Problem): Solution | null {
  const violated = new Set(problem.violated.map((relation) => relation.id));
  const settled = candidatesOf(problem, problem.violated, new Set()).flatMap(
    (element) => settledBy(problem, element, violated) ?? [],
  );
  const picked = apart(settled, problem);
  if (picked.length === 0) return answerToOne(problem);
  return {
    elements: picked.map(({ element }) => element),
    ranges: new Map(picked.flatMap(({ ranges }) => [...ranges])),
    cost: picked.reduce((total, { element }) => total + element.cost, 0),
  };
}
