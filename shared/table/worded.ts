/**
 * Words where a number should stand: `see note`, `tbc`, `4O` with a letter O.
 *
 * Words are read as words wherever they stand. In a line that otherwise holds numbers they take a number's place, and
 * whatever is added up or compared with it goes unchecked: somebody must be asked.
 */
import { isAwaited, isLookalike } from '#shared/quantity/symbols.ts';
import type { BodyCell, Line, LineRole, ShapeTable } from '#shared/table/table.ts';

export interface WordedCell {
  readonly cell: BodyCell;
  /** A sentence for the person who sent it. */
  readonly why: string;
}

/** Lines that hold words by right. */
const WORDED: ReadonlySet<LineRole | undefined> = new Set(['words', 'number', 'section']);

/** Down a column, this share of what is filled must be numbers; along a row of several measures, half. */
const DOWN = 0.6;
const ACROSS = 0.5;

/** Whether enough of a line's other filled cells are numbers; null where there are none. Stated absences say nothing. */
function isNumeric(cell: BodyCell, line: readonly BodyCell[], share: number): boolean | null {
  const others = line.filter((other) => other !== cell && !['blank', 'absent'].includes(other.printed.kind));
  if (others.length === 0) return null;
  const numbers = others.filter((other) => other.printed.kind === 'quantities').length;
  return numbers >= others.length * share;
}

function reasonFor({ printed }: BodyCell): string | null {
  if (printed.kind !== 'words' && printed.kind !== 'absent') return null;
  if (isAwaited(printed.text)) return 'The figure is still to come.';
  if (printed.kind === 'absent') return null;
  if (isLookalike(printed.text)) return 'A letter stands where a digit should.';
  return /\p{L}|\?/u.test(printed.text) ? 'Words stand where a number should.' : null;
}

function rolesOf(lines: readonly Line[]): ReadonlyMap<number, LineRole> {
  return new Map(lines.map((line) => [line.index, line.role]));
}

/** Body cells of words in lines of numbers, with the reason. Stated absences (`n/a`, `..`) are none. */
export function wordedCells(table: ShapeTable): readonly WordedCell[] {
  const suspicious = table.body.filter((cell) => reasonFor(cell) !== null);
  if (suspicious.length === 0) return [];
  const [rowRoles, columnRoles] = [rolesOf(table.rows), rolesOf(table.columns)];
  const figures = table.body.filter(({ col }) => !WORDED.has(columnRoles.get(col)));
  const byRow = Map.groupBy(figures, ({ row }) => row);
  const byColumn = Map.groupBy(figures, ({ col }) => col);
  return suspicious.flatMap((cell): readonly WordedCell[] => {
    if (WORDED.has(rowRoles.get(cell.row)) || WORDED.has(columnRoles.get(cell.col))) return [];
    const down = isNumeric(cell, byColumn.get(cell.col) ?? [], DOWN);
    const across = isNumeric(cell, byRow.get(cell.row) ?? [], ACROSS);
    const expected = table.layout === 'matrix' ? down !== false && across !== false : down;
    if (!expected || (down === null && across === null)) return [];
    return [{ cell, why: reasonFor(cell) ?? '' }];
  });
}
