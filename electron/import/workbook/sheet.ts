/** A worksheet as a grid: stored values become the text displayed, merges become spans. */

import { type FoundCell, makeGrid } from '#electron/import/grid.ts';
import { displayNumber, displayText } from '#electron/import/workbook/display.ts';
import type { RawCell, RawMerge, RawSheet } from '#electron/import/workbook/raw.ts';
import type { CellStyle } from '#electron/import/workbook/styles.ts';
import { addressOf } from '#shared/grid/address.ts';
import { shiftedFormula } from '#shared/grid/formula.ts';
import type { Grid } from '#shared/grid/grid.ts';

export interface SheetContext {
  readonly file: string;
  readonly sheet: string;
  readonly hidden: boolean;
  readonly date1904: boolean;
  readonly strings: readonly string[];
  readonly style: (index: number) => CellStyle;
}

export interface SheetResult {
  readonly grid: Grid;
  readonly warnings: readonly string[];
}

type Content = Pick<FoundCell, 'text' | 'value'> & {
  readonly concealed?: boolean;
  readonly uncalculated?: boolean;
};

/** The grid of one worksheet and what has to be said about it. */
export function sheetGrid(raw: RawSheet, context: SheetContext): SheetResult {
  const formulas = formulaTexts(raw.cells);
  const contents = raw.cells.map((cell) => ({
    cell,
    content: contentOf(cell, formulas.get(cell) ?? '', context),
  }));
  const spans = new Map(raw.merges.map((merge) => [`${merge.row},${merge.col}`, merge]));
  const covered = coveredBy(raw);
  const found = contents
    .filter(({ cell }) => !covered(cell))
    .map(({ cell, content }): FoundCell => {
      const style = context.style(cell.style);
      const span = spans.get(`${cell.row},${cell.col}`);
      const formula = formulas.get(cell);
      return {
        row: cell.row,
        col: cell.col,
        text: content.text,
        value: content.value ?? null,
        ...(style.format === 'General' ? {} : { format: style.format }),
        ...(formula === undefined ? {} : { formula }),
        rowSpan: span?.rowSpan ?? 1,
        colSpan: span?.colSpan ?? 1,
        hidden: cell.hiddenRow || raw.hiddenCol(cell.col) || content.concealed === true,
        bold: style.bold,
      };
    });
  return {
    grid: makeGrid({ sheet: context.sheet, hidden: context.hidden }, found),
    warnings: [
      ...uncalculated(
        contents.filter(({ content }) => content.uncalculated).map(({ cell }) => cell),
        context,
      ),
      ...buried(
        contents.filter(({ cell, content }) => covered(cell) && content.text.trim()).map(({ cell }) => cell),
        context,
      ),
    ],
  };
}

/** The formula of every cell that has one; shared formulas written out for each cell. */
function formulaTexts(cells: readonly RawCell[]): Map<RawCell, string> {
  const masters = new Map<string, RawCell>();
  for (const cell of cells) {
    if (cell.formula?.shared && cell.formula.text) masters.set(cell.formula.shared, cell);
  }
  return new Map(
    cells.flatMap((cell): [RawCell, string][] => {
      if (!cell.formula) return [];
      const master = cell.formula.shared ? masters.get(cell.formula.shared) : undefined;
      if (cell.formula.text || !master?.formula) return [[cell, cell.formula.text]];
      return [[cell, shiftedFormula(master.formula.text, cell.row - master.row, cell.col - master.col)]];
    }),
  );
}

function contentOf(cell: RawCell, formula: string, context: SheetContext): Content {
  const { format } = context.style(cell.style);
  if (cell.formula && isUncalculated(cell)) return { text: `=${formula}`, value: null, uncalculated: true };
  const stored = cell.stored ?? '';
  switch (cell.type) {
    case 's':
      return words(context.strings[Number(stored)] ?? '', format);
    case 'str':
    case 'inlineStr':
    case 'd':
      return words(stored, format);
    case 'b':
      return { text: stored === '1' ? 'TRUE' : 'FALSE', value: stored === '1' };
    case 'e':
      return { text: stored, value: stored };
    default:
      return number(stored, format, context.date1904);
  }
}

/** A text formula may well come out as nothing; any other formula without a value was never calculated. */
function isUncalculated(cell: RawCell): boolean {
  return cell.stored === null || (cell.stored === '' && cell.type !== 'str');
}

function words(text: string, format: string): Content {
  return { text: displayText(text, format), value: text };
}

function number(stored: string, format: string, date1904: boolean): Content {
  if (stored.trim() === '') return { text: '', value: null };
  const value = Number(stored);
  if (!Number.isFinite(value)) return { text: stored, value: stored };
  return { ...displayNumber(value, format, date1904), value };
}

/** Whether a cell lies under a merged block without being its first cell. */
function coveredBy(raw: RawSheet): (cell: RawCell) => boolean {
  const last = raw.cells.reduce((most, cell) => Math.max(most, cell.row), 0);
  const byRow = new Map<number, RawMerge[]>();
  for (const merge of raw.merges) {
    for (let row = merge.row; row < Math.min(merge.row + merge.rowSpan, last + 1); row++) {
      byRow.set(row, [...(byRow.get(row) ?? []), merge]);
    }
  }
  return (cell) =>
    byRow
      .get(cell.row)
      ?.some(
        (merge) => cell.col >= merge.col && cell.col < merge.col + merge.colSpan && !isAnchor(cell, merge),
      ) ?? false;
}

function isAnchor(cell: RawCell, merge: RawMerge): boolean {
  return cell.row === merge.row && cell.col === merge.col;
}

function uncalculated(cells: readonly RawCell[], context: SheetContext): string[] {
  if (cells.length === 0) return [];
  return [
    `Sheet “${context.sheet}”, ${listed(cells)}: the formula has never been calculated, so there is no figure to read. ` +
      'Open the workbook in Excel, save it, and import it again.',
  ];
}

/** Excel shows only the first cell of a merged block; what lies under the others is not on the page. */
function buried(cells: readonly RawCell[], context: SheetContext): string[] {
  if (cells.length === 0) return [];
  return [
    `Sheet “${context.sheet}”, ${listed(cells)}: covered by a merged cell, so not shown and not read. ` +
      'Unmerge the cells there if the figures are wanted.',
  ];
}

function listed(cells: readonly RawCell[]): string {
  const names = cells.slice(0, 10).map((cell) => addressOf(cell.row, cell.col));
  const more = cells.length - names.length;
  return `${cells.length === 1 ? 'cell' : 'cells'} ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
