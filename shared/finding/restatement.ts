/**
 * Whether two returns that differ in a figure really restate it.
 *
 * Where the later return also holds a cell that still agrees with the earlier one (or the earlier return already held
 * the later value), nothing was restated: two tables of one return disagree.
 */
import { keyText } from '#shared/assertion/assertion.ts';
import type { Fact, Facts } from '#shared/finding/facts.ts';
import type { Board, Place } from '#shared/finding/place.ts';
import { storyOf } from '#shared/finding/story.ts';
import type { Relation } from '#shared/relation/relation.ts';

function agree(a: Fact, b: Fact): boolean {
  return a.quantity.low <= b.quantity.high && b.quantity.low <= a.quantity.high;
}

/** A test for relations; always true for those that do not tie two returns. */
export function restatementTest(board: Board, facts: Facts): (relation: Relation) => boolean {
  let known: ReadonlyMap<string, readonly Place[]> | null = null;
  const byKey = () => {
    known ??= Map.groupBy(
      [...board.places.values()].filter(({ assertion }) => assertion.key !== null),
      ({ assertion }) => (assertion.key ? keyText(assertion.key) : ''),
    );
    return known;
  };
  const others = (fact: Fact): readonly Fact[] => {
    const key = fact.assertion?.key;
    const same = key ? (byKey().get(keyText(key)) ?? []) : [];
    return same.flatMap(({ assertion, from }) =>
      from === fact.from && assertion.id !== fact.variable ? (facts(assertion.id) ?? []) : [],
    );
  };
  return (relation) => {
    if (relation.kind !== 'restated' && relation.kind !== 'target') return true;
    const story = storyOf(relation, facts);
    const [a, b] = [story?.result, story?.parts[0]];
    if (!a || !b || story?.shape !== 'same') return true;
    return !others(a).some((other) => agree(other, b)) && !others(b).some((other) => agree(other, a));
  };
}
