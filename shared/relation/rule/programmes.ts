/** `key.programmes`: a group of programmes is the sum of its members, where the measure adds. */
import type { QuantityKey } from '#shared/assertion/assertion.ts';
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

export function programmeSums(book: Book, tray: Tray): void {
  const members = membersOf(book.definition);
  const adding = new Set(
    book.definition.measures.filter((m) => m.overProgrammes === 'sum').map((measure) => measure.code),
  );
  for (const entries of book.entries.values()) {
    const key = entries[0]?.key;
    if (!key || (key.aspect !== 'value' && key.aspect !== 'target')) continue;
    const parts = key.programme === null ? undefined : members.get(key.programme);
    if (!parts || !adding.has(key.measure)) continue;
    for (const result of oncePerReturn(entries)) {
      const keys = parts.map((programme): QuantityKey => ({ ...key, programme }));
      draftKeyedSum(book, { rule: 'key.programmes', result, parts: keys, kind: kindOf }, tray);
    }
  }
}
