/** What is withheld beyond the small counts, against the exact optimum; `npm run bench:disclosure` tries many more. */
import { expect, test } from 'vitest';
import { choose } from '#shared/disclosure/choose.ts';
import { isSmall } from '#shared/disclosure/problem.ts';
import { quarterOnly, withTotals } from '#test/disclosure/linked.ts';
import { optimum } from '#test/disclosure/optimum.ts';
import { between, randomBody, randomFrom } from '#test/disclosure/random.ts';

test('the optimum of a lone small count in a table of large ones is a square of four', () => {
  const table = withTotals([
    [3, 20, 30],
    [40, 8, 50],
    [60, 70, 9],
  ]);
  const cost = quarterOnly(table).counts.map(({ weight }) => weight);
  expect(optimum({ table, threshold: 5, cost })).toHaveLength(3);
});

test('over random tables the chooser withholds at most 5% more further cells than the optimum', () => {
  const random = randomFrom(11);
  const sums = { mine: 0, best: 0 };
  for (let n = 0; n < 40; n++) {
    const table = withTotals(randomBody(random, between(random, 2, 6), between(random, 2, 6)));
    const problem = quarterOnly(table);
    const { withheld } = choose(problem);
    const cost = problem.counts.map(({ weight }) => weight);
    const best = optimum({ table, threshold: 5, cost });
    expect(best).not.toBeNull();
    sums.mine += [...withheld].filter((i) => !isSmall(problem.counts[i] ?? { value: 0 }, 5)).length;
    sums.best += best?.length ?? 0;
  }
  expect(sums.best).toBeGreaterThan(50);
  expect(sums.mine / sums.best).toBeLessThanOrEqual(1.05);
});
