/** Paragraphs with live figures, to and from what stands in the editor. */
import type { Inline } from '#shared/pack/document.ts';

export type Paragraphs = readonly (readonly Inline[])[];

/** What the reader needs of a node of the editor: elements, chips of figures, text. */
export interface EditorNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<EditorNode>;
  /** Key of the figure a chip stands for. */
  readonly dataset?: Readonly<Record<string, string | undefined>>;
}

const TEXT = 3;
const BLOCK = /^(P|DIV|LI)$/;

function inlinesOf(node: EditorNode): readonly Inline[] {
  if (node.nodeType === TEXT) return [{ kind: 'text', text: node.textContent ?? '' }];
  const key = node.dataset?.key;
  if (key) return [{ kind: 'figure', text: node.textContent ?? '', key }];
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

/** The paragraphs in an editor; empty ones are left out. */
export function readEditor(root: EditorNode): Paragraphs {
  const paragraphs: Inline[][] = [];
  let loose: Inline[] = [];
  const end = () => {
    if (loose.length > 0) paragraphs.push(loose);
    loose = [];
  };
  for (const node of root.childNodes) {
    if (BLOCK.test(node.nodeName)) {
      end();
      paragraphs.push([...inlinesOf(node)]);
    } else if (node.nodeName === 'BR') end();
    else loose.push(...inlinesOf(node));
  }
  end();
  return paragraphs.map(joined).filter((inlines) => inlines.some(({ text }) => text.trim() !== ''));
}

export function chip(key: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'figure-chip';
  element.contentEditable = 'false';
  element.dataset.key = key;
  element.textContent = text;
  return element;
}

/** Puts paragraphs into an editor, with the figures as they read now. */
export function writeEditor(root: HTMLElement, paragraphs: Paragraphs): void {
  root.replaceChildren(
    ...paragraphs.map((inlines) => {
      const paragraph = document.createElement('p');
      paragraph.append(...inlines.map((one) => (one.kind === 'figure' ? chip(one.key, one.text) : one.text)));
      return paragraph;
    }),
  );
}
