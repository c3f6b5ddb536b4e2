/** Writing XML and HTML as text, with everything that came from outside escaped. */

/** Characters XML 1.0 cannot carry at all: control characters and lone surrogates. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text for element content and double-quoted attributes alike. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);
}

export type Attributes = Readonly<Record<string, string | number | null>>;

/**
 * An element around ready-made content. Attributes are escaped here, `null` ones left out; content is not.
 *
 * Example: `el('w:b', { 'w:val': 1 })` is `<w:b w:val="1"/>`.
 */
export function el(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const open = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  const inside = content.join('');
  return inside === '' ? `<${name}${open}/>` : `<${name}${open}>${inside}</${name}>`;
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
