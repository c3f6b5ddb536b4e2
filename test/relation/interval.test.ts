import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, divide, intersect, scaled, wholePart } from '#shared/relation/interval.ts';

const point = (value: number) => ({ low: value, high: value });

describe('intervals', () => {
  test('a printed percentage of a count holds the whole numbers it can mean, boundaries included', () => {
    expect(wholePart(scaled({ low: 0.575, high: 0.585 }, 40))).toEqual({ low: 23, high: 23 });
    expect(wholePart(scaled({ low: 0.055, high: 0.065 }, 37))).toBeNull();
    expect(wholePart(scaled({ low: 0.12, high: 0.13 }, 100))).toEqual({ low: 12, high: 13 });
  });

  test('money to a hundred million keeps its pennies apart', () => {
    const total = add(point(99_999_999.98), point(0.01));
    expect(total.low <= 99_999_999.99 && total.high >= 99_999_999.99).toBe(true);
    expect(intersect(total, point(100_000_000))).toBeNull();
  });

  test('division leaves nothing out and knows when it cannot be done', () => {
    expect(divide(point(1), { low: -1, high: 1 })).toBeNull();
    expect(divide(point(1), point(0))).toBeNull();
    expect(divide(point(1), { low: 0, high: 2 })).toEqual({ low: expect.closeTo(0.5), high: Infinity });
    expect(divide({ low: -6, high: 4 }, { low: -2, high: -1 })).toEqual({
      low: expect.closeTo(-4),
      high: expect.closeTo(6),
    });
  });

  test('a quotient of members is a member of the quotient', () => {
    const bounds = fc.tuple(
      fc.double({ min: -1e8, max: 1e8, noNaN: true }),
      fc.double({ min: 0, max: 1e4, noNaN: true }),
    );
    const divisor = fc.tuple(
      fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
      fc.double({ min: 0, max: 1e4, noNaN: true }),
    );
    fc.assert(
      fc.property(bounds, divisor, fc.double({ min: 0, max: 1, noNaN: true }), ([a, w], [b, v], t) => {
        const quotient = divide({ low: a, high: a + w }, { low: b, high: b + v });
        const member = (a + w * t) / (b + v * (1 - t));
        return quotient !== null && quotient.low <= member && member <= quotient.high;
      }),
    );
  });
});
