/** The outline people make of a pack. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrangedCodes } from '#shared/pack/arrange.ts';

const item = fc.record({ code: fc.constantFrom(...'abcdefgh'), appendix: fc.boolean() });
const items = fc.uniqueArray(item, { selector: ({ code }) => code });
const arrangement = fc.uniqueArray(fc.record({ code: fc.constantFrom(...'abcdefghxyz'), on: fc.boolean() }), {
  selector: ({ code }) => code,
});

test('arranging loses nothing, moves nothing that was not named and mixes no appendix with the rest', () => {
  fc.assert(
    fc.property(items, arrangement, (before, order) => {
      const after = arrangedCodes(before, order);
      const named = new Set(order.map(({ code }) => code));
      expect(after.map(({ code }) => code).toSorted()).toEqual(before.map(({ code }) => code).toSorted());
      before.forEach((one, place) => {
        if (!named.has(one.code)) expect(after[place]).toBe(one);
        expect(after[place]?.appendix).toBe(one.appendix);
      });
      for (const appendix of [true, false]) {
        const codes = after.filter((one) => one.appendix === appendix && named.has(one.code));
        const wanted = order.filter(({ code }) => codes.some((one) => one.code === code));
        expect(codes.map(({ code }) => code)).toEqual(wanted.map(({ code }) => code));
      }
    }),
  );
});
