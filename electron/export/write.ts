/**
 * The door to the writers: a pack in, files out. Writers know nothing of editions, figures or the store.
 *
 * Example: `await writePack(pack, ['docx', 'pdf'])` gives two files named after the pack, its period and edition.
 */
import { type Drawings, drawings, lastingDrawings } from '#electron/export/chart/drawings.ts';
import { type House, lookOf } from '#electron/export/house.ts';
import { writeHtml } from '#electron/export/html/html.ts';
import { fileName } from '#electron/export/name.ts';
import { drawPage, drawPages, writePdf } from '#electron/export/pdf/pdf.ts';
import { type Preview, type Sheets, sheetsOf } from '#electron/export/pdf/preview.ts';
import { writeSlides } from '#electron/export/slides/slides.ts';
import { writeWord } from '#electron/export/word/word.ts';
import { writeWorkbook } from '#electron/export/workbook/workbook.ts';
import type { Pack } from '#shared/pack/document.ts';
import { type LaidPack, layOut } from '#shared/pack/number.ts';

export const FORMATS = ['docx', 'pdf', 'pptx', 'xlsx', 'html'] as const;

export type Format = (typeof FORMATS)[number];

export interface WriteOptions {
  readonly house?: House;
}

export interface WrittenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes a pack in each of the formats. The same pack gives the same bytes, whenever and wherever it is written.
 * @throws Error in plain English when a format cannot carry the pack
 */
export async function writePack(
  pack: Pack,
  formats: readonly Format[],
  options: WriteOptions = {},
): Promise<readonly WrittenFile[]> {
  const laid = layOut(pack);
  const look = lookOf(options.house);
  const charts = drawings();
  const writers: Readonly<Record<Format, () => Uint8Array>> = {
    docx: () => writeWord(laid, look, charts, null),
    pdf: () => writePdf(laid, look, charts, null),
    pptx: () => writeSlides(laid, look),
    xlsx: () => writeWorkbook(laid, look),
    html: () => new TextEncoder().encode(writeHtml(laid, look, charts)),
  };
  return formats.map((format) => ({ name: fileName(pack, format), bytes: writers[format]() }));
}

/**
 * Writes one section or appendix as a file of its own, with the marking, and with the numbers its paragraphs,
 * tables and figures have in the pack.
 * @throws Error when the pack has no such section
 */
export async function writeSection(
  pack: Pack,
  sectionCode: string,
  format: 'docx' | 'pdf',
  options: WriteOptions = {},
): Promise<WrittenFile> {
  const laid = layOut(pack);
  const part = sectionName(laid, sectionCode);
  const write = format === 'docx' ? writeWord : writePdf;
  const bytes = write(laid, lookOf(options.house), drawings(), sectionCode);
  return { name: fileName(pack, format, part), bytes };
}

function sectionName(laid: LaidPack, code: string): string {
  const section = laid.sections.find((each) => each.code === code);
  if (section) return `${section.appendix ? '' : 'Section '}${section.label} ${section.title}`;
  const known = laid.sections.map((each) => each.code).join(', ');
  throw new Error(`This pack has no section “${code}”. Its sections are: ${known}.`);
}

/**
 * Draws one page of the pack as it will be printed.
 * @param page from 1; a page past the end gives the last
 */
export async function previewSvg(pack: Pack, page = 1, options: WriteOptions = {}): Promise<Preview> {
  return drawPage(layOut(pack), lookOf(options.house), drawings(), page);
}

let lasting: Drawings | undefined;

/**
 * Draws the pack for the screen, all pages or those of one section, with the numbers they have in the pack.
 * @throws Error when the pack has no such section
 */
export function drawSheets(pack: Pack, section: string | null, options: WriteOptions = {}): Sheets {
  lasting ??= lastingDrawings();
  const laid = layOut(pack);
  if (section !== null) sectionName(laid, section);
  return sheetsOf(drawPages(laid, lookOf(options.house), lasting, section));
}
