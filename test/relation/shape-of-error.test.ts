import { expect, test } from 'vitest';
import { describeSlip } from '#shared/relation/shape-of-error.ts';

const words = (printed: number, fixed: number, context = {}) =>
  describeSlip(printed, fixed, context)?.words ?? null;

test('common slips are told by their shape', () => {
  expect(words(51, 15)).toBe('two digits swapped');
  expect(words(0.18, 0.81)).toBe('two digits swapped');
  expect(words(2390, 2_390_000)).toBe('a thousand times too small');
  expect(words(150, 15)).toBe('ten times too large');
  expect(words(67_000, -67_000)).toBe('the sign is turned round');
  expect(words(12, 192)).toBe('a digit left out');
  expect(words(155, 15)).toBe('a digit typed twice');
  expect(words(191, 192)).toBe('one digit different');
});

test('a forgotten cell and a copied neighbour are told by what is around them', () => {
  expect(words(0, 6, { blank: true })).toBe('left blank');
  expect(words(27, 46, { neighbours: [27, 8] })).toBe('the same as a cell beside it');
  expect(words(2, 5, { neighbours: [2, 8] })).toBeNull();
});

test('a value that is right has no slip, and most differences have none', () => {
  expect(words(15, 15)).toBeNull();
  expect(words(15, 49)).toBeNull();
});
