/** `result = Σ parts` where result and parts are quantities by key: shared by the year-to-date and programme rules. */
import type { QuantityKey } from '#shared/assertion/assertion.ts';
import type { Book, Entry } from '#shared/relation/book.ts';
import { sumBody, type Tray } from '#shared/relation/draft.ts';
import { entryLabel, keyLabel, listed, placeLabel } from '#shared/relation/label.ts';
import { pick } from '#shared/relation/pick.ts';
import type { RelationKind } from '#shared/relation/relation.ts';

export interface KeyedSum {
  readonly rule: string;
  readonly result: Entry;
  readonly parts: readonly QuantityKey[];
  readonly kind: (entries: readonly Entry[]) => RelationKind;
}

/**
 * Drafts the sum with the parts nearest to the result. Where some parts are known and others are not it says which
 * are missing; where none is known there is nothing to check and nothing is said.
 */
export function draftKeyedSum(book: Book, sum: KeyedSum, tray: Tray): void {
  const found = sum.parts.map((key) => pick(book, key, sum.result.page));
  const known = found.filter((entry): entry is Entry => entry !== null);
  if (known.length === 0) return;
  if (known.length < found.length) {
    const missing = sum.parts.filter((_, i) => found[i] === null).map(keyLabel);
    tray.notCheckable.push({
      relation: `${entryLabel(sum.result)} = ${listed(sum.parts.map(keyLabel))}`,
      why: `no figure for ${missing.join('; ')}`,
    });
    return;
  }
  const cells = known.flatMap((entry) => entry.cells);
  tray.drafts.push({
    rule: sum.rule,
    kind: sum.kind([sum.result, ...known]),
    label: `${sum.result.cells.map(placeLabel).join(' + ')} = ${listed(known.map(entryLabel))}`,
    body: sumBody(sum.result.cells, cells),
    cells: [...sum.result.cells, ...cells],
  });
}
