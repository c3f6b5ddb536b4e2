import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exact, outcomeOf, ratio, rounded, sum } from '#test/relation/build.ts';

const HUNDRED = 'a percentage of a hundred or more without decimals cannot be tested';

describe('sums', () => {
  test('whole counts leave no room', () => {
    expect(outcomeOf(sum('t', 'a', 'b'), exact('t', 9), exact('a', 7), exact('b', 2))).toBe('held');
    expect(outcomeOf(sum('t', 'a', 'b'), exact('t', 15), exact('a', 7), exact('b', 2))).toBe('violated');
  });

  test('rounded thousands may be off by what rounding allows and no more', () => {
    const parts = [rounded('a', 1_744_000, 1000), rounded('b', 4_116_000, 1000)];
    expect(outcomeOf(sum('t', 'a', 'b'), rounded('t', 5_861_000, 1000), ...parts)).toBe('held');
    expect(outcomeOf(sum('t', 'a', 'b'), rounded('t', 5_862_000, 1000), ...parts)).toBe('violated');
  });

  test('a missing part and an approximate part cannot be checked', () => {
    expect(outcomeOf(sum('t', 'a'), exact('t', 9))).toBe('a part of it has no value');
    expect(outcomeOf(sum('t', 'a'), exact('t', 9), exact('a', 1, { approximate: true }))).toBe(
      'a part of it is printed as approximate',
    );
  });

  test('hundredths never violate through binary rounding', () => {
    const cents = fc.integer({ min: -1e10, max: 1e10 });
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 12 }), (values) => {
        const total = values.reduce((a, b) => a + b, 0);
        const parts = values.map((value, i) => exact(`p${i}`, value / 100, { whole: false }));
        const body = sum('t', ...parts.map(({ id }) => id));
        const result = exact('t', total / 100, { whole: false });
        const wrong = exact('t', (total + 1) / 100, { whole: false });
        return (
          outcomeOf(body, result, ...parts) === 'held' && outcomeOf(body, wrong, ...parts) === 'violated'
        );
      }),
    );
  });
});

describe('ratios', () => {
  test('a percentage must be one its counts can print as', () => {
    const of37 = [exact('n', 2), exact('d', 37)];
    expect(outcomeOf(ratio('p', 'n', 'd'), rounded('p', 0.05, 0.01), ...of37)).toBe('held');
    expect(outcomeOf(ratio('p', 'n', 'd'), rounded('p', 0.06, 0.01), ...of37)).toBe('violated');
  });

  test('a half rounds either way', () => {
    const eighth = [exact('n', 1), exact('d', 8)];
    expect(outcomeOf(ratio('p', 'n', 'd'), rounded('p', 0.12, 0.01), ...eighth)).toBe('held');
    expect(outcomeOf(ratio('p', 'n', 'd'), rounded('p', 0.13, 0.01), ...eighth)).toBe('held');
    expect(outcomeOf(ratio('p', 'n', 'd'), rounded('p', 0.14, 0.01), ...eighth)).toBe('violated');
  });

  test('any share printed to any precision holds for the counts it came from', () => {
    fc.assert(
      fc.property(
        fc.nat(1e6),
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 0, max: 4 }),
        (n, d, places) => {
          const printed = Number((n / d).toFixed(places));
          const found = outcomeOf(
            ratio('p', 'n', 'd'),
            rounded('p', printed, 10 ** -places),
            exact('n', n),
            exact('d', d),
          );
          return found === 'held';
        },
      ),
    );
  });

  test('nothing over nothing cannot be checked, something over nothing is wrong', () => {
    const rate = rounded('p', 0.5, 0.01);
    expect(outcomeOf(ratio('p', 'n', 'd'), rate, exact('n', 0), exact('d', 0))).toBe(
      'what it is divided by is zero',
    );
    expect(outcomeOf(ratio('p', 'n', 'd'), rate, exact('n', 3), exact('d', 0))).toBe('violated');
  });

  test('a count that stands above and below the line is one count', () => {
    const body = {
      shape: 'ratio' as const,
      result: 'p',
      numerator: [{ variable: 'a', factor: 1 }],
      denominator: [
        { variable: 'a', factor: 1 },
        { variable: 'b', factor: 1 },
      ],
    };
    const wide = exact('a', 0, { low: 10, high: 20, whole: false });
    expect(outcomeOf(body, exact('p', 0.68, { whole: false }), wide, exact('b', 10))).toBe('violated');
    expect(outcomeOf(body, exact('p', 0.66, { whole: false }), wide, exact('b', 10))).toBe('held');
  });
});

describe('possible percentages', () => {
  const possible = { shape: 'possible' as const, result: 'p', denominator: 'd' };

  test('no whole number of 37 prints as 6%', () => {
    expect(outcomeOf(possible, rounded('p', 0.06, 0.01), exact('d', 37))).toBe('violated');
    expect(outcomeOf(possible, rounded('p', 0.05, 0.01), exact('d', 37))).toBe('held');
  });

  test('a mean of seven whole numbers cannot be 5.5', () => {
    expect(outcomeOf(possible, rounded('p', 5.5, 0.1), exact('d', 7))).toBe('violated');
    expect(outcomeOf(possible, rounded('p', 4.7, 0.1), exact('d', 7))).toBe('held');
  });

  test('it says when the base is too large to tell', () => {
    expect(outcomeOf(possible, rounded('p', 0.06, 0.01), exact('d', 163))).toBe(HUNDRED);
    expect(outcomeOf(possible, rounded('p', 0.061, 0.001), exact('d', 163))).toBe('held');
  });
});
