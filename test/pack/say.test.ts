/** Figures in words follow the figures, and say so where nothing can be said. */
import { expect, test } from 'vitest';
import { formatsFor, numberWords, sayChange, sayFigure, sayNoun, UNTOLD } from '#shared/pack/say.ts';
import type { Quantity } from '#shared/quantity/quantity.ts';

const count = (value: number): Quantity => ({
  ...{ value, step: 0, low: value, high: value, unit: 'children', whole: true, approximate: false },
});
const share = (value: number): Quantity => ({
  ...{ value, step: 0.001, low: value - 0.0005, high: value + 0.0005 },
  ...{ unit: 'percent', whole: false, approximate: false },
});
const pounds = (value: number, step = 1): Quantity => ({
  ...{ value, step, low: value, high: value, unit: 'GBP', whole: false, approximate: false },
});
const bound: Quantity = { ...count(4), low: 0, high: 4 };

test('whole numbers up to ninety-nine can be written as words', () => {
  expect([0, 1, 13, 20, 34, 99].map(numberWords)).toEqual([
    'nought',
    'one',
    'thirteen',
    'twenty',
    'thirty-four',
    'ninety-nine',
  ]);
  expect([100, -1, 1.5].map(numberWords)).toEqual([null, null, null]);
});

test('a format rounds, never refines, and one that does not suit is left aside', () => {
  expect([
    sayFigure(count(34), 'words'),
    sayFigure(count(134), 'words'),
    sayFigure(share(0.814), 'percent'),
    sayFigure(pounds(2_389_812), 'thousands'),
    sayFigure(pounds(2_390_000, 1000), 'thousands'),
    sayFigure(pounds(2_389_812), 'millions'),
    sayFigure(count(34), 'percent'),
    sayFigure(bound, 'words'),
  ]).toEqual(['thirty-four', '134', '81%', '£2,390k', '£2,390k', '£2.4m', '34', '<5']);
  expect([count(34), count(134), share(0.8), pounds(1)].map(formatsFor)).toEqual([
    ['words'],
    [],
    ['percent'],
    ['thousands', 'millions'],
  ]);
});

test('a change is said as its size, its share of what was before, or its direction', () => {
  const all = (now: Quantity, before: Quantity) =>
    (['difference', 'percent', 'rose', 'up-from'] as const).map((as) => sayChange(as, now, before));
  expect(all(count(15), count(12))).toEqual(['3', '25%', 'rose', 'up from']);
  expect(all(count(9), count(12))).toEqual(['3', '25%', 'fell', 'down from']);
  expect(all(count(12), count(12))).toEqual(['0', '0%', 'did not change', 'the same as']);
  expect(sayChange('difference', share(0.815), share(0.805))).toBe('1.0 percentage points');
});

test('what cannot be told is said to be so: a change from nought in percent, a change of a bound', () => {
  expect(sayChange('percent', count(3), count(0))).toBe(UNTOLD);
  expect(sayChange('rose', bound, count(3))).toBe(UNTOLD);
});

test('a noun agrees with its figure', () => {
  expect([0, 1, 2].map((value) => sayNoun(count(value), 'child', 'children'))).toEqual([
    'children',
    'child',
    'children',
  ]);
});
