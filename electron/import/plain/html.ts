/** HTML pages and tables copied to the clipboard as HTML: a tree that survives any markup. */
import { Parser } from 'htmlparser2';
import { corrupt } from '#electron/import/problem.ts';
import { TEXT, type XmlNode } from '#electron/import/xml.ts';

interface OpenNode extends XmlNode {
  readonly nodes: OpenNode[];
}

const MAX_DEPTH = 512;
const SKIPPED = new Set(['script', 'style', 'noscript', 'template', 'head', 'title']);

/**
 * The page as a tree of lower-case names with `#text` nodes; scripts, styles and the head are left out.
 * Throws `ReadProblem` (corrupt) for markup nested beyond sense.
 */
export function htmlTree(file: string, html: string): XmlNode {
  const root: OpenNode = { name: '', attrs: {}, nodes: [], text: '' };
  const stack: OpenNode[] = [root];
  let skipping = 0;
  const parser = new Parser(
    {
      onopentag: (name, attrs) => {
        const node: OpenNode = { name, attrs, nodes: [], text: '' };
        if (SKIPPED.has(name)) skipping++;
        if (skipping === 0) stack.at(-1)?.nodes.push(node);
        if (stack.push(node) > MAX_DEPTH) throw corrupt(file, 'its markup is nested too deeply');
      },
      onclosetag: (name) => {
        if (SKIPPED.has(name)) skipping--;
        stack.pop();
      },
      ontext: (text) => {
        if (skipping === 0) stack.at(-1)?.nodes.push({ name: TEXT, attrs: {}, nodes: [], text });
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(html);
  parser.end();
  return root;
}

/** The encoding a page names for itself, where TextDecoder knows it. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096));
  const label = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1];
  if (!label) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}
