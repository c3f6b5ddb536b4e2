/** Violated relations that may have a cause in common: those that share a cell. */
import type { Outcome, Relation } from '#shared/relation/relation.ts';
import { variablesOf } from '#shared/relation/terms.ts';

export interface Component {
  /** Violated relations, sorted by id. */
  readonly relations: readonly Relation[];
  /** Their cells, sorted. */
  readonly variables: readonly string[];
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Relations gathered by shared variables; `joined` names further pairs of relation ids that belong together. */
export function connected(
  violated: readonly Relation[],
  joined: readonly (readonly [string, string])[] = [],
): readonly Component[] {
  const parent = new Map<string, string>();
  const root = (id: string): string => {
    let at = id;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    parent.set(id, at);
    return at;
  };
  const join = (a: string, b: string) => parent.set(root(a), root(b));
  for (const { id, body } of violated) {
    for (const variable of variablesOf(body)) join(`r ${id}`, `v ${variable}`);
  }
  for (const [a, b] of joined) join(`r ${a}`, `r ${b}`);
  const groups = new Map<string, Relation[]>();
  for (const relation of [...violated].sort((a, b) => byText(a.id, b.id))) {
    const at = root(`r ${relation.id}`);
    groups.set(at, [...(groups.get(at) ?? []), relation]);
  }
  return [...groups.values()].map((relations) => ({
    relations,
    variables: [...new Set(relations.flatMap(({ body }) => variablesOf(body)))].sort(byText),
  }));
}

/** The connected components of the violated relations. */
export function components(
  relations: readonly Relation[],
  outcomes: ReadonlyMap<string, Outcome>,
): readonly Component[] {
  return connected(relations.filter(({ id }) => outcomes.get(id)?.outcome === 'violated'));
}
