/** Whatever stands tangled in one component, localising it ends soon and says honestly what it is worth. */
import { describe, expect, test } from 'vitest';
import { findCauses } from '#shared/relation/cause.ts';
import { components } from '#shared/relation/components.ts';
import { evaluate, evaluateAll, type Variables } from '#shared/relation/evaluate.ts';
import { EFFORT, localise } from '#shared/relation/localise.ts';
import type { Effort } from '#shared/relation/problem.ts';
import { exact, relation, sum, variablesIn } from '#test/relation/build.ts';
import { type Tangle, tangles } from '#test/relation/tangles.ts';

/** For a machine that does ten other things; what bounds the work is its effort, which is counted. */
const PATIENCE = 60_000;

const cases = tangles().map((tangle) => [tangle.name, tangle] as const);

const violatedIn = ({ relations, variables }: Tangle) =>
  components(relations, evaluateAll(relations, variables));

describe.each(cases)('%s', (_, tangle) => {
  const { relations, variables } = tangle;

  test('every component is localised within its effort, the same each time', { timeout: PATIENCE }, () => {
    for (const component of violatedIn(tangle)) {
      const effort: Effort = { left: EFFORT };
      const found = localise(component, variables, relations, { effort });
      expect(effort.left).toBeGreaterThan(-50_000);
      expect(localise(component, variables, relations)).toEqual(found);
    }
  });

  test('a proven explanation lets every relation of its component hold', { timeout: PATIENCE }, () => {
    for (const component of violatedIn(tangle)) {
      const { proven, suspects } = localise(component, variables, relations);
      if (!proven) continue;
      const changed = new Map(suspects.map((one) => [one.variable, one]));
      const corrected: Variables = {
        get: (id) => {
          const variable = variables.get(id);
          const range = changed.get(id);
          return variable && range ? { ...variable, low: range.low, high: range.high } : variable;
        },
      };
      const left = component.relations.filter((one) => evaluate(one, corrected).outcome === 'violated');
      expect(left).toEqual([]);
    }
  });

  test('every violated relation belongs to some cause', { timeout: PATIENCE }, () => {
    const outcomes = evaluateAll(relations, variables);
    const told = new Set(findCauses(relations, outcomes, variables).flatMap((cause) => cause.relations));
    const violated = relations.filter(({ id }) => outcomes.get(id)?.outcome === 'violated');
    expect(violated.filter((one) => !told.has(one))).toEqual([]);
  });
});

test('one is found wrong by one beside a hundred million, and the other by a hundred million beside one', () => {
  const parts = { a: 100_000_000, b: 1, c: 3, d: 250_000_000 };
  const right = { ...parts, left: 100_000_001, right: 250_000_003, all: 350_000_004 };
  const relations = [
    relation('left', sum('left', 'a', 'b')),
    relation('right', sum('right', 'c', 'd')),
    relation('all', sum('all', 'left', 'right')),
    relation('parts', sum('all', 'a', 'b', 'c', 'd')),
  ];
  const blamed = (wrong: Partial<typeof right>) => {
    const variables = variablesIn(
      ...Object.entries({ ...right, ...wrong }).map(([id, value]) => exact(id, value)),
    );
    return findCauses(relations, evaluateAll(relations, variables), variables).map(({ suspects, proven }) => [
      suspects.map(({ variable, suggestion }) => `${variable}=${suggestion}`),
      proven,
    ]);
  };
  expect(blamed({ left: 100_000_002 })).toEqual([[['left=100000001'], true]]);
  expect(blamed({ all: 350_000_003 })).toEqual([[['all=350000004'], true]]);
  expect(blamed({ right: 250_000_004 - 100_000_000 })).toEqual([[['right=250000003'], true]]);
});

test('an explanation found with the effort used up is not called proven', () => {
  const [tangle] = tangles();
  if (!tangle) throw new Error('there are no tangles');
  const { relations, variables } = tangle;
  for (const component of violatedIn(tangle)) {
    const found = localise(component, variables, relations, { effort: { left: 100 } });
    expect(found.proven).toBe(false);
  }
});
