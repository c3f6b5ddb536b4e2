import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Diff, NO_CHANGE, reverse, rowChange, tablesOf } from '#shared/operation/diff.ts';

const row = fc.dictionary(
  fc.constantFrom('id', 'name'),
  fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
);
const tables = <T>(of: fc.Arbitrary<T>) => fc.dictionary(fc.constantFrom('a', 'b'), fc.array(of));
const diff: fc.Arbitrary<Diff> = fc.record({
  added: tables(row),
  updated: tables(fc.tuple(row, row)),
  removed: tables(row),
});

test('a difference reversed twice is itself', () => {
  fc.assert(
    fc.property(diff, (d) => {
      expect(reverse(reverse(d))).toEqual(d);
    }),
  );
});

test('reversing swaps added with removed, and from with to', () => {
  const before = { id: 1, name: 'a' };
  const after = { id: 1, name: 'b' };
  expect(reverse({ added: { t: [before] }, updated: { u: [[before, after]] }, removed: {} })).toEqual({
    added: {},
    updated: { u: [[after, before]] },
    removed: { t: [before] },
  });
});

test('a row that stays the same is no change', () => {
  expect(rowChange('t', { id: 1 }, { id: 1 })).toEqual(NO_CHANGE);
  expect(tablesOf(rowChange('t', { id: 1 }, { id: 2 }))).toEqual(['t']);
  expect(tablesOf({ ...NO_CHANGE, added: { empty: [] } })).toEqual([]);
});
