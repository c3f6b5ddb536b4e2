import { describe, expect, test } from 'vitest';
import { publicEdition, UnsafeEdition } from '#shared/edition/public.ts';
import { countsPeople, tellsNumber, withoutCounts } from '#shared/edition/words.ts';
import type { Block, Pack, PackChart, Saying } from '#shared/pack/document.ts';
import { inputOf, issuedOf, keyOf, packOf, tableOf, textsOf } from '#test/edition/fixture.ts';

const ROWS = { cp: 3, eh: 20, lac: 30, cin: 0, Total: 53 };

const paragraph = (text: string): Block => ({ kind: 'paragraph', inlines: [{ kind: 'text', text }] });

function withSection(pack: Pack, section: Partial<Pack['sections'][number]>): Pack {
  const blank = { code: 'case', title: 'Cases', appendix: true, exempt: null, blocks: [paragraph('Words.')] };
  return { ...pack, sections: [...pack.sections, { ...blank, ...section }] };
}

function wordsOf(pack: Pack): readonly string[] {
  return pack.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'paragraph'
        ? block.inlines.map(({ text }) => text)
        : block.kind === 'bullets'
          ? block.items.map((item) => item.map(({ text }) => text).join(''))
          : [],
    ),
  );
}

function trend(rows: Readonly<Record<string, number>>): PackChart {
  const labels = Object.keys(rows);
  return {
    kind: 'chart',
    id: 'trend',
    caption: 'Referrals',
    alt: `Ends at ${Object.values(rows).at(-1)}.`,
    type: 'bar',
    unit: 'count',
    labels,
    series: [{ name: 'Children', values: Object.values(rows), keys: labels.map(keyOf) }],
    notes: [],
  };
}

