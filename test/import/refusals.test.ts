/** Files that cannot be read are refused with a code of their own and words that say what to do. */
import { CFB, utils, write } from '@e965/xlsx';
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { docx, p, reading, refusal, shown, tbl, xlsx, zipped } from '#test/import/build.ts';

function ole(...streams: string[]): Uint8Array {
  const container = CFB.utils.cfb_new();
  for (const name of streams) CFB.utils.cfb_add(container, `/${name}`, Buffer.from('x'.repeat(5000)));
  return new Uint8Array(CFB.write(container, { type: 'buffer' }));
}

const book = (): Uint8Array =>
  xlsx([{ name: 'S', xml: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' }]);
const text = (content: string): Uint8Array => strToU8(content);
/** Stored, so that a change of one byte reaches the content. */
function flipped(): Uint8Array {
  const bytes = zipped(
    { '_rels/.rels': '<Relationships/>', 'word/document.xml': '<d><body><p><t>1234</t></p></body></d>' },
    0,
  );
  const at = Buffer.from(bytes).indexOf('1234');
  return bytes.map((byte, n) => (n === at ? 57 : byte));
}

test.each<[string, string, Uint8Array, string]>([
  ['an empty file', 'a.xlsx', new Uint8Array(), 'empty-file'],
  ['a workbook cut short', 'a.xlsx', book().slice(0, 700), 'corrupt'],
  ['a Word file cut short', 'a.docx', docx(p('x')).slice(0, -30), 'corrupt'],
  ['one changed byte', 'a.docx', flipped(), 'corrupt'],
  ['XML that breaks off', 'a.docx', docx('<w:p>'), 'corrupt'],
  ['a zip without its Word part', 'a.docx', zipped({ 'word/document.xml': '<x/>' }), 'corrupt'],
  [
    'a missing sheet',
    'a.xlsx',
    zipped({ 'xl/workbook.xml': '<workbook><sheets><sheet name="S" id="r1"/></sheets></workbook>' }),
    'corrupt',
  ],
  ['a workbook with a password', 'a.xlsx', ole('EncryptedPackage', 'EncryptionInfo'), 'password'],
  ['a Word file with a password', 'a.docx', ole('EncryptedPackage', 'EncryptionInfo'), 'password'],
  [
    'an encrypted OpenDocument file',
    'a.ods',
    zipped({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'META-INF/manifest.xml': '<encryption-data/>',
      'content.xml': 'x',
    }),
    'password',
  ],
  ['an old Word file', 'a.doc', ole('WordDocument'), 'old-word'],
  ['an old Word file named .docx', 'a.docx', ole('WordDocument', '1Table'), 'old-word'],
  ['an old Word file named .xlsx', 'a.xlsx', ole('WordDocument'), 'old-word'],
  ['an old workbook that is nothing inside', 'a.xls', ole('Workbook'), 'corrupt'],
  ['another old Office file', 'a.msg', ole('__properties_version1.0'), 'unsupported'],
  [
    'a page named .docx',
    'a.docx',
    text('<html><body><table><tr><td>1</td></tr></table></body></html>'),
    'misnamed',
  ],
  ['a page named .xlsx', 'a.xlsx', text('<table><tr><td>1</td></tr></table>'), 'misnamed'],
  ['text named .xlsx', 'a.xlsx', text('a,b\n1,2\n'), 'misnamed'],
  ['a PDF', 'a.pdf', text('%PDF-1.7\n'), 'pdf'],
  ['a PDF named .docx', 'a.docx', text('%PDF-1.7\n'), 'pdf'],
  ['a picture', 'a.jpg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'picture'],
  [
    'a presentation',
    'a.pptx',
    zipped({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<p/>' }),
    'unsupported',
  ],
  ['a binary workbook', 'a.xlsb', zipped({ 'xl/workbook.bin': 'x' }), 'unsupported'],
  ['an archive of returns', 'a.zip', zipped({ 'a.xlsx': book() }), 'unsupported'],
  ['rich text', 'a.rtf', text('{\\rtf1 x}'), 'unsupported'],
  ['an XML file', 'a.xml', text('<?xml version="1.0"?><data/>'), 'unsupported'],
  ['bytes that are no text', 'a.csv', Uint8Array.from([65, 44, 1, 2, 3, 150, 44, 200, 10]), 'encoding'],
  [
    'a Word file of pictures only',
    'a.docx',
    docx('<w:p><w:r><w:drawing><a:blip r:embed="r"/></w:drawing></w:r></w:p>'),
    'only-pictures',
  ],
  [
    'a workbook of pictures only',
    'a.xlsx',
    xlsx([{ name: 'S', xml: '<sheetData/>' }], { extra: { 'xl/media/image1.png': 'x' } }),
    'only-pictures',
  ],
  ['a workbook with nothing in it', 'a.xlsx', xlsx([{ name: 'S', xml: '<sheetData/>' }]), 'no-content'],
  ['a Word file with nothing in it', 'a.docx', docx(p('') + tbl([['', ' ']])), 'no-content'],
  ['a CSV of separators only', 'a.csv', text(',,,\n,,,\n'), 'no-content'],
])('%s', async (_, file, bytes, code) => {
  const error = await refusal(file, bytes);
  expect(error.code).toBe(code);
  expect(error.message).toContain(`“${file}”`);
  expect(error.message).toMatch(/\b(?:[Oo]pen|[Aa]sk|[Ss]ave|[Uu]npack|[Cc]heck|[Cc]opy)\b/);
});

describe('files that mean harm', () => {
  const timed = async (file: string, bytes: Uint8Array): Promise<{ code: string; ms: number }> => {
    const start = process.cpuUsage();
    const { code } = await refusal(file, bytes);
    return { code, ms: process.cpuUsage(start).user / 1000 };
  };

  test('an archive bomb is refused before it is unpacked', async () => {
    const bomb = docx('', { 'word/media/x.bin': new Uint8Array(60 << 20) });
    expect(bomb.length).toBeLessThan(100_000);
    const { code, ms } = await timed('a.docx', bomb);
    expect(code).toBe('too-large');
    expect(ms).toBeLessThan(200);
  });

  test('an archive that lies about its sizes is stopped while unpacking', async () => {
    const bytes = docx(p('x').repeat(5000));
    const view = Buffer.from(bytes.buffer);
    const entry = view.lastIndexOf('word/document.xml') - 46;
    view.writeUInt32LE(50, entry + 24);
    expect(await refusal('a.docx', bytes)).toMatchObject({ code: 'corrupt' });
  });

  test('more parts than any return has', async () => {
    const parts = Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`x/${n}`, '']));
    expect(await refusal('a.zip', zipped(parts, 0))).toMatchObject({ code: 'too-large' });
  });

  test('entities that multiply are not expanded', async () => {
    const lol = '<!DOCTYPE d [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    const file = zipped({
      'word/document.xml': `${lol}<document><body><p><r><t>&b;</t></r></p></body></document>`,
    });
    expect(await refusal('a.docx', file)).toMatchObject({ code: 'corrupt' });
  });

  test('nesting without end', async () => {
    expect(await refusal('a.docx', docx('<w:sdt>'.repeat(50_000)))).toMatchObject({ code: 'corrupt' });
    expect(await refusal('a.html', text(`<html>${'<div>'.repeat(50_000)}`))).toMatchObject({
      code: 'corrupt',
    });
  });
});

test('a million blank formatted rows cost little', async () => {
  let blank = '';
  for (let row = 3; row < 1_000_003; row++) blank += `<row r="${row}" s="1"><c r="A${row}" s="1"/></row>`;
  const rows = `<row r="1"><c r="A1"><v>4</v></c></row>${blank}<row r="1000005"><c r="B1000005"><v>5</v></c></row>`;
  const merges = '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>';
  const bytes = xlsx([{ name: 'S', xml: `<sheetData>${rows}</sheetData>${merges}` }], { level: 1 });
  const start = process.cpuUsage();
  const { grids } = await reading('a.xlsx', bytes);
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
  expect([grids[0]?.rows, grids[0]?.cols, shown(grids[0])]).toEqual([1000005, 2, ['A1=4 1x2', 'B1000005=5']]);
});

describe('names that say something else', () => {
  test.each([
    ['a workbook named .csv', 'a.csv', book(), 'is named .csv but is an Excel workbook inside'],
    ['a Word file named .xlsx', 'a.xlsx', docx(p('4')), 'is named .xlsx but is a Word document inside'],
    ['text named .xls', 'a.xls', text('a\tb\n1\t2\n'), 'is named .xls but is plain text inside'],
  ])('%s is read for what it is', async (_, file, bytes, warning) => {
    expect((await reading(file, bytes)).warnings).toEqual([expect.stringContaining(warning)]);
  });

  test('an old workbook named .xlsx is read', async () => {
    const whole = utils.book_new();
    utils.book_append_sheet(whole, utils.aoa_to_sheet([[4]]), 'S');
    const bytes = new Uint8Array(write(whole, { bookType: 'biff8', type: 'array' }));
    expect(shown((await reading('a.xlsx', bytes)).grids[0])).toEqual(['A1=4']);
  });
});
