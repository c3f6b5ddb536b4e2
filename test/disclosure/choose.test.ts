import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choose, type Pattern } from '#shared/disclosure/choose.ts';
import { type Disclosure, sensitiveOf } from '#shared/disclosure/problem.ts';
import { leastOf, possible } from '#test/disclosure/attack.ts';
import { nextQuarter, quarterOnly, type Table, withTotals } from '#test/disclosure/linked.ts';

/** Small counts a reader works out, or rules out being at their least or above the threshold. */
function narrowed(problem: Disclosure, pattern: Pattern): readonly string[] {
  return sensitiveOf(problem).flatMap((count) => {
    const { id = '' } = problem.counts[count] ?? {};
    const least = leastOf(problem, count);
    const low = possible(problem, pattern.withheld, count, [least, least]);
    const high = possible(problem, pattern.withheld, count, [
      problem.threshold + 1,
      Number.POSITIVE_INFINITY,
    ]);
    return low && high ? [] : [`${id} ${low ? 'not above the threshold' : 'not at its least'}`];
  });
}

const body = (rows: number, columns: number): fc.Arbitrary<Table> =>
  fc.array(
    fc.array(
      fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 5 }) }, fc.integer({ min: 0, max: 11 })),
      {
        minLength: columns,
        maxLength: columns,
      },
    ),
    { minLength: rows, maxLength: rows },
  );

const pair = fc
  .tuple(fc.integer({ min: 2, max: 3 }), fc.constant(2))
  .chain(([rows, columns]) => fc.tuple(body(rows, columns), body(rows, columns)));

describe('choosing what to withhold', () => {
  test('a lone small count in a row and a column takes three further cells with it', () => {
    const table = withTotals([
      [3, 20, 30],
      [40, 8, 50],
      [60, 70, 9],
    ]);
    const problem = quarterOnly(table);
    const pattern = choose(problem);
    expect(pattern.open).toEqual([]);
    expect(pattern.withheld.size).toBe(4);
    expect([...pattern.withheld].every((i) => (problem.counts[i]?.weight ?? 9) === 1)).toBe(true);
  });

  test('with no small count nothing is withheld', () => {
    const pattern = choose(
      quarterOnly(
        withTotals([
          [0, 20],
          [40, 0],
        ]),
      ),
    );
    expect(pattern).toEqual({ withheld: new Set(), witnesses: [], open: [] });
  });

  test('the same input gives the same pattern', () => {
    const table = withTotals([
      [3, 2, 30],
      [40, 8, 1],
      [60, 7, 9],
    ]);
    expect(choose(quarterOnly(table))).toEqual(choose(quarterOnly(table)));
  });

  test('a reader who tries every whole number narrows no small count of this quarter, of one issued before, or of the year', () => {
    fc.assert(
      fc.property(pair, ([before, now]) => {
        const first = quarterOnly(withTotals(before));
        const issued = choose(first);
        expect(issued.open).toEqual([]);
        expect(narrowed(first, issued)).toEqual([]);
        const second = nextQuarter(withTotals(before), withTotals(now), issued.withheld);
        const pattern = choose(second);
        expect(pattern.open).toEqual([]);
        expect(narrowed(second, pattern)).toEqual([]);
      }),
      { numRuns: Number(process.env.EOC_RUNS ?? 25), seed: 20 },
    );
  }, 600_000);

  test('protecting each table by itself would leak, so the property above is no empty one', () => {
    const before = withTotals([
      [3, 9],
      [8, 7],
    ]);
    const now = withTotals([
      [9, 8],
      [7, 12],
    ]);
    const issued = choose(quarterOnly(before));
    const second = nextQuarter(before, now, issued.withheld);
    expect(narrowed(second, { withheld: new Set(), witnesses: [], open: [] })).not.toEqual([]);
  });
});
