/** Shared and inline strings: plain or in runs, phonetic guides left out, raised digits kept apart. */
import { raised } from '#electron/import/superscript.ts';
import { child, children, type XmlNode } from '#electron/import/xml.ts';

/** The strings of `sharedStrings.xml` by index. */
export function sharedStrings(root: XmlNode | null): string[] {
  return children(root, 'si').map(richText);
}

/** The text of an `si` or `is` element. */
export function richText(node: XmlNode): string {
  return node.nodes.map((each) => (each.name === 't' ? unescaped(each.text) : runText(each))).join('');
}

function runText(node: XmlNode): string {
  if (node.name !== 'r') return '';
  const text = unescaped(
    children(node, 't')
      .map((each) => each.text)
      .join(''),
  );
  const align = child(child(node, 'rPr'), 'vertAlign')?.attrs.val;
  return align === 'superscript' ? raised(text) : text;
}

/** Excel writes characters that XML cannot hold as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text
    .replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n');
}
