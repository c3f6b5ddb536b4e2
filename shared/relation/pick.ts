/** Which of several sources of one quantity a rule should use, and how to name other quantities. */
import { keyText, type QuantityKey } from '#shared/assertion/assertion.ts';
import type { Book, Entry, Page } from '#shared/relation/book.ts';

/** How far an entry stands from a page: same table, same return, same quarter, anywhere. */
function distance(entry: Entry, near: Page): number {
  if (entry.page === near) return 0;
  if (entry.page.home === near.home) return 1;
  if (entry.page.home.ref.period !== near.home.ref.period) return 3;
  return entry.page.home.ref.provider === near.home.ref.provider ? 2 : 2.5;
}

function doubt(entry: Entry): number {
  const vague = entry.cells.some((cell) => cell.assertion?.quantity.approximate);
  return (vague ? 10 : 0) - Math.min(...entry.cells.map((cell) => cell.weight));
}

/** A step of distance outweighs any doubt. */
const FAR = 100;
/** No entry's doubt is less than minus this. */
const SURE = 2;

/** The nearest, then most reliable, then first entry. */
export function nearest(entries: readonly Entry[], near: Page): Entry | null {
  let best: Entry | null = null;
  let bestScore = Infinity;
  for (const entry of entries) {
    const far = distance(entry, near) * FAR;
    if (far - SURE > bestScore) continue;
    const score = far + doubt(entry);
    if (score < bestScore) [best, bestScore] = [entry, score];
  }
  return best;
}

/** What the book says of a quantity, as seen from a page; null when nobody says anything. */
export function pick(book: Book, key: QuantityKey, near: Page): Entry | null {
  return nearest(book.entries.get(keyText(key)) ?? [], near);
}

/** One entry for each return that speaks of the quantity: the best of its tables. */
export function oncePerReturn(entries: readonly Entry[]): readonly Entry[] {
  const best = new Map<string, Entry>();
  for (const entry of entries) {
    const home = `${entry.page.home.ref.provider}|${entry.page.home.ref.sha256}|${entry.page.home.ref.period}`;
    const known = best.get(home);
    if (!known || doubt(entry) < doubt(known)) best.set(home, entry);
  }
  return [...best.values()];
}

/** Whether all entries stand in one table, one return, or the returns of several providers. */
export function spread(entries: readonly Entry[]): 'table' | 'return' | 'provider' {
  const pages = new Set(entries.map((entry) => entry.page));
  if (pages.size <= 1) return 'table';
  return new Set(entries.map((entry) => entry.page.home)).size <= 1 ? 'return' : 'provider';
}
