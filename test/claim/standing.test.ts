/** Sentences about the largest, the most, fractions in words, shares with their parts and the course of cases. */
import { describe, expect, test } from 'vitest';
import { withClaims } from '#shared/claim/table.ts';
import { checkBoard } from '#shared/finding/check.ts';
import { openBook } from '#shared/relation/book.ts';
import { heardClaims } from '#shared/relation/rule/claim.ts';
import { withText } from '#test/claim/build.ts';
import { definition, FALSE, home, OTHER, TRUE } from '#test/claim/sentences.ts';

function found(line: string): readonly string[] {
  const returns = [withText(home, ['# FGC', line])];
  return checkBoard({ definition, returns })
    .findings.filter(({ cells }) => cells.some(({ ref }) => ref.sheet === 'Text'))
    .map(({ title }) => title);
}

function isLinked(line: string): boolean {
  const from = withClaims(definition, withText(home, ['# FGC', line]));
  return heardClaims(openBook(definition, [from])).some(({ draft, own }) => draft !== null || own !== null);
}

test('a share cut off where its parts round up is a slip, in its own words', () => {
  const returns = [withText(home, ['# FGC', 'Thresholds were met for 72% (8 of 11).'])];
  const [finding, ...more] = checkBoard({ definition, returns }).findings.filter(
    ({ kind }) => kind === 'claim',
  );
  expect(more).toEqual([]);
  expect([finding?.severity, finding?.title]).toEqual([
    'low',
    'Thresholds were met for 72% (8 of 11): 8 ÷ 11 is 73%, not 72%',
  ]);
});

test('a rank that the table denies is told with both numbers and both places', () => {
  const returns = [withText(home, ['# FGC', 'The highest number of referrals came from early help.'])];
  const [finding] = checkBoard({ definition, returns }).findings.filter(({ kind }) => kind === 'claim');
  expect([finding?.title, finding?.message]).toEqual([
    'The highest number of referrals came from early help: the table says Early help 9, Child protection 14',
    'The text of fgc 2020-21 Q1.docx (P2: “The highest number of referrals came from early help.”) says “The highest number”, but the figures are Early help 9, Child protection 14, in “Referrals by source” (fgc 2020-21 Q1.docx, Table 1 B4) and “Referrals by source” (fgc 2020-21 Q1.docx, Table 1 B3). Please put the sentence or the figures right.',
  ]);
});

describe('of sentences about one quarter', () => {
  test('no true one is called wrong, and each is held against figures', () => {
    expect(TRUE.filter((line) => found(line).length > 0)).toEqual([]);
    expect(TRUE.filter((line) => !isLinked(line))).toEqual([]);
  });

  test('every false one is a finding, once', () => {
    expect(FALSE.filter((line) => found(line).length !== 1)).toEqual([]);
  });

  test('what only looks like them is left alone', () => {
    expect(OTHER.filter((line) => found(line).length > 0)).toEqual([]);
  });
});
