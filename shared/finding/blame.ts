/**
 * Whom to ask first where two tables disagree and each holds in itself.
 *
 * The fewest cells to change are a service's, since its figure stands alone, while the board's own table has totals that
 * change with it. But the board's table was copied from the service's: it is asked about first, unless the service's
 * figure contradicts more than the board's does.
 */
import type { Fact, Facts } from '#shared/finding/facts.ts';
import { storyOf } from '#shared/finding/story.ts';
import type { Cause } from '#shared/relation/cause.ts';
import type { Suspect } from '#shared/relation/suggest.ts';
import { variablesOf } from '#shared/relation/terms.ts';

/** The cells of a cause that does nothing but set single cells against one another; null for any other cause. */
function opposed(cause: Cause, facts: Facts): ReadonlyMap<Fact, number> | null {
  const times = new Map<Fact, number>();
  for (const relation of cause.relations) {
    if (relation.kind !== 'cross-provider' && relation.kind !== 'cross-table') return null;
    const story = storyOf(relation, facts);
    if (story?.shape !== 'same') return null;
    for (const id of variablesOf(relation.body)) {
      const fact = facts(id);
      if (fact) times.set(fact, (times.get(fact) ?? 0) + 1);
    }
  }
  return times;
}

/** The one fact to ask about: in most of the disagreements, then the board's own; null where two are alike. */
function askedFirst(times: ReadonlyMap<Fact, number>, compilers: ReadonlySet<string>): Fact | null {
  const score = ([fact, count]: readonly [Fact, number]): number =>
    count * 2 + (compilers.has(fact.from.ref.provider) ? 1 : 0);
  const [first, second] = [...times].toSorted((a, b) => score(b) - score(a));
  return first && (!second || score(first) > score(second)) ? first[0] : null;
}

/** The value the others give, where they give one. */
function givenBy(others: readonly Fact[]): Pick<Suspect, 'low' | 'high' | 'suggestion'> {
  const low = Math.max(...others.map(({ quantity }) => quantity.low));
  const high = Math.min(...others.map(({ quantity }) => quantity.high));
  if (others.length === 0 || low > high) return { low: -Infinity, high: Infinity, suggestion: null };
  return { low, high, suggestion: others[0]?.quantity.value ?? null };
}

/** Service cells blamed together against as few of the board's own: the board's, each at what the service gives. */
function swapped(cause: Cause, facts: Facts, compilers: ReadonlySet<string>): readonly Suspect[] {
  const blamed = new Set(cause.suspects.map(({ variable }) => variable));
  const pairs = cause.relations.map(({ body }) => {
    const [a, b] = variablesOf(body).map((id) => facts(id));
    if (!a || !b) return null;
    const [service, compiled] = compilers.has(a.from.ref.provider) ? [b, a] : [a, b];
    const opposite = compilers.has(compiled.from.ref.provider) && !compilers.has(service.from.ref.provider);
    return opposite && blamed.has(service.variable) ? { service, compiled } : null;
  });
  const groups = Map.groupBy(
    pairs.filter((pair) => pair !== null),
    ({ compiled }) => compiled,
  );
  const services = new Set(pairs.map((pair) => pair?.service));
  if (pairs.includes(null) || groups.size > services.size) return [];
  return [...groups].map(([compiled, group]) => ({
    variable: compiled.variable,
    ...givenBy(group.map(({ service }) => service)),
    slip: null,
  }));
}

/** The cause with the blame where it is likeliest; the same cause where its arithmetic tells. */
export function withBlame(cause: Cause, facts: Facts, compilers: ReadonlySet<string>): Cause {
  const [known, ...more] = cause.suspects;
  const times = opposed(cause, facts);
  if (!times) return cause;
  if (more.length > 0) {
    const suspects = swapped(cause, facts, compilers);
    return suspects.length > 0 ? { ...cause, suspects, alternatives: [cause.suspects] } : cause;
  }
  const asked = askedFirst(times, compilers);
  if (!asked || asked.assertion === null || known?.variable === asked.variable) return cause;
  const others = [...times.keys()].filter((fact) => fact !== asked);
  const suspect: Suspect = { variable: asked.variable, ...givenBy(others), slip: null };
  const alternatives = [...(known ? [[known]] : []), ...cause.alternatives].filter(
    (set) => !set.some(({ variable }) => variable === asked.variable),
  );
  return { ...cause, suspects: [suspect], alternatives };
}
