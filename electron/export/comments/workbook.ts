/**
 * Notes on the cells of a workbook (xlsx, xlsm): the kind every version of Excel shows when a cell is pointed at.
 * Notes that are there already stay; values, formulas and styles are not touched.
 */
import { type CellNote, type Commented, linesOf, type Signature } from '#electron/export/comments/note.ts';
import {
  addExtension,
  addLink,
  addType,
  change,
  freeName,
  type Package,
  packageOf,
  relationshipSpace,
} from '#electron/export/comments/package.ts';
import { drawingXml, freeBlock, moreShapes } from '#electron/export/comments/shapes.ts';
import { appended, CannotChange, type PlacedNode, prefixOf } from '#electron/export/comments/splice.ts';
import { legacyDrawing, withLegacyDrawing } from '#electron/export/comments/worksheet.ts';
import { el, escapeXml, XML_HEAD } from '#electron/export/xml.ts';
import { linksOf, mainPart } from '#electron/import/package.ts';
import { child, children, descendants, parseXml } from '#electron/import/xml.ts';
import type { Zip } from '#electron/import/zip.ts';
import { parseAddress } from '#shared/grid/address.ts';
import { longDate } from '#shared/period/date.ts';

/** Never throws for what the workbook holds: notes that cannot be placed come back. */
export function commentWorkbook(
  file: string,
  zip: Zip,
  notes: readonly CellNote[],
  signature: Signature,
): Commented {
  const book = packageOf(file, zip);
  const parts = sheetParts(book);
  const unplaced: CellNote[] = [];
  for (const [sheet, ofSheet] of Map.groupBy(notes, (note) => note.sheet)) {
    const part = parts.get(sheet);
    unplaced.push(...(part ? commentSheet(book, part, ofSheet, signature) : ofSheet));
  }
  return { bytes: unplaced.length < notes.length ? book.bytes() : null, unplaced };
}

/** The worksheets' parts by the name on their tab. */
function sheetParts(book: Package): ReadonlyMap<string, string> {
  const part = mainPart(book.file, book, 'xl/workbook.xml');
  const bytes = book.read(part);
  const links = linksOf(book.file, book, part);
  const sheets = bytes ? children(child(parseXml(book.file, part, bytes), 'sheets'), 'sheet') : [];
  return new Map(
    sheets.flatMap(({ attrs }): [string, string][] => {
      const link = links.find(({ id, type }) => id === attrs.id && type === 'worksheet');
      return link ? [[attrs.name ?? '', link.target]] : [];
    }),
  );
}

/** Returns the notes that found no place. */
function commentSheet(
  book: Package,
  part: string,
  notes: readonly CellNote[],
  signature: Signature,
): readonly CellNote[] {
  const target = linksOf(book.file, book, part).find(({ type }) => type === 'comments')?.target;
  const threads = threadedCells(book, part);
  const placed = notes.filter(({ cell }) => parseAddress(cell) && !threads.has(cell));
  if (placed.length === 0) return notes;
  const done = book.attempt(() => {
    const noted = target ? notedCells(book, target) : new Set<string>();
    const fresh = placed.filter(({ cell }) => !noted.has(cell));
    drawBoxes(book, part, fresh);
    if (target) addComments(book, target, placed, signature);
    else newComments(book, part, placed, signature);
  });
  return done ? notes.filter((note) => !placed.includes(note)) : notes;
}

/** Cells with a conversation: newer Excel shows that alone, and a note of ours behind it would never be seen. */
function threadedCells(book: Package, part: string): ReadonlySet<string> {
  const links = linksOf(book.file, book, part).filter(({ type }) => type === 'threadedComment');
  return new Set(links.flatMap(({ target }) => refsIn(book, target, 'threadedComment')));
}

function notedCells(book: Package, part: string): ReadonlySet<string> {
  return new Set(refsIn(book, part, 'comment'));
}

