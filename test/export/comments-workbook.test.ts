/** Notes on the cells of a workbook: on the right cells, and nothing else changed. */

import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { commentedFile } from '#electron/export/comments/comments.ts';
import type { CellNote, Commented } from '#electron/export/comments/note.ts';
import { linksOf } from '#electron/import/package.ts';
import { openZip } from '#electron/import/zip.ts';
import { addressOf } from '#shared/grid/address.ts';
import { all, openPackage, parseXml, part, textOf } from '#test/export/open.ts';
import { linksXml, type Parts, reading, shown, xlsx } from '#test/import/build.ts';

const BY = { author: 'Board administrator', date: '2020-09-30' };
const HEAD = 'Board administrator, 30 September 2020:\n';
const TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>';

const ROWS =
  '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>CIN</t></is></c><c r="B1"><v>5</v></c></row>' +
  '<row r="2"><c r="A2" t="inlineStr"><is><t>Total</t></is></c><c r="B2"><f>SUM(B1)</f><v>6</v></c></row></sheetData>';

function note(cell: string, text: string, sheet = 'Q1'): CellNote {
  return { sheet, cell, printed: '', text };
}

function book(after = '', extra: Parts = {}): Uint8Array {
  return xlsx(
    [
      { name: 'Q1', xml: `${ROWS}${after}` },
      { name: 'Q2 &amp; more', xml: ROWS },
    ],
    { extra: { '[Content_Types].xml': TYPES, ...extra } },
  );
}

function commented(bytes: Uint8Array, notes: readonly CellNote[]): Commented {
  return commentedFile('Return.xlsx', bytes, notes, BY);
}

function bytesOf({ bytes }: Commented): Uint8Array {
  if (!bytes) throw new Error('nothing could be commented');
  return bytes;
}

/** `Q1!B2` and what its note says, as the file itself ties sheets to notes. */
function notesIn(bytes: Uint8Array): Record<string, string> {
  const zip = openZip('a.xlsx', bytes);
  const parts = openPackage(bytes);
  const sheets = all(part(parts, 'xl/workbook.xml'), 'sheet');
  const found = sheets.flatMap(({ attributes }, n) => {
    const links = linksOf('a.xlsx', zip, `xl/worksheets/sheet${n + 1}.xml`);
    const target = links.find(({ type }) => type === 'comments')?.target;
    const root = target ? part(parts, target) : null;
    const list = root ? [...all(root, 'comment'), ...all(root, 'x:comment')] : [];
    return list.map((each): [string, string] => [`${attributes.name}!${each.attributes.ref}`, textOf(each)]);
  });
  return Object.fromEntries(found);
}

/** Where the boxes of a sheet's drawing hang, and that their ids differ. */
function boxes(parts: ReadonlyMap<string, string>, name: string): string[] {
  const shapes = all(part(parts, name), 'v:shape');
  expect(new Set(shapes.map(({ attributes }) => attributes.id)).size).toBe(shapes.length);
  return shapes.map((shape) => {
    const [row = 0, col = 0] = ['x:Row', 'x:Column'].map((each) =>
      Number(textOf(all(shape, each)[0] ?? shape)),
    );
    return addressOf(row, col);
  });
}

/** Parts that differ from the original's, or are new. */
function changed(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [unzipSync(before), unzipSync(after)];
  expect(Object.keys(a).filter((name) => !b[name])).toEqual([]);
  return Object.keys(b)
    .filter(
      (name) => strFromU8(a[name] ?? new Uint8Array(), true) !== strFromU8(b[name] ?? new Uint8Array(), true),
    )
    .sort();
}

