/** The public edition rounded to base 5 or 10: every block alike, and no small number told more closely. */
import { describe, expect, test } from 'vitest';
import { defaultDefinition } from '#shared/definition/default/index.ts';
import { definitionShape } from '#shared/definition/shapes.ts';
import { roundedTo, roundsLike } from '#shared/disclosure/round.ts';
import { type EditionInput, publicEdition } from '#shared/edition/public.ts';
import type { Block, Pack, PackChart } from '#shared/pack/document.ts';
import { inputOf, issuedOf, keyOf, packOf, type Rows, tableOf, textsOf } from '#test/edition/fixture.ts';

const ROWS = { cp: 3, eh: 21, lac: 39, cin: 0, Total: 63 };

function rounding(rows: Rows, base: 5 | 10, threshold = 5): EditionInput {
  const smallNumber = { threshold, symbol: 'c', rounding: base };
  return { ...inputOf(rows), definition: { ...defaultDefinition, smallNumber } };
}

function chartOf(rows: Rows, names: readonly string[]): PackChart {
  return {
    kind: 'chart',
    id: 'trend',
    caption: 'Referrals',
    alt: `Ends at ${rows.cp}.`,
    type: 'line',
    unit: 'count',
    labels: names,
    series: [{ name: 'Children', values: names.map((name) => rows[name] ?? 0), keys: names.map(keyOf) }],
    notes: [],
  };
}

const said = (now: string, words: string, before: string): Block => ({
  kind: 'bullets',
  items: [
    [
      { kind: 'text', text: 'Children: ' },
      { kind: 'figure', text: now, key: keyOf('eh') },
      { kind: 'text', text: ` in 2030-31 Q1, ${words} ` },
      { kind: 'figure', text: before, key: keyOf('lac') },
      { kind: 'text', text: ' in 2029-30 Q4.' },
    ],
  ],
});

const sentences = (pack: Pack): readonly string[] =>
  pack.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'bullets'
        ? block.items.map((item) => item.map(({ text }) => text).join(''))
        : block.kind === 'paragraph'
          ? [block.inlines.map(({ text }) => text).join('')]
          : [],
    ),
  );

describe('rounding', () => {
  test.each([
    [5, 2, 0, [0, 2]],
    [5, 3, 5, [3, 7]],
    [5, 12, 10, [8, 12]],
    [10, 4, 0, [0, 4]],
    [10, 5, 10, [5, 14]],
    [10, 25, 30, [25, 34]],
  ])(
    'to base %i reads %i as %i, as it does every number in %j',
    (base, value, shown, [low = 0, high = 0]) => {
      expect(roundedTo(value, base)).toBe(shown);
      expect(roundsLike(value, base)).toEqual([low, high]);
      const alike = Array.from({ length: 60 }, (_, n) => n).filter((n) => roundedTo(n, base) === shown);
      expect([alike[0], alike.at(-1)]).toEqual([low, high]);
    },
  );

  test('rounds each number by itself, and says so under the table', () => {
    const { pack, suppressed, certificate } = publicEdition(packOf([tableOf(ROWS)]), rounding(ROWS, 5));
    expect(textsOf(pack)).toEqual(['5', '20', '40', '0', '65']);
    expect(suppressed).toEqual({ small: 0, further: 0, rates: 0 });
    expect(certificate).toEqual({
      threshold: 5,
      rounding: 5,
      proofs: [{ id: keyOf('cp'), possible: [3, 7] }],
    });
    expect(pack.sections[0]?.blocks[0]).toMatchObject({
      notes: [expect.stringContaining('rounded to the nearest 5')],
    });
  });

  test('draws and describes a chart from rounded numbers only', () => {
    const blocks = [tableOf(ROWS), chartOf(ROWS, ['cp', 'eh', 'lac'])];
    const { pack } = publicEdition(packOf(blocks), rounding(ROWS, 10));
    expect(pack.sections[0]?.blocks[1]).toMatchObject({
      alt: 'Referrals. Largest: lac 40, eh 20, cp 0. 3 categories.',
      series: [{ values: [0, 20, 40] }],
    });
  });

  test('says a sentence again from rounded numbers, its direction too', () => {
    const rows = { cp: 0, eh: 31, lac: 32, cin: 0, Total: 63 };
    const { pack } = publicEdition(
      packOf([tableOf(rows), said('31', 'down from', '32')]),
      rounding(rows, 10),
    );
    expect(sentences(pack)).toEqual(['Children: 30 in 2030-31 Q1, the same as 30 in 2029-30 Q4.']);
  });

  test('leaves out a sentence that compares what is only published rounded', () => {
    const compared: Block = {
      kind: 'paragraph',
      inlines: [
        { kind: 'text', text: 'The highest since the start: ' },
        { kind: 'figure', text: '21', key: keyOf('eh') },
        { kind: 'text', text: ', and rising.' },
      ],
    };
    const { pack } = publicEdition(packOf([tableOf(ROWS), compared]), rounding(ROWS, 5));
    expect(sentences(pack)).toEqual([
      'A paragraph is left out of this edition because it compares figures that are rounded here.',
    ]);
  });

  test('withholds where the sums tell more than rounding does', () => {
    // 18 and 38 at the least leave 6 of a total of 62 at the most: not 7, which would read as 5 as well.
    const rows = { cp: 3, eh: 21, lac: 38, Total: 62 };
    const { pack, certificate } = publicEdition(packOf([tableOf(rows)]), rounding(rows, 5));
    expect(textsOf(pack)).toEqual(['c', '20', '40', '60']);
    expect(certificate.proofs).toEqual([{ id: keyOf('cp'), possible: [1, 3, 6] }]);
  });

  test('does not round what an earlier edition prints back into hiding, and protects what it withheld', () => {
    const issued = [issuedOf(ROWS, ['lac', 'cin', 'Total'], ['cp', 'eh'])];
    const { certificate } = publicEdition(packOf([tableOf(ROWS)]), { ...rounding(ROWS, 5), issued });
    const [proof] = certificate.proofs;
    expect(proof?.possible.some((value) => value > 5)).toBe(true);
    expect(proof?.possible.some((value) => value === 1)).toBe(true);
  });
});

describe('the rule for small numbers', () => {
  const withRule = (smallNumber: unknown) =>
    definitionShape.safeParse({ ...defaultDefinition, smallNumber }).success;

  test.each([4, 5, 7, 9])('takes the threshold %i', (threshold) => {
    expect(withRule({ threshold, symbol: '[c]' })).toBe(true);
  });

  test.each([
    { threshold: 0, symbol: 'c' },
    { threshold: 6, symbol: 'c' },
    { threshold: 5, symbol: '3' },
    { threshold: 5, symbol: '' },
    { threshold: 5, symbol: 'c', rounding: 3 },
  ])('refuses %j', (rule) => {
    expect(withRule(rule)).toBe(false);
  });

  test.each([4, 5, 7, 9])('at %i withholds a number up to it and shows the next one', (threshold) => {
    for (const [value, shown] of [
      [threshold, '[x]'],
      [threshold + 1, String(threshold + 1)],
    ] as const) {
      const rows = { cp: value, eh: 20, lac: 30, cin: 0, Total: value + 50 };
      const smallNumber = { threshold, symbol: '[x]' };
      const definition = { ...defaultDefinition, smallNumber };
      const { pack } = publicEdition(packOf([tableOf(rows)]), { ...inputOf(rows), definition });
      expect(textsOf(pack)[0]).toBe(shown);
    }
  });
});
