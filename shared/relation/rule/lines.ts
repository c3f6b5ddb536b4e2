/** A table seen along either axis, for rules that hold for rows and columns alike. */
import type { Cell, Page } from '#shared/relation/book.ts';
import type { Line, LineRole } from '#shared/table/table.ts';

export type Axis = 'row' | 'column';

/** The main number cells of a page by line and position along the line. */
export interface Sight {
  readonly page: Page;
  readonly axis: Axis;
  /** Lines of the axis: with `column`, the columns. */
  readonly lines: readonly Line[];
  /** Positions along a line: with `column`, the rows. */
  readonly across: readonly Line[];
  readonly at: (line: number, position: number) => Cell | undefined;
  /** Numbers of the page that stand outside its body: `16 children` in a title line. */
  readonly titles: readonly Cell[];
}

/** More rows or columns than any sheet has: a place is told by one number. */
const WIDEST = 2 ** 21;

export function sightOf(page: Page, axis: Axis): Sight {
  const { shape } = page.table;
  const grid = new Map<number, Cell>();
  for (const here of page.at.values()) {
    const { main } = here;
    if (main) grid.set(axis === 'column' ? main.col * WIDEST + main.row : main.row * WIDEST + main.col, main);
  }
  return {
    page,
    axis,
    lines: axis === 'column' ? shape.columns : shape.rows,
    across: axis === 'column' ? shape.rows : shape.columns,
    at: (line, position) => grid.get(line * WIDEST + position),
    titles: titleCells(page),
  };
}

export function isTotal(role: LineRole | undefined): boolean {
  return role === 'total' || role === 'subtotal';
}

export function isPercent(cell: Cell): boolean {
  return cell.assertion?.quantity.unit === 'percent' || cell.assertion?.key?.unit === 'percent';
}

export function isCount(cell: Cell | undefined): cell is Cell {
  return cell?.assertion != null && !isPercent(cell);
}

function titleCells(page: Page): readonly Cell[] {
  return [...page.at.entries()].flatMap(([address, { main }]) =>
    main && !page.body.has(address) && isCount(main) ? [main] : [],
  );
}