describe('a workbook without notes', () => {
  const before = book();
  const after = bytesOf(commented(before, [note('B2', 'One?'), note('A1', 'Two?', 'Q2 & more')]));

  test('gets each note on its cell, with a box beside it', () => {
    expect(notesIn(after)).toEqual({ 'Q1!B2': `${HEAD}One?`, 'Q2 & more!A1': `${HEAD}Two?` });
    const parts = openPackage(after);
    expect(boxes(parts, 'xl/drawings/vmlDrawing1.vml')).toEqual(['B2']);
    expect(boxes(parts, 'xl/drawings/vmlDrawing2.vml')).toEqual(['A1']);
  });

  test('keeps every other part to the byte, and of its sheets every character', () => {
    expect(changed(before, after)).toEqual([
      '[Content_Types].xml',
      'xl/comments1.xml',
      'xl/comments2.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/drawings/vmlDrawing2.vml',
      'xl/worksheets/_rels/sheet1.xml.rels',
      'xl/worksheets/_rels/sheet2.xml.rels',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ]);
    const [was, is] = [before, after].map(
      (bytes) => openPackage(bytes).get('xl/worksheets/sheet1.xml') ?? '',
    );
    expect(is?.replace(/<legacyDrawing [^>]*>/, '')).toBe(was);
    expect(is).not.toBe(was);
  });

  test('is read again as it was', async () => {
    const [was, is] = [await reading('Return.xlsx', before), await reading('Return.xlsx', after)];
    expect(is.grids).toEqual(was.grids);
    expect(shown(is.grids[0])).toEqual(['A1=CIN', 'B1=5', 'A2=Total', 'B2=6']);
  });

  test('gives the same bytes every time', () => {
    const again = bytesOf(commented(before, [note('B2', 'One?'), note('A1', 'Two?', 'Q2 & more')]));
    expect(Buffer.from(again).equals(after)).toBe(true);
  });

  test('declares the new parts once each', () => {
    const types = part(openPackage(after), '[Content_Types].xml').children.map(
      ({ attributes }) => attributes,
    );
    const comments = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
    expect(types).toEqual([
      { Extension: 'vml', ContentType: 'application/vnd.openxmlformats-officedocument.vmlDrawing' },
      { PartName: '/xl/comments1.xml', ContentType: comments },
      { PartName: '/xl/comments2.xml', ContentType: comments },
    ]);
  });
});

describe('the pointer to the boxes', () => {
  test.each([
    ['<pageMargins/><drawing r:id="a"/>', '<legacyDrawingHF r:id="b"/><tableParts/>'],
    ['<headerFooter/>', '<oleObjects/><extLst><ext><drawing/></ext></extLst>'],
    [
      '<conditionalFormatting><cfRule/></conditionalFormatting>',
      '<mc:AlternateContent><drawing/></mc:AlternateContent>',
    ],
    ['', ''],
  ])('comes between “%s” and “%s”', (first, second) => {
    const spaces = (xml: string): string =>
      xml.replace(/<(drawing|legacyDrawingHF) r:id/g, '<$1 xmlns:r="x" r:id');
    const after = spaces(second)
      .replace('<mc:', '<mc:')
      .replace(/<mc:Alt\w+/, '$& xmlns:mc="x"');
    const made = bytesOf(commented(book(spaces(first) + after), [note('B1', 'Why?')]));
    const xml = openPackage(made).get('xl/worksheets/sheet1.xml') ?? '';
    expect(xml.replace(/<legacyDrawing [^>]*>/, '|')).toBe(
      `<worksheet>${ROWS}${spaces(first)}|${after}</worksheet>`,
    );
  });
});

const OLD_COMMENTS =
  '<x:comments xmlns:x="main"><x:authors><x:author>Ann</x:author></x:authors><x:commentList>' +
  '<x:comment ref="B1" authorId="0"><x:text><x:t>Checked</x:t></x:text></x:comment></x:commentList></x:comments>';
/** As Excel writes it, with a tag that is never closed. */
const OLD_BOXES =
  '<xml xmlns:v="v" xmlns:x="x"><v:shapetype id="_x0000_t202"></v:shapetype>' +
  '<v:shape id="_x0000_s1025" type="#_x0000_t202"><br><x:ClientData><x:Row>0</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>';

function noted(extra: Parts = {}): Uint8Array {
  return book('<legacyDrawing xmlns:r="x" r:id="rId2"/>', {
    'xl/worksheets/_rels/sheet1.xml.rels': linksXml([
      ['comments', '../comments7.xml'],
      ['vmlDrawing', '../drawings/old.vml'],
    ]),
    'xl/comments7.xml': OLD_COMMENTS,
    'xl/drawings/old.vml': OLD_BOXES,
    ...extra,
  });
}

