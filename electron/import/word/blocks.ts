/** Paragraphs and tables of a body, cell or text box, found inside whatever wraps them. */
import { alternative, isPlaceholder } from '#electron/import/word/inline.ts';
import type { XmlNode } from '#electron/import/xml.ts';

const WRAPPERS = new Set(
  'sdt sdtContent customXml smartTag ins moveTo txbxContent AlternateContent'.split(' '),
);

/** The `p` and `tbl` elements in order. */
export function blocksOf(node: XmlNode): XmlNode[] {
  return wrapped(node, new Set(['p', 'tbl', 'altChunk']));
}

/** The `tr` elements of a table, or the `tc` elements of a row, in order. */
export function wrapped(node: XmlNode, names: ReadonlySet<string>): XmlNode[] {
  return node.nodes.flatMap((each) => {
    if (names.has(each.name)) return [each];
    if (each.name === 'AlternateContent') return wrapped({ ...each, nodes: alternative(each) }, names);
    if (!WRAPPERS.has(each.name)) return [];
    return each.name === 'sdt' && isPlaceholder(each) ? emptied(wrapped(each, names)) : wrapped(each, names);
  });
}

/** A form's prompt counts as a paragraph or cell, but says nothing. */
function emptied(nodes: readonly XmlNode[]): XmlNode[] {
  return nodes.map((node) => (node.name === 'tbl' ? node : { ...node, nodes: withoutRuns(node) }));
}

function withoutRuns(node: XmlNode): XmlNode[] {
  return node.nodes
    .filter((each) => each.name !== 'r')
    .map((each) => (each.name === 'p' ? { ...each, nodes: withoutRuns(each) } : each));
}
