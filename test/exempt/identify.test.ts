/** Identifiers in a document: what is found, what is left alone, and what becomes of it. */
import { describe, expect, test } from 'vitest';
import { defaultDefinition } from '#shared/definition/default/index.ts';
import { identifiersIn } from '#shared/exempt/identify.ts';
import { vocabularyOf } from '#shared/exempt/names.ts';
import { isNhsNumber } from '#shared/exempt/nhs.ts';
import { imported, newBoard, QUARTER, RIGHT } from '#test/api/fixture.ts';
import { given } from '#test/api/service.ts';

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

describe('a document on the board', () => {
  const WORDS = 'Feedback\nQuillon was happy. We met Quillon Vesper on 04/05/2020.\n';

  test('is in no pack before every hit is settled, then an exempt appendix of the board edition alone', async () => {
    const service = await newBoard();
    await imported(service, RIGHT);
    const { ask } = service;
    const file = given('Feedback.txt', WORDS);
    const { id } = await ask('exempt.add', { period: QUARTER, title: 'Feedback', reason: '2', file });
    const section = async (edition: 'board' | 'public') => {
      const { pack } = await ask('pack.document', { period: QUARTER, edition });
      return pack.sections.find(({ code }) => code === `exempt-${id}`) ?? null;
    };
    const [document] = await ask('exempt.list', { period: QUARTER });
    expect(document?.hits.map(({ kind, text }) => [kind, text])).toEqual([
      ['name', 'Quillon'],
      ['name', 'Quillon Vesper'],
      ['date', '04/05/2020'],
    ]);
    const hits = (document?.hits ?? []).map((hit) => hit.id);
    await ask('exempt.settle', { id, hits: hits.slice(0, 2), as: 'mask' });
    expect([(await ask('exempt.list', { period: QUARTER }))[0]?.included, await section('board')]).toEqual([
      false,
      null,
    ]);
    await ask('exempt.settle', { id, hits: hits.slice(2), as: 'accept' });
    expect(await section('board')).toMatchObject({
      appendix: true,
      exempt: '2',
      blocks: [
        { inlines: [{ text: 'Feedback' }] },
        { inlines: [{ text: '[name] was happy. We met [name] on 04/05/2020.' }] },
      ],
    });
    const { pack } = await ask('pack.document', { period: QUARTER, edition: 'public' });
    expect(await section('public')).toBe(null);
    expect(JSON.stringify(pack)).not.toMatch(/Quillon|04\/05\/2020|was happy/);
    const { summary } = await ask('board.undo', null);
    expect(summary).toContain('Settled 1 identifier in the exempt document “Feedback”');
    expect(await section('board')).toBe(null);
  });

  test('is refused where its words cannot be read, and says what to do', async () => {
    const { ask, call } = await newBoard();
    const file = given('Case study.pdf', '%PDF-1.7');
    expect(await call('exempt.add', { period: QUARTER, title: 'x', reason: '1', file })).toMatchObject({
      error: { code: 'unsupported', message: expect.stringContaining('save it as Word (.docx)') },
    });
    expect(await ask('exempt.list', { period: QUARTER })).toEqual([]);
  });
});
