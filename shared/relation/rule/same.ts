/**
 * `key.same`: whoever speaks of the same quantity must say the same.
 *
 * Up to six sources are compared pair by pair, so that one wrong source breaks every pair it stands in and is found;
 * more are compared with the best source only.
 */
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Book, Entry } from '#shared/relation/book.ts';
import { detailCodes, detailed } from '#shared/relation/detail.ts';
import { sumBody, type Tray } from '#shared/relation/draft.ts';
import { placeLabel } from '#shared/relation/label.ts';
import type { RelationKind } from '#shared/relation/relation.ts';

const MOST_IN_PAIRS = 6;

function kindOf(a: Entry, b: Entry): RelationKind {
  if (a.key.aspect === 'target') return 'target';
  if (a.page.home === b.page.home) return 'cross-table';
  if (a.page.home.ref.provider !== b.page.home.ref.provider) return 'cross-provider';
  return a.page.home.ref.period === b.page.home.ref.period ? 'cross-table' : 'restated';
}

function said(entry: Entry): string {
  return entry.cells.map((cell) => cell.assertion?.quantity.value ?? 0).join('+');
}

/** The most reliable entry among those that say what most say. */
function bestSource(entries: readonly Entry[]): Entry | undefined {
  const votes = new Map<string, number>();
  for (const entry of entries) votes.set(said(entry), (votes.get(said(entry)) ?? 0) + 1);
  const score = (entry: Entry) =>
    (votes.get(said(entry)) ?? 0) + Math.min(...entry.cells.map((cell) => cell.weight));
  return entries.reduce<Entry | undefined>(
    (best, entry) => (!best || score(entry) > score(best) ? entry : best),
    undefined,
  );
}

function pairsOf(entries: readonly Entry[]): readonly (readonly [Entry, Entry])[] {
  if (entries.length <= MOST_IN_PAIRS) {
    return entries.flatMap((a, i) => entries.slice(i + 1).map((b) => [a, b] as const));
  }
  const best = bestSource(entries);
  return best ? entries.filter((entry) => entry !== best).map((entry) => [best, entry] as const) : [];
}

function placed(entry: Entry): string {
  return entry.cells.map(placeLabel).join(' + ');
}

/** Rates of different counts share a key (children and families both over target) and are no question. */
function questions(book: Book, tray: Tray): void {
  for (const { key, cells } of book.unclear) {
    if (key.unit === 'percent' || key.aspect === 'of-target') continue;
    const why = 'several lines of the table read as this quantity and differ';
    tray.notCheckable.push({ relation: cells.map(placeLabel).join('; '), why });
  }
}

export function sameKeys(book: Book, tray: Tray): void {
  questions(book, tray);
  const details = detailCodes(book.definition);
  for (const entries of book.entries.values()) {
    if (entries.length < 2) continue;
    for (const pair of pairsOf(entries)) {
      const [a, b] = detailed(book, pair, details);
      tray.drafts.push({
        rule: 'key.same',
        kind: kindOf(a, b),
        get label() {
          return `${placed(a)} is the same quantity as ${placed(b)}`;
        },
        body: sumBody(a.cells, b.cells),
        cells: [...a.cells, ...b.cells],
      });
    }
  }
}

/** A target the definition itself states, against every return that prints one. */
export function definedTargets(book: Book, tray: Tray): void {
  const stated = targetsByKey(book.definition);
  for (const entries of book.entries.values()) {
    const key = entries[0]?.key;
    if (key?.aspect !== 'target' || Object.keys(key.dims).length > 0) continue;
    const value = stated.get(`${key.measure}|${key.programme ?? ''}|${key.period}`);
    if (value === undefined) continue;
    for (const { cells } of entries) {
      tray.drafts.push({
        rule: 'key.target',
        kind: 'target',
        label: `${cells.map(placeLabel).join(' + ')} is the board's target, ${value}`,
        body: {
          shape: 'linear',
          terms: cells.map(({ id }) => ({ variable: id, factor: 1 })),
          constant: -value,
        },
        cells,
      });
    }
  }
}

function targetsByKey(definition: BoardDefinition): ReadonlyMap<string, number> {
  return new Map(
    definition.targets.map(({ measure, programme, year, value }) => [
      `${measure}|${programme ?? ''}|${year}`,
      value,
    ]),
  );
}
