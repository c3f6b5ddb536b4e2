/** The rows of a Word table on the table's own grid: spans, vertical merges, cells skipped at either end. */
import type { FoundCell } from '#electron/import/grid.ts';
import { wrapped } from '#electron/import/word/blocks.ts';
import { child, children, switchedOn, type XmlNode } from '#electron/import/xml.ts';

/** A cell of the table's grid with the element it was read from; merged blocks appear once. */
export interface TableCell {
  readonly node: XmlNode;
  readonly row: number;
  readonly col: number;
  readonly hidden: boolean;
  rowSpan: number;
  colSpan: number;
  /** Elements hidden under the merged block; Word does not show them. */
  readonly covered: XmlNode[];
}

export interface TableRows {
  readonly cells: readonly TableCell[];
  readonly rows: number;
  readonly cols: number;
  /** Rows that Word repeats on every page. */
  readonly headers: number;
  readonly widths: readonly number[];
  /** Rows deleted with tracked changes, which are left out. */
  readonly deleted: number;
}

/** Lays the table out. Rows marked as deleted are left out, as they will be when changes are accepted. */
export function rowsOf(table: XmlNode): TableRows {
  const all = wrapped(table, new Set(['tr']));
  const kept = all.filter((tr) => !child(child(tr, 'trPr'), 'del'));
  const cells: TableCell[] = [];
  let above = new Map<number, TableCell>();
  let cols = 0;
  for (const [row, tr] of kept.entries()) {
    const line = rowCells(tr, row, above);
    cells.push(...line.cells);
    above = line.open;
    cols = Math.max(cols, line.end);
  }
  const widths = children(child(table, 'tblGrid'), 'gridCol').map((col) => Number(col.attrs.w ?? 0));
  return {
    cells,
    rows: kept.length,
    cols,
    headers: headerRows(kept),
    widths,
    deleted: all.length - kept.length,
  };
}

function headerRows(rows: readonly XmlNode[]): number {
  const first = rows.findIndex((tr) => !switchedOn(child(child(tr, 'trPr'), 'tblHeader')));
  return Math.max(0, first);
}

interface RowCells {
  readonly cells: TableCell[];
  /** Blocks that the row below may continue, by their first column. */
  readonly open: Map<number, TableCell>;
  readonly end: number;
}

function rowCells(tr: XmlNode, row: number, above: ReadonlyMap<number, TableCell>): RowCells {
  const properties = child(tr, 'trPr');
  const hidden = switchedOn(child(properties, 'hidden'));
  const cells: TableCell[] = [];
  const open = new Map<number, TableCell>();
  let col = amount(properties, 'gridBefore', 0);
  let left: TableCell | null = null;
  for (const node of wrapped(tr, new Set(['tc']))) {
    const span = amount(child(node, 'tcPr'), 'gridSpan', 1);
    const merged = mergedInto(node, above.get(col) ?? null, left);
    if (merged) {
      merged.covered.push(node);
      if (merged === left) merged.colSpan += span;
      else {
        merged.rowSpan = row - merged.row + 1;
        open.set(col, merged);
      }
    } else {
      left = { node, row, col, hidden, rowSpan: 1, colSpan: span, covered: [] };
      cells.push(left);
      open.set(col, left);
    }
    col += span;
  }
  return { cells, open, end: col + amount(properties, 'gridAfter', 0) };
}

/** The block a cell belongs to: the one above (`vMerge`), the one to the left (`hMerge`), or none. */
function mergedInto(node: XmlNode, above: TableCell | null, left: TableCell | null): TableCell | null {
  const properties = child(node, 'tcPr');
  if (isContinuation(child(properties, 'hMerge'))) return left;
  return isContinuation(child(properties, 'vMerge')) ? above : null;
}

function isContinuation(merge: XmlNode | null): boolean {
  return merge !== null && (merge.attrs.val ?? 'continue') === 'continue';
}

function amount(properties: XmlNode | null, name: string, otherwise: number): number {
  const written = Number(child(properties, name)?.attrs.val ?? otherwise);
  return Number.isInteger(written) && written >= otherwise ? Math.min(written, 1000) : otherwise;
}

/** Position and span of a cell as the grid wants them. */
export function frameOf(cell: TableCell): Pick<FoundCell, 'row' | 'col' | 'rowSpan' | 'colSpan'> {
  return { row: cell.row, col: cell.col, rowSpan: cell.rowSpan, colSpan: cell.colSpan };
}
