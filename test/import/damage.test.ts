/** Damaged files: whatever happened on the way, no figure is read that was not sent. */
import { CFB, utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReturn } from '#electron/import/read.ts';
import { docx, p, reading, refusal, shown, tbl, xlsx } from '#test/import/build.ts';

const ROWS = '<row r="1"><c r="A1"><v>1234</v></c><c r="B1" s="1"><v>0.285</v></c></row>';
const BOOK = xlsx([{ name: 'S', xml: `<sheetData>${ROWS}</sheetData>` }], { formats: ['0%'] });
const WORD = docx(p('Return') + tbl([['Castle', '1234']]));

/** An old workbook whose record stream has been tampered with. */
function oldWorkbook(tamper: (stream: Buffer) => Buffer): Uint8Array {
  const whole = utils.book_new();
  utils.book_append_sheet(
    whole,
    utils.aoa_to_sheet(Array.from({ length: 200 }, (_, n) => [`row ${n}`, n])),
    'S',
  );
  const container = CFB.read(write(whole, { bookType: 'biff8', type: 'buffer' }), { type: 'buffer' });
  const stream = CFB.find(container, '/Workbook');
  const copy = CFB.utils.cfb_new();
  CFB.utils.cfb_add(copy, '/Workbook', tamper(Buffer.from(stream?.content ?? [])));
  return new Uint8Array(CFB.write(copy, { type: 'buffer' }) as Buffer);
}

describe.each([
  ['a.xlsx', BOOK],
  ['a.docx', WORD],
])('%s', (file, bytes) => {
  test('changed bytes never change a figure: the file is refused or reads the same', async () => {
    const cells = (await reading(file, bytes)).grids.flatMap(shown);
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 10 }), async (changes) => {
        const damaged = bytes.slice();
        for (const [at, by] of changes) damaged[at] = ((damaged[at] ?? 0) + by) % 256;
        const result = await readReturn(file, damaged);
        if (result.ok) expect(result.reading.grids.flatMap(shown)).toEqual(cells);
        else expect(result.error.message).toContain(file);
      }),
      { numRuns: 300 },
    );
  });

  test('a file cut anywhere is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
        expect((await readReturn(file, bytes.slice(0, length))).ok).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

describe('old workbooks, which carry no checksum', () => {
  test('are read when whole', async () => {
    const { grids } = await reading(
      'a.xls',
      oldWorkbook((stream) => stream),
    );
    expect([grids[0]?.rows, shown(grids[0]).at(-1)]).toEqual([200, 'B200=199']);
  });

  test.each([
    ['their last rows are missing', (stream: Buffer): Buffer => stream.subarray(0, stream.length - 400)],
    [
      'they do not begin as a workbook',
      (stream: Buffer): Buffer => Buffer.concat([Buffer.from('junk'), stream]),
    ],
    [
      'a record is longer than the rest',
      (stream: Buffer): Buffer =>
        Buffer.concat([stream.subarray(0, 2), Buffer.from([0xff, 0xff]), stream.subarray(4)]),
    ],
  ])('are refused when %s', async (_, tamper) => {
    expect(await refusal('a.xls', oldWorkbook(tamper))).toMatchObject({ code: 'corrupt' });
  });
});
