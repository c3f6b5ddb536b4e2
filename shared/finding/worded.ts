/**
 * Words where a number should stand: `see note`, `tbc`, `4O` with a letter O.
 *
 * Words are read as words wherever they stand. In a line that otherwise holds numbers they take a number's place, and
 * whatever is added up or compared with it goes unchecked: somebody must be asked.
 */
import type { UnreadCell } from '#shared/assertion/assertion.ts';
import type { UnderstoodReturn, UnderstoodTable } from '#shared/meaning/understood.ts';
import type { BodyCell, Line, LineRole } from '#shared/table/table.ts';

/** Said of a figure that is still to come; `n/a` and `..` say that there is none. */
const AWAITED = /^(?:t\.?b\.?[acd]\.?|\?+|awaited|awaiting\b.*|pending|to follow|to be .*)$/i;
/** A number typed with letters that look like digits. */
const LOOKALIKE = /^(?=.*\d)[\dOolI|.,£%]+$/;
/** Lines that hold words by right. */
const WORDED: ReadonlySet<LineRole | undefined> = new Set(['words', 'number', 'section']);

/** Fewer numbers make no line of numbers. */
const FEWEST = 3;
const MOSTLY = 0.75;

function hasNumber({ printed }: BodyCell): boolean {
  return printed.kind === 'quantities';
}

/** Whether the other filled cells of a line are nearly all numbers; null where there are none. */
function isNumeric(cell: BodyCell, line: readonly BodyCell[]): boolean | null {
  const others = line.filter((other) => other !== cell && other.printed.kind !== 'blank');
  if (others.length === 0) return null;
  const numbers = others.filter(hasNumber).length;
  return numbers >= Math.min(FEWEST, others.length) && numbers >= others.length * MOSTLY;
}

function reasonFor(cell: BodyCell): string | null {
  const { printed } = cell;
  if (printed.kind === 'absent')
    return AWAITED.test(printed.text.trim()) ? 'The figure is still to come.' : null;
  if (printed.kind !== 'words') return null;
  if (LOOKALIKE.test(printed.text.trim())) return 'A letter stands where a digit should.';
  return /\p{L}|\?/u.test(printed.text) ? 'Words stand where a number should.' : null;
}

/** Cells of words in lines of numbers, with the reason in words. */
export function wordedCells(from: UnderstoodReturn, table: UnderstoodTable): readonly UnreadCell[] {
  const { body, rows, columns } = table.shape;
  const roles = (lines: readonly Line[]) => new Map(lines.map((line) => [line.index, line.role]));
  const [rowRoles, columnRoles] = [roles(rows), roles(columns)];
  const suspicious = body.filter((cell) => reasonFor(cell) !== null);
  if (suspicious.length === 0) return [];
  const byRow = Map.groupBy(body, ({ row }) => row);
  const byColumn = Map.groupBy(body, ({ col }) => col);
  return suspicious.flatMap((cell): readonly UnreadCell[] => {
    if (WORDED.has(rowRoles.get(cell.row)) || WORDED.has(columnRoles.get(cell.col))) return [];
    const down = isNumeric(cell, byColumn.get(cell.col) ?? []);
    const across = isNumeric(cell, byRow.get(cell.row) ?? []);
    const expected = table.shape.layout === 'matrix' ? down !== false && across !== false : down;
    if (!expected || (down === null && across === null)) return [];
    const source = { file: from.file, sheet: cell.sheet, cell: cell.address, text: cell.cell?.text ?? '' };
    return [{ source, why: reasonFor(cell) ?? '' }];
  });
}
