/** Percentages no rule could check, said once for each table: what was not checked is reported too. */
import { TEXT } from '#shared/claim/table.ts';
import type { Book, Cell, Page } from '#shared/relation/book.ts';
import type { Tray } from '#shared/relation/draft.ts';
import { cellLabel } from '#shared/relation/label.ts';
import { isPercent } from '#shared/relation/rule/lines.ts';

const MOST_NAMED = 4;
const WHY = 'no figure in the return can be told to be what it is a percentage of';

function note(page: Page, cells: readonly Cell[], tray: Tray): void {
  const named = cells.slice(0, MOST_NAMED).map(cellLabel).join('; ');
  const more = cells.length > MOST_NAMED ? ` and ${cells.length - MOST_NAMED} more` : '';
  const place = `${page.home.file}, ${page.table.shape.sheet}`;
  tray.notCheckable.push({ relation: `Percentages in ${place}: ${named}${more}`, why: WHY });
}

export function openPercentages(book: Book, tray: Tray): void {
  const checked = new Set(tray.drafts.flatMap(({ body }) => (body.shape === 'linear' ? [] : [body.result])));
  for (const page of book.pages) {
    if (page.table.code === TEXT) continue;
    const open = [...page.at.values()]
      .flatMap((here) => Object.values(here))
      .filter((cell) => isPercent(cell) && !checked.has(cell.id) && cell.assertion?.key?.aspect !== 'target');
    if (open.length > 0) note(page, open, tray);
  }
}
