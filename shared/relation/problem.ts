/** One localisation problem: the violated relations to explain, and everything around them that must stay true. */
import type { Variables } from '#shared/relation/evaluate.ts';
import { type Feasibility, feasibility } from '#shared/relation/feasible.ts';
import type { Relation } from '#shared/relation/relation.ts';
import { cellsOf, type RelationIndex } from '#shared/relation/terms.ts';

/** What can be blamed at once: one cell, or cells that were restated together. */
export interface Element {
  readonly id: string;
  readonly variables: readonly string[];
  readonly cost: number;
}

export interface Problem {
  /** Violated relations to be explained, sorted by id. */
  readonly violated: readonly Relation[];
  /** Checkable relations by cell, held and violated. */
  readonly index: RelationIndex;
  readonly variables: Variables;
  /** Cells that can only be blamed together. */
  readonly blocks: ReadonlyMap<string, Element>;
}

/** The element a cell belongs to; null for a cell that cannot be blamed. */
export function elementOf(problem: Problem, id: string): Element | null {
  const block = problem.blocks.get(id);
  if (block) return block;
  const variable = problem.variables.get(id);
  if (!variable || !Number.isFinite(variable.high) || !Number.isFinite(variable.low)) return null;
  return { id, variables: [id], cost: variable.weight };
}

/** Relations that touch any of the cells. */
export function touching(problem: Problem, freed: readonly string[]): readonly Relation[] {
  const found = new Map<string, Relation>();
  for (const id of freed) {
    for (const relation of problem.index.get(id) ?? []) {
      found.set(relation.id, relation);
    }
  }
  return [...found.values()];
}

/** Elements of the relations' cells that are not freed yet, cheapest first, then by id. */
export function candidatesOf(
  problem: Problem,
  relations: readonly Relation[],
  freed: ReadonlySet<string>,
): readonly Element[] {
  const found = new Map<string, Element>();
  for (const relation of relations) {
    for (const id of cellsOf(relation)) {
      if (freed.has(id)) continue;
      const element = elementOf(problem, id);
      if (element) found.set(element.id, element);
    }
  }
  return [...found.values()].sort((a, b) => a.cost - b.cost || (a.id < b.id ? -1 : 1));
}

/** Whether blaming these elements explains everything; else which relations contradict it. */
export function check(problem: Problem, elements: readonly Element[]): Feasibility {
  const freed = elements.flatMap((element) => element.variables);
  const known = new Set(freed);
  const missed = problem.violated.filter((relation) => !cellsOf(relation).some((id) => known.has(id)));
  if (missed.length > 0) return { feasible: false, conflict: [shortest(missed)] };
  return feasibility(freed, touching(problem, freed), problem.variables);
}

function shortest(relations: readonly Relation[]): Relation {
  return relations.reduce((best, relation) =>
    cellsOf(relation).length < cellsOf(best).length ? relation : best,
  );
}
