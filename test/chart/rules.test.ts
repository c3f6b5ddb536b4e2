/** Run rules and signals, and how often they speak where there is nothing to say. */
import { describe, expect, test } from 'vitest';
import { falseSignals } from '#shared/chart/chance.ts';
import { readPoints } from '#shared/chart/read.ts';
import { median, mostOfTooFew, shifts } from '#shared/chart/runs.ts';

const read = (values: readonly (number | null)[]) => readPoints({ values, nature: 'measure' });

describe('how many points make which chart', () => {
  test.each([
    [7, 'line'],
    [8, 'run'],
    [11, 'run'],
    [12, 'xmr'],
  ])('%i points: %s', (count, method) => {
    expect(read(Array.from({ length: count }, (_, i) => 100 + ((i * 7) % 5))).method).toBe(method);
  });

  test('gaps are not points', () => {
    expect(read([1, null, 2, 3, null, 4, 2, 3, 1]).method).toBe('line');
  });

  test('a series that never varies is only a line', () => {
    expect(read(Array.from({ length: 14 }, () => 3)).method).toBe('line');
  });
});

describe('run charts', () => {
  test('the median of an even number of values is half way between the middle two', () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2])]).toEqual([2, 2.5]);
  });

  test.each([
    [5, 3],
    [6, 3],
    [7, 4],
    [8, 5],
    [9, 6],
    [10, 6],
  ])('%i points each side: %i runs are too few (Swed & Eisenhart 1943, 5%% points)', (half, most) => {
    expect(mostOfTooFew(half, half)).toBe(most);
  });

  test('sixteen points in runs of 7, 7, 1 and 1 cross the median too seldom (Balestracci, Quality Digest, October 2008)', () => {
    // The first ten of the pattern, which a run chart here holds: seven above, then below.
    expect(read([9, 8, 9, 8, 9, 2, 3, 2, 3, 2]).signals).toEqual([
      { rule: 'few-runs', from: 0, to: 9, way: 'down' },
    ]);
    expect(mostOfTooFew(8, 8)).toBeGreaterThanOrEqual(4);
  });

  test('five points rising are a trend, equal neighbours counting once (Perla, Provost & Murray 2011)', () => {
    expect(read([5, 1, 2, 2, 3, 4, 6, 1, 5]).signals).toEqual([{ rule: 'trend', from: 1, to: 6, way: 'up' }]);
    expect(read([5, 1, 2, 3, 6, 1, 5, 2, 4]).signals).toEqual([]);
  });

  test('six points on one side are a shift, those on the line passed over', () => {
    const placed = [5, 5, 5, 8, 7, 5, 9, 8, 7, 8, 4].map((value, at) => ({ at, value }));
    expect(shifts(placed, () => 5, 6)).toEqual([{ rule: 'shift', from: 3, to: 9, way: 'up' }]);
    expect(shifts(placed, () => 5, 7)).toEqual([]);
  });
});

describe('control charts', () => {
  const steady = [10, 12, 9, 11, 10, 12, 9, 11, 10, 12];

  test('seven in a row above the mean are a shift', () => {
    const signals = read([...steady, 16, 17, 16, 17, 16, 17, 16]).signals.filter(
      ({ rule, way }) => rule === 'shift' && way === 'up',
    );
    expect(signals).toEqual([{ rule: 'shift', from: 10, to: 16, way: 'up' }]);
  });

  test('seven rising are a trend', () => {
    const signals = read([50, 30, 60, 20, 31, 33, 35, 37, 39, 41, 30, 55, 25]).signals;
    expect(signals).toContainEqual({ rule: 'trend', from: 3, to: 9, way: 'up' });
  });

  test('two of three in the outer third are a signal, one alone is not', () => {
    const near = read([10, 12, 10, 12, 10, 12, 10, 12, 20, 12, 20, 10, 12, 10]).signals;
    expect(near.filter(({ rule }) => rule === 'two-of-three')).toEqual([
      { rule: 'two-of-three', from: 8, to: 10, way: 'up' },
    ]);
    expect(read([10, 12, 10, 12, 10, 12, 10, 12, 17, 12, 10, 10, 12, 10]).signals).toEqual([]);
  });

  test('where the definition changed each stretch has its own mean, and the change itself is no signal', () => {
    const values = [...steady, 11, 10, ...steady.map((value) => value + 40), 51, 50];
    const whole = readPoints({ values, nature: 'measure' });
    const apart = readPoints({
      values,
      nature: 'measure',
      breaks: [{ at: 12, why: 'siblings are counted' }],
    });
    expect(whole.signals.length).toBeGreaterThan(0);
    expect({
      signals: apart.signals,
      centres: [apart.centre[0], apart.centre[12]],
      points: apart.points,
    }).toEqual({
      signals: [],
      centres: [127 / 12, 127 / 12 + 40],
      points: 12,
    });
  });
});

/** A linear congruential generator (Numerical Recipes), so that the test repeats. */
function normals(seed: number): () => number {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 4_294_967_296;
  };
  return () => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
}

test.each([8, 10, 12, 16, 20, 28, 40])(
  'the false-signal rate told for %i points is what stable series show',
  (length) => {
    const normal = normals(length);
    const trials = 4000;
    let spoke = 0;
    for (let i = 0; i < trials; i++) {
      if (read(Array.from({ length }, () => 100 + 10 * normal())).signals.length > 0) spoke++;
    }
    const told = falseSignals(length < 12 ? 'run' : 'xmr', length) ?? 0;
    expect(Math.abs(spoke / trials - told)).toBeLessThan(0.03);
  },
);
