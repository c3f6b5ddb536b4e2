import { describe, expect, test } from 'vitest';
import { type ReturnFile, replacement, returnName } from '#shared/operation/supersede.ts';

const file = (name: string, tableCodes: string[] = [], keys: string[] = []): ReturnFile => ({
  name,
  tableCodes,
  keys,
});

describe('the name of a return', () => {
  test.each([
    ['Conferences.docx', 'conferences'],
    ['Conferences v2.docx', 'conferences'],
    ['Conferences_V2.1.docx', 'conferences'],
    ['Conferences (1).docx', 'conferences'],
    ['Copy of Conferences.docx', 'conferences'],
    ['Conferences FINAL corrected.docx', 'conferences'],
    ['Conferences 2031-07-14.docx', 'conferences'],
    ['Conferences 14.07.31.docx', 'conferences'],
    ['Conferences 14th July 2031.docx', 'conferences'],
    ['Conferences_20310714.docx', 'conferences'],
    ['Conferences Q1 2031-32.docx', 'conferences'],
    ['Conferences quarter 1 2031-2032 draft 3.xlsx', 'conferences'],
  ])('of %s is “%s”', (name, expected) => {
    expect(returnName(name)).toBe(expected);
  });

  test.each([
    ['Conferences April 2031.csv', 'Conferences May 2031.csv'],
    ['Summary Period 3.xlsx', 'Summary Period 2.xlsx'],
    ['Team A.csv', 'Team B.csv'],
    ['Ward 1.csv', 'Ward 2.csv'],
  ])('tells %s from %s', (a, b) => {
    expect(returnName(a)).not.toBe(returnName(b));
  });

  test('is empty where the name says only the quarter', () => {
    expect(returnName('Q1 2031-32 final.docx')).toBe('');
  });
});

describe('a new file', () => {
  test('replaces the one of the same name, and says which tables it lacks', () => {
    expect(
      replacement(file('Conferences v2.docx', ['referrals', 'status']), [
        file('Budget.xlsx', ['costs']),
        file('Conferences.docx', ['referrals', 'activity']),
      ]),
    ).toEqual({ kind: 'replaces', index: 1, because: 'name', dropped: ['activity'] });
  });

  test('replaces one of another name that holds mostly the same tables', () => {
    expect(
      replacement(file('Numbers from Sam.docx', ['a', 'b', 'c']), [
        file('Quarterly return.docx', ['a', 'b', 'c', 'd']),
      ]),
    ).toEqual({ kind: 'replaces', index: 0, because: 'content', dropped: ['d'] });
  });

  test('stands beside a full return of which it repeats one table', () => {
    expect(replacement(file('Summary.docx', ['a']), [file('Return.docx', ['a', 'b', 'c'])])).toEqual({
      kind: 'beside',
    });
  });

  test('stands beside the same form filled in for another programme', () => {
    const first = file('Team A.xlsx', ['starts', 'exits'], ['starts|a|2031-32 Q1', 'exits|a|2031-32 Q1']);
    const second = file('Team B.xlsx', ['starts', 'exits'], ['starts|b|2031-32 Q1', 'exits|b|2031-32 Q1']);
    expect(replacement(second, [first])).toEqual({ kind: 'beside' });
  });

  test('stands beside one of its own name that has nothing in common with it', () => {
    expect(replacement(file('Return.xlsx', ['costs']), [file('Return.xlsx', ['starts'])])).toEqual({
      kind: 'beside',
    });
  });

  test('replaces one of its own name whose units and periods it corrects', () => {
    const wrong = file('Return.xlsx', ['starts'], ['starts|a|2031-32 Q1|value|families|']);
    const right = file('Return (2).xlsx', ['starts'], ['starts|a|Apr 2031|value|children|']);
    expect(replacement(right, [wrong])).toEqual({ kind: 'replaces', index: 0, because: 'name', dropped: [] });
  });

  test('replaces by name where no table of either was recognised', () => {
    expect(replacement(file('Notes v2.docx'), [file('Notes.docx')])).toMatchObject({
      kind: 'replaces',
      index: 0,
    });
  });

  test('named only by the quarter does not replace another so named', () => {
    expect(replacement(file('Q1.docx'), [file('Q1 final.docx')])).toEqual({ kind: 'beside' });
  });

  test('prefers the likelier of two of the same name', () => {
    const earlier = [file('Return.xlsx', ['a', 'x', 'y']), file('Return (1).xlsx', ['a', 'b'])];
    expect(replacement(file('Return v3.xlsx', ['a', 'b']), earlier)).toMatchObject({ index: 1 });
  });
});
