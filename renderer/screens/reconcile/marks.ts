/** Where the cells of a finding stand in a source, and which numbers they carry. */
import { placeOf } from '#renderer/parts/source.ts';
import type { SourceView } from '#shared/api/api.ts';
import type { FindingCell } from '#shared/finding/finding.ts';

/** Place in the grid to the numbers (from 1) of the cells that stand there; cells that are lit all the same carry none. */
export function marksIn(view: SourceView, cells: readonly FindingCell[]): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  const at = new Map(view.grid.cells.map((cell) => [placeOf(cell.row, cell.col), cell]));
  for (const { row, col } of view.cells) {
    const place = placeOf(row, col);
    const printed = at.get(place);
    const numbers = cells.flatMap(({ ref }, index) =>
      ref.file === view.file && ref.sheet === printed?.sheet && ref.cell === printed.address
        ? [index + 1]
        : [],
    );
    marks.set(place, numbers.join(', '));
  }
  return marks;
}
