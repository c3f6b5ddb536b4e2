import { describe, expect, test } from 'vitest';
import { printable } from '#electron/export/pdf/glyphs.ts';
import { previewSvg, writePack, writeSection } from '#electron/export/write.ts';
import { fixture, paragraph } from '#test/export/fixture.ts';
import { openPdf, parseXml } from '#test/export/open.ts';

const [file] = await writePack(fixture, ['pdf']);
const pdf = openPdf(file?.bytes ?? new Uint8Array());

function times(pattern: RegExp): number {
  return [...pdf.matchAll(pattern)].length;
}

describe('a pack as a PDF', () => {
  test('declares PDF/UA-1, is tagged, and names its language and title', () => {
    expect(pdf.includes('<pdfuaid:part>1</pdfuaid:part>')).toBe(true);
    expect(/\/MarkInfo <<\s*\/Marked true/.test(pdf)).toBe(true);
    expect(pdf.includes('/Lang (en-GB)')).toBe(true);
    expect(pdf.includes('/Title (EOC board pack, 2020-21 Q2)')).toBe(true);
    expect(pdf.includes('<dc:creator><rdf:Seq><rdf:li>Anytown Council</rdf:li>')).toBe(true);
  });

  test('is dated by its period, not by the clock', () => {
    expect(new Set(pdf.match(/D:\d{8}/g))).toEqual(new Set(['D:20200930']));
  });

  test('tags headings, tables with header cells, captions, figures and contents', () => {
    expect([times(/\/S \/H1\b/g), times(/\/S \/H2\b/g), times(/\/S \/Figure\b/g)]).toEqual([9, 16, 3]);
    expect(times(/\/S \/Table\b/g)).toBeGreaterThan(20);
    expect(times(/\/S \/Caption\b/g)).toBe(times(/\/S \/Table\b/g) + times(/\/S \/Figure\b/g));
    expect(times(/\/S \/TH\b/g)).toBeGreaterThan(100);
    expect(times(/\/S \/TOC\b/g)).toBeGreaterThan(0);
    expect(times(/\/Alt \(/g)).toBeGreaterThanOrEqual(3);
  });

  test('has a bookmark for every section', () => {
    expect(pdf.includes('/Title (1 Background)')).toBe(true);
    expect(pdf.includes('/Title (Appendix B: Case data (exempt))')).toBe(true);
  });

  test('embeds the shipped typeface and no other', () => {
    expect(new Set(pdf.match(/[A-Z]{6}\+[\w-]+/g)?.map((name) => name.slice(7)))).toEqual(
      new Set(['Arimo-Regular', 'Arimo-Bold']),
    );
  });
});

test('a section alone is a PDF of its own under its own title', async () => {
  const { name, bytes } = await writeSection(fixture, 'headlines', 'pdf');
  expect(name).toBe('EOC board pack 2020-21 Q2 - Section 2 Key headlines (board).pdf');
  expect(openPdf(bytes).includes('/Title (EOC board pack, 2020-21 Q2: 2 Key headlines)')).toBe(true);
});

test('a character the typeface lacks becomes a box and stops nothing', async () => {
  expect(printable('Łukasz ✓ 5 ≥ 4\u0007🙂 − £½')).toBe('Łukasz □ 5 ≥ 4 □ − £½');
  const section = {
    code: 's',
    title: '🙂 Ünlikely',
    appendix: false,
    exempt: null,
    blocks: [paragraph('中文 العربية 🙂')],
  };
  const [written] = await writePack({ ...fixture, sections: [section] }, ['pdf']);
  expect(written?.bytes.length).toBeGreaterThan(1000);
});

describe('the preview', () => {
  test('shows one page as well-formed SVG without scripts or styles', async () => {
    const { pages, svg } = await previewSvg(fixture, 4);
    expect(pages).toBeGreaterThan(10);
    expect(parseXml(svg).attributes.viewBox).toBe('0 0 596 842');
    expect(svg).not.toMatch(/<script|<style|<foreignObject/);
  });

  test('a page past the end is the last', async () => {
    const { pages } = await previewSvg(fixture, 1);
    expect(await previewSvg(fixture, 999)).toEqual(await previewSvg(fixture, pages));
  });
});
