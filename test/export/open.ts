/** Opens written files the way a reader would: unzips, parses, and refuses what is not well formed. */
import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

/** @throws when the text is not well-formed XML */
export function parseXml(xml: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const stack: Node[] = [root];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, attributes, children: [], text: '' };
    stack.at(-1)?.children.push(node);
    stack.push(node);
  });
  parser.on('text', (text) => {
    const top = stack.at(-1);
    if (top) top.text += text;
  });
  parser.on('closetag', () => void stack.pop());
  parser.write(xml).close();
  const first = root.children[0];
  if (!first) throw new Error('no root element');
  return first;
}

/** All elements of a name, in document order. */
export function all(node: Node, name: string): readonly Node[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

/** The text inside an element and everything in it. */
export function textOf(node: Node): string {
  return node.text + node.children.map(textOf).join('');
}

export function child(node: Node | undefined, ...path: readonly string[]): Node | undefined {
  return path.reduce((at, name) => at?.children.find((each) => each.name === name), node);
}

/** Every part of an Office package as text; each XML part is proven well formed. */
export function openPackage(bytes: Uint8Array): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    const text = strFromU8(content, name.endsWith('.png'));
    if (/\.(xml|rels|svg)$/.test(name)) parseXml(text);
    parts.set(name, text);
  }
  return parts;
}

export function part(parts: ReadonlyMap<string, string>, name: string): Node {
  return parseXml(parts.get(name) ?? '');
}

/** A PDF's bytes as text, its compressed streams opened. */
export function openPdf(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes).toString('latin1');
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map((match) => {
    try {
      return inflateSync(Buffer.from(match[1] ?? '', 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return raw + streams.join('\n');
}
