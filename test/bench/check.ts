/** Checking ten years of returns, and the hardest tangle of errors one check may meet. */
import { checkBoard } from '#shared/finding/check.ts';
import { connected } from '#shared/relation/components.ts';
import { evaluateAll } from '#shared/relation/evaluate.ts';
import { localise } from '#shared/relation/localise.ts';
import { type Timing, timed, timing } from '#test/bench/timing.ts';
import { benchBoard } from '#test/relation/bench.ts';
import { tangles } from '#test/relation/tangles.ts';

/** The first run is counted too: a program that has just been started has nothing warm. */
export async function checks(runs: number): Promise<readonly Timing[]> {
  const check = timing('Check of ten years: 40 quarters, 520 tables, 109,200 numbers', 2000);
  const worst = timing('Localisation of the worst of the tangles', 1000);
  const board = benchBoard();
  for (let run = 0; run < runs; run += 1) await timed(check, true, () => checkBoard(board));
  for (const { relations, variables } of tangles()) {
    const outcomes = evaluateAll(relations, variables);
    const violated = relations.filter(({ id }) => outcomes.get(id)?.outcome === 'violated');
    for (const component of connected(violated)) {
      await timed(worst, true, () => localise(component, variables, relations));
    }
  }
  worst.ms.splice(0, worst.ms.length, Math.max(...worst.ms));
  return [check, worst];
}
