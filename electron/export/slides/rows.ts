/**
 * Tables on slides. A table is set as large as it fits one slide, else goes on to a second; of a longer one the
 * first part is shown, and the slide says where the whole of it stands.
 */
import { linesIn } from '#electron/export/slides/text.ts';
import { CELL_PADDING, type Column, measure, share, textWidth } from '#shared/pack/fit.ts';
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

/** Room on top of measured widths, for typefaces a little wider than the one measured. */
const SAFETY = 1.05;

/** Space between columns on top of the padding paper has, in points. */
export const AIR = 8;

/**
 * Deals a table to slides with the given room, in points. One slide is better than two, large type better than
 * small, and any of them better than texts cut short.
 */
export function fitRows(laid: LaidTable, width: number, height: number): FittedRows {
  const at = (size: number): FittedRows => {
    const groups = columnGroups(laid, width, size);
    const parts = groups.flatMap((columns) => pages(laid, columns, { size, width, height }));
    return { parts, left: cutShort(laid, parts) };
  };
  const tried = SIZES.map(at);
  const fits = (most: number) => tried.find(({ parts, left }) => parts.length <= most && left === null);
  const cut = tried.findLast(({ parts }) => parts.length <= MOST_SLIDES);
  return fits(1) ?? fits(MOST_SLIDES) ?? cut ?? opening(laid, width, height);
}

/** The first part of a table that is too long: at the largest size that shows as many rows as are shown at once. */
function opening(laid: LaidTable, width: number, height: number): FittedRows {
  const narrow = SIZES.filter((size) => columnGroups(laid, width, size).length === 1);
  const sizes = narrow.length > 0 ? narrow : [14, SMALLEST];
  const tried = sizes.map((size) => {
    const columns = columnGroups(laid, width, size)[0] ?? [];
    const whole = laidOut(laid, columns, { size, width, height });
    const rows = filled(whole.rows, height - whole.head.height, MOST_ROWS)[0] ?? [];
    return { columns: columns.length - 1, part: { ...whole, rows } };
  });
  const most = Math.max(...tried.map(({ part }) => part.rows.length));
  const full = tried.filter(({ part }) => part.rows.length === most);
  const best = full.find(({ part }) => cutShort(laid, [part]) === null) ?? full.at(-1);
  if (!best) return { parts: [], left: null };
  const said = [partly(laid, most, best.columns), cutShort(laid, [best.part])];
  return { parts: [best.part], left: said.filter((each) => each !== null).join(' ') };
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

/** What the columns need on a slide: words and numbers whole, and more air than on paper. */
function measured(laid: LaidTable, size: number): readonly Column[] {
  return measure(laid, size * SAFETY).map((column, index) => {
    const texts = [
      laid.header[index] ?? '',
      ...laid.table.rows.map((row) => (index === 0 ? row.label : textOf(row.cells[index - 1]))),
    ];
    const words = texts.flatMap((text) => text.split(/\s+/));
    const longest = Math.max(0, ...words.map((word) => textWidth(word, size * SAFETY, true)));
    const least = Math.max(column.least, Math.min(longest, size * 10) + CELL_PADDING) + AIR;
    return { ...column, least, wanted: Math.max(least, column.wanted + AIR) };
  });
}

function textOf(cell: Parameters<typeof marked>[0] | undefined): string {
  return cell ? marked(cell) : '';
}

/** The columns of each slide, the label column first: as few slides as hold them, about equally full. */
function columnGroups(laid: LaidTable, width: number, size: number): readonly (readonly number[])[] {
  const least = measured(laid, size).map((column) => Math.min(column.least, width / 2));
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

interface Room {
  /** Type size, width and height in points. */
  readonly size: number;
  readonly width: number;
  readonly height: number;
}

function pages(laid: LaidTable, columns: readonly number[], room: Room): readonly TablePart[] {
  const part = laidOut(laid, columns, room);
  return divided(part, room.height - part.head.height);
}

/** A table no wider than it needs: a number far from its label is hard to follow. */
function laidOut(laid: LaidTable, columns: readonly number[], { size, width, height }: Room): TablePart {
  const all = measured(laid, size);
  const chosen = columns.map((index) => all[index] ?? { least: 0, wanted: 0, wordy: false });
  const at = (part: number) => lay(laid, columns, share(chosen, width * part), size, height);
  const whole = at(1);
  if (chosen.some((column) => column.wordy)) return whole;
  const wanted = chosen.reduce((sum, column) => sum + column.wanted, 0);
  const narrow = [0.5, 0.75].filter((part) => width * part >= wanted).map(at);
  return narrow.find((part) => heightOf(part) <= heightOf(whole)) ?? whole;
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
    const room = (index: number) => Math.max(size, (widths[index] ?? 0) - CELL_PADDING - AIR);
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
      return column === 0 ? row.label : textOf(row.cells[column - 1]);
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
