/** `key.programmes`: a group of programmes is the sum of its members, where the measure adds. */
import { keyText, type QuantityKey } from '#shared/assertion/assertion.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Book, Entry } from '#shared/relation/book.ts';
import type { Tray } from '#shared/relation/draft.ts';
import { oncePerReturn, spread } from '#shared/relation/pick.ts';
import type { RelationKind } from '#shared/relation/relation.ts';
import { draftKeyedSum } from '#shared/relation/rule/total.ts';

function membersOf(definition: BoardDefinition): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>();
  for (const { code, partOf } of definition.programmes) {
    if (partOf !== null) members.set(partOf, [...(members.get(partOf) ?? []), code]);
  }
  return members;
}

function kindOf(entries: readonly Entry[]): RelationKind {
  return spread(entries) === 'provider' ? 'cross-provider' : 'total';
}

/** Members of a group; a member nobody reports on by itself is taken by its own members instead. */
function partsOf(
  book: Book,
  key: QuantityKey,
  group: string,
  members: ReadonlyMap<string, readonly string[]>,
): readonly QuantityKey[] {
  return (members.get(group) ?? []).flatMap((programme): readonly QuantityKey[] => {
    const part = { ...key, programme };
    const known = book.entries.has(keyText(part)) || !members.has(programme);
    return known ? [part] : partsOf(book, key, programme, members);
  });
}

export function programmeSums(book: Book, tray: Tray): void {
  const members = membersOf(book.definition);
  const names = new Map(book.definition.programmes.map(({ code, name }) => [code, name]));
  const word = ({ programme }: QuantityKey) => names.get(programme ?? '') ?? programme ?? 'no programme';
  const adding = new Set(
    book.definition.measures.filter((m) => m.overProgrammes === 'sum').map((measure) => measure.code),
  );
  for (const entries of book.entries.values()) {
    const key = entries[0]?.key;
    if (!key || (key.aspect !== 'value' && key.aspect !== 'target')) continue;
    if (key.programme === null || !members.has(key.programme) || !adding.has(key.measure)) continue;
    const parts = partsOf(book, key, key.programme, members);
    for (const result of oncePerReturn(entries)) {
      draftKeyedSum(book, { rule: 'key.programmes', result, parts, kind: kindOf, word }, tray);
    }
  }
}
