/** The editor of a section's words: what stands in it, saved as it is written. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useNarrate } from '#renderer/queries/pack/mutations.ts';
import { rangeOf } from '#renderer/screens/pack/marks.ts';
import {
  nodeOf,
  paragraphOf,
  readEditor,
  refreshChips,
  shapeOf,
  writeEditor,
} from '#renderer/screens/pack/words.ts';
import type { NarrativeText } from '#shared/api/api.ts';
import type { Inline } from '#shared/pack/document.ts';
import type { Paragraphs } from '#shared/pack/inline.ts';
import type { TypedNumber } from '#shared/pack/typed.ts';

/** How long after the last key the words are saved. */
const PAUSE = 100;

export function useEditor(period: string, section: string, entry: NarrativeText | null) {
  const box = useRef<HTMLDivElement>(null);
  const { run } = useNarrate();
  const saved = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const [state, setState] = useState('');
  const stored = JSON.stringify(entry?.paragraphs ?? []);
  const save = useCallback(
    async (paragraphs: Paragraphs, reviewed: boolean) => {
      saved.current = JSON.stringify(paragraphs);
      const done = await run({ period, section, paragraphs, reviewed });
      setState(done ? 'Saved' : 'Not saved');
    },
    [run, period, section],
  );
  useEffect(() => {
    const root = box.current;
    // While somebody writes nothing is written under their hands; what comes after their save is.
    if (!root || timer.current) return;
    const paragraphs = JSON.parse(stored) as Paragraphs;
    if (shapeOf(paragraphs) === shapeOf(readEditor(root))) refreshChips(root, paragraphs);
    else if (stored !== saved.current) writeEditor(root, paragraphs);
    saved.current = stored;
  }, [stored]);
  const flush = useCallback(() => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = null;
    const paragraphs = box.current ? readEditor(box.current) : null;
    if (paragraphs && JSON.stringify(paragraphs) !== saved.current) void save(paragraphs, false);
  }, [save]);
  useEffect(() => () => (timer.current ? flush() : undefined), [flush]);
  const changed = () => {
    setState('Saving…');
    if (timer.current) clearTimeout(timer.current);
    timer.current = setTimeout(flush, PAUSE);
  };
  const review = (reviewed: boolean) => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = null;
    if (box.current) void save(readEditor(box.current), reviewed);
  };
  return { box, state, changed, review };
}

export type Editor = ReturnType<typeof useEditor>;

export function caretIn(box: HTMLElement | null): Range | null {
  const selection = getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  return range && box?.contains(range.commonAncestorContainer) ? range.cloneRange() : null;
}

/** Puts a live figure at the caret, or at the end where the caret was elsewhere. */
export function putInline({ box, changed }: Editor, caret: Range | null, inline: Inline): void {
  const root = box.current;
  if (!root) return;
  const node = nodeOf(inline);
  const space = document.createTextNode(' ');
  root.focus();
  if (caret) {
    caret.deleteContents();
    caret.insertNode(node);
  } else (root.lastElementChild ?? root).append(node);
  node.parentNode?.insertBefore(space, node.nextSibling);
  getSelection()?.collapse(space, 1);
  changed();
}

/** Adds a sentence as a paragraph of its own. */
export function addParagraph({ box, changed }: Editor, inlines: readonly Inline[]): void {
  const root = box.current;
  if (!root) return;
  root.append(paragraphOf(inlines));
  root.focus();
  getSelection()?.selectAllChildren(root);
  getSelection()?.collapseToEnd();
  changed();
}

/** Puts the live figure in place of a number typed by hand. */
export function replaceTyped({ box, changed }: Editor, typed: TypedNumber): void {
  const range = box.current && typed.live ? rangeOf(box.current, typed) : null;
  if (!range || !typed.live) return;
  range.deleteContents();
  range.insertNode(nodeOf(typed.live));
  changed();
}
