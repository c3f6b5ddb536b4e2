/** Typed numbers found in the editor: where they stand, and their marks. */
import { paragraphNodes } from '#renderer/screens/pack/words.ts';
import type { TypedNumber } from '#shared/pack/typed.ts';

/** The characters `start` to `end` of a paragraph's plain words; null where the words have changed since. */
export function rangeOf(root: HTMLElement, { paragraph, start, end, text }: TypedNumber): Range | null {
  const nodes = paragraphNodes<ChildNode>([...root.childNodes])[paragraph] ?? [];
  const range = document.createRange();
  let at = 0;
  let found = 0;
  for (const node of nodes.flatMap(textsIn)) {
    const until = at + node.length;
    if (start >= at && start < until) {
      range.setStart(node, start - at);
      found += 1;
    }
    if (end > at && end <= until) {
      range.setEnd(node, end - at);
      found += 1;
    }
    at = until;
  }
  return found === 2 && range.toString() === text ? range : null;
}

function textsIn(node: Node): readonly Text[] {
  if (node instanceof Text) return [node];
  return [...node.childNodes].flatMap(textsIn);
}

const VERDICTS = ['differs', 'chance', 'stale', 'open', 'agrees'] as const;

/** Marks the typed numbers without touching the words themselves. */
export function markTyped(root: HTMLElement, typed: readonly TypedNumber[]): void {
  for (const verdict of VERDICTS) {
    const ranges = typed.filter((one) => one.verdict === verdict).flatMap((one) => rangeOf(root, one) ?? []);
    CSS.highlights.set(`typed-${verdict}`, new Highlight(...ranges));
  }
}

export function clearMarks(): void {
  for (const verdict of VERDICTS) CSS.highlights.delete(`typed-${verdict}`);
}
