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
  /** Numbers of the elements, ascending. */
  readonly at: readonly number[];
  readonly cost: number;
  readonly name: string;
}

/** A conflict as the numbers of the elements one of which must be added. */
type Conflict = ReadonlySet<number>;

function hits(node: Node, conflict: Conflict): boolean {
  return node.at.some((element) => conflict.has(element));
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

interface Hunt {
  readonly problem: Problem;
  readonly options: SearchOptions;
  /** Elements by number, and their numbers by id. */
  readonly elements: Element[];
  readonly numbers: Map<string, number>;
  readonly conflicts: Conflict[];
  readonly solutions: Solution[];
  nodes: number;
}

function numberOf(hunt: Hunt, element: Element): number {
  const known = hunt.numbers.get(element.id);
  if (known !== undefined) return known;
  hunt.numbers.set(element.id, hunt.elements.length);
  return hunt.elements.push(element) - 1;
}

function elementsOf(hunt: Hunt, node: Node): readonly Element[] {
  return node.at.flatMap((number) => hunt.elements[number] ?? []);
}

function extend(hunt: Hunt, node: Node, conflict: Conflict): readonly Node[] {
  return [...conflict].map((element) => {
    const at = [...node.at, element].sort((a, b) => a - b);
    return { at, cost: node.cost + (hunt.elements[element]?.cost ?? 0), name: at.join() };
  });
}

/** A known conflict the node does not answer, or a new one; null where the node is a solution or a dead end. */
function conflictOf(hunt: Hunt, node: Node): Conflict | null {
  const known = hunt.conflicts.find((conflict) => !hits(node, conflict));
  if (known) return known;
  hunt.nodes++;
  const elements = elementsOf(hunt, node);
  const found = check(hunt.problem, elements);
  if (found.feasible) {
    hunt.solutions.push({ elements, ranges: found.ranges, cost: node.cost });
    return null;
  }
  const freed = new Set(elements.flatMap((element) => element.variables));
  const candidates = candidatesOf(hunt.problem, found.conflict, freed);
  if (candidates.length === 0) return null;
  const conflict = new Set(candidates.map((element) => numberOf(hunt, element)));
  if (conflict.size <= MOST_IN_CONFLICT) hunt.conflicts.push(conflict);
  return conflict;
}

const MOST_IN_CONFLICT = 40;
const MOST_PACKED = 60;

/** Conflicts without common elements that the node leaves open: it needs at least so many more. */
function fewestMore(hunt: Hunt, node: Node): number {
  const used = new Set<number>();
  let count = 0;
  for (const conflict of hunt.conflicts.slice(0, MOST_PACKED)) {
    if (hits(node, conflict)) continue;
    let apart = true;
    for (const element of conflict) if (used.has(element)) apart = false;
    if (!apart) continue;
    count++;
    for (const element of conflict) used.add(element);
  }
  return count;
}

/** Whether the search has reached the limit of what it may try. */
function spent({ nodes, options, problem }: Hunt): boolean {
  return nodes >= options.nodes || problem.effort.left <= 0;
}

/** Works through one size; returns the nodes of the next. */
function level(hunt: Hunt, nodes: readonly Node[]): readonly Node[] {
  const next = new Map<string, Node>();
  for (const node of nodes) {
    const best = hunt.solutions[0]?.cost;
    if (best !== undefined && node.cost > best + SLACK) break;
    if (spent(hunt) || hunt.solutions.length >= MOST_SOLUTIONS) break;
    if (node.at.length + fewestMore(hunt, node) > hunt.options.size) continue;
    const conflict = conflictOf(hunt, node);
    if (!conflict || hunt.solutions.length > 0 || node.at.length >= hunt.options.size) continue;
    for (const child of extend(hunt, node, conflict)) next.set(child.name, child);
  }
  return [...next.values()].sort((a, b) => a.cost - b.cost || (a.name < b.name ? -1 : 1));
}

/** Every violated relation is a conflict from the start, shortest first. */
function firstConflicts(hunt: Hunt): void {
  for (const relation of hunt.problem.violated) {
    const candidates = candidatesOf(hunt.problem, [relation], new Set());
    if (candidates.length > 0) hunt.conflicts.push(new Set(candidates.map((c) => numberOf(hunt, c))));
  }
  hunt.conflicts.sort((a, b) => a.size - b.size);
}

export function search(problem: Problem, options: SearchOptions): SearchResult {
  const start = { elements: [], numbers: new Map<string, number>(), conflicts: [], solutions: [], nodes: 0 };
  const hunt: Hunt = { problem, options, ...start };
  if (fewestSuspects(problem) > options.size) return { solutions: [], proven: false, nodes: 0 };
  firstConflicts(hunt);
  let nodes: readonly Node[] = [{ at: [], cost: 0, name: '' }];
  for (let size = 0; size <= options.size && nodes.length > 0; size++) {
    nodes = level(hunt, nodes);
    if (hunt.solutions.length > 0 || spent(hunt)) break;
  }
  const proven = hunt.solutions.length > 0 && !spent(hunt);
  return { solutions: hunt.solutions.sort((a, b) => a.cost - b.cost), proven, nodes: hunt.nodes };
}
