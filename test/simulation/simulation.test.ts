import { describe, expect, test } from 'vitest';
import { evaluate, partsOf } from '#test/simulation/model/evaluate.ts';
import { cellsOf } from '#test/simulation/model/model.ts';
import { simulate } from '#test/simulation/simulate.ts';

describe('clean returns', () => {
  test.each([1, 2, 3, 4, 5, 6])('every relation holds or cannot be checked (seed %i)', (seed) => {
    const simulation = simulate(seed, 6);
    const cells = cellsOf(simulation);
    const broken = simulation.relations.filter((each) => evaluate(each, cells) === 'violated');
    expect(broken.map((each) => each.id)).toEqual([]);
  });

  test('every relation speaks of cells that exist', () => {
    const simulation = simulate(1, 6);
    const cells = cellsOf(simulation);
    const unknown = simulation.relations.flatMap((each) =>
      partsOf(each).filter((at) => !cells.has(at.split('#')[0] ?? '')),
    );
    expect(unknown).toEqual([]);
  });
});
