import { describe, expect, test } from 'vitest';
import { objectionTo } from '#shared/decision/reason.ts';

describe('a dismissal needs the cause', () => {
  test.each([
    '',
    '   ',
    'OK',
    'ok, checked',
    'It changed',
    'The data has changed.',
    'Checked and confirmed as correct, thanks',
    'n/a',
    'no issue',
    'This is fine because it is correct and I have checked it',
    'aaaa aaaa aaaa aaaa aaaa aaaa',
    '!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!',
    '1234 5678 9012 3456 7890',
  ])('%j is turned away', (why) => {
    expect(objectionTo(why, 'full')).toMatch(/does not say why|Give the reason/);
  });

  test.each([
    'Three siblings were placed together and the service counts them as one referral.',
    'The June row leaves out two families who transferred from the neighbouring authority.',
    'FGC counts conferences held, the summary counts families invited; the gap of 2 is families who withdrew.',
    'Totals include 4 late referrals received on 2 July.',
    'Cost rose by £12k since CCTV was fitted in two placements.',
    'The service confirmed the count by telephone.',
  ])('%j may stand', (why) => {
    expect(objectionTo(why, 'full')).toBeNull();
  });
});

describe('a correction needs to say how it is known', () => {
  test.each(['ok', 'it changed', 'correct', 'typo', 'yes this is right'])('%j is turned away', (why) => {
    expect(objectionTo(why, 'short')).not.toBeNull();
  });

  test.each(['Confirmed by email from the FGC manager', 'Case list counted again: nine children'])(
    '%j may stand',
    (why) => {
      expect(objectionTo(why, 'short')).toBeNull();
    },
  );
});

test('an endless text is turned away', () => {
  expect(objectionTo('two families moved wards '.repeat(200), 'full')).toMatch(/4,000/);
});
