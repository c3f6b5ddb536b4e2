/** Answers judged by the standard for an explanation: a cause, with sizes, for most of the difference. */
import { describe, expect, test } from 'vitest';
import { judgeAnswer } from '#shared/answer/judge.ts';

const asked = { stated: '27', expected: '21' };
const CAUSE = 'It does not name a cause. Ask what was counted, moved, left out or entered twice.';

describe('an answer', () => {
  test('with a cause and the size of most of the difference lacks nothing', () => {
    expect(judgeAnswer('Six siblings placed together in June were left out of the month.', asked)).toEqual(
      [],
    );
    expect(
      judgeAnswer('4 late referrals from schools were added to the total but not to June.', asked),
    ).toEqual([]);
  });

  test('that only says all is well lacks both', () => {
    expect(judgeAnswer('OK', asked)).toEqual([
      CAUSE,
      'It gives no size. Ask how much of the difference of 6 (27 against 21) the cause accounts for.',
    ]);
  });

  test('that says the figures again gives no size', () => {
    expect(judgeAnswer('The June column leaves out late referrals, so 27 and not 21.', asked)).toEqual([
      'It gives no size. Ask how much of the difference of 6 (27 against 21) the cause accounts for.',
    ]);
  });

  test('that accounts for a small part is asked about the rest', () => {
    expect(judgeAnswer('Two siblings placed together were entered as a single referral.', asked)).toEqual([
      'The sizes it names account for less than half of the difference of 6 (27 against 21). Ask about the rest.',
    ]);
  });

  test('to a finding without two figures needs a size of some sort', () => {
    const open = { stated: null, expected: null };
    expect(judgeAnswer('The caption was left over from the last return by mistake.', open)).toEqual([
      'It gives no size. Ask how many children, families or pounds the cause accounts for.',
    ]);
  });

  test('to several figures at once is not held to one difference', () => {
    expect(judgeAnswer('OK', { stated: '5 and 18', expected: '13 and 31' })).toEqual([
      CAUSE,
      'It gives no size. Ask how many children, families or pounds the cause accounts for.',
    ]);
  });

  test('about money is judged in pounds', () => {
    const money = { stated: '£450k', expected: '£447k' };
    expect(judgeAnswer('A late invoice of £3k for one placement was booked in July.', money)).toEqual([]);
  });
});
