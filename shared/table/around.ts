/** What stands around a table: its caption, its titles, its notes. */
import type { Grid, GridCell, TextLine } from '#shared/grid/grid.ts';
import { isNote } from '#shared/table/words.ts';

export function lineOf(cell: GridCell): TextLine {
  return { address: cell.address, text: cell.text.trim(), style: 'body' };
}

/** The nearest caption above the grid; failing that the nearest heading or short line. */
export function captionBefore(grid: Grid): TextLine | null {
  const lines = grid.before.filter((line) => line.text.trim() !== '');
  const short = (line: TextLine) => line.text.length <= 160 && !isNote(line.text);
  return (
    lines.findLast((line) => line.style === 'caption') ??
    lines.findLast((line) => line.style === 'heading') ??
    lines.findLast((line) => line.style === 'body' && short(line)) ??
    null
  );
}

/** Of the titles above a table, the one that names it: `Table 7: …`, else the first that is no note. */
export function captionAmong(titles: readonly TextLine[]): TextLine | null {
  return (
    titles.findLast((line) => /^(?:table|figure|appendix|chart)\b/i.test(line.text)) ??
    titles.find((line) => !isNote(line.text)) ??
    titles[0] ??
    null
  );
}

/** Lines below the grid up to the next caption or heading: the last table's notes. */
export function notesAfter(grid: Grid): readonly TextLine[] {
  const end = grid.after.findIndex((line) => line.style === 'caption' || line.style === 'heading');
  const lines = end === -1 ? grid.after : grid.after.slice(0, end);
  return lines.filter((line) => line.text.trim() !== '').slice(0, 8);
}