describe('the public edition', () => {
  test('withholds a small number and one more, keeps zeros and the total, and says what the symbol means', () => {
    const { pack, suppressed, certificate } = publicEdition(packOf([tableOf(ROWS)]), inputOf(ROWS));
    expect(textsOf(pack)).toEqual(['c', 'c', '30', '0', '53']);
    expect(suppressed).toEqual({ small: 1, further: 1, rates: 0 });
    expect([pack.edition, pack.marking]).toEqual(['public', 'OFFICIAL']);
    expect(pack.sections[0]?.blocks[0]).toMatchObject({
      notes: [expect.stringContaining('c: not published, because the number is from 1 to 5')],
    });
    expect(certificate).toEqual({
      threshold: 5,
      rounding: null,
      proofs: [{ id: keyOf('cp'), possible: [1, 3, 6] }],
    });
  });

  test('says in a sentence that a table of nothing but small numbers is left out', () => {
    const rows = { cp: 3, eh: 1, Total: 4 };
    const { pack, suppressed } = publicEdition(packOf([tableOf(rows)]), inputOf(rows));
    expect(suppressed.small).toBe(3);
    expect(wordsOf(pack)).toEqual([
      'The table “Referrals by source” is left out of this edition because its numbers are small, or could tell small ones.',
    ]);
  });

  test('holds fixed what earlier editions print', () => {
    const issued = [issuedOf(ROWS, ['eh'], ['cp'])];
    const { pack } = publicEdition(packOf([tableOf(ROWS)]), { ...inputOf(ROWS), issued });
    expect(textsOf(pack)).toEqual(['c', '20', 'c', '0', '53']);
  });

  test('is not made where an earlier edition has given everything away', () => {
    const issued = [issuedOf(ROWS, ['eh', 'lac', 'cin', 'Total'], ['cp'])];
    expect(() => publicEdition(packOf([tableOf(ROWS)]), { ...inputOf(ROWS), issued })).toThrow(UnsafeEdition);
  });

  test('looks the same whatever the withheld numbers are, charts and their alternative text included', () => {
    const made = ({ cp, eh }: { cp: number; eh: number }) => {
      const rows = { ...ROWS, cp, eh };
      return publicEdition(packOf([tableOf(rows), trend({ lac: 30, Total: 53, cp })]), inputOf(rows)).pack;
    };
    expect(made({ cp: 5, eh: 18 })).toEqual(made({ cp: 3, eh: 20 }));
    expect(made({ cp: 3, eh: 20 }).sections[0]?.blocks[1]).toMatchObject({
      alt: 'Referrals. Largest of those shown: Total 53, lac 30. 3 categories, 1 not shown.',
      series: [{ values: [30, 53, null] }],
    });
  });

  test('has no chart of fewer than two points', () => {
    const { pack } = publicEdition(packOf([tableOf(ROWS), trend({ lac: 30, cp: 3 })]), inputOf(ROWS));
    expect(pack.sections[0]?.blocks.map(({ kind }) => kind)).toEqual(['table']);
  });

  test('drops exempt appendices and the workings', () => {
    const pack = withSection(
      withSection(withSection(packOf([tableOf(ROWS)]), { exempt: '1' }), { code: 'checks' }),
      { code: 'other-tables' },
    );
    expect(publicEdition(pack, inputOf(ROWS)).pack.sections.map(({ code }) => code)).toEqual(['headlines']);
  });

  test('says in a sentence what the section on data quality shows the board', () => {
    const pack = withSection(packOf([tableOf(ROWS)]), { code: 'data-quality', blocks: [tableOf({ x: 2 })] });
    const quality = publicEdition(pack, inputOf(ROWS)).pack.sections.find(
      ({ code }) => code === 'data-quality',
    );
    expect(quality?.blocks.map(({ kind }) => kind)).toEqual(['paragraph']);
  });

  test('leaves out words that follow a withheld figure without printing it', () => {
    const follows = (name: string, say: Saying, text: string): Block => ({
      kind: 'paragraph',
      inlines: [
        { kind: 'text', text: `${name} ` },
        {
          kind: 'derived',
          text,
          keys: [keyOf(name), keyOf('Total')].slice(0, say.as === 'agree' ? 1 : 2),
          say,
        },
      ],
    });
    const away = 'A paragraph is left out of this edition because it rests on figures shown as c.';
    const noun = { as: 'agree', one: 'child', many: 'children' } as const;
    const blocks = [
      tableOf(ROWS),
      follows('cp', { as: 'rose' }, 'fell'),
      follows('cp', noun, 'children'),
      follows('lac', { as: 'rose' }, 'fell'),
    ];
    expect(wordsOf(publicEdition(packOf(blocks), inputOf(ROWS)).pack)).toEqual([away, away, 'lac ', 'fell']);
  });

  test('keeps a sentence whose only number is in the name of what it counts', () => {
    const input = inputOf(ROWS);
    const [measure, ...others] = input.definition.measures;
    const measures = measure ? [{ ...measure, name: 'Seen after three months' }, ...others] : [];
    const edition = publicEdition(
      packOf([tableOf(ROWS), paragraph('Seen after three months: most.'), paragraph('Three were not seen.')]),
      { ...input, definition: { ...input.definition, measures } },
    );
    expect(wordsOf(edition.pack).map((words) => words.slice(0, 30))).toEqual([
      'Seen after three months: most.',
      'A paragraph is left out of thi',
    ]);
  });

  test('protects a small number that only a change gives away', () => {
    const change: Block = {
      kind: 'paragraph',
      inlines: [
        { kind: 'text', text: 'Up by ' },
        { kind: 'derived', text: '27', keys: [keyOf('lac'), keyOf('cp')], say: { as: 'difference' } },
      ],
    };
    const unseen = tableOf({ lac: 30 });
    expect(wordsOf(publicEdition(packOf([unseen, change]), inputOf(ROWS)).pack)).toEqual([
      'A paragraph is left out of this edition because it rests on figures shown as c.',
    ]);
  });

  test('leaves out sentences that rest on a withheld figure or hold a number typed by hand', () => {
    const live = (name: string, text: string): Block => ({
      kind: 'bullets',
      items: [
        [
          { kind: 'text', text: `${name}: ` },
          { kind: 'figure', text, key: keyOf(name) },
          { kind: 'text', text: ' in 2030-31 Q1.' },
        ],
      ],
    });
    const blocks = [
      tableOf(ROWS),
      live('cp', '3'),
      live('lac', '30'),
      paragraph('Three children moved.'),
      paragraph('The service began in 2029-30 Q4.'),
    ];
    expect(wordsOf(publicEdition(packOf(blocks), inputOf(ROWS)).pack)).toEqual([
      'lac: 30 in 2030-31 Q1.',
      'A paragraph is left out of this edition because it holds numbers that are not tied to the published figures.',
      'The service began in 2029-30 Q4.',
    ]);
  });
});

describe('numbers in words', () => {
  test.each([
    ['Two of them moved', true],
    ['12 moved', true],
    ['In 2020-21 Q2 the service grew', false],
    ['One of the services', false],
    ['one child', true],
    ['On 30 September 2020', false],
  ])('%s', (text, told) => {
    expect(tellsNumber(text)).toBe(told);
  });

  test('counts of people are found and taken out of labels', () => {
    expect(countsPeople('support for 3 young families')).toBe(true);
    expect(countsPeople('Category 1')).toBe(false);
    expect(withoutCounts('Asian (3)', 'c')).toBe('Asian');
    expect(withoutCounts('Referrals (71 children)', 'c')).toBe('Referrals');
    expect(withoutCounts('Hosting for one child', 'c')).toBe('Hosting for c child');
    expect(withoutCounts('Ages 5 to 9', 'c')).toBe('Ages 5 to 9');
    expect(withoutCounts('Referrals (12 of them new)', 'c')).toBe('Referrals');
    expect(withoutCounts('Children aged (0-4 years)', 'c')).toBe('Children aged (0-4 years)');
    expect(withoutCounts('Seen in time: 7 out of 12', 'c')).toBe('Seen in time: c out of 12');
  });
});
