/**
 * Coarse and fine categories: where one table lists `White Irish` and `Traveller of Irish heritage` and another only
 * the published `White Irish`, the second's figure is the sum of the first's two.
 */
import { keyText } from '#shared/assertion/assertion.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import { type Book, type Cell, type Entry, inTotal } from '#shared/relation/book.ts';
import { sumBody } from '#shared/relation/draft.ts';
import { evaluate } from '#shared/relation/evaluate.ts';

/** Codes of the details of a published member, by `set|member`. */
export type DetailCodes = ReadonlyMap<string, readonly string[]>;

export function detailCodes(definition: BoardDefinition): DetailCodes {
  const codes = new Map<string, string[]>();
  for (const { code: set, members } of definition.sets) {
    for (const { code, partOf } of members) {
      if (partOf === null) continue;
      const name = `${set}|${partOf}`;
      codes.set(name, [...(codes.get(name) ?? []), code]);
    }
  }
  return codes;
}

interface Detail {
  readonly code: string;
  readonly cells: readonly Cell[];
}

/** What the entry's own table lists as details of its categories. */
function detailsOf(book: Book, entry: Entry, codes: DetailCodes): readonly Detail[] {
  return Object.entries(entry.key.dims).flatMap(([set, member]) =>
    (codes.get(`${set}|${member}`) ?? []).flatMap((code): Detail[] => {
      const text = keyText({ ...entry.key, dims: { ...entry.key.dims, [set]: code } });
      const found = (book.entries.get(text) ?? []).find(({ page }) => page === entry.page);
      return found ? [{ code, cells: found.cells }] : [];
    }),
  );
}

function extended(entry: Entry, details: readonly Detail[]): Entry {
  return { ...entry, cells: [...entry.cells, ...details.flatMap(({ cells }) => cells)] };
}

/**
 * The two sides to compare: as they stand, or with the details one table splits off and the other does not. A member
 * that is itself the total of its details stays as it stands.
 */
export function detailed(
  book: Book,
  pair: readonly [Entry, Entry],
  codes: DetailCodes,
): readonly [Entry, Entry] {
  const [a, b] = pair;
  if (codes.size === 0 || a.key.aspect === 'mean' || [...a.cells, ...b.cells].some(inTotal)) return pair;
  const [left, right] = [detailsOf(book, a, codes), detailsOf(book, b, codes)];
  const names = (details: readonly Detail[]) => details.map(({ code }) => code).join();
  if (names(left) === names(right)) return pair;
  const body = sumBody(a.cells, b.cells);
  const plain = evaluate({ id: '', kind: 'cross-table', rule: '', label: '', body }, book.variables);
  return plain.outcome === 'held' ? pair : [extended(a, left), extended(b, right)];
}
