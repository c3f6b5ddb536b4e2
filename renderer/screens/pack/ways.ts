/** The ways a figure can be put into words: as printed, in a format, or by what follows from it. */
import type { FigureRow } from '#shared/figure/rows.ts';
import { movedKey } from '#shared/pack/carry.ts';
import type { FigureFormat, Inline, Saying } from '#shared/pack/document.ts';
import { numberWords } from '#shared/pack/say.ts';
import { previousQuarter } from '#shared/period/period.ts';

export interface Way {
  readonly id: string;
  readonly words: string;
  readonly inline: Inline;
}

/** Stands in the chip until the board has said how it reads. */
const SOON = '…';

const NOUNS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  children: ['child', 'children'],
  families: ['family', 'families'],
  referrals: ['referral', 'referrals'],
  people: ['person', 'people'],
  nights: ['night', 'nights'],
  days: ['day', 'days'],
};

function formatsOf({ unit, value }: FigureRow): readonly (readonly [FigureFormat, string])[] {
  if (unit === 'GBP') {
    return [
      ['thousands', 'To the nearest thousand, as £2,390k'],
      ['millions', 'In millions, as £2.4m'],
    ];
  }
  if (unit === 'percent') return [['percent', 'To the nearest whole percent']];
  const words = numberWords(value);
  return words === null ? [] : [['words', `In words: ${words}`]];
}

const CHANGES: readonly (readonly [Exclude<Saying['as'], 'agree'>, string])[] = [
  ['rose', '“rose”, “fell” or “did not change” since last quarter'],
  ['up-from', '“up from”, “down from” or “the same as” last quarter'],
  ['difference', 'The difference from last quarter'],
  ['percent', 'The change from last quarter in percent'],
];

/** `before`: keys of last quarter's figures; a change is offered only where there is one to measure it from. */
export function waysFor(row: FigureRow, before: ReadonlySet<string>): readonly Way[] {
  const { id: key, text, period, unit } = row;
  const earlier = movedKey(key, period, previousQuarter(period));
  const noun = NOUNS[unit];
  return [
    { id: 'figure', words: `The figure: ${text}`, inline: { kind: 'figure', text, key } },
    ...formatsOf(row).map(
      ([format, words]): Way => ({
        ...{ id: format, words },
        inline: { kind: 'figure', text: SOON, key, format },
      }),
    ),
    ...(before.has(earlier)
      ? [
          {
            id: 'before',
            words: 'Last quarter’s figure',
            inline: { kind: 'figure', text: SOON, key: earlier },
          } as const,
          ...CHANGES.map(
            ([as, words]): Way => ({
              ...{ id: as, words },
              inline: { kind: 'derived', text: SOON, keys: [key, earlier], say: { as } },
            }),
          ),
        ]
      : []),
    ...(noun
      ? [
          {
            id: 'agree',
            words: `“${noun[0]}” or “${noun[1]}”, to agree with the figure`,
            inline: {
              kind: 'derived',
              text: SOON,
              keys: [key],
              say: { as: 'agree', one: noun[0], many: noun[1] },
            },
          } as const,
        ]
      : []),
  ];
}
