/** Identifiers in a document: what is found, what is left alone, and what becomes of it. */
import { describe, expect, test } from 'vitest';
import { defaultDefinition } from '#shared/definition/default/index.ts';
import { identifiersIn, titleIdentifiers } from '#shared/exempt/identify.ts';
import { vocabularyOf } from '#shared/exempt/names.ts';
import { isNhsNumber } from '#shared/exempt/nhs.ts';

const vocabulary = vocabularyOf(defaultDefinition);
const found = (...paragraphs: readonly string[]) =>
  identifiersIn(paragraphs, vocabulary).map(({ kind, text }) => [kind, text]);

describe('the check', () => {
  test('knows an NHS number by its check digit: 943 476 5919 is the usual example', () => {
    expect(['943 476 5919', '9434765919', '943-476-5919'].map(isNhsNumber)).toEqual([true, true, true]);
    expect(['943 476 5918', '943 476 591', '1234567890'].map(isNhsNumber)).toEqual([false, false, false]);
    expect(found('Her number is 943 476 5919.')).toEqual([['nhs', '943 476 5919']]);
  });

  test('finds dates, postcodes, telephone and case numbers and addresses in the forms people write', () => {
    expect(found('born 04/05/2011, or 4th May 2011, or May 4, 2011, or 2011-05-04')).toEqual([
      ['date', '04/05/2011'],
      ['date', '4th May 2011'],
      ['date', 'May 4, 2011'],
      ['date', '2011-05-04'],
    ]);
    expect(found('they live at ZE9 9QX; call 01632 960 123 or write to a.person@example.org')).toEqual([
      ['postcode', 'ZE9 9QX'],
      ['phone', '01632 960 123'],
      ['email', 'a.person@example.org'],
    ]);
    expect(found('see case LCS-204518 and 7788123')).toEqual([
      ['case', 'LCS-204518'],
      ['case', '7788123'],
    ]);
  });

  test('takes words for names by where they stand, without a list of names', () => {
    expect(
      found('We saw Quillon Vesper twice, with Mrs Tarn.', 'Orrin was calmer. Then Orrin’s sister came.'),
    ).toEqual([
      ['name', 'Quillon Vesper'],
      ['name', 'Mrs Tarn'],
      ['name', 'Orrin'],
      ['name', 'Orrin’s'],
    ]);
  });

  test('doubts the first word of a title too', () => {
    const inTitle = (title: string) => titleIdentifiers(title, vocabulary).map(({ text }) => text);
    expect(['Quillon', 'Quillon’s story', 'Case study: Orrin Vesper, ZE9 9QX'].map(inTitle)).toEqual([
      ['Quillon'],
      ['Quillon’s'],
      ['Orrin Vesper', 'ZE9 9QX'],
    ]);
    expect(['Case study 1', 'Feedback', 'Case Study 2', 'Feedback from families'].flatMap(inTitle)).toEqual(
      [],
    );
  });

  test('leaves the board’s own words, months, sentences’ first words and amounts alone', () => {
    expect(
      found(
        'Family Group Conferences helped. The worker met the family in March, on Monday. Support went well.',
        'It cost £12,500 and saved 81% of £160,000; nine of 37 families came.',
        'Everything changed after that.',
      ),
    ).toEqual([]);
  });

  test('finds the small places of the definition, whatever their case', () => {
    const [place = ''] = vocabulary.places;
    expect(found(`the flat in ${place.toUpperCase()} was cold`)).toEqual([['place', place.toUpperCase()]]);
  });
});
