/**
 * Causes: one wrong cell, or cells that can only be wrong together, with all the violated relations it explains.
 *
 * Two suspects belong to one cause when a relation that holds ties them: a row's total and the grand total that was
 * added up from it move together. Suspects that merely break the same sum are separate mistakes.
 */
import { restatedTogether } from '#shared/relation/block.ts';
import { type Component, connected } from '#shared/relation/components.ts';
import { evaluate, type Variables } from '#shared/relation/evaluate.ts';
import { type Localisation, type LocaliseOptions, localise } from '#shared/relation/localise.ts';
import type { Outcome, Relation } from '#shared/relation/relation.ts';
import type { Suspect } from '#shared/relation/suggest.ts';
import { indexRelations, type RelationIndex, variablesOf } from '#shared/relation/terms.ts';

export interface Cause {
  /** Violated relations it explains, sorted by id. */
  readonly relations: readonly Relation[];
  /** Cells to blame, together; empty where no cell can be told from the others. */
  readonly suspects: readonly Suspect[];
  /** Other sets of cells that explain the same, likeliest first, at most five. */
  readonly alternatives: readonly (readonly Suspect[])[];
  readonly proven: boolean;
}

type Outcomes = ReadonlyMap<string, Outcome>;

const MOST_ALTERNATIVES = 5;
const MOST_ROUNDS = 6;
/** More suspects than this are never found by trying every set. */
const MOST_ALONE = 4;

/** The board with these suspects at the values that would do, every other cell as printed. */
function correctedBy(suspects: readonly Suspect[], variables: Variables): Variables {
  const changed = new Map(suspects.map((suspect) => [suspect.variable, suspect]));
  return {
    get: (id) => {
      const variable = variables.get(id);
      const suspect = changed.get(id);
      return variable && suspect ? { ...variable, low: suspect.low, high: suspect.high } : variable;
    },
  };
}

interface Scene {
  readonly index: RelationIndex;
  readonly outcomes: Outcomes;
  readonly variables: Variables;
}

/** Relations that hold and would break if this suspect alone were corrected. */
function brokenAlone(suspect: Suspect, scene: Scene): readonly Relation[] {
  const variables = correctedBy([suspect], scene.variables);
  return (scene.index.get(suspect.variable) ?? []).filter(
    (relation) =>
      scene.outcomes.get(relation.id)?.outcome === 'held' &&
      evaluate(relation, variables).outcome === 'violated',
  );
}