describe('a workbook with notes', () => {
  test('keeps them; a cell that has one gets more words in it, for it can have only one', () => {
    const made = bytesOf(commented(noted(), [note('B1', 'And?'), note('B2', 'Why?')]));
    expect(notesIn(made)).toEqual({ 'Q1!B1': `Checked\n\n${HEAD}And?`, 'Q1!B2': `${HEAD}Why?` });
    const root = part(openPackage(made), 'xl/comments7.xml');
    expect(all(root, 'x:author').map(textOf)).toEqual(['Ann', 'Board administrator']);
    expect(all(root, 'x:comment').map(({ attributes }) => attributes.authorId)).toEqual(['0', '1']);
  });

  test('keeps their boxes and adds one for the new note alone', () => {
    const made = bytesOf(commented(noted(), [note('B1', 'And?'), note('B2', 'Why?')]));
    const drawing = strFromU8(unzipSync(made)['xl/drawings/old.vml'] ?? new Uint8Array());
    expect(drawing.startsWith(OLD_BOXES.replace('</xml>', ''))).toBe(true);
    const added = parseXml(drawing.slice(OLD_BOXES.length - '</xml>'.length).replace('</xml>', ''));
    expect([added.name, added.attributes.id]).toEqual(['v:shape', '_x0000_s1026']);
    expect(all(added, 'x:Row').map(textOf)).toEqual(['1']);
  });

  test('that are broken is left alone on that sheet, and the notes are given back for a list', () => {
    const bad = noted({ 'xl/comments7.xml': '<comments><authors>' });
    expect(commented(bad, [note('B1', 'And?')])).toEqual({ bytes: null, unplaced: [note('B1', 'And?')] });
    const half = commented(bad, [note('B2', 'And?'), note('B1', 'Why?', 'Q2 & more')]);
    expect(half.unplaced).toEqual([note('B2', 'And?')]);
    const kept = unzipSync(bytesOf(half));
    expect(strFromU8(kept['xl/drawings/old.vml'] ?? new Uint8Array())).toBe(OLD_BOXES);
    expect(strFromU8(kept['xl/comments7.xml'] ?? new Uint8Array())).toBe('<comments><authors>');
  });

  test('in a conversation, which would hide a note of ours, gives the note back', () => {
    const talked = noted({
      'xl/worksheets/_rels/sheet1.xml.rels': linksXml([
        ['comments', '../comments7.xml'],
        ['vmlDrawing', '../drawings/old.vml'],
        ['threadedComment', '../threadedComments/t1.xml'],
      ]),
      'xl/threadedComments/t1.xml': '<ThreadedComments><threadedComment ref="B1"/></ThreadedComments>',
    });
    const made = commented(talked, [note('B1', 'And?'), note('A2', 'Why?')]);
    expect(made.unplaced).toEqual([note('B1', 'And?')]);
    expect(notesIn(bytesOf(made))).toEqual({ 'Q1!B1': 'Checked', 'Q1!A2': `${HEAD}Why?` });
  });
});

describe('what cannot be placed', () => {
  test('comes back: a sheet that is not there, a place that is no cell, a file without comments', () => {
    const lost = [note('B1', 'Where?', 'Q9'), note('P3', 'Which?', 'Q1'), note('', 'What?', 'Q1')];
    expect(
      commented(
        book(),
        lost.filter(({ cell }) => cell !== 'P3'),
      ).unplaced,
    ).toHaveLength(2);
    const csv = commentedFile('a.csv', strToU8('a,b\n1,2\n'), lost, BY);
    expect(csv).toEqual({ bytes: null, unplaced: lost });
  });
});

describe('any text', () => {
  test('is said as it is, and can break nothing', () => {
    const hostile = '</t></comment> & "]]>" <script>\u0000\u0007 _x0041_ =SUM(A1) \ud800 £½ 😀';
    const { 'Q1!B1': said } = notesIn(bytesOf(commented(book(), [note('B1', hostile)])));
    expect(said).toBe(`${HEAD}</t></comment> & "]]>" <script> _x005F_x0041_ =SUM(A1)  £½ 😀`);
  });

  test('on any cells leaves the grid as it is', async () => {
    const was = await reading('Return.xlsx', book());
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    const cells = fc.uniqueArray(fc.tuple(fc.nat(40), fc.nat(30)), {
      selector: String,
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(cells, text, async (places, said) => {
        const notes = places.map(([row, col]) => note(addressOf(row, col), said));
        const made = bytesOf(commented(book(), notes));
        expect(Object.keys(notesIn(made))).toEqual(notes.map(({ cell }) => `Q1!${cell}`));
        expect(boxes(openPackage(made), 'xl/drawings/vmlDrawing1.vml')).toEqual(
          notes.map(({ cell }) => cell),
        );
        expect((await reading('Return.xlsx', made)).grids).toEqual(was.grids);
      }),
      { numRuns: 8 },
    );
  });
});
