/**
 * Error localisation: which cells are wrong, and what should they say?
 *
 * The smallest, cheapest set of cells whose change lets every relation that holds them be satisfied, held ones too
 * (Fellegi & Holt 1976, "A Systematic Approach to Automatic Edit and Imputation"; de Waal, Pannekoek & Scholtus 2011,
 * ch. 3). Among sets of one size, cells whose correction has the shape of a common slip come first.
 */
import { blocksOf } from '#shared/relation/block.ts';
import { type Component, connected } from '#shared/relation/components.ts';
import { evaluate, type Variables } from '#shared/relation/evaluate.ts';
import { peelSome } from '#shared/relation/peel.ts';
import type { Effort, Problem } from '#shared/relation/problem.ts';
import type { Outcome, Relation, Variable } from '#shared/relation/relation.ts';
import { type SearchResult, type Solution, search } from '#shared/relation/search.ts';
import { SLIP_BONUS } from '#shared/relation/shape-of-error.ts';
import { type Suspect, slipOf, suggestionFor } from '#shared/relation/suggest.ts';
import { indexRelations, type RelationIndex } from '#shared/relation/terms.ts';

export interface LocaliseOptions {
  /** Most cells (or blocks of cells) blamed at once before the search gives up proving. Default 4. */
  readonly size?: number;
  /** Most sets tried. Default 1500. */
  readonly nodes?: number;
  /** What it may cost. What is left of a tangle when that is used up stays unexplained. */
  readonly effort?: Effort;
  /** Only explanations of at most `size`; a tangle too large for that is not taken apart. */
  readonly whole?: boolean;
}

export interface Localisation {
  readonly suspects: readonly Suspect[];
  /** Other explanations of the same size, likeliest first, at most five. */
  readonly alternatives: readonly (readonly Suspect[])[];
  /** All explanations of that size that were found, the best first: for splitting into causes. */
  readonly solutions: readonly (readonly Suspect[])[];
  /** No smaller set of cells can be to blame. */
  readonly proven: boolean;
  readonly cost: number;
}

/** Well under a second for any component. */
export const EFFORT = 200_000;

const MOST_ALTERNATIVES = 5;
const SIZE = 4;
const NODES = 1500;
/** What is left after each step is searched less: nothing is proven any more. */
const FEWEST_NODES = 150;

/** The index without relations that cannot be checked, and which of the rest hold; each evaluated once. */
function checkable(index: RelationIndex, variables: Variables) {
  const outcomes = new Map<string, Outcome['outcome']>();
  const outcomeOf = (relation: Relation) => {
    const known = outcomes.get(relation.id) ?? evaluate(relation, variables).outcome;
    outcomes.set(relation.id, known);
    return known;
  };
  const lists = new Map<string, readonly Relation[]>();
  const get = (id: string) => {
    const known = lists.get(id) ?? (index.get(id) ?? []).filter((r) => outcomeOf(r) !== 'not-checkable');
    lists.set(id, known);
    return known;
  };
  return { index: { get }, held: (relation: Relation) => outcomeOf(relation) === 'held' };
}

function suspectsOf(solution: Solution, problem: Problem): readonly Suspect[] {
  return [...solution.ranges].flatMap(([id, range]): Suspect[] => {
    const variable = problem.variables.get(id);
    if (!variable) return [];
    const suggestion = suggestionFor(variable, range);
    const slip = slipOf(variable, suggestion, problem.index, problem.variables);
    return [{ variable: id, ...range, suggestion, slip: slip?.words ?? null }];
  });
}

/** Cost less the bonus of the slips that would explain it. */
function rankOf(solution: Solution, problem: Problem): number {
  let rank = solution.cost;
  for (const [id, range] of solution.ranges) {
    const variable = problem.variables.get(id);
    if (!variable) continue;
    const slip = slipOf(variable, suggestionFor(variable, range), problem.index, problem.variables);
    if (slip) rank -= SLIP_BONUS[slip.kind];
  }
  return rank;
}

function ranked(solutions: readonly Solution[], problem: Problem): readonly Solution[] {
  const name = (solution: Solution) => solution.elements.map(({ id }) => id).join('\n');
  return solutions
    .map((solution) => ({ solution, rank: rankOf(solution, problem), name: name(solution) }))
    .sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1))
    .map(({ solution }) => solution);
}

function told(found: SearchResult, problem: Problem): Localisation {
  const order = ranked(found.solutions, problem);
  const solutions = order.map((solution) => suspectsOf(solution, problem));
  const [suspects = [], ...others] = solutions;
  const alternatives = others.slice(0, MOST_ALTERNATIVES);
  return { suspects, alternatives, solutions, proven: found.proven, cost: order[0]?.cost ?? 0 };
}

const UNKNOWN: Localisation = { suspects: [], alternatives: [], solutions: [], proven: false, cost: 0 };

/** Variables with the solution's cells at the values that would do. */
function corrected(solution: Solution, variables: Variables): Variables {
  const changed = new Map<string, Variable>();
  for (const [id, range] of solution.ranges) {
    const variable = variables.get(id);
    if (variable) changed.set(id, { ...variable, ...range });
  }
  return { get: (id) => changed.get(id) ?? variables.get(id) };
}

/** Too large for a proof: takes the likeliest culprit out and explains what is left. */
function stepwise(problem: Problem, index: RelationIndex, options: Required<LocaliseOptions>): Localisation {
  const step = options.whole || options.effort.left <= 0 ? null : peelSome(problem);
  if (!step) return UNKNOWN;
  const variables = corrected(step, problem.variables);
  const left = problem.violated.filter((relation) => evaluate(relation, variables).outcome === 'violated');
  if (left.length >= problem.violated.length) return UNKNOWN;
  const limits = { ...options, nodes: Math.max(FEWEST_NODES, Math.floor(options.nodes / 4)) };
  const rest = connected(left).map((component) => localise(component, variables, index, limits));
  const found = new Map(suspectsOf(step, problem).map((suspect) => [suspect.variable, suspect]));
  for (const suspect of rest.flatMap((part) => part.suspects)) found.set(suspect.variable, suspect);
  const suspects = [...found.values()];
  const cost = rest.reduce((sum, part) => sum + part.cost, step.cost);
  return { suspects, alternatives: [], solutions: [suspects], proven: false, cost };
}

/**
 * Localises the errors of one component of violated relations.
 *
 * @param relations every relation of the board (or their index, which spares building it for each component):
 *   held ones keep a suspect from being blamed for what would break elsewhere
 */
export function localise(
  component: Component,
  variables: Variables,
  relations: readonly Relation[] | RelationIndex,
  options: LocaliseOptions = {},
): Localisation {
  const index = 'get' in relations ? relations : indexRelations(relations);
  const { size = SIZE, nodes = NODES, effort = { left: EFFORT }, whole = false } = options;
  const limits = { size, nodes, effort, whole };
  const active = checkable(index, variables);
  const blocks = blocksOf(component.relations, active.index, variables, active.held);
  const problem: Problem = { violated: component.relations, index: active.index, variables, blocks, effort };
  const found = search(problem, limits);
  return found.solutions.length > 0 ? told(found, problem) : stepwise(problem, index, limits);
}
