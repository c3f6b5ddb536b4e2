/** Keys of Reconcile: single letters, heard while nothing is being typed. */
import { useEffect, useRef } from 'react';
import { isTyping } from '#renderer/shell/keys.ts';

export interface KeyActions {
  readonly step: (by: 1 | -1) => void;
  readonly accept: () => void;
  readonly cell: (index: number) => void;
  readonly value: () => void;
  readonly dismiss: () => void;
  readonly undo: () => unknown;
}

export type KeyName =
  | 'next'
  | 'previous'
  | 'accept'
  | 'value'
  | 'dismiss'
  | 'undo'
  | { readonly cell: number };

/** What a key asks for; null for all others. */
export function keyName(key: string): KeyName | null {
  if (/^[1-9]$/.test(key)) return { cell: Number(key) - 1 };
  const names: Readonly<Record<string, KeyName>> = {
    j: 'next',
    k: 'previous',
    ArrowDown: 'next',
    ArrowUp: 'previous',
    a: 'accept',
    v: 'value',
    d: 'dismiss',
    u: 'undo',
  };
  return names[key.length === 1 ? key.toLowerCase() : key] ?? null;
}

function perform(name: KeyName, actions: KeyActions): void {
  if (typeof name === 'object') actions.cell(name.cell);
  else if (name === 'next') actions.step(1);
  else if (name === 'previous') actions.step(-1);
  else actions[name]();
}

/** The grid, boxes that scroll, tabs and radios move with the arrows themselves. */
function movesItself(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('.ag-root, .source, .detail-scroll, [role=tablist], [role=radiogroup], [role=menu]') !==
      null
  );
}

export function useKeys(actions: KeyActions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
      const name = keyName(event.key);
      if (!name || (event.key.startsWith('Arrow') && movesItself(event.target))) return;
      event.preventDefault();
      perform(name, latest.current);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
}
