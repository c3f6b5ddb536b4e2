/** The definition as it is being changed: what is not saved yet stays while other screens are looked at. */
import { useState } from 'react';
import type { BoardDefinition } from '#shared/definition/definition.ts';

/** The one unsaved draft, with the definition it was made from; another board or version starts afresh. */
let unsaved: { readonly from: BoardDefinition; readonly draft: BoardDefinition } | null = null;

const same = (a: BoardDefinition, b: BoardDefinition) => JSON.stringify(a) === JSON.stringify(b);

export function useDraft(
  definition: BoardDefinition,
): readonly [BoardDefinition, (draft: BoardDefinition) => void] {
  const [draft, setDraft] = useState(() =>
    unsaved && same(unsaved.from, definition) ? unsaved.draft : definition,
  );
  const change = (next: BoardDefinition) => {
    unsaved = next === definition ? null : { from: definition, draft: next };
    setDraft(next);
  };
  return [draft, change];
}
