import { describe, expect, test } from 'vitest';
import { writePack, writeSection } from '#electron/export/write.ts';
import { fixture } from '#test/export/fixture.ts';
import { all, child, type Node, openPackage, part, textOf } from '#test/export/open.ts';

const [file] = await writePack(fixture, ['docx']);
const parts = openPackage(file?.bytes ?? new Uint8Array());
const document = part(parts, 'word/document.xml');

function styleOf(paragraph: Node): string {
  return child(paragraph, 'w:pPr', 'w:pStyle')?.attributes['w:val'] ?? '';
}

function wordsOf(node: Node): string {
  return all(node, 'w:t').map(textOf).join('');
}

function texts(style: string): readonly string[] {
  return all(document, 'w:p')
    .filter((paragraph) => styleOf(paragraph) === style)
    .map(wordsOf);
}

describe('a pack in Word', () => {
  test('has real headings in the order of the pack', () => {
    expect(texts('Heading1')).toEqual([
      'Background',
      'Key headlines',
      'Programme 1',
      'Programme 2',
      'Programme 3',
      'Bed nights',
      'Glossary',
      'Feedback',
      'Case data (exempt)',
    ]);
    expect(texts('Heading2')).toHaveLength(16);
  });

  test('has contents that are filled in and link to the headings', () => {
    const entries = texts('TOC1');
    expect(entries).toHaveLength(9);
    expect(entries.at(-1)).toBe('Appendix B:Case data (exempt)');
    const targets = new Set(all(document, 'w:bookmarkStart').map((mark) => mark.attributes['w:name']));
    const links = all(document, 'w:hyperlink').map((link) => link.attributes['w:anchor']);
    expect(links.filter((link) => !targets.has(link))).toEqual([]);
    expect(textOf(all(document, 'w:instrText')[0] ?? document)).toContain('TOC \\o "1-2"');
  });

  test('asks nothing when it is opened: no field is marked as out of date', () => {
    expect([...parts.values()].join('')).not.toMatch(/updateFields|w:dirty/);
  });

  test('repeats the first row of every table, breaks no row, and describes every table', () => {
    const tables = all(document, 'w:tbl');
    expect(tables.length).toBeGreaterThan(20);
    for (const table of tables) {
      const rows = table.children.filter((each) => each.name === 'w:tr');
      const headers = rows.map((row) => child(row, 'w:trPr', 'w:tblHeader') !== undefined);
      expect(headers).toEqual(rows.map((_, index) => index === 0));
      expect(rows.every((row) => child(row, 'w:trPr', 'w:cantSplit'))).toBe(true);
      expect(child(table, 'w:tblPr', 'w:tblCaption')?.attributes['w:val']).toMatch(/^Table \d+: /);
      expect(child(table, 'w:tblPr', 'w:tblDescription')?.attributes['w:val']).toMatch(
        /rows and \d+ columns/,
      );
    }
  });

  test('gives every picture its alternative text, vectors and a bitmap', () => {
    const pictures = all(document, 'wp:docPr');
    expect(pictures.map((picture) => picture.attributes.descr)).toEqual([
      'Referrals to the first programme rose while the second fell. Values lie between 12 and 64.',
      'The first programme avoids most cost, £1,250,000; the last avoids £90,000.',
      'All four programmes lie between 62% and 94%; none shows a steady trend.',
    ]);
    expect([...parts.keys()].filter((name) => name.startsWith('word/media/')).sort()).toEqual(
      [1, 2, 3].flatMap((n) => [`word/media/figure${n}.png`, `word/media/figure${n}.svg`]),
    );
  });

  test('every relationship it uses leads to a part that is there', () => {
    const relations = all(part(parts, 'word/_rels/document.xml.rels'), 'Relationship');
    const targets = relations.map((relation) => `word/${relation.attributes.Target}`);
    expect(targets.filter((target) => !parts.has(target))).toEqual([]);
    const known = new Set(relations.map((relation) => relation.attributes.Id));
    const used = [...(parts.get('word/document.xml') ?? '').matchAll(/r:(?:id|embed)="([^"]+)"/g)].map(
      (m) => m[1],
    );
    expect(used.filter((id) => !known.has(id))).toEqual([]);
  });

  test('is marked on every page, and exempt pages say so', () => {
    const headers = [...parts].filter(([name]) => name.startsWith('word/header')).map(([, xml]) => xml);
    const footers = [...parts].filter(([name]) => name.startsWith('word/footer')).map(([, xml]) => xml);
    expect([...headers, ...footers].every((xml) => xml.includes('OFFICIAL-SENSITIVE'))).toBe(true);
    expect(
      headers.filter((xml) => xml.includes('Not for publication: exempt under paragraphs 1 and 2')),
    ).toHaveLength(1);
    expect(footers.every((xml) => xml.includes('NUMPAGES'))).toBe(true);
    expect(all(document, 'w:sectPr').every((section) => child(section, 'w:headerReference'))).toBe(true);
  });

  test('is in British English, titled and dated by its period', () => {
    expect(parts.get('word/styles.xml')).toContain('<w:lang w:val="en-GB"');
    const core = part(parts, 'docProps/core.xml');
    expect(
      ['dc:title', 'dc:language', 'dcterms:created'].map((name) => textOf(all(core, name)[0] ?? core)),
    ).toEqual(['EOC board pack, 2020-21 Q2', 'en-GB', '2020-09-30T00:00:00Z']);
  });

  test('turns the page only for the table that needs it', () => {
    const turned = all(document, 'w:pgSz').filter((size) => size.attributes['w:orient'] === 'landscape');
    expect(turned).toHaveLength(1);
  });

  test('keeps total rows bold under a rule and numbers to the right', () => {
    const row = all(document, 'w:tr').find((each) => wordsOf(each).startsWith('Total'));
    expect(row && all(row, 'w:b').length).toBe(5);
    const cells = row ? all(row, 'w:p').map(styleOf) : [];
    expect(cells).toEqual([
      'TableText',
      'TableNumber',
      'TableNumber',
      'TableNumber',
      'TableNumber',
      'TableText',
    ]);
  });
});

describe('one section as a file of its own', () => {
  test('keeps its numbers, its marking and its exemption', async () => {
    const written = await writeSection(fixture, 'cases', 'docx');
    expect(written.name).toBe('EOC board pack 2020-21 Q2 - Appendix B Case data (board).docx');
    const own = openPackage(written.bytes);
    const numbering = all(part(own, 'word/numbering.xml'), 'w:abstractNum');
    const appendix = numbering.find((list) => list.attributes['w:abstractNumId'] === '2');
    expect(appendix && all(appendix, 'w:start')[0]?.attributes['w:val']).toBe('2');
    expect(textOf(all(part(own, 'word/document.xml'), 'w:instrText')[0] ?? document).trim()).toBe(
      'SEQ Table \\r 21 \\* ARABIC',
    );
    expect(
      [...own]
        .filter(([name]) => name.startsWith('word/header'))
        .every(([, xml]) => xml.includes('Not for publication')),
    ).toBe(true);
    expect(own.get('word/document.xml')).not.toContain('Key headlines');
  });

  test('says which sections there are when asked for one there is not', async () => {
    await expect(writeSection(fixture, 'nowhere', 'pdf')).rejects.toThrow(
      'This pack has no section “nowhere”. Its sections are: background,',
    );
  });
});
