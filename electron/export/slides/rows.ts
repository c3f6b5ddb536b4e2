/**
 * Tables on slides. A table is set as large as it fits one slide, else goes on to a second; of a longer one the
 * first part is shown, and the slide says where the whole of it stands.
 */
import { linesIn } from '#electron/export/slides/text.ts';
import { CELL_PADDING, measure, share } from '#shared/pack/fit.ts';
import { type LaidTable, marked } from '#shared/pack/number.ts';

export interface TableRow {
  readonly texts: readonly string[];
  readonly total: boolean;
  /** In points. */
  readonly height: number;
}

export interface TablePart {
  /** Type size in points. */
  readonly size: number;
  readonly widths: readonly number[];
  /** Which columns are set to the right. */
  readonly numeric: readonly boolean[];
  readonly head: TableRow;
  readonly rows: readonly TableRow[];
}

export interface FittedRows {
  readonly parts: readonly TablePart[];
  /** What is left out, in words to be put before "The whole table is …"; null when all is shown. */
  readonly left: string | null;
}

const SIZES = [20, 18, 16, 14, 12] as const;
const SMALLEST = 12;

/** Most that is taken in at one look. */
const MOST_ROWS = 10;
const MOST_COLUMNS = 9;
const MOST_SLIDES = 2;

/** Above and below a row's text together, in points. */
const ROW_PADDING = 8;

/** Deals a table to slides with the given room, in points. */
export function fitRows(laid: LaidTable, width: number, height: number): FittedRows {
  for (const size of SIZES) {
    const groups = columnGroups(laid, width, size);
    if (groups.length > 1) continue;
    const parts = pages(laid, groups[0] ?? [], size, width, height);
    const enough = parts.length === 1 || (size <= 14 && parts.length <= MOST_SLIDES);
    if (enough) return { parts, left: cutShort(laid, parts) };
  }
  const groups = columnGroups(laid, width, SMALLEST);
  const parts = groups.flatMap((columns) => pages(laid, columns, SMALLEST, width, height));
  if (parts.length <= MOST_SLIDES) return { parts, left: cutShort(laid, parts) };
  const shown = parts.slice(0, 1);
  const rows = shown[0]?.rows.length ?? 0;
  const columns = (groups[0]?.length ?? 1) - 1;
  return { parts: shown, left: partly(laid, rows, columns) };
}

function partly(laid: LaidTable, rows: number, columns: number): string {
  const all = { rows: laid.table.rows.length, columns: laid.header.length - 1 };
  const said = [
    rows < all.rows ? [`the first ${rows} of ${all.rows} rows`] : [],
    columns < all.columns ? [`the first ${columns} of ${all.columns} columns of figures`] : [],
  ].flat();
  return `Shown here: ${said.join(', ')}.`;
}

function cutShort(laid: LaidTable, parts: readonly TablePart[]): string | null {
  const whole = new Set([
    ...laid.header,
    ...laid.table.rows.flatMap((row) => [row.label, ...row.cells.map(marked)]),
  ]);
  const texts = parts.flatMap((part) => [part.head, ...part.rows].flatMap((row) => row.texts));
  return texts.every((text) => text === '' || whole.has(text)) ? null : 'Long texts are cut short here (…).';
}

/** The columns of each slide, the label column first: as few slides as hold them, about equally full. */
function columnGroups(laid: LaidTable, width: number, size: number): readonly (readonly number[])[] {
  const least = measure(laid, size).map((column) => Math.min(column.least, width / 2));
  const others = least.map((_, index) => index).slice(1);
  const fits = (group: readonly number[]) =>
    group.length < MOST_COLUMNS &&
    group.reduce((sum, index) => sum + (least[index] ?? 0), least[0] ?? 0) <= width;
  for (let count = 1; count < others.length; count += 1) {
    const each = Math.ceil(others.length / count);
    const groups = Array.from({ length: count }, (_, n) => others.slice(n * each, (n + 1) * each));
    if (groups.every(fits)) return groups.filter((g) => g.length > 0).map((group) => [0, ...group]);
  }
  return others.length === 0 ? [[0]] : others.map((index) => [0, index]);
}

function pages(
  laid: LaidTable,
  columns: readonly number[],
  size: number,
  width: number,
  height: number,
): readonly TablePart[] {
  const measured = measure(laid, size);
  const chosen = columns.map((index) => measured[index] ?? { least: 0, wanted: 0, wordy: false });
  const at = (total: number) => lay(laid, columns, share(chosen, total), size, height);
  const widest = at(width);
  const tall = heightOf(widest);
  const part = [0.6, 0.8].map((each) => at(width * each)).find((each) => heightOf(each) <= tall) ?? widest;
  return divided(part, height - part.head.height);
}

function heightOf({ head, rows }: TablePart): number {
  return rows.reduce((sum, row) => sum + row.height, head.height);
}

/** The whole table as one part, each text cut to what a slide holds. */
function lay(
  laid: LaidTable,
  columns: readonly number[],
  widths: readonly number[],
  size: number,
  height: number,
): TablePart {
  const line = (texts: readonly string[], bold: boolean, most: number): TableRow => {
    const lines = Math.max(1, Math.floor((most - ROW_PADDING) / (size * 1.2)));
    const room = (index: number) => Math.max(size, (widths[index] ?? 0) - CELL_PADDING);
    const cut = texts.map((text, index) => shortened(text, room(index), size, bold, lines));
    const taken = Math.max(1, ...cut.map((text, index) => linesIn(text, room(index), size, bold)));
    return { texts: cut, total: bold, height: Math.ceil(taken * size * 1.2 + ROW_PADDING) };
  };
  const head = line(
    columns.map((column) => laid.header[column] ?? ''),
    true,
    height * 0.4,
  );
  const rows = laid.table.rows.map((row) => {
    const texts = columns.map((column) => {
      const cell = row.cells[column - 1];
      return column === 0 ? row.label : cell ? marked(cell) : '';
    });
    return line(texts, row.total, height - head.height);
  });
  return { size, widths, numeric: columns.map((column) => laid.numeric[column] === true), head, rows };
}

/** Cuts whole words off the end, so that no number is ever cut to another. */
function shortened(text: string, width: number, size: number, bold: boolean, lines: number): string {
  let cut = text;
  while (cut.length > 1 && linesIn(cut, width, size, bold) > lines) {
    const shorter = cut.slice(0, Math.floor(cut.length * 0.9) - 1);
    cut = `${/\s/.test(shorter) ? shorter.replace(/\s+\S*$/, '') : /\d/.test(shorter) ? '' : shorter}…`;
  }
  return cut;
}

/** Breaks the rows into as few pages as hold them, about equally full. */
function divided(part: TablePart, room: number): readonly TablePart[] {
  const fewest = filled(part.rows, room, MOST_ROWS).length;
  const even = Math.ceil(part.rows.length / fewest);
  const level = filled(part.rows, room, even);
  const pages = level.length === fewest ? level : filled(part.rows, room, MOST_ROWS);
  return pages.map((rows) => ({ ...part, rows }));
}

function filled(rows: readonly TableRow[], room: number, most: number): readonly (readonly TableRow[])[] {
  const pages: TableRow[][] = [[]];
  let used = 0;
  for (const row of rows) {
    const page = pages.at(-1);
    if (page && (page.length === 0 || (page.length < most && used + row.height <= room))) {
      page.push(row);
      used += row.height;
    } else {
      pages.push([row]);
      used = row.height;
    }
  }
  return pages;
}
