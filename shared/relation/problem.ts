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

/** What a localisation may still cost, in bounds considered; counted, not timed, so that every machine says the same. */
export interface Effort {
  left: number;
}

export interface Problem {
  /** Violated relations to be explained, sorted by id. */
  readonly violated: readonly Relation[];
  /** Checkable relations by cell, held and violated. */
  readonly index: RelationIndex;
  readonly variables: Variables;
  /** Cells that can only be blamed together. */
  readonly blocks: ReadonlyMap<string, Element>;
  readonly effort: Effort;
}

/** Whether blaming these variables can satisfy the relations, charged for. */
export function weighed(
  problem: Problem,
  freed: readonly string[],
  relations: readonly Relation[],
): Feasibility {
  problem.effort.left -= freed.length * (relations.length + 1);
  return feasibility(freed, relations, problem.variables);
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

/** Looking whether a relation holds a cell costs this much less than considering its bounds. */
const LOOKS = 8;

/** Whether blaming these elements explains everything; else which relations contradict it. */
export function check(problem: Problem, elements: readonly Element[]): Feasibility {
  const freed = elements.flatMap((element) => element.variables);
  const known = new Set(freed);
  problem.effort.left -= problem.violated.length / LOOKS;
  const missed = problem.violated.filter((relation) => !cellsOf(relation).some((id) => known.has(id)));
  if (missed.length > 0) return { feasible: false, conflict: [shortest(missed)] };
  return weighed(problem, freed, touching(problem, freed));
}

function shortest(relations: readonly Relation[]): Relation {
  return relations.reduce((best, relation) =>
    cellsOf(relation).length < cellsOf(best).length ? relation : best,
  );
}
