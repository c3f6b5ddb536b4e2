/** `key.mean`: a mean is the mean of the cases printed beneath it: n × mean = Σ cases. */
import { type Book, type Cell, caseText } from '#shared/relation/book.ts';
import { type Tray, terms } from '#shared/relation/draft.ts';
import { placeLabel } from '#shared/relation/label.ts';

function draftMean(result: Cell, cases: readonly Cell[], tray: Tray): void {
  const count = cases.length;
  tray.drafts.push({
    rule: 'key.mean',
    kind: 'average',
    label: `${placeLabel(result)} is the mean of ${count} cases`,
    body: { shape: 'linear', terms: [...terms([result], count), ...terms(cases, -1)], constant: 0 },
    cells: [result, ...cases],
  });
}

/** Means against tables of cases: the same return first, else the only other return that lists them. */
export function means(book: Book, tray: Tray): void {
  for (const entry of [...book.entries.values()].flat()) {
    const [cell] = entry.cells;
    if (entry.key.aspect !== 'mean' || !cell || entry.cells.length > 1) continue;
    const listed = book.cases.get(caseText(entry.key)) ?? [];
    const own = listed.filter(({ page }) => page.home === entry.page.home);
    const [cases] = own.length > 0 ? own : listed;
    if (cases && (own.length === 1 || listed.length === 1)) draftMean(cell, cases.cells, tray);
  }
}
