/**
 * One likely culprit out of a tangle too large to solve at once: the cell that by itself settles most violated
 * relations without breaking one that holds, or, where no cell settles any, the smallest answer to one relation.
 */

import { feasibility } from '#shared/relation/feasible.ts';
import type { Interval } from '#shared/relation/interval.ts';
import { candidatesOf, type Element, type Problem, touching } from '#shared/relation/problem.ts';
import type { Relation } from '#shared/relation/relation.ts';
import { type Solution, search } from '#shared/relation/search.ts';

const SIZE_FOR_ONE = 3;
const NODES_FOR_ONE = 400;

interface Settled {
  readonly element: Element;
  readonly count: number;
  readonly ranges: ReadonlyMap<string, Interval>;
}

/** Violated relations the element can settle together, taken greedily, with every held one kept. */
function settledBy(problem: Problem, element: Element, violated: ReadonlySet<string>): Settled | null {
  const around = touching(problem, element.variables);
  const kept = around.filter((relation) => !violated.has(relation.id));
  let base = feasibility(element.variables, kept, problem.variables);
  if (!base.feasible) return null;
  let count = 0;
  const taken: Relation[] = [];
  for (const relation of around) {
    if (!violated.has(relation.id)) continue;
    const trial = feasibility(element.variables, [...kept, ...taken, relation], problem.variables);
    if (!trial.feasible) continue;
    base = trial;
    taken.push(relation);
    count++;
  }
  return count > 0 ? { element, count, ranges: base.ranges } : null;
}

/** Search limited to one violated relation, the others set aside. */
function answerToOne(problem: Problem): Solution | null {
  for (const first of problem.violated) {
    const aside = new Set(problem.violated.filter((r) => r !== first).map((relation) => relation.id));
    const get = (id: string) => (problem.index.get(id) ?? []).filter((r) => !aside.has(r.id));
    const one: Problem = { ...problem, violated: [first], index: { get } };
    const [best] = search(one, { size: SIZE_FOR_ONE, nodes: NODES_FOR_ONE }).solutions;
    if (best) return best;
  }
  return null;
}

/** The next culprit with the values that would do; null where nothing helps. */
export function peelOne(problem: Problem): Solution | null {
  const violated = new Set(problem.violated.map((relation) => relation.id));
  let best: Settled | null = null;
  for (const element of candidatesOf(problem, problem.violated, new Set())) {
    const settled = settledBy(problem, element, violated);
    if (!settled) continue;
    const better = settled.count / element.cost > (best ? best.count / best.element.cost : 0);
    if (better) best = settled;
  }
  if (best) return { elements: [best.element], ranges: best.ranges, cost: best.element.cost };
  return answerToOne(problem);
}
