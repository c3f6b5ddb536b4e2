/** Charts of series over time: which share one, what their captions say, what an edition may keep. */
import { describe, expect, test } from 'vitest';
import { type Line, lineCharts, readAgain } from '#shared/chart/lines.ts';
import { periodsBetween } from '#shared/period/period.ts';

const LABELS = periodsBetween(['2018-19 Q1', '2021-22 Q2']);

function line(name: string, values: readonly (number | null)[], more: Partial<Line> = {}): Line {
  const texts = values.map((value) => (value === null ? null : String(value)));
  const keys = values.map((value, i) => (value === null ? null : `${name} ${i}`));
  return { name, values, texts, keys, ...more };
}

function charts(lines: readonly Line[], unit: 'count' | 'percent' = 'count') {
  return lineCharts({ id: 'trend', title: 'Referrals', unit, unitWord: 'families', labels: LABELS, lines });
}

const STEADY = [31, 29, 33, 30, 28, 32, 31, 30, 29, 33, 31, 30, 28, 32];
const SHORT = [...Array.from({ length: 11 }, () => null), 4, 5, 6];

describe('charts over time', () => {
  test('a series long enough to be judged has its own chart, with a message; short ones share one', () => {
    const made = charts([line('A', STEADY), line('B', SHORT), line('C', SHORT)]);
    expect(
      made.map(({ caption, message, series }) => [caption, message, series.map(({ name }) => name)]),
    ).toEqual([
      ['Referrals, 2018-19 Q1 to 2021-22 Q2', undefined, ['B', 'C']],
      ['Referrals: A, 2018-19 Q1 to 2021-22 Q2', 'no change beyond chance', ['A']],
    ]);
  });

  test('the alternative text states the message first, then the course', () => {
    expect(charts([line('A', STEADY)])[0]?.alt).toBe(
      'Referrals: no change beyond chance. A went from 31 in 2018-19 Q1 to 32 in 2021-22 Q2, lowest 28 in 2019-20 Q1, highest 33 in 2018-19 Q3. Unit: families.',
    );
  });

  test('the notes tell the signal, the method, its limits and how often it speaks for nothing', () => {
    const values = [...STEADY.slice(0, 7), 45, 44, 46, 45, 44, 47, 45];
    const [chart] = charts([line('A', values)]);
    expect(chart?.message).toBe('higher than chance explains from 2019-20 Q4 to 2021-22 Q2');
    expect(chart?.notes).toEqual([
      'Every point from 2018-19 Q1 to 2019-20 Q3 lies below the mean or on it.',
      'Every point from 2019-20 Q4 to 2021-22 Q2 lies above the mean or on it.',
      'Control chart (XmR: limits from the differences between neighbouring points), 14 points: mean 38, limits 30 to 46.',
      'By chance alone, about 7 in 100 series of 14 points without any change would show a signal.',
    ]);
  });

  test('a break, a restated point and a target are told and drawn', () => {
    const [chart] = charts([
      line('A', STEADY, {
        breaks: [{ at: 7, why: 'siblings are counted' }],
        former: STEADY.map((_, i) => (i === 3 ? 27 : null)),
        target: STEADY.map(() => 35),
      }),
    ]);
    expect(chart?.series.map(({ name, dashed }) => [name, dashed])).toEqual([
      ['A', undefined],
      ['Target', true],
    ]);
    expect(chart?.series[0]?.former?.[3]).toBe(27);
    expect(chart?.notes).toContain(
      'Definition changed from 2019-20 Q4: siblings are counted. Points before and after are judged apart.',
    );
    expect(chart?.notes).toContain(
      'A: restated for 2018-19 Q4; the open marker is the figure first returned.',
    );
  });

  test('a share of fewer than thirty carries its interval, one of more does not', () => {
    const wholes = LABELS.map((_, i) => (i < 2 ? 20 : 60));
    const [chart] = charts([line('A', LABELS.map(() => 0.5).with(3, 0.4), { wholes })], 'percent');
    expect(chart?.series[0]?.intervals?.map((one) => one !== null)).toEqual(LABELS.map((_, i) => i < 2));
  });

  test('read again for an edition, a series with a point withheld has no lines, no message and no signals', () => {
    const [chart] = charts([line('A', STEADY, { former: STEADY.map(() => 1), wholes: STEADY.map(() => 9) })]);
    if (!chart) throw new Error('no chart');
    const bare = { ...chart, notes: [] };
    const kept = readAgain(bare, () => false);
    const lost = readAgain(bare, () => true);
    expect([kept.message, lost.message, lost.notes, Object.keys(lost.series[0] ?? {})]).toEqual([
      'no change beyond chance',
      undefined,
      [],
      ['name', 'values', 'keys'],
    ]);
    expect(Object.keys(kept.series[0] ?? {})).toEqual(['name', 'values', 'keys', 'reading']);
  });
});

test('quarters that nobody returned stand between those that were', () => {
  expect(periodsBetween(['2019-20 Q4', '2018-19 Q3'])).toEqual([
    '2018-19 Q3',
    '2018-19 Q4',
    '2019-20 Q1',
    '2019-20 Q2',
    '2019-20 Q3',
    '2019-20 Q4',
  ]);
  expect(periodsBetween(['2020-21', '2018-19'])).toEqual(['2018-19', '2019-20', '2020-21']);
});
