/** Nothing numeric is dropped: every number in text is linked, listed as unlinked, or recognised as something else. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clausesOf } from '#shared/claim/clauses.ts';
import { numbersIn } from '#shared/claim/numbers.ts';
import { withClaims } from '#shared/claim/table.ts';
import { openBook } from '#shared/relation/book.ts';
import { heardClaims, unlinkedClaims } from '#shared/relation/rule/claim.ts';
import { definition, sources, table, visits, withText } from '#test/claim/build.ts';
import { aReturn } from '#test/finding/build.ts';

const home = aReturn({ tables: [table, sources, visits] });

const number = fc.oneof(
  fc.nat(200).map(String),
  fc.nat(100).map((n) => `${n}%`),
  fc.nat(900).map((n) => `£${n}k`),
  fc.constantFrom('4.7', '1,234', 'three', 'twelve per cent', '12 to 7', '(6) 35%'),
);
const other = fc.constantFrom(
  '2020-21',
  '31st March 2021',
  'aged 6-11',
  'Q2',
  'Table 14',
  '24 months',
  'COVID-19',
);
const words = fc.constantFrom(
  'Alpha families starting',
  'of visits made',
  'children from school',
  'with the doorbell',
  'increase on last quarter',
  'on average',
  'went down',
  'which is a reduction of',
  'against the target of',
);
const sentence = fc
  .array(fc.tuple(words, fc.oneof({ weight: 3, arbitrary: number }, other)), { minLength: 1, maxLength: 4 })
  .map((parts) => `There were ${parts.map(([word, n]) => `${word} ${n}`).join(', ')}.`);

test('in any sentence, no digit is left out of a number', () => {
  fc.assert(
    fc.property(sentence, (text) => {
      const spans = numbersIn(text);
      for (const match of text.matchAll(/\d/g)) {
        const held = spans.filter(({ start, end }) => start <= match.index && match.index < end);
        expect(held).toHaveLength(1);
      }
    }),
  );
});

test('in any text, every value is a statement that is linked or listed', () => {
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 4 }), (lines) => {
      const book = openBook(definition, [withClaims(definition, withText(home, lines))]);
      const values = lines.flatMap((line) =>
        clausesOf(line).flatMap(({ numbers }) => numbers.filter(({ use }) => use === 'value')),
      );
      const heard = heardClaims(book);
      const numbered = heard.filter(({ scene }) => scene.claim.place > 0);
      expect(
        numbered
          .map(({ scene }) => scene.claim.quantity.value)
          .map(Math.abs)
          .sort(),
      ).toEqual(values.map(({ quantity }) => Math.abs(quantity?.value ?? Number.NaN)).sort());
      const linked = new Set(heard.flatMap(({ draft }) => draft?.cells.map(({ id }) => id) ?? []));
      const listed = new Set(unlinkedClaims(book).map(({ scene }) => scene.cell.id));
      for (const { scene } of heard) expect(linked.has(scene.cell.id)).toBe(!listed.has(scene.cell.id));
    }),
    { numRuns: 60 },
  );
});
