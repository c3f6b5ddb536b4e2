/** `result = Σ parts` where result and parts are quantities by key: shared by the year-to-date and programme rules. */
import type { QuantityKey } from '#shared/assertion/assertion.ts';
import type { Book, Entry } from '#shared/relation/book.ts';
import { sumBody, type Tray } from '#shared/relation/draft.ts';
import { entryLabel, listed, placeLabel } from '#shared/relation/label.ts';
import { pick } from '#shared/relation/pick.ts';
import type { RelationKind } from '#shared/relation/relation.ts';

export interface KeyedSum {
  readonly rule: string;
  readonly result: Entry;
  readonly parts: readonly QuantityKey[];
  readonly kind: (entries: readonly Entry[]) => RelationKind;
  /** What tells the parts apart, in words: a programme's name, a period. */
  readonly word: (key: QuantityKey) => string;
}

/** Said once for a table, not for each of its categories; nothing where the table's own sum checks the figure. */
function noteMissing(book: Book, sum: KeyedSum, missing: readonly QuantityKey[], tray: Tray): void {
  const [cell] = sum.result.cells;
  if (cell && tray.summed.has(cell.id)) return;
  const { key, page } = sum.result;
  const place = `${page.home.file}, ${page.table.shape.sheet}`;
  const name = book.definition.measures.find(({ code }) => code === key.measure)?.name ?? key.measure;
  tray.notCheckable.push({
    relation: `${name} (${place}): ${sum.word(key)} = ${listed(sum.parts.map(sum.word))}`,
    why: `no figure for ${missing.map(sum.word).join(', ')}`,
  });
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
    noteMissing(
      book,
      sum,
      sum.parts.filter((_, i) => found[i] === null),
      tray,
    );
    return;
  }
  const cells = known.flatMap((entry) => entry.cells);
  tray.drafts.push({
    rule: sum.rule,
    kind: sum.kind([sum.result, ...known]),
    get label() {
      return `${sum.result.cells.map(placeLabel).join(' + ')} = ${listed(known.map(entryLabel))}`;
    },
    body: sumBody(sum.result.cells, cells),
    cells: [...sum.result.cells, ...cells],
  });
}
