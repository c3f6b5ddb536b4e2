/**
 * A council's own Word template (docx, dotx): what it says of pages, headings, text and tables. Only its looks
 * are read; nothing it says comes into a pack.
 */
import { createHash } from 'node:crypto';
import { linksOf, mainPart } from '#electron/import/package.ts';
import { ReadProblem } from '#electron/import/problem.ts';
import { pictureIn } from '#electron/import/template/logo.ts';
import { type StyleBook, styleBook } from '#electron/import/template/styles.ts';
import { child, descendants, parseXml, type XmlNode } from '#electron/import/xml.ts';
import { openZip, type Zip } from '#electron/import/zip.ts';
import { contrast, LEAST_CONTRAST, unreadableColour } from '#shared/house/contrast.ts';
import type { HouseTemplate, HouseText } from '#shared/house/house.ts';

export interface ReadTemplate {
  readonly template: HouseTemplate;
  /** The first picture in its headers: most likely the logo. */
  readonly logo: Uint8Array | null;
  /** What was left aside, in sentences. */
  readonly notes: readonly string[];
}

/** Throws `ReadProblem` for a file that is no Word document. */
export function readTemplate(file: string, bytes: Uint8Array): ReadTemplate {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw noTemplate(file);
  const zip = openZip(file, bytes);
  const part = mainPart(file, zip, 'word/document.xml');
  const document = zip.read(part);
  if (!document || !part.startsWith('word/')) throw noTemplate(file);
  const links = linksOf(file, zip, part);
  const target = (type: string) => links.find((link) => link.type === type)?.target ?? null;
  const tree = (name: string | null) => partTree(file, zip, name);
  const book = styleBook(tree(target('styles')), tree(target('theme')));
  const notes: string[] = [];
  const template: HouseTemplate = {
    file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    page: pageOf(parseXml(file, part, document), notes),
    body: readable(book.text('Normal'), 'text', notes),
    title: readable(book.text('Title'), 'title', notes),
    heading1: readable(book.text('heading 1'), 'first heading', notes),
    heading2: readable(book.text('heading 2'), 'second heading', notes),
    tableHead: headOf(book, notes),
  };
  const headers = links.filter(({ type }) => type === 'header').map((link) => link.target);
  return { template, logo: pictureIn(file, zip, headers), notes };
}

function noTemplate(file: string): ReadProblem {
  return new ReadProblem(
    'unsupported',
    `“${file}” is no Word document or template. Choose the council's own .docx or .dotx.`,
  );
}

function partTree(file: string, zip: Zip, name: string | null): XmlNode | null {
  const bytes = name === null ? null : zip.read(name);
  return bytes && name !== null ? parseXml(file, name, bytes) : null;
}

/** Twentieths of a point to points. */
const fromTwips = (text: string | undefined): number => Math.abs(Number(text ?? 0)) / 20 || 0;

/** Words and tables need this much room across, in points: narrower, and the margins are left as they were. */
const LEAST_ROOM = 340;

function pageOf(document: XmlNode, notes: string[]): HouseTemplate['page'] {
  const section = descendants(document, 'sectPr').at(-1) ?? null;
  const [size, margin] = [child(section, 'pgSz'), child(section, 'pgMar')];
  if (!size || !margin) return null;
  const sides = [fromTwips(size.attrs.w), fromTwips(size.attrs.h)].sort((a, b) => a - b);
  const [width = 0, height = 0] = sides;
  const { top, right, bottom, left, header, footer } = margin.attrs;
  const page = {
    width,
    height,
    top: fromTwips(top),
    right: fromTwips(right),
    bottom: fromTwips(bottom),
    left: fromTwips(left),
    header: fromTwips(header),
    footer: fromTwips(footer),
  };
  const fits = page.width - page.left - page.right >= LEAST_ROOM && page.top >= 30 && page.bottom >= 30;
  if (fits && page.height - page.top - page.bottom >= LEAST_ROOM && page.height <= 1700) return page;
  notes.push('Its page is too narrow for tables, so the margins stay as they were.');
  return null;
}

/** Headings as the template has them, but for colours nobody could read and sizes that would not fit. */
function readable(text: HouseText, what: string, notes: string[]): HouseText {
  const { size, colour } = text;
  const problem = colour === null ? null : unreadableColour(colour);
  if (problem) notes.push(`The colour of its ${what} is left out: ${problem}`);
  const fits = size !== null && size >= (what === 'text' ? 10 : 10) && size <= (what === 'text' ? 14 : 36);
  if (size !== null && !fits) notes.push(`The size of its ${what}, ${size} points, is left out.`);
  return { ...text, size: fits ? size : null, colour: problem ? null : colour };
}

function headOf(book: StyleBook, notes: string[]): HouseTemplate['tableHead'] {
  const head = book.tableHead();
  if (!head || contrast(head.fill, head.text) >= LEAST_CONTRAST) return head;
  notes.push('The heading row of its tables is left out: its words are too pale on their ground.');
  return null;
}
