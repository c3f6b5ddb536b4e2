/** `key.mean`: a mean is the mean of the cases printed beneath it: n × mean = Σ cases. */
import { type Book, type Cell, caseText } from '#shared/relation/book.ts';
import { type Tray, terms } from '#shared/relation/draft.ts';
import { placeLabel } from '#shared/relation/label.ts';
import { wordedCells } from '#shared/table/worded.ts';

/** A score among the cases that could not be read; scores left out (`n/a`, blank) are no part of a mean. */
function unreadAmong(cases: readonly Cell[]): string | null {
  const [first] = cases;
  if (!first || cases.some(({ col }) => col !== first.col)) return null;
  const { shape, unread } = first.page.table;
  const cells = new Set([
    ...unread.map(({ source }) => source.cell),
    ...wordedCells(shape).map(({ cell }) => cell.address),
  ]);
  return shape.body.find(({ col, address }) => col === first.col && cells.has(address))?.address ?? null;
}

function draftMean(result: Cell, cases: readonly Cell[], tray: Tray): void {
  const count = cases.length;
  const unread = unreadAmong(cases);
  if (unread !== null) {
    const why = `${unread}, one of the cases, could not be read`;
    tray.notCheckable.push({ relation: `${placeLabel(result)} is the mean of its cases`, why });
    return;
  }
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
