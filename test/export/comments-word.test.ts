/** Comments in a Word document: on the paragraph of the right cell, and nothing else changed. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { commentedFile } from '#electron/export/comments/comments.ts';
import type { CellNote, Commented } from '#electron/export/comments/note.ts';
import type { Reading } from '#shared/grid/grid.ts';
import { all, openPackage, part, textOf } from '#test/export/open.ts';
import { docx, linksXml, p, r, reading, tbl, tc, tr } from '#test/import/build.ts';

const BY = { author: 'Board administrator', date: '2020-06-30' };
const TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';

function note(sheet: string, cell: string, text = `${sheet} ${cell}`): CellNote {
  return { sheet, cell, printed: '', text };
}

function commented(bytes: Uint8Array, notes: readonly CellNote[]): Commented {
  return commentedFile('Return.docx', bytes, notes, BY);
}

function bytesOf({ bytes }: Commented): Uint8Array {
  if (!bytes) throw new Error('nothing could be commented');
  return bytes;
}

function documentOf(bytes: Uint8Array): string {
  return strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
}

/** What each comment says and the words it lies around, found by plain search in the document. */
function commentsIn(bytes: Uint8Array): [said: string, about: string][] {
  const parts = openPackage(bytes);
  const xml = documentOf(bytes);
  return all(part(parts, 'word/comments.xml'), 'w:comment').map((comment) => {
    const id = comment.attributes['w:id'];
    const from = xml.indexOf(`<w:commentRangeStart w:id="${id}"/>`);
    const to = xml.indexOf(`<w:commentRangeEnd w:id="${id}"/>`);
    expect([from > 0, to > from, xml.split(`<w:commentReference w:id="${id}"/>`).length]).toEqual([
      true,
      true,
      2,
    ]);
    const words = [...xml.slice(from, to).matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text);
    return [comment.children.map(textOf).join('\n'), words.join('')];
  });
}

function withoutMarks(xml: string): string {
  return xml
    .replace(/<w:commentRange(?:Start|End) w:id="\d+"\/>/g, '')
    .replace(/<w:r><w:commentReference w:id="\d+"\/><\/w:r>/g, '');
}

const merge = (kind: string): string => `<w:vMerge w:val="${kind}"/>`;
const BODY =
  p('Return for the quarter') +
  tbl([
    [tc('Ward', merge('restart')), tc('April', '<w:gridSpan w:val="2"/>'), 'May'],
    [tc('', merge('continue')), 'No.', '%', 'No.'],
    tr(['7', '8'], '<w:gridBefore w:val="2"/>'),
  ]) +
  p('Between') +
  tbl([
    ['a', tc(p('outer') + tbl([['inner', '3']]) + p('last'))],
    [tc(p('') + p('second')), ''],
  ]) +
  `<w:sdt><w:sdtContent>${p('In a control')}${tbl([['x', '9']])}</w:sdtContent></w:sdt>` +
  p('The end');

