/** A document read from top to bottom: text lines and tables in the order they stand. */
import type { Grid, TextLine } from '#shared/grid/grid.ts';

export type DocumentItem =
  | { readonly kind: 'line'; readonly line: TextLine }
  /** `nested`: inside another table's cell, so the lines of the page are not about it. */
  | { readonly kind: 'table'; readonly grid: Grid; readonly nested: boolean };

/** Every table with the lines up to the tables before and after it; nested tables keep what they have. */
export function gridsOf(items: readonly DocumentItem[]): Grid[] {
  const page = items.filter((item) => item.kind === 'line' || !item.nested);
  return items.flatMap((item) => {
    if (item.kind !== 'table') return [];
    if (item.nested) return [item.grid];
    const at = page.indexOf(item);
    const before = linesUpToTable(page.slice(0, at).toReversed()).toReversed();
    const after = [...item.grid.after, ...linesUpToTable(page.slice(at + 1))];
    return [{ ...item.grid, before, after }];
  });
}

export function linesOf(items: readonly DocumentItem[]): TextLine[] {
  return items.flatMap((item) => (item.kind === 'line' ? [item.line] : []));
}

function linesUpToTable(items: readonly DocumentItem[]): TextLine[] {
  const stop = items.findIndex((item) => item.kind === 'table');
  return linesOf(items.slice(0, stop < 0 ? undefined : stop));
}
