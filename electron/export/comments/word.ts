/** Comments in the margin of a Word document (docx, docm), each on the paragraph of its cell. */
import {
  type CellNote,
  type Commented,
  initialsOf,
  linesOf,
  type Signature,
} from '#electron/export/comments/note.ts';
import {
  addLink,
  addType,
  change,
  freeName,
  type Package,
  packageOf,
  relationshipSpace,
} from '#electron/export/comments/package.ts';
import { placeKey, wordPlaces } from '#electron/export/comments/places.ts';
import {
  appended,
  CannotChange,
  type Insertion,
  insertion,
  opened,
  type PlacedNode,
  placedXml,
  prefixOf,
  spliced,
} from '#electron/export/comments/splice.ts';
import { el, XML_HEAD } from '#electron/export/xml.ts';
import { linksOf, mainPart } from '#electron/import/package.ts';
import { descendants } from '#electron/import/xml.ts';
import type { Zip } from '#electron/import/zip.ts';

interface PlacedNote {
  readonly note: CellNote;
  readonly paragraph: PlacedNode;
  readonly id: number;
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT_WORD = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const COMMENTS = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

/** Never throws for what the document holds: notes that cannot be placed come back. */
export function commentWord(
  file: string,
  zip: Zip,
  notes: readonly CellNote[],
  signature: Signature,
): Commented {
  const document = packageOf(file, zip);
  const part = mainPart(file, document, 'word/document.xml');
  let unplaced: readonly CellNote[] = notes;
  const done = document.attempt(() => {
    unplaced = commentParts(document, part, notes, signature);
  });
  if (!done) return { bytes: null, unplaced: notes };
  return { bytes: unplaced.length < notes.length ? document.bytes() : null, unplaced };
}

/** Returns the notes that found no place. */
function commentParts(
  document: Package,
  part: string,
  notes: readonly CellNote[],
  signature: Signature,
): readonly CellNote[] {
  const xml = document.text(part);
  const root = placedXml(xml);
  const body = root.nodes.find(({ name }) => name === 'body');
  if (!body) throw new CannotChange(`“${document.file}” has no text.`);
  const target = linksOf(document.file, document, part).find(({ type }) => type === 'comments')?.target;
  const comments = target ? placedXml(document.text(target)) : null;
  const first = 1 + highestId(root, comments);
  const places = wordPlaces(body);
  const placed = notes
    .flatMap((note): Omit<PlacedNote, 'id'>[] => {
      const paragraph = places.get(placeKey(note.sheet, note.cell));
      return paragraph ? [{ note, paragraph }] : [];
    })
    .map((each, index): PlacedNote => ({ ...each, id: first + index }));
  if (placed.length === 0) return notes;
  document.put(part, spliced(xml, marks(placed)));
  if (target)
    change(document, target, (into) => [appended(into, commentsXml(placed, wordPrefix(into), signature))]);
  else newComments(document, part, placed, signature);
  const said = new Set(placed.map(({ note }) => note));
  return notes.filter((note) => !said.has(note));
}

/** Ids are shared by all comments of a document, also by marks whose comment is gone. */
function highestId(root: PlacedNode, comments: PlacedNode | null): number {
  const marked = ['commentRangeStart', 'commentRangeEnd', 'commentReference'].flatMap((name) =>
    descendants(root, name),
  );
  const told = comments ? descendants(comments, 'comment') : [];
  const ids = [...marked, ...told].map(({ attrs }) => Number(attrs.id)).filter(Number.isSafeInteger);
  return ids.reduce((most, id) => Math.max(most, id), -1);
}

/** Word's attributes carry the prefix of its elements; elements without one leave none to write them with. */
function wordPrefix(node: PlacedNode): string {
  const prefix = prefixOf(node);
  if (prefix === '') throw new CannotChange('The document is written without prefixes.');
  return prefix;
}

/** Where the comments begin and end. Several on one paragraph lie around one another. */
function marks(placed: readonly PlacedNote[]): readonly Insertion[] {
  const groups = Map.groupBy(placed, ({ paragraph }) => paragraph.span.at);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { paragraph } = first;
    const prefix = wordPrefix(paragraph);
    const id = (note: PlacedNote) => ({ [`${prefix}id`]: note.id });
    const starts = group.map((note) => el(`${prefix}commentRangeStart`, id(note))).join('');
    const ends = group
      .map(
        (note) =>
          el(`${prefix}commentRangeEnd`, id(note)) +
          el(`${prefix}r`, {}, el(`${prefix}commentReference`, id(note))),
      )
      .join('');
    const whole = opened(paragraph, starts + ends);
    if (whole) return [whole];
    const properties = paragraph.nodes.find(({ name }) => name === 'pPr');
    const start = properties ? properties.span.end : paragraph.span.inside;
    return [insertion(start, starts), insertion(paragraph.span.outside, ends)];
  });
}

function newComments(
  document: Package,
  part: string,
  placed: readonly PlacedNote[],
  signature: Signature,
): void {
  const strict = relationshipSpace(document.text(part)).includes('purl.oclc.org');
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const usual = `${folder}comments.xml`;
  const name = document.has(usual) ? freeName(document, `${folder}comments`, 'xml') : usual;
  const space = { 'xmlns:w': strict ? STRICT_WORD : WORD };
  document.put(name, XML_HEAD + el('w:comments', space, commentsXml(placed, 'w:', signature)));
  addType(document, name, COMMENTS);
  addLink(document, part, 'comments', name);
}

function commentsXml(placed: readonly PlacedNote[], prefix: string, { author, date }: Signature): string {
  const name = (local: string): string => prefix + local;
  const paragraph = (line: string): string =>
    el(name('p'), {}, line === '' ? '' : el(name('r'), {}, el(name('t'), { 'xml:space': 'preserve' }, line)));
  return placed
    .map(({ note, id }) =>
      el(
        name('comment'),
        {
          [name('id')]: id,
          [name('author')]: author,
          [name('date')]: `${date}T00:00:00Z`,
          [name('initials')]: initialsOf(author),
        },
        ...linesOf(note.text).map(paragraph),
      ),
    )
    .join('');
}
