/** Last quarter's words in this quarter's pack. */
import { describe, expect, test } from 'vitest';
import { carriedText, movedKey, standingText } from '#shared/pack/carry.ts';
import { movedPeriod } from '#shared/period/period.ts';

const key = (period: string) => `started|mst|${period}|value|families|`;

describe('a period seen from the next quarter', () => {
  test('keeps its distance from the quarter', () => {
    const moved = (name: string) => movedPeriod(name, '2020-21 Q4', '2021-22 Q1');
    expect(
      ['2020-21 Q4', '2020-21 Q3', 'Jan 2021', '2020-21', '2019-20', '2020-21 YTD Q4', 'to 2020-21 Q4'].map(
        moved,
      ),
    ).toEqual([
      '2021-22 Q1',
      '2020-21 Q4',
      'Apr 2021',
      '2021-22',
      '2020-21',
      '2021-22 YTD Q1',
      'to 2021-22 Q1',
    ]);
    expect(movedPeriod('2019-20', '2020-21 Q1', '2020-21 Q2')).toBe('2019-20');
    expect(moved('no period')).toBe('no period');
  });
});

test('carried text speaks of the same figures one quarter on; what was typed stays', () => {
  const text = [
    [
      { kind: 'text', text: 'Starts ' },
      { kind: 'derived', text: 'rose', keys: [key('2020-21 Q1'), key('2019-20 Q4')], say: { as: 'rose' } },
      { kind: 'text', text: ' to ' },
      { kind: 'figure', text: '15', key: key('2020-21 Q1'), format: 'words' },
      { kind: 'text', text: ' in ' },
      { kind: 'period', text: '2020-21 Q1' },
      { kind: 'text', text: ', with 3 staff.' },
    ],
  ] as const;
  expect(carriedText(text, '2020-21 Q1', '2020-21 Q2')).toEqual([
    [
      { kind: 'text', text: 'Starts ' },
      { kind: 'derived', text: 'rose', keys: [key('2020-21 Q2'), key('2020-21 Q1')], say: { as: 'rose' } },
      { kind: 'text', text: ' to ' },
      { kind: 'figure', text: '15', key: key('2020-21 Q2'), format: 'words' },
      { kind: 'text', text: ' in ' },
      { kind: 'period', text: '2020-21 Q2' },
      { kind: 'text', text: ', with 3 staff.' },
    ],
  ]);
  expect(movedKey('a|b|some words|value|children|', '2020-21 Q1', '2020-21 Q2')).toBe(
    'a|b|some words|value|children|',
  );
});

test('a section takes its own text, else the latest before it, never a later one', () => {
  const written = (section: string, period: string, said: string) => ({
    ...{ section, period, reviewed: true },
    paragraphs: said === '' ? [] : [[{ kind: 'text' as const, text: said }]],
  });
  const entries = [
    written('own', '2020-21 Q1', 'old'),
    written('own', '2020-21 Q2', 'new'),
    written('carried', '2019-20 Q4', 'older'),
    written('carried', '2020-21 Q1', 'old'),
    written('later', '2020-21 Q3', 'later'),
    written('emptied', '2020-21 Q1', ''),
  ];
  const standing = standingText(entries, '2020-21 Q2');
  expect(
    standing.map(({ section, paragraphs, reviewed, carriedFrom }) => [
      ...[section, paragraphs[0]?.[0]?.text, reviewed, carriedFrom],
    ]),
  ).toEqual([
    ['own', 'new', true, null],
    ['carried', 'old', false, '2020-21 Q1'],
  ]);
});
