/** Paragraphs with live figures, to and from what stands in the editor. */
import type { Inline } from '#shared/pack/document.ts';
import type { Paragraphs } from '#shared/pack/inline.ts';

/** What the reader needs of a node of the editor: elements, chips of figures, text. */
export interface EditorNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<EditorNode>;
  /** `inline`: what a chip stands for, as JSON. */
  readonly dataset?: Readonly<Record<string, string | undefined>>;
}

const TEXT = 3;
const BLOCK = /^(P|DIV|LI)$/;

function inlinesOf(node: EditorNode): readonly Inline[] {
  if (node.nodeType === TEXT) return [{ kind: 'text', text: node.textContent ?? '' }];
  const live = node.dataset?.inline;
  if (live) return [{ ...(JSON.parse(live) as Inline), text: node.textContent ?? '' }];
  return [...node.childNodes].flatMap(inlinesOf);
}

/** Texts that follow one another become one; non-breaking spaces the editor put in become spaces. */
function joined(inlines: readonly Inline[]): readonly Inline[] {
  const out: Inline[] = [];
  for (const inline of inlines) {
    const last = out.at(-1);
    const plain = { ...inline, text: inline.text.replaceAll('\u00a0', ' ') };
    if (plain.kind === 'text' && last?.kind === 'text')
      out[out.length - 1] = { ...last, text: last.text + plain.text };
    else if (plain.text !== '') out.push(plain);
  }
  return out;
}

/** The nodes of each paragraph that holds words: a block, or what stands loose between blocks. */
export function paragraphNodes<T extends EditorNode>(nodes: Iterable<T>): readonly (readonly T[])[] {
  const paragraphs: T[][] = [];
  let loose: T[] = [];
  const end = () => {
    if (loose.length > 0) paragraphs.push(loose);
    loose = [];
  };
  for (const node of nodes) {
    if (BLOCK.test(node.nodeName)) {
      end();
      paragraphs.push([node]);
    } else if (node.nodeName === 'BR') end();
    else loose.push(node);
  }
  end();
  return paragraphs.filter((group) => group.some(({ textContent }) => (textContent ?? '').trim() !== ''));
}

/** The paragraphs in an editor; empty ones are left out. */
export function readEditor(root: EditorNode): Paragraphs {
  return paragraphNodes(root.childNodes).map((nodes) => joined(nodes.flatMap(inlinesOf)));
}

/** Equal for paragraphs that differ only in how their live figures read. */
export function shapeOf(paragraphs: Paragraphs): string {
  return JSON.stringify(
    paragraphs.map((inlines) =>
      inlines.map((inline) => (inline.kind === 'text' ? inline : { ...inline, text: '' })),
    ),
  );
}

/** What stands in the words for an inline: text, or a chip nobody types into. */
export function nodeOf(inline: Inline): Node {
  if (inline.kind === 'text') return document.createTextNode(inline.text);
  const element = document.createElement('span');
  element.className = `figure-chip ${inline.kind}`;
  element.contentEditable = 'false';
  element.dataset.inline = JSON.stringify({ ...inline, text: '' });
  element.textContent = inline.text;
  return element;
}

export function paragraphOf(inlines: readonly Inline[]): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.append(...inlines.map(nodeOf));
  return paragraph;
}

/** Puts paragraphs into an editor, with the figures as they read now. */
export function writeEditor(root: HTMLElement, paragraphs: Paragraphs): void {
  root.replaceChildren(...paragraphs.map(paragraphOf));
}

/** The same words with figures that read otherwise: only the chips are written, so that the caret stays. */
export function refreshChips(root: HTMLElement, paragraphs: Paragraphs): void {
  const live = paragraphs.flat().filter(({ kind }) => kind !== 'text');
  for (const [i, element] of root.querySelectorAll('.figure-chip').entries()) {
    const text = live[i]?.text;
    if (text !== undefined && element.textContent !== text) element.textContent = text;
  }
}
