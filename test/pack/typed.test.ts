/** Numbers typed by hand, held against the figures. */
import { describe, expect, test } from 'vitest';
import { defaultDefinition } from '#shared/definition/default/index.ts';
import { figuresOf } from '#shared/figure/figures.ts';
import type { Inline } from '#shared/pack/document.ts';
import { indexFigures } from '#shared/pack/lookup.ts';
import { typedNumbers } from '#shared/pack/typed.ts';
import { home } from '#test/claim/sentences.ts';
import { aReturn } from '#test/finding/build.ts';

const key = (period: string) => ({
  ...{ measure: 'referrals', programme: 'fgc', period, aspect: 'value', unit: 'children' },
  dims: {},
});
const returned = (period: string, count: string) =>
  aReturn({
    ...{ provider: 'fgc', period, sha256: period },
    tables: [
      {
        ...{
          caption: 'Referrals',
          code: 'fgc-referrals',
          lines: [
            ['', 'Children'],
            ['Total', count],
          ],
        },
        key: () => key(period) as never,
      },
    ],
  });
const NOW = '2030-31 Q2';
const returns = [returned('2030-31 Q1', '20'), returned(NOW, '25')];
const definition = defaultDefinition;
const figures = indexFigures(figuresOf({ definition, returns, findings: [], decisions: [] }));

function typed(inlines: readonly Inline[], carriedFrom: string | null = null) {
  const wording = { section: 'fgc', about: 'Family Group Conferences', paragraphs: [inlines], carriedFrom };
  const found = typedNumbers([wording], { definition, returns, figures, period: NOW });
  return (found.fgc ?? []).map(({ text, verdict, figure }) => [text, verdict, figure?.text ?? null]);
}
const text = (words: string): Inline => ({ kind: 'text', text: words });

describe('a typed number', () => {
  test('agrees or differs with the figure its sentence names, which can stand in its place', () => {
    expect(typed([text('There were 25 children referred.')])).toEqual([['25', 'agrees', '25']]);
    expect(typed([text('There were 24 children referred.')])).toEqual([['24', 'differs', '25']]);
    const [first] =
      typedNumbers(
        [
          {
            ...{ section: 'fgc', about: 'Family Group Conferences', carriedFrom: null },
            paragraphs: [[text('There were 24 children referred.')]],
          },
        ],
        { definition, returns, figures, period: NOW },
      ).fgc ?? [];
    expect(first).toMatchObject({
      ...{ paragraph: 0, start: 11, end: 13 },
      live: { kind: 'figure', text: '25', key: `referrals|fgc|${NOW}|value|children|` },
    });
  });

  test('of which no figure can be told is open; a date or a period is none', () => {
    expect(typed([text('The team has 7 desks since 3 May 2030, in Q2.')])).toEqual([['7', 'open', null]]);
  });

  test('is not a live figure, nor the noun beside one', () => {
    const live: Inline = { kind: 'figure', text: '25', key: `referrals|fgc|${NOW}|value|children|` };
    expect(typed([text('There were '), live, text(' children referred.')])).toEqual([]);
  });
});

test('a direction the figures do not bear out is told, one they do is not', () => {
  expect(typed([text('Children referred fell compared with the previous quarter.')])).toEqual([
    ['fell', 'differs', ''],
  ]);
  expect(typed([text('Children referred rose compared with the previous quarter.')])).toEqual([]);
});

describe('words of a lasting course', () => {
  const quarters = (counts: readonly number[]) =>
    counts.map((count, i) =>
      returned(`${2028 + Math.floor(i / 4)}-${29 + Math.floor(i / 4)} Q${(i % 4) + 1}`, String(count)),
    );
  const held = (counts: readonly number[], words: string) => {
    const own = quarters(counts);
    const all = indexFigures(figuresOf({ definition, returns: own, findings: [], decisions: [] }));
    const wording = { section: 'fgc', about: 'Family Group Conferences', carriedFrom: null };
    const input = { definition, returns: own, figures: all, period: own.at(-1)?.ref.period ?? '' };
    const found = typedNumbers([{ ...wording, paragraphs: [[text(words)]] }], input);
    return (found.fgc ?? []).map(({ text: said, verdict, figure }) => [said, verdict, figure?.text]);
  };
  const STEADY = [22, 25, 21, 24, 23, 22, 24, 21, 23, 25];

  test('are told where the chart shows no change beyond chance, even where the last quarter bears them out', () => {
    expect(held(STEADY, 'Children referred are rising compared with the previous quarter.')).toEqual([
      ['rising', 'chance', 'no change beyond chance in 10 points'],
    ]);
  });

  test('are left alone for a change to one quarter, for few quarters, and where the chart bears them out', () => {
    expect(held(STEADY, 'Children referred rose compared with the previous quarter.')).toEqual([]);
    expect(
      held([22, 25, 21, 24, 25], 'Children referred are rising compared with the previous quarter.'),
    ).toEqual([]);
    const rising = [10, 9, 11, 10, 12, 14, 17, 19, 22, 25];
    expect(held(rising, 'Children referred are rising compared with the previous quarter.')).toEqual([]);
  });
});

test('in carried text the name of last quarter is marked', () => {
  expect(typed([text('As planned in Q1, more were invited.')], '2030-31 Q1')).toEqual([
    ['Q1', 'stale', null],
  ]);
  expect(typed([text('As planned in Q1, more were invited.')])).toEqual([]);
});

test('a rank the table denies is told; one it bears out, or knows nothing of, is not', () => {
  const [period, own] = [home.ref.period, [home]];
  const known = indexFigures(figuresOf({ definition, returns: own, findings: [], decisions: [] }));
  const told = (words: string) => {
    const wording = { section: 'fgc', about: 'Family Group Conferences', carriedFrom: null };
    const input = { definition, returns: own, figures: known, period };
    const found = typedNumbers([{ ...wording, paragraphs: [[text(words)]] }], input);
    return (found.fgc ?? []).map((one) => [one.text, one.verdict]);
  };
  expect(told('The highest number of referrals came from early help.')).toEqual([
    ['The highest number', 'differs'],
  ]);
  expect(told('The highest number of referrals came from CP.')).toEqual([]);
  expect(told('The highest number of complaints came from CP.')).toEqual([]);
});
