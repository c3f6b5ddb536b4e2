import { describe, expect, test } from 'vitest';
import { ERROR_KINDS, inject } from '#test/simulation/errors/inject.ts';
import type { Laid } from '#test/simulation/layout/page.ts';
import { LETTERS } from '#test/simulation/layout/style.ts';
import { evaluate, partsOf } from '#test/simulation/model/evaluate.ts';
import { cellsOf, type Simulation } from '#test/simulation/model/model.ts';
import { layOutAll, simulate } from '#test/simulation/simulate.ts';

const violatedIn = (simulation: Simulation): string[] => {
  const cells = cellsOf(simulation);
  return simulation.relations.filter((each) => evaluate(each, cells) === 'violated').map((each) => each.id);
};

/** Printed text by place: what a reader of the files would see. */
function printed(laid: readonly Laid[]): Map<string, string> {
  return new Map(
    laid.flatMap((each) => [...each.places].map(([id, { text }]) => [`${each.file}|${id}`, text] as const)),
  );
}

function changed(before: readonly Laid[], after: readonly Laid[]): string[] {
  const [old, now] = [printed(before), printed(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((key) => old.get(key) !== now.get(key))
    .map((key) => key.slice(key.indexOf('|') + 1))
    .sort();
}

describe('clean returns', () => {
  test.each([1, 2, 3, 4, 5, 6])('agree in every relation (seed %i)', (seed) => {
    expect(violatedIn(simulate(seed, 6))).toEqual([]);
  });

  test('have a cell for every number a relation speaks of', () => {
    const simulation = simulate(1, 6);
    const cells = cellsOf(simulation);
    const parts = simulation.relations.flatMap(partsOf).map((at) => at.split('#')[0] ?? '');
    expect(parts.filter((id) => !cells.has(id))).toEqual([]);
  });

  test('are checked in earnest: most relations hold and none is left for want of a cell', () => {
    const simulation = simulate(2, 4);
    const cells = cellsOf(simulation);
    const verdicts = simulation.relations.map((each) => evaluate(each, cells));
    const held = verdicts.filter((each) => each === 'held').length;
    expect(held / verdicts.length).toBeGreaterThan(0.95);
  });

  test('are the same for the same seed and others for another', () => {
    const text = (seed: number) =>
      JSON.stringify(layOutAll(simulate(seed, 2), 'mix').map((each) => [...each.places]));
    expect(text(5)).toBe(text(5));
    expect(text(5)).not.toBe(text(6));
  });

  test.each(LETTERS)('keep every number in layout %s', (letter) => {
    const simulation = simulate(3, 2);
    const placed = new Set(layOutAll(simulation, letter).flatMap((each) => [...each.places.keys()]));
    expect([...cellsOf(simulation).keys()].filter((id) => !placed.has(id))).toEqual([]);
  });

  test.each(LETTERS)('never put two numbers into one cell in layout %s', (letter) => {
    for (const { places } of layOutAll(simulate(4, 1), letter)) {
      const spots = [...places.values()].map((each) => `${each.sheet}|${each.cell}`);
      expect(new Set(spots).size).toBe(spots.length);
    }
  });
});

describe('injected errors', () => {
  const NUMBERS = ERROR_KINDS.filter(
    (each) => !['duplicated row', 'missing table', 'missing return'].includes(each),
  );

  test.each(NUMBERS)('a %s changes exactly the cells it names', (kind) => {
    const simulation = simulate(7, 3);
    const { simulation: after, errors } = inject(simulation, { perQuarter: 1, kinds: [kind] });
    const named = errors.flatMap((each) => each.cells).sort();
    expect(errors.length).toBeGreaterThan(0);
    expect(changed(layOutAll(simulation, 'a'), layOutAll(after, 'a'))).toEqual(named);
  });

  test.each(['wrong total', 'restated', 'cross-provider', 'unit mix', 'mapping'] as const)(
    'every %s breaks a relation',
    (kind) => {
      const { errors } = inject(simulate(8, 3), { perQuarter: 1, kinds: [kind] });
      expect(errors.length).toBeGreaterThan(0);
      expect(errors.filter((each) => !each.violated.length)).toEqual([]);
    },
  );

  test('no relation is broken that no error answers for', () => {
    const { simulation, errors } = inject(simulate(9, 4), { perQuarter: 6 });
    const known = new Set(errors.flatMap((each) => each.violated.map((one) => one.id)));
    const soft = new Set(simulation.relations.filter((each) => each.soft).map((each) => each.id));
    expect(violatedIn(simulation).filter((id) => !known.has(id) && !soft.has(id))).toEqual([]);
  });

  test('no two errors break the same relation', () => {
    const { errors } = inject(simulate(10, 4), { perQuarter: 6 });
    const broken = errors.flatMap((each) => each.violated.map((one) => one.id));
    expect(new Set(broken).size).toBe(broken.length);
  });

  test('are the same for the same seed', () => {
    const made = () => JSON.stringify(inject(simulate(11, 3), { perQuarter: 5 }).errors);
    expect(made()).toBe(made());
  });
});
