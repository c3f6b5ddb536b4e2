/** Word documents (docx, docm): tables as grids, paragraphs as text lines, numbered from the top of the body. */

import { isBlank } from '#electron/import/grid.ts';
import { gridsOf, linesOf } from '#electron/import/items.ts';
import { linksOf, mainPart } from '#electron/import/package.ts';
import { corrupt } from '#electron/import/problem.ts';
import { blocksOf } from '#electron/import/word/blocks.ts';
import { emptyTally, type NoteKind, type WordContext } from '#electron/import/word/context.ts';
import { inlineOf } from '#electron/import/word/inline.ts';
import { joinedTables } from '#electron/import/word/join.ts';
import { noteLines, type Paragraph, paragraphOf } from '#electron/import/word/paragraph.ts';
import { styleKinds } from '#electron/import/word/styles.ts';
import { readTable, type WordTable } from '#electron/import/word/table.ts';
import { warningsOf } from '#electron/import/word/warnings.ts';
import { child, children, descendants, parseXml, type XmlNode } from '#electron/import/xml.ts';
import type { Zip } from '#electron/import/zip.ts';
import type { Grid, TextLine } from '#shared/grid/grid.ts';

export interface WordContent {
  readonly grids: readonly Grid[];
  readonly text: readonly TextLine[];
  readonly warnings: readonly string[];
  readonly pictures: number;
}

/** Reads the document. Throws `ReadProblem` when its text is missing or broken. */
export function readDocx(file: string, zip: Zip): WordContent {
  const part = mainPart(file, zip, 'word/document.xml');
  const bytes = zip.read(part);
  const body = bytes ? child(parseXml(file, part, bytes), 'body') : null;
  if (!body) throw corrupt(file, 'the text of the document is missing');
  const context = contextOf(file, zip, part);
  readBody(body, context);
  const grids = gridsOf(context.items);
  return {
    grids,
    text: [...linesOf(context.items), ...context.notes, ...headerLines(file, zip, part)],
    warnings: [...context.warnings, ...warningsOf(context.tally, zip, grids.length)],
    pictures: context.tally.pictures,
  };
}

function contextOf(file: string, zip: Zip, part: string): WordContext {
  const links = linksOf(file, zip, part);
  const target = (type: string): string | null => links.find((link) => link.type === type)?.target ?? null;
  const styles = target('styles');
  const notes = new Map<NoteKind, XmlNode | null>();
  return {
    file,
    tally: emptyTally(),
    items: [],
    warnings: [],
    styleKind: styleKinds(file, styles ? zip.read(styles) : null),
    noteText: (kind, id) => {
      if (!notes.has(kind)) notes.set(kind, partTree(file, zip, target(`${kind}s`)));
      const note = children(notes.get(kind) ?? null, kind).find((each) => each.attrs.id === id);
      return note ? noteText(note) : null;
    },
    notes: [],
    tables: 0,
    paragraphs: 0,
  };
}

/** What stands at the top of the pages: often the only place that names the service and the quarter. */
function headerLines(file: string, zip: Zip, part: string): TextLine[] {
  const links = linksOf(file, zip, part).filter((link) => link.type === 'header');
  const lines = links.flatMap((link) => {
    const root = partTree(file, zip, link.target);
    return root ? headerTexts(root) : [];
  });
  return [...new Set(lines)].map((text, at) => ({ address: `Header ${at + 1}`, text, style: 'body' }));
}

function headerTexts(node: XmlNode): string[] {
  return blocksOf(node).flatMap((block) => {
    if (block.name === 'tbl') return descendants(block, 'tc').flatMap(headerTexts);
    const text = inlineOf(block, emptyTally()).text.trim();
    return /\p{L}/u.test(text) ? [text] : [];
  });
}

function partTree(file: string, zip: Zip, part: string | null): XmlNode | null {
  const bytes = part ? zip.read(part) : null;
  return part && bytes ? parseXml(file, part, bytes) : null;
}

function noteText(note: XmlNode): string {
  const lines = children(note, 'p').map((line) => inlineOf(line, emptyTally()).text.trim());
  return lines.filter((line) => line !== '').join('\n');
}

/** The table just read, as long as only blank lines have followed it. */
interface Last {
  readonly table: WordTable;
  readonly at: number;
}

function readBody(body: XmlNode, context: WordContext): void {
  let last: Last | null = null;
  for (const block of blocksOf(body)) {
    if (block.name === 'tbl') last = addTable(block, last, context);
    else if (block.name === 'p') {
      context.paragraphs++;
      const address = `P${context.paragraphs}`;
      if (addParagraph(paragraphOf(block, context), address, context)) last = null;
    } else
      context.warnings.push('Part of the document is a copy of another file inside it and was not read.');
  }
}

function addTable(node: XmlNode, last: Last | null, context: WordContext): Last {
  const at = context.items.length;
  const table = readTable(node, context);
  const whole = last ? joinedTables(last.table, table) : null;
  if (last && whole) {
    context.items[last.at] = { kind: 'table', grid: whole.grid, nested: false };
    return { table: whole, at: last.at };
  }
  context.items.splice(at, 0, { kind: 'table', grid: table.grid, nested: false });
  return { table, at };
}

/** Adds the paragraph's line, and what stands in its text boxes; true when that left anything on the page. */
function addParagraph(paragraph: Paragraph, address: string, context: WordContext): boolean {
  const { inline, style } = paragraph;
  const before = context.items.length;
  if (!isBlank(inline.text)) {
    context.items.push({ kind: 'line', line: { address, text: inline.text.trim(), style } });
  }
  noteLines(inline, context);
  for (const box of inline.boxes) {
    for (const block of blocksOf(box)) {
      if (block.name === 'tbl') addTable(block, null, context);
      else if (block.name === 'p') addParagraph(paragraphOf(block, context), address, context);
    }
  }
  return context.items.length > before && !isContinued(inline.text);
}

/** `Table 5 (continued)` between two tables says that they are one. */
function isContinued(text: string): boolean {
  return text.length < 200 && /\bcont(?:inued|inuation|['’]d|d)?\b\.?\)?\s*$/i.test(text);
}
