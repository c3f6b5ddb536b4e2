/**
 * XML as a light tree of local names, by saxes. Prefixes are dropped: the readers walk known parts only.
 * Entities that a document declares for itself are never expanded, and depth is bounded, so neither an
 * entity bomb nor a nesting bomb does harm.
 */
import { SaxesParser } from 'saxes';
import { corrupt } from '#electron/import/problem.ts';

export interface XmlNode {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly nodes: readonly XmlNode[];
  /** Text directly inside this element, in one piece. */
  readonly text: string;
}

interface OpenNode extends XmlNode {
  readonly nodes: OpenNode[];
  text: string;
}

const MAX_DEPTH = 512;

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function localAttributes(attrs: Readonly<Record<string, string>>): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [name, value] of Object.entries(attrs)) {
    if (!name.startsWith('xmlns')) out[localName(name)] = value;
  }
  return out;
}

/** Events of one pass over XML: what a reader that does not want a tree listens to. */
export interface XmlEvents {
  readonly open: (name: string, attrs: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** A parser to be fed in pieces; `file` and `part` name the place in the error for XML that is broken. */
export function xmlStream(file: string, part: string, events: XmlEvents): SaxesParser {
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw corrupt(file, `${part} is not well-formed`);
  });
  parser.on('opentag', (tag) => events.open(localName(tag.name), localAttributes(tag.attributes)));
  parser.on('closetag', (tag) => events.close(localName(tag.name)));
  parser.on('text', events.text);
  parser.on('cdata', events.text);
  return parser;
}

/** Stands for text between elements in a tree of mixed content. */
export const TEXT = '#text';

/**
 * The whole part as a tree. With `mixed` the text between elements is kept in its place as `#text` nodes.
 * Throws `ReadProblem` (corrupt) for XML that is not well-formed.
 */
export function parseXml(file: string, part: string, bytes: Uint8Array, mixed = false): XmlNode {
  const root: OpenNode = { name: '', attrs: {}, nodes: [], text: '' };
  const stack: OpenNode[] = [root];
  const parser = xmlStream(file, part, {
    open: (name, attrs) => {
      const node: OpenNode = { name, attrs, nodes: [], text: '' };
      stack.at(-1)?.nodes.push(node);
      if (stack.push(node) > MAX_DEPTH) throw corrupt(file, `${part} is nested too deeply`);
    },
    close: () => stack.pop(),
    text: (text) => {
      const top = stack.at(-1);
      if (top) top.text += text;
      if (mixed) top?.nodes.push({ name: TEXT, attrs: {}, nodes: [], text });
    },
  });
  parser.write(decoderFor(bytes).decode(bytes)).close();
  return root.nodes.find((node) => node.name !== TEXT) ?? root;
}

/** XML parts are UTF-8 unless a byte order mark says UTF-16. */
export function decoderFor(bytes: Uint8Array): InstanceType<typeof TextDecoder> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le');
  return new TextDecoder(bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8');
}

/** The first child of that name, or null. */
export function child(node: XmlNode | null, name: string): XmlNode | null {
  return node?.nodes.find((each) => each.name === name) ?? null;
}

/** All children of that name, in order. */
export function children(node: XmlNode | null, name: string): XmlNode[] {
  return node?.nodes.filter((each) => each.name === name) ?? [];
}

/** Every descendant of that name, in document order. */
export function descendants(node: XmlNode, name: string): XmlNode[] {
  return node.nodes.flatMap((each) => [...(each.name === name ? [each] : []), ...descendants(each, name)]);
}

/** An on/off property (`<w:b/>`, `<b val="0"/>`): present and not switched off. */
export function switchedOn(node: XmlNode | null): boolean {
  return node !== null && !['0', 'false', 'off', 'none'].includes(node.attrs.val ?? '1');
}
