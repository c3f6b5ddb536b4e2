/**
 * Changing XML without rewriting it: elements with the place they stand in the text, and insertions there.
 * What is not inserted stays as it was to the character, also prefixes, quotes and white space.
 */
import { SaxesParser } from 'saxes';
import { decoderFor, localName, type XmlNode } from '#electron/import/xml.ts';

/** Offsets in the text: `<` of the opening tag, what follows its `>`, the `<` of the closing tag, the end. */
export interface Span {
  readonly at: number;
  readonly inside: number;
  readonly outside: number;
  readonly end: number;
}

export interface PlacedNode extends XmlNode {
  /** With its prefix, which new neighbours take over. */
  readonly raw: string;
  readonly nodes: readonly PlacedNode[];
  readonly span: Span;
}

interface OpenNode extends PlacedNode {
  readonly nodes: OpenNode[];
  span: Span;
  text: string;
}

export interface Insertion {
  readonly at: number;
  /** Where what is replaced ends; `at` where nothing is. */
  readonly to: number;
  readonly xml: string;
}

/** A part that cannot be changed without harm; the caller falls back on a list. */
export class CannotChange extends Error {
  override readonly name = 'CannotChange';
}

/** The part's text, with its byte order mark. Throws `CannotChange` where it would not be written back the same. */
export function textOf(bytes: Uint8Array): string {
  const { encoding } = decoderFor(bytes);
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  if (!Buffer.from(bytesOf(text, bytes)).equals(bytes)) {
    throw new CannotChange('A part of the file is written in an unknown encoding.');
  }
  return text;
}

/** Text as bytes in the encoding of the part it came from. */
export function bytesOf(text: string, like: Uint8Array): Uint8Array {
  const { encoding } = decoderFor(like);
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  const little = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16le' ? little : little.swap16();
}

/** The document as a tree of elements with their places; the root is the document's own element. */
export function placedXml(xml: string): PlacedNode {
  const top: OpenNode = openNode('', {}, 0, 0);
  const stack: OpenNode[] = [top];
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw new CannotChange('A part of the file is not well-formed.');
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node = openNode(name, attributes, tagStart(xml, parser.position), parser.position);
    stack.at(-1)?.nodes.push(node);
    stack.push(node);
  });
  parser.on('closetag', ({ isSelfClosing }) => {
    const node = stack.pop();
    const end = parser.position;
    if (node) node.span = { ...node.span, outside: isSelfClosing ? end : tagStart(xml, end), end };
  });
  parser.on('text', (text) => {
    const node = stack.at(-1);
    if (node) node.text += text;
  });
  parser.write(xml).close();
  const [root] = top.nodes;
  if (!root) throw new CannotChange('A part of the file is empty.');
  return root;
}

function openNode(
  raw: string,
  attributes: Readonly<Record<string, string>>,
  at: number,
  inside: number,
): OpenNode {
  const attrs = Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => !name.startsWith('xmlns'))
      .map(([name, value]) => [localName(name), value]),
  );
  return { raw, name: localName(raw), attrs, nodes: [], text: '', span: { at, inside, outside: 0, end: 0 } };
}

/** A tag holds no other `<`: in an attribute it would have to be escaped. */
function tagStart(xml: string, end: number): number {
  return xml.lastIndexOf('<', end - 1);
}

export function isPlaced(node: XmlNode): node is PlacedNode {
  return 'span' in node;
}

export function prefixOf({ raw }: PlacedNode): string {
  return raw.slice(0, raw.indexOf(':') + 1);
}

export function insertion(at: number, xml: string): Insertion {
  return { at, to: at, xml };
}

/** Content at an element's end; `<a/>` is opened for it. */
export function appended(node: PlacedNode, xml: string): Insertion {
  return opened(node, xml) ?? insertion(node.span.outside, xml);
}

/** Content for an element written `<a/>`; null for one that is open already. */
export function opened({ span, raw }: PlacedNode, xml: string): Insertion | null {
  if (span.outside !== span.end) return null;
  return { at: span.end - 2, to: span.end, xml: `>${xml}</${raw}>` };
}

/** Makes the insertions; those at one place come in the order given. */
export function spliced(xml: string, insertions: readonly Insertion[]): string {
  let from = 0;
  const pieces: string[] = [];
  for (const { at, to, xml: added } of insertions.toSorted((a, b) => a.at - b.at)) {
    pieces.push(xml.slice(from, at), added);
    from = to;
  }
  return [...pieces, xml.slice(from)].join('');
}