function refsIn(book: Package, part: string, name: string): readonly string[] {
  const bytes = book.read(part);
  if (!bytes) return [];
  return descendants(parseXml(book.file, part, bytes), name).map(({ attrs }) => attrs.ref ?? '');
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const COMMENTS = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const VML = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

function newComments(book: Package, part: string, notes: readonly CellNote[], signature: Signature): void {
  const name = freeName(book, 'xl/comments', 'xml');
  const strict = relationshipSpace(book.text(part)).includes('purl.oclc.org');
  const root = el(
    'comments',
    { xmlns: strict ? STRICT_MAIN : MAIN },
    el('authors', {}, el('author', {}, escapeXml(signature.author))),
    el('commentList', {}, ...notes.map((note) => commentXml(note, 0, '', signature))),
  );
  book.put(name, XML_HEAD + root);
  addType(book, name, COMMENTS);
  addLink(book, part, 'comments', name);
}

/** More notes in a part that has some; a cell's own note is continued, for a cell can have only one. */
function addComments(book: Package, part: string, notes: readonly CellNote[], signature: Signature): void {
  change(book, part, (root) => {
    const [authors, list] = ['authors', 'commentList'].map((name) =>
      root.nodes.find((node) => node.name === name),
    );
    if (!authors || !list) throw new CannotChange(`“${book.file}” has broken notes.`);
    const prefix = prefixOf(root);
    const at = authors.nodes.length;
    const noted = new Map(list.nodes.map((node) => [node.attrs.ref ?? '', node]));
    const fresh = notes.filter(({ cell }) => !noted.has(cell));
    return [
      appended(authors, el(`${prefix}author`, {}, escapeXml(signature.author))),
      ...notes.flatMap((note) => {
        const text = noted.get(note.cell)?.nodes.find(({ name }) => name === 'text');
        return text ? [appended(text, runsXml(note, prefix, signature, text))] : [];
      }),
      ...(fresh.length > 0
        ? [appended(list, fresh.map((note) => commentXml(note, at, prefix, signature)).join(''))]
        : []),
    ];
  });
}

function commentXml(note: CellNote, author: number, prefix: string, signature: Signature): string {
  const text = el(`${prefix}text`, {}, runsXml(note, prefix, signature, null));
  return el(`${prefix}comment`, { ref: note.cell, authorId: author, shapeId: 0 }, text);
}

/** Who says it and when in bold, then what; after an earlier note, below it. */
function runsXml(note: CellNote, prefix: string, signature: Signature, after: PlacedNode | null): string {
  const name = (local: string): string => prefix + local;
  const run = (text: string, bold: boolean): string =>
    el(
      name('r'),
      {},
      el(
        name('rPr'),
        {},
        bold ? el(name('b'), {}) : '',
        el(name('sz'), { val: 9 }),
        el(name('rFont'), { val: 'Tahoma' }),
        el(name('family'), { val: 2 }),
      ),
      el(name('t'), { 'xml:space': 'preserve' }, text),
    );
  const gap = after && after.nodes.length > 0 ? '\n\n' : '';
  const head = `${gap}${escapeXml(signature.author)}, ${longDate(signature.date)}:\n`;
  return run(plain(head), true) + run(plain(linesOf(note.text).join('\n')), false);
}

/** Excel takes `_x0041_` for a character; what only looks so is kept from being taken. */
function plain(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

function drawBoxes(book: Package, part: string, notes: readonly CellNote[]): void {
  if (notes.length === 0) return;
  const shapes = notes.map(({ cell, text }) => ({ cell, lines: ['', ...linesOf(text)] }));
  const id = legacyDrawing(book.text(part));
  const known = id === null ? null : linksOf(book.file, book, part).find((link) => link.id === id)?.target;
  if (known && book.has(known)) {
    const more = moreShapes(book.text(known), shapes);
    if (more === null) throw new CannotChange(`“${book.file}” has a drawing that is cut short.`);
    book.put(known, more);
    return;
  }
  if (id !== null) throw new CannotChange(`“${book.file}” points at a drawing that is not there.`);
  const drawings = book.names.filter((each) => /\.vml$/i.test(each)).map((each) => book.text(each));
  const name = freeName(book, 'xl/drawings/vmlDrawing', 'vml');
  const sheet = book.text(part);
  book.put(name, drawingXml(shapes, freeBlock(drawings)));
  addExtension(book, 'vml', VML);
  const link = addLink(book, part, 'vmlDrawing', name);
  book.put(part, withLegacyDrawing(sheet, link, relationshipSpace(sheet)));
}