/** Suspects that must change together. */
function groupsOf(suspects: readonly Suspect[], scene: Scene): readonly (readonly Suspect[])[] {
  const byId = new Map(suspects.map((suspect) => [suspect.variable, suspect]));
  const links = new Map<string, Set<string>>(suspects.map(({ variable }) => [variable, new Set()]));
  for (const suspect of suspects) {
    for (const relation of brokenAlone(suspect, scene)) {
      for (const id of variablesOf(relation.body)) {
        if (!byId.has(id) || id === suspect.variable) continue;
        links.get(suspect.variable)?.add(id);
        links.get(id)?.add(suspect.variable);
      }
    }
  }
  const groups: Suspect[][] = [];
  const left = new Map(byId);
  for (const start of suspects) {
    if (!left.delete(start.variable)) continue;
    const group = [start];
    for (const { variable } of group) {
      for (const id of links.get(variable) ?? []) {
        const other = left.get(id);
        if (other && left.delete(id)) group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

function nameOf(suspects: readonly Suspect[]): string {
  return suspects
    .map(({ variable }) => variable)
    .sort()
    .join('\n');
}

/** What stands in for a group in the other solutions that keep every other suspect. */
function alternativesFor(group: readonly Suspect[], found: Localisation): readonly (readonly Suspect[])[] {
  const own = new Set(group.map(({ variable }) => variable));
  const others = found.suspects.filter(({ variable }) => !own.has(variable)).map(({ variable }) => variable);
  const seen = new Set([nameOf(group)]);
  const alternatives: (readonly Suspect[])[] = [];
  for (const solution of found.solutions.slice(1)) {
    const ids = new Set(solution.map(({ variable }) => variable));
    if (!others.every((id) => ids.has(id))) continue;
    const instead = solution.filter(({ variable }) => !others.includes(variable));
    const name = nameOf(instead);
    if (seen.has(name)) continue;
    seen.add(name);
    alternatives.push(instead);
  }
  return alternatives.slice(0, MOST_ALTERNATIVES);
}

/**
 * Violated relations that hold the group's cells. One that several groups stand in goes to those whose correction
 * alone settles it, or to all of them where only all together do.
 */
function explainedBy(
  groups: readonly (readonly Suspect[])[],
  component: Component,
  scene: Scene,
): ReadonlyMap<readonly Suspect[], readonly Relation[]> {
  const explained = new Map<readonly Suspect[], Relation[]>(groups.map((group) => [group, []]));
  for (const relation of component.relations) {
    const cells = new Set(variablesOf(relation.body));
    const inIt = groups.filter((group) => group.some(({ variable }) => cells.has(variable)));
    const alone = inIt.filter(
      (group) => evaluate(relation, correctedBy(group, scene.variables)).outcome === 'held',
    );
    for (const group of alone.length > 0 ? alone : inIt) explained.get(group)?.push(relation);
  }
  return explained;
}

/**
 * The suspects of one cause with values that need no other cause's correction, where there are such values: what the
 * component's solution gave a percentage may rest on the new value it gave the total.
 */
function standingAlone(
  suspects: readonly Suspect[],
  relations: readonly Relation[],
  scene: Scene,
): readonly Suspect[] {
  const variables = correctedBy(suspects, scene.variables);
  if (relations.every((relation) => evaluate(relation, variables).outcome !== 'violated')) return suspects;
  const alone: Component = { relations, variables: suspects.map(({ variable }) => variable) };
  const limits = { size: Math.min(suspects.length, MOST_ALONE), whole: true };
  const { solutions } = localise(alone, scene.variables, indexRelations(relations), limits);
  return solutions.find((solution) => nameOf(solution) === nameOf(suspects)) ?? suspects;
}

/** Splits one component's localisation into causes; relations nobody is blamed for form a cause without suspects. */
export function causesOf(found: Localisation, component: Component, scene: Scene): readonly Cause[] {
  const groups = groupsOf(found.suspects, scene);
  const explained = explainedBy(groups, component, scene);
  const causes = groups.flatMap((suspects): Cause[] => {
    const relations = explained.get(suspects) ?? [];
    const alternatives = alternativesFor(suspects, found);
    const blamed = standingAlone(suspects, relations, scene);
    return relations.length > 0 ? [{ relations, suspects: blamed, alternatives, proven: found.proven }] : [];
  });
  const told = new Set(causes.flatMap((cause) => cause.relations));
  const left = component.relations.filter((relation) => !told.has(relation));
  const rest = connected(left).map(
    ({ relations }): Cause => ({
      relations,
      suspects: [],
      alternatives: [],
      proven: false,
    }),
  );
  return [...causes, ...rest];
}

interface Located {
  readonly component: Component;
  readonly found: Localisation;
}

/** Pairs of relations of different components that one component's suspects stand in. */
function bridges(
  located: readonly Located[],
  index: RelationIndex,
  outcomes: Outcomes,
): (readonly [string, string])[] {
  return located.flatMap(({ component, found }) => {
    const own = new Set(component.relations.map((relation) => relation.id));
    const [first] = component.relations;
    const touched = found.suspects.flatMap(({ variable }) => index.get(variable) ?? []);
    return touched
      .filter(({ id }) => !own.has(id) && outcomes.get(id)?.outcome === 'violated')
      .map(({ id }) => [first?.id ?? id, id] as const);
  });
}

/**
 * Every cause behind the violated relations of a board.
 *
 * Components whose suspects turn out to stand in another component's violated relations are solved again together:
 * a total and the grand total above it share no cell with each other's rows, yet are one mistake.
 */
export function findCauses(
  relations: readonly Relation[],
  outcomes: Outcomes,
  variables: Variables,
  options: LocaliseOptions = {},
): readonly Cause[] {
  const index = indexRelations(relations);
  const violated = relations.filter(({ id }) => outcomes.get(id)?.outcome === 'violated');
  const cache = new Map<string, Located>();
  const held = ({ id }: Relation) => outcomes.get(id)?.outcome === 'held';
  const joined = [...restatedTogether(violated, index, held)];
  let located: readonly Located[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    located = connected(violated, joined).map((component) => {
      const name = component.relations.map(({ id }) => id).join('\n');
      const known = cache.get(name) ?? { component, found: localise(component, variables, index, options) };
      cache.set(name, known);
      return known;
    });
    const more = bridges(located, index, outcomes);
    if (more.length === 0) break;
    joined.push(...more);
  }
  return located.flatMap(({ component, found }) =>
    causesOf(found, component, { index, outcomes, variables }),
  );
}
