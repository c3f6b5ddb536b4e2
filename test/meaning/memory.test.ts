/** What a person settled once for a provider is used on the next import, without being asked again. */
import { describe, expect, test } from 'vitest';
import { calledBy, isUncertain } from '#shared/meaning/called.ts';
import { memoryKey } from '#shared/meaning/recognise.ts';
import type { Recognition } from '#shared/meaning/understood.ts';
import { onlyTable, readingOf, recognise, textsByKey } from '#test/meaning/reading.ts';

const HEAD = 'Board return';

function returned(quarter: string, caption: string): ReturnType<typeof readingOf> {
  return readingOf(
    `Safe Families ${quarter}.docx`,
    [
      {
        caption,
        rows: 'Where|Households|Young ones\nLE1|2|5\nLE3|4|9\nFurther out|1|2\nTotal|7|16',
      },
    ],
    `Safe Families for Children ${quarter}`,
  );
}

/** Corrections as they are kept: normalised label or caption to code. */
function taught(found: Recognition, caption: string, code: string, member: string): Record<string, string> {
  const label = onlyTable(found).unknownLabels[0]?.label ?? 'Further out';
  return { [memoryKey(caption)]: code, [memoryKey(label)]: member };
}

describe('corrections remembered for a provider', () => {
  test('a caption and a label settled in one quarter are known in the next, however they are capitalised', () => {
    const before = recognise(returned('2021-22 Q1', 'Our patch'));
    const memory = taught(before, 'Our patch', 'safe-residence', 'postcode:out-of-city');
    const after = onlyTable(recognise(returned('2021-22 Q2', 'OUR PATCH'), { memory }));
    expect([after.code, after.score, after.unknownLabels]).toEqual(['safe-residence', 1, []]);
    expect(after.rowFacets.map((facets) => facets?.dims?.postcode ?? null)).toEqual([
      'le1',
      'le3',
      'out-of-city',
      null,
    ]);
  });

  test('a caption settled for a table with another measure changes what its numbers mean', () => {
    const rows = 'Case status|No. of families\nCP|3\nCIN|4\nTotal|7';
    const reading = readingOf('MST-FFT 2021-22 Q2.xlsx', [{ caption: 'The picture', rows }], HEAD);
    const memory = (code: string) => ({ provider: 'mst-fft', memory: { [memoryKey('The picture')]: code } });
    const cp = (code: string) =>
      Object.keys(textsByKey(onlyTable(recognise(reading, memory(code))).assertions))[0];
    expect([cp('mst-status-referral'), cp('mst-status-closed')]).toEqual([
      'started|mst|2021-22 Q2|value|families|status=cp',
      'concluded|mst|2021-22 Q2|value|families|status=cp',
    ]);
  });

  test('a code the definition does not know is no correction', () => {
    const reading = returned('2021-22 Q1', 'Our patch');
    const plain = onlyTable(recognise(reading));
    const odd = onlyTable(
      recognise(reading, { memory: { 'our patch': 'nonsense', 'further out': 'nowhere' } }),
    );
    expect([odd.code, odd.score, odd.unknownLabels]).toEqual([plain.code, plain.score, plain.unknownLabels]);
  });
});

describe('rows and columns put right', () => {
  const rows = 'Where|Homes|Small people|Of note\nLE1|2|5|1\nLE3|4|9|2\nTotal|6|14|3';
  const reading = readingOf(
    'Safe Families 2021-22 Q1.docx',
    [{ caption: 'Our patch', rows }],
    'Safe Families for Children 2021-22 Q1',
  );
  const table = { [memoryKey('Our patch')]: 'safe-residence' };
  const read = (memory: Readonly<Record<string, string>>) =>
    textsByKey(onlyTable(recognise(reading, { memory: { ...table, ...memory } })).assertions);

  test('a column no word of which is known takes the meaning of the line it was said to be', () => {
    const key = 'referrals|safe-families|2021-22 Q1|value|children|postcode=le3';
    expect([read({})[key], read({ 'small people': 'item:No. of children' })[key]]).toEqual([undefined, '9']);
  });

  test('a column of remarks makes no figure', () => {
    const told = { 'small people': 'aside', 'of note': 'aside', homes: 'item:Number of referrals' };
    expect(Object.keys(read(told)).filter((key) => key.includes('postcode=le1'))).toEqual([
      'referrals|safe-families|2021-22 Q1|value|referrals|postcode=le1',
    ]);
  });

  test('a line the table does not have is no correction', () => {
    expect(read({ 'small people': 'item:Nowhere' })).toEqual(read({}));
  });
});

describe('what one provider taught', () => {
  const rows = 'Where|Households|Young ones\nLE1|2|5\nLE3|4|9\nFurther out|1|2\nTotal|7|16';
  const file = (quarter: string) => readingOf(`Safe Families ${quarter}.docx`, [{ rows }], undefined, []);

  test('is not used for another', () => {
    const reading = returned('2021-22 Q1', 'Our patch');
    const rules = { [memoryKey('Our patch')]: 'safe-ethnicity' };
    const other = onlyTable(recognise(reading, { taught: { fgc: rules } }));
    const own = onlyTable(recognise(reading, { taught: { fgc: {}, 'safe-families': rules } }));
    expect([other.score < 1, own.code, own.score]).toEqual([true, 'safe-ethnicity', 1]);
  });

  test('holds for a table without a caption, known again by its columns and rows', () => {
    const before = onlyTable(recognise(file('2021-22 Q1'), { provider: 'safe-families' }));
    const memory = { [memoryKey(calledBy(before.shape))]: 'safe-ethnicity' };
    const after = onlyTable(recognise(file('2021-22 Q2'), { provider: 'safe-families', memory }));
    expect([before.code, after.code, after.score]).toEqual([null, 'safe-ethnicity', 1]);
  });

  test('a table that could be several, or hardly one, is asked about until it is settled', () => {
    const [table] = recognise(file('2021-22 Q1'), { provider: 'safe-families' }).tables;
    const at = (code: string | null, score: number, other: number) =>
      table &&
      isUncertain({ ...table, code, score, alternatives: [{ code: 'safe-residence', score: other }] });
    expect([
      at('safe-levels', 0.6, 0.2),
      at(null, 0.4, 0.4),
      at(null, 0.1, 0.1),
      at('safe-levels', 1, 0.6),
    ]).toEqual([true, true, false, false]);
  });
});
