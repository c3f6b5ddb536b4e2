/** How a Word paragraph reads: heading, caption, list or body. Styles are looked up only when their id does not say. */

import { child, children, parseXml, type XmlNode } from '#electron/import/xml.ts';
import type { TextLine } from '#shared/grid/grid.ts';

type Kind = TextLine['style'];

/** Kinds by style id, following `basedOn`; `bytes` is the styles part, parsed when first needed. */
export function styleKinds(file: string, bytes: Uint8Array | null): (id: string) => Kind {
  const known = new Map<string, Kind>();
  let styles: Map<string, XmlNode> | null = null;
  const inPart = (id: string): XmlNode | null => {
    styles ??= stylesById(file, bytes);
    return styles.get(id) ?? null;
  };
  return (id) => {
    const kind = known.get(id) ?? kindByName(id) ?? kindByStyle(inPart, id);
    known.set(id, kind);
    return kind;
  };
}

function stylesById(file: string, bytes: Uint8Array | null): Map<string, XmlNode> {
  if (!bytes) return new Map();
  const root = parseXml(file, 'word/styles.xml', bytes);
  return new Map(children(root, 'style').map((style) => [style.attrs.styleId ?? '', style]));
}

function kindByName(name: string): Kind | null {
  if (/^(?:heading ?\d|title|subtitle|toc ?heading)$/i.test(name)) return 'heading';
  if (/^caption$/i.test(name)) return 'caption';
  if (/^list/i.test(name)) return 'list';
  return /^(?:normal|body ?text|no ?spacing|default|table ?paragraph|)$/i.test(name) ? 'body' : null;
}

function kindByStyle(lookUp: (id: string) => XmlNode | null, id: string): Kind {
  const seen = new Set<string>();
  for (let next = id; next && !seen.has(next); ) {
    seen.add(next);
    const style = lookUp(next);
    const kind = kindByName(child(style, 'name')?.attrs.val ?? next) ?? kindByProperties(child(style, 'pPr'));
    if (kind && kind !== 'body') return kind;
    next = child(style, 'basedOn')?.attrs.val ?? '';
  }
  return 'body';
}

/** An outline level makes a heading, numbering makes a list. */
export function kindByProperties(properties: XmlNode | null): Kind | null {
  const level = Number(child(properties, 'outlineLvl')?.attrs.val ?? 9);
  if (level < 9) return 'heading';
  const list = child(child(properties, 'numPr'), 'numId')?.attrs.val ?? '0';
  return list !== '0' ? 'list' : null;
}
