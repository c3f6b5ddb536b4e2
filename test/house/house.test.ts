/** House style: read out of a council's template, checked, and followed by every writer. */
import { describe, expect, test } from 'vitest';
import { readyLogo } from '#electron/export/logo.ts';
import { writePack } from '#electron/export/write.ts';
import { readTemplate } from '#electron/import/template/template.ts';
import { houseOf } from '#electron/service/house.ts';
import { contrast, unreadableColour } from '#shared/house/contrast.ts';
import { PLAIN_HOUSE } from '#shared/house/house.ts';
import { specimen } from '#shared/house/specimen.ts';
import { newBoard } from '#test/api/fixture.ts';
import { all, openPackage, parseXml } from '#test/export/open.ts';
import { dot, templateDocx } from '#test/house/template.ts';

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

describe('contrast', () => {
  test('is that of WCAG: black on white is 21, and #767676 is the palest grey that may be text', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
    expect(unreadableColour('#767676')).toBe(null);
    expect(unreadableColour('#777777')).toContain('4.4 to 1');
  });
});

describe('a council’s template', () => {
  test('gives margins, typefaces and sizes through its theme and what its styles are based on', () => {
    const { template, logo, notes } = readTemplate('Council.dotx', templateDocx());
    const green = { font: 'Georgia', colour: '#006435', bold: true };
    expect(template).toEqual({
      file: 'Council.dotx',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      page: {
        width: 595.3,
        height: 841.9,
        top: 72,
        right: 85.05,
        bottom: 72,
        left: 85.05,
        header: 35.45,
        footer: 35.45,
      },
      body: { font: 'Verdana', size: 12, colour: null, bold: null },
      title: { font: 'Verdana', size: 30, colour: '#006435', bold: null },
      heading1: { ...green, size: 18 },
      heading2: { ...green, size: 14 },
      tableHead: { fill: '#006435', text: '#FFFFFF' },
    });
    expect(Buffer.from(logo ?? [])).toEqual(Buffer.from(dot('#006435')));
    expect(notes).toEqual([]);
  });

  test('keeps no colour nobody can read and no margin that leaves no room, and says so', () => {
    const bytes = templateDocx({
      heading2: '<w:color w:val="92D050"/>',
      margins: 'w:top="1440" w:right="4000" w:bottom="1440" w:left="4000" w:header="700" w:footer="700"',
    });
    const { template, notes } = readTemplate('Pale.docx', bytes);
    expect([template.heading2.colour, template.page]).toEqual([null, null]);
    expect(notes.map((note) => note.slice(0, 35))).toEqual([
      'Its page is too narrow for tables, ',
      'The colour of its second heading is',
    ]);
  });

  test('is refused in a sentence where it is no Word file', () => {
    expect(() => readTemplate('Logo.png', dot('#000000'))).toThrow('“Logo.png” is no Word document');
  });
});

