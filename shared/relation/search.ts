/**
 * The smallest sets of cells whose change lets every relation hold: a hitting-set tree.
 *
 * Fellegi & Holt (1976) ask for the cheapest set of fields to change; Reiter (1987) finds all smallest ones by branching
 * on a conflict: a set of relations that cannot hold together unless one more of their cells changes. Each size is
 * finished before the next begins, so what is found is proven smallest unless the limit of checks was reached.
 */
import type { Interval } from '#shared/relation/interval.ts';
import { candidatesOf, check, type Element, type Problem } from '#shared/relation/problem.ts';
import { variablesOf } from '#shared/relation/terms.ts';

export interface Solution {
  readonly elements: readonly Element[];
  readonly ranges: ReadonlyMap<string, Interval>;
  readonly cost: number;
}

export interface SearchOptions {
  /** Most elements blamed at once. */
  readonly size: number;
  /** Most sets tried. */
  readonly nodes: number;
}

export interface SearchResult {
  /** Smallest explanations, cheapest first; empty where none was found. */
  readonly solutions: readonly Solution[];
  readonly proven: boolean;
  readonly nodes: number;
}

/** Explanations of equal size that cost this much more than the best are still told. */
const SLACK = 0.35;
const MOST_SOLUTIONS = 64;

interface Node {
  readonly elements: readonly Element[];
  readonly cost: number;
  readonly name: string;
}

/** A conflict as the elements one of which must be added. */
type Conflict = readonly Element[];

function hits(node: Node, conflict: Conflict): boolean {
  return node.elements.some((element) => conflict.some((other) => other.id === element.id));
}

/** Violated relations without common cells: each needs a suspect of its own. */
export function fewestSuspects(problem: Problem): number {
  const used = new Set<string>();
  let count = 0;
  const bySize = problem.violated
    .map((relation) => variablesOf(relation.body).map((id) => problem.blocks.get(id)?.id ?? id))
    .sort((a, b) => a.length - b.length);
  for (const ids of bySize) {
    if (ids.some((id) => used.has(id))) continue;
    count++;
    for (const id of ids) used.add(id);
  }
  return count;
}

function extend(node: Node, conflict: Conflict): readonly Node[] {
  return conflict.map((element) => {
    const elements = [...node.elements, element].sort((a, b) => (a.id < b.id ? -1 : 1));
    return {
      elements,
      cost: node.cost + element.cost,
      name: elements.map(({ id }) => id).join('\n'),
    };
  });
}

interface Hunt {
  readonly problem: Problem;
  readonly limit: number;
  readonly conflicts: Conflict[];
  readonly solutions: Solution[];
  nodes: number;
}

/** A known conflict the node does not answer, or a new one; null where the node is a solution or a dead end. */
function conflictOf(hunt: Hunt, node: Node): Conflict | null {
  const known = hunt.conflicts.find((conflict) => !hits(node, conflict));
  if (known) return known;
  hunt.nodes++;
  const found = check(hunt.problem, node.elements);
  if (found.feasible) {
    hunt.solutions.push({ elements: node.elements, ranges: found.ranges, cost: node.cost });
    return null;
  }
  const freed = new Set(node.elements.flatMap((element) => element.variables));
  const conflict = candidatesOf(hunt.problem, found.conflict, freed);
  if (conflict.length === 0) return null;
  if (conflict.length <= 40) hunt.conflicts.push(conflict);
  return conflict;
}

/** Works through one size; returns the nodes of the next. */
function level(hunt: Hunt, nodes: readonly Node[]): readonly Node[] {
  const next = new Map<string, Node>();
  for (const node of nodes) {
    const best = hunt.solutions[0]?.cost;
    if (best !== undefined && node.cost > best + SLACK) break;
    if (hunt.nodes >= hunt.limit || hunt.solutions.length >= MOST_SOLUTIONS) break;
    const conflict = conflictOf(hunt, node);
    if (!conflict || hunt.solutions.length > 0) continue;
    for (const child of extend(node, conflict)) next.set(child.name, child);
  }
  return [...next.values()].sort((a, b) => a.cost - b.cost || (a.name < b.name ? -1 : 1));
}

export function search(problem: Problem, options: SearchOptions): SearchResult {
  const hunt: Hunt = { problem, limit: options.nodes, conflicts: [], solutions: [], nodes: 0 };
  if (fewestSuspects(problem) > options.size) return { solutions: [], proven: false, nodes: 0 };
  let nodes: readonly Node[] = [{ elements: [], cost: 0, name: '' }];
  for (let size = 0; size <= options.size && nodes.length > 0; size++) {
    nodes = level(hunt, nodes);
    if (hunt.solutions.length > 0 || hunt.nodes >= hunt.limit) break;
  }
  const proven = hunt.solutions.length > 0 && hunt.nodes < hunt.limit;
  return { solutions: hunt.solutions.sort((a, b) => a.cost - b.cost), proven, nodes: hunt.nodes };
}
