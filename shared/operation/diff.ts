/**
 * Differences between two states of a board's tables, as data: what was added, updated (from, to) and
 * removed. Undo is the reversed difference.
 */

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;
type Tables<T> = Readonly<Record<string, readonly T[]>>;

export interface Diff {
  readonly added: Tables<Row>;
  readonly updated: Tables<readonly [from: Row, to: Row]>;
  readonly removed: Tables<Row>;
}

export const NO_CHANGE: Diff = { added: {}, updated: {}, removed: {} };

/** The difference that takes the later state back to the earlier one. */
export function reverse(diff: Diff): Diff {
  const updated = Object.entries(diff.updated).map(
    ([table, pairs]) => [table, pairs.map(([from, to]) => [to, from] as const)] as const,
  );
  return { added: diff.removed, updated: Object.fromEntries(updated), removed: diff.added };
}

/** The tables a difference touches, by name, sorted. */
export function tablesOf(diff: Diff): readonly string[] {
  const parts = [diff.added, diff.updated, diff.removed];
  const touched = parts.flatMap((part) => Object.keys(part).filter((table) => part[table]?.length));
  return [...new Set(touched)].sort();
}

/** The difference that takes one row, or its absence, to another; no change where they are equal. */
export function rowChange(table: string, from: Row | null, to: Row | null): Diff {
  if (from && to) return sameRow(from, to) ? NO_CHANGE : { ...NO_CHANGE, updated: { [table]: [[from, to]] } };
  if (to) return { ...NO_CHANGE, added: { [table]: [to] } };
  return from ? { ...NO_CHANGE, removed: { [table]: [from] } } : NO_CHANGE;
}

export function sameRow(a: Row, b: Row): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
