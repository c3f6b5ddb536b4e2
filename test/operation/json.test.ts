import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isJson } from '#shared/operation/json.ts';

test('whatever JSON text says is JSON', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(isJson(JSON.parse(text))).toBe(true);
    }),
  );
});

test('an absent entry is no obstacle; what would be lost or changed in writing is', () => {
  expect(isJson({ a: 1, b: undefined })).toBe(true);
  const lossy = [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    undefined,
    new Date(0),
    new Map(),
    () => 1,
    [undefined],
    { a: 1n },
  ];
  expect(lossy.filter(isJson)).toEqual([]);
});
