/** Short names for titles: a cell by its own row and column, a table without its number. */
import type { Fact } from '#shared/finding/facts.ts';
import { type Board, labelOf, tableTitle } from '#shared/finding/place.ts';
import { normal, short } from '#shared/finding/words.ts';
import type { UnderstoodTable } from '#shared/meaning/understood.ts';
import type { Line } from '#shared/table/table.ts';

/** The path's innermost label, with what stands over it where another line has the same. */
function own(path: readonly string[], lines: readonly Line[]): readonly string[] {
  const last = path.at(-1);
  if (last === undefined) return [];
  const alike = new Set(
    lines
      .filter((line) => normal(line.path.at(-1) ?? '') === normal(last))
      .map((line) => line.path.map(normal).join('|')),
  );
  return alike.size > 1 ? path.slice(-2) : [last];
}

/** `CIN, June`: the row's label gives way where both would not fit. */
export function nameOf(fact: Fact, most = 48): string {
  const { rows, columns } = fact.table.shape;
  const [row, column] = [own(fact.rowPath, rows), own(fact.colPath, columns)];
  const label = labelOf(row, column) || fact.cell.label;
  const role = /\s\((?:share|second number)\)$/.exec(fact.cell.label)?.[0] ?? '';
  const [head, tail] = [labelOf(row, []), labelOf([], column)];
  if (label.length + role.length <= most || head === '' || tail === '')
    return short(label, most - role.length) + role;
  const room = Math.max(most - role.length - tail.length - 2, Math.floor(most / 2));
  return short(`${short(head, room)}, ${tail}`, most - role.length) + role;
}

const NUMBER = /^\s*(?:table|figure|chart|appendix)\s*[\dA-Z]{1,3}[a-z]?\s*[:.–—-]\s*/i;

/** A table's title without its number, cut to a length. */
export function tableName(board: Board, table: UnderstoodTable, most = 36): string {
  const title = tableTitle(board, table);
  return short(title.replace(NUMBER, '') || title, most);
}
