import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultDefinition } from '#shared/definition/default/index.ts';
import { mentions, nameOf, vocabularyOf } from '#shared/meaning/vocabulary.ts';
import { editDistance, sameLabel, similarity, wording } from '#shared/meaning/words.ts';

const vocabulary = vocabularyOf(defaultDefinition);
const member = (label: string, set: string) =>
  nameOf(label, vocabulary.sets.get(set) ?? [], vocabulary.expand)?.code ?? null;

describe('labels', () => {
  test.each([
    ['• White British', 'A1 - white british'],
    ['Case status*', 'Case  Status'],
    ['Children & families', 'Child and Family'],
    ['No. of referrals', 'Number of referrals'],
    ['# Children', 'Number children'],
    ["Children's", 'Childrens'],
  ])('%s and %s are one', (a, b) => {
    expect(sameLabel(a, b)).toBe(true);
  });

  test.each([
    ['Remained at home on a CIN plan', 'Remained at home on a CP plan'],
    ['Risk to child increased', 'Risk to child decreased'],
    ['Savings in year 1', 'Savings in year 2'],
    ['White other', 'Black other'],
    ['Removal into foster care', 'Removal into kinship care'],
  ])('%s and %s are never taken for one another', (a, b) => {
    expect(similarity(wording(a), wording(b))).toBeLessThan(0.6);
  });

  test('are as like themselves as can be, and likeness is between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const score = similarity(wording(a), wording(b));
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(similarity(wording(a), wording(a))).toBe(1);
      }),
    );
  });

  test('are apart by the fewest letters to change, one for two swapped', () => {
    expect([
      editDistance('eyers', 'eyres'),
      editDistance('rushy', 'rushey'),
      editDistance('', 'abc'),
    ]).toEqual([1, 1, 3]);
  });
});

describe('members', () => {
  test.each([
    ['Stoney Gate', 'ward', 'stoneygate'],
    ['Rushy Mead', 'ward', 'rushey-mead'],
    ['Eyers Monsell', 'ward', 'eyres-monsell'],
    ['Braunstone Park and Rowley Fields', 'ward', 'braunstone-park-rowley-fields'],
    ['B1 - White and Black Caribbean', 'ethnicity', 'mixed-white-black-caribbean'],
    ['White/Black Caribbean', 'ethnicity', 'mixed-white-black-caribbean'],
    ['Black Caribbean', 'ethnicity', 'black-caribbean'],
    ['C4 - Any other Asian Background', 'ethnicity', 'any-asian'],
    ['Mixed: White and Asian', 'ethnicity', 'mixed-white-asian'],
    ['Gypsy / Roma', 'ethnicity', 'gypsy-roma'],
    ['Looked After Children (was LAC at start)', 'status', 'lac'],
    ['Child in need (CIN)', 'status', 'cin'],
    ['LAC (PWP)', 'status', 'lac-pwp'],
    ['CP Pre- proceedings', 'status', 'pre-proceedings'],
    ['Other Early Help with HoS approval', 'status', 'eh-approved'],
  ])('%s in %s is %s', (label, set, code) => {
    expect(member(label, set)).toBe(code);
  });

  test.each([
    ['White British and Irish', 'ethnicity'],
    ['White', 'ethnicity'],
    ['North', 'ward'],
    ['Plan', 'status'],
    ['', 'ethnicity'],
  ])('%s in %s is none for certain', (label, set) => {
    expect(member(label, set)).toBeNull();
  });

  test('every name and alias of the default definition finds its own member', () => {
    const lost = defaultDefinition.sets.flatMap((set) =>
      set.members.flatMap((one) =>
        [one.name, ...one.aliases]
          .filter((alias) => member(alias, set.code) !== one.code)
          .map((alias) => `${set.code}: ${alias} -> ${member(alias, set.code)}`),
      ),
    );
    expect(lost).toEqual([]);
  });

  test('the longest name in a text counts, not the shorter one inside it', () => {
    const codes = (text: string) => mentions(text, vocabulary.programmes).map(({ code }) => code);
    expect(codes('Cases starting and closing - MST CAN Q1')).toEqual(['mst-can']);
    expect(codes('PERFORMANCE SUMMARY STD 1 AND 2')).toEqual(['mst']);
    expect(codes('Referrals to MST, MST CAN and FFT')).toEqual(['mst-fft']);
    expect(codes('Ward of residence')).toEqual([]);
  });
});