describe('a document', () => {
  test('gets each comment on its cell, merged and nested cells and text lines included', () => {
    const places = [
      ['Text', 'P1'],
      ['Table 1', 'A1'],
      ['Table 1', 'B1'],
      ['Table 1', 'D1'],
      ['Table 1', 'D2'],
      ['Table 1', 'C3'],
      ['Table 1', 'D3'],
      ['Text', 'P2'],
      ['Table 2', 'B1'],
      ['Table 3', 'B1'],
      ['Table 2', 'A2'],
      ['Table 4', 'B1'],
      ['Text', 'P3'],
      ['Text', 'P4'],
    ] as const;
    const about = [
      'Return for the quarter',
      'Ward',
      'April',
      'May',
      'No.',
      '7',
      '8',
      'Between',
      'outer',
      '3',
      'second',
      '9',
      'In a control',
      'The end',
    ];
    const made = commented(
      docx(BODY, { '[Content_Types].xml': TYPES }),
      places.map(([sheet, cell]) => note(sheet, cell)),
    );
    expect(made.unplaced).toEqual([]);
    expect(commentsIn(bytesOf(made))).toEqual(
      places.map(([sheet, cell], n) => [`${sheet} ${cell}`, about[n]]),
    );
  });

  test('keeps every character of its text and every other part, and is read again as it was', async () => {
    const before = docx(BODY, {
      '[Content_Types].xml': TYPES,
      'word/media/a.bin': new Uint8Array([1, 2, 255]),
    });
    const after = bytesOf(commented(before, [note('Table 1', 'C3'), note('Table 2', 'B2')]));
    expect(documentOf(after)).not.toBe(documentOf(before));
    expect(withoutMarks(documentOf(after))).toBe(documentOf(before));
    const [was, is] = [unzipSync(before), unzipSync(after)];
    const same = Object.keys(is).filter(
      (name) => was[name] && Buffer.from(was[name]).equals(is[name] ?? new Uint8Array()),
    );
    expect(same.sort()).toEqual(['_rels/.rels', 'word/media/a.bin']);
    const [first, second] = [await reading('a.docx', before), await reading('a.docx', after)];
    expect([second.grids, second.text]).toEqual([first.grids, first.text]);
  });

  test('gets several comments on one paragraph, also on an empty one', () => {
    const body = `<w:p/>${tbl([[tc('<w:p/>'), '1']])}`;
    const made = commented(docx(body, { '[Content_Types].xml': TYPES }), [
      note('Table 1', 'A1', 'One'),
      note('Table 1', 'A1', 'Two'),
    ]);
    expect(commentsIn(bytesOf(made))).toEqual([
      ['One', ''],
      ['Two', ''],
    ]);
  });

  test('keeps a paragraph’s properties first, as Word wants them', () => {
    const made = bytesOf(
      commented(docx(p('Hello', 'Heading1'), { '[Content_Types].xml': TYPES }), [note('Text', 'P1')]),
    );
    expect(documentOf(made)).toContain('</w:pPr><w:commentRangeStart w:id="0"/><w:r>');
  });

  test('has a comment on a table in a text box beside the paragraph that holds the box', () => {
    const box = `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${tbl([['in', '4']])}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
    const body = `<w:p>${r('Holds')}${box}</w:p>${tbl([['out', '5']])}`;
    const made = bytesOf(
      commented(docx(body, { '[Content_Types].xml': TYPES }), [note('Table 1', 'B1'), note('Table 2', 'B1')]),
    );
    expect(commentsIn(made)).toEqual([
      ['Table 1 B1', 'Holdsin4'],
      ['Table 2 B1', '5'],
    ]);
    expect(documentOf(made).indexOf('commentRangeStart')).toBeLessThan(documentOf(made).indexOf('Holds'));
  });

  test('says any text as it is', () => {
    const hostile = '</w:t></w:comment> & "]]>" <!--\u0000 \ud800£\r\nnext 😀';
    const made = bytesOf(
      commented(docx(BODY, { '[Content_Types].xml': TYPES }), [note('Text', 'P1', hostile)]),
    );
    expect(commentsIn(made)[0]?.[0]).toBe('</w:t></w:comment> & "]]>" <!-- £\nnext 😀');
    const [comment] = all(part(openPackage(made), 'word/comments.xml'), 'w:comment');
    expect(comment?.attributes).toEqual({
      'w:id': '0',
      'w:author': 'Board administrator',
      'w:date': '2020-06-30T00:00:00Z',
      'w:initials': 'BA',
    });
  });

  test('gives back what has no place in it', () => {
    const lost = [note('Table 9', 'A1'), note('Text', 'P99'), note('Text', 'Footnote 1')];
    expect(commented(docx(BODY, { '[Content_Types].xml': TYPES }), lost)).toEqual({
      bytes: null,
      unplaced: lost,
    });
  });
});

describe('a document with comments', () => {
  const old =
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `<w:comment w:id="4" w:author="Ann">${p('Checked')}</w:comment></w:comments>`;
  const marked =
    '<w:p><w:commentRangeStart w:id="4"/>' +
    `${r('Here')}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r></w:p>`;
  const before = docx(marked + tbl([['a', '1']]), {
    '[Content_Types].xml': TYPES,
    'word/comments.xml': old,
    'word/_rels/document.xml.rels': linksXml([['comments', 'comments.xml']]),
  });

  test('keeps them and counts on from their numbers', () => {
    const made = bytesOf(commented(before, [note('Table 1', 'B1'), note('Text', 'P1')]));
    expect(commentsIn(made)).toEqual([
      ['Checked', 'Here'],
      ['Table 1 B1', '1'],
      ['Text P1', 'Here'],
    ]);
    const ids = all(part(openPackage(made), 'word/comments.xml'), 'w:comment').map(
      (each) => each.attributes['w:id'],
    );
    expect(ids).toEqual(['4', '5', '6']);
    expect(strFromU8(unzipSync(made)['[Content_Types].xml'] ?? new Uint8Array())).toBe(TYPES);
  });
});

const SAMPLES = path.resolve(import.meta.dirname, '../../electron/sample/returns');
const documents = readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.docx'),
);

/** Every place of a document with the words a comment there should lie around. */
function placesOf({ grids, text }: Reading): [CellNote, string][] {
  const cells = grids.flatMap((grid) =>
    grid.cells.map((cell): [CellNote, string] => [note(cell.sheet, cell.address), cell.text]),
  );
  const lines = text.map((line): [CellNote, string] => [note('Text', line.address), line.text]);
  return [...cells, ...lines].filter(([, words]) => words.trim() !== '');
}

describe('every cell and line of the sample documents', () => {
  test.each(documents)('%s', async (name) => {
    const before = readFileSync(path.join(SAMPLES, name));
    const read = await reading(path.basename(name), before);
    const places = placesOf(read);
    const made = commented(
      before,
      places.map(([each]) => each),
    );
    expect(made.unplaced.filter(({ cell }) => !cell.startsWith('Header'))).toEqual([]);
    const plain = (words: string): string => words.replace(/&amp;/g, '&').replace(/\s+/g, '');
    const first = (words: string): string => plain(words.trim().split('\n')[0] ?? '');
    const placed = places.filter(([each]) => !made.unplaced.includes(each));
    const wanted = placed.map(([each, words]): [string, string] => [each.text, first(words)]);
    const found = commentsIn(bytesOf(made)).map(([said, about]) => [said, plain(about)]);
    expect(found.length).toBeGreaterThan(10);
    const amiss = found.filter(([said, about = ''], n) => {
      const [place, words = ''] = wanted[n] ?? [];
      return said !== place || !about.startsWith(words);
    });
    expect([amiss, found.length]).toEqual([[], wanted.length]);
    const again = await reading(path.basename(name), bytesOf(made));
    expect([again.grids, again.text]).toEqual([read.grids, read.text]);
  });
});