describe('a pack in the house style', () => {
  const house = async () => {
    const { template } = readTemplate('Council.dotx', templateDocx());
    const ready = await readyLogo(dot('#006435'));
    if (!ready) throw new Error('no logo');
    const logo = { ...ready, png: base64(ready.png), alt: 'Anyshire Council', everyPage: true };
    return houseOf({ accent: null, font: null, logo, template });
  };
  const pack = specimen('Anyshire Council', 'Board');

  test('follows the template in Word: margins, sizes, faces, heads of tables, logo with its words', async () => {
    const [file] = await writePack(pack, ['docx'], { house: await house() });
    const parts = openPackage(file?.bytes ?? new Uint8Array());
    const styles = parseXml(parts.get('word/styles.xml') ?? '');
    const heading = all(styles, 'w:style').find(({ attributes }) => attributes['w:styleId'] === 'Heading1');
    const value = (name: string, attribute: string) =>
      heading && all(heading, name)[0]?.attributes[attribute];
    expect([value('w:rFonts', 'w:ascii'), value('w:sz', 'w:val'), value('w:color', 'w:val')]).toEqual([
      'Georgia',
      '36',
      '006435',
    ]);
    const document = parseXml(parts.get('word/document.xml') ?? '');
    expect(all(document, 'w:pgMar')[0]?.attributes).toMatchObject({ 'w:left': '1701', 'w:top': '1440' });
    expect(all(document, 'w:shd').map(({ attributes }) => attributes['w:fill'])).toEqual([
      '006435',
      '006435',
      '006435',
    ]);
    const widths = all(document, 'w:tblW').map(({ attributes }) => Number(attributes['w:w']));
    expect(Math.max(...widths)).toBeLessThanOrEqual(11906 - 2 * 1701);
    expect(parts.get('word/header1.xml')).toContain('descr="Anyshire Council"');
    expect(parts.get('word/_rels/header1.xml.rels')).toContain('media/logo.png');
    expect(JSON.stringify([...parts.values()])).not.toContain('Words of the template');
  });

  test('is a tagged PDF/UA-1 with the logo, and a web page with its colour, face and logo', async () => {
    const [pdf, html] = await writePack(pack, ['pdf', 'html'], { house: await house() });
    const text = Buffer.from(pdf?.bytes ?? []).toString('latin1');
    expect(text).toContain('pdfuaid:part');
    expect(text).toContain('/Subtype /Image');
    const page = Buffer.from(html?.bytes ?? []).toString('utf8');
    expect(page).toContain('alt="Anyshire Council"');
    expect(page).toContain('h2{color:#006435}');
    expect(page).toContain('"Verdana",Arial');
  });

  test('has the same bytes each time, and without a style those it always had', async () => {
    const style = await house();
    const formats = ['docx', 'pdf', 'pptx', 'xlsx', 'html'] as const;
    const once = await writePack(pack, formats, { house: style });
    const again = await writePack(pack, formats, { house: style });
    expect(again.map(({ bytes }) => base64(bytes))).toEqual(once.map(({ bytes }) => base64(bytes)));
    const plain = await writePack(pack, formats);
    const empty = await writePack(pack, formats, { house: houseOf(PLAIN_HOUSE) });
    expect(empty.map(({ bytes }) => base64(bytes))).toEqual(plain.map(({ bytes }) => base64(bytes)));
  });
});

describe('the service', () => {
  test('keeps a style that can be read, refuses one that cannot, and undo brings the plain one back', async () => {
    const { ask, call } = await newBoard();
    const style = { ...PLAIN_HOUSE, accent: '#006435' };
    await ask('house.set', { house: style });
    expect(await ask('house.get', null)).toEqual(style);
    expect(await call('house.set', { house: { ...style, accent: '#92D050' } })).toMatchObject({
      error: { code: 'contrast', message: expect.stringContaining('too pale') },
    });
    const { pages, problems } = await ask('house.preview', { house: { ...style, accent: '#92D050' } });
    expect([pages.length, problems.length]).toEqual([2, 1]);
    expect((await ask('board.undo', null)).summary).toContain('house style: colour');
    expect(await ask('house.get', null)).toEqual(PLAIN_HOUSE);
  });

  test('makes a PNG of any picture, and takes no file that is none or that fetches another', async () => {
    const { ask, call } = await newBoard();
    const svg = (inside: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20">${inside}</svg>`;
    const given = (name: string, bytes: Uint8Array) => ({
      file: { name, bytes: base64(bytes) },
      alt: 'Council logo',
      everyPage: false,
    });
    const drawn = Buffer.from(svg('<rect width="60" height="20" fill="#006435"/>'));
    const logo = await ask('house.logo', given('logo.svg', drawn));
    expect(Buffer.from(logo.png, 'base64').subarray(1, 4).toString()).toBe('PNG');
    expect([logo.width, logo.height]).toEqual([1000, 333]);
    const fetching = Buffer.from(svg('<image href="https://elsewhere.example/x.png"/>'));
    for (const bytes of [fetching, Buffer.from('no picture')]) {
      expect(await call('house.logo', given('logo.svg', bytes))).toMatchObject({
        error: { code: 'not-a-logo' },
      });
    }
  });
});
