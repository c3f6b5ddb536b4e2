/**
 * Fits tables to paper. A table that is too wide for a portrait page gets smaller type, then a landscape
 * page, and is at last set in parts that repeat the label column; it never runs off the page.
 *
 * Widths are in points (1/72 inch), measured with the proportions of Arial (and of Arimo, which has the same).
 */
import type { LaidTable } from '#shared/pack/number.ts';
import { marked } from '#shared/pack/number.ts';

export interface FittedPart {
  /** `Table 3: …`, followed by `(part 1 of 2)` where the table is split. */
  readonly title: string;
  /** Columns of the laid-out table this part shows, the label column (0) first. */
  readonly columns: readonly number[];
  /** Width of each of those columns, in points. */
  readonly widths: readonly number[];
}

export interface FittedTable {
  readonly landscape: boolean;
  /** Type size in points. */
  readonly size: number;
  readonly parts: readonly FittedPart[];
}

/** Sides of an A4 page, in points. */
export const A4 = { width: 595.3, height: 841.9 } as const;

/** Room for text across an upright page, and across one that is turned, in points. */
export interface Room {
  readonly portrait: number;
  readonly landscape: number;
}

/** The margins left and right stay on a page that is turned. */
export function roomOf(page: {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
}): Room {
  const across = (side: number) => Math.floor(side - page.left - page.right);
  return { portrait: across(page.width), landscape: across(page.height) };
}

/** An A4 page with 2 cm margins. */
export const A4_ROOM: Room = roomOf({ ...A4, left: 56.7, right: 56.7 });

/** Space to the left and right of a cell's text together. */
export const CELL_PADDING = 10;

const PREFERRED_LIMIT = 260;

const ATTEMPTS = [
  { landscape: false, size: 10 },
  { landscape: false, size: 9 },
  { landscape: false, size: 8 },
  { landscape: true, size: 9 },
  { landscape: true, size: 8 },
] as const;

/** Width of a text in Arial at the given size, in points, by classes of letters: within 5% for plain words. */
export function textWidth(text: string, size: number, bold = false): number {
  let em = 0;
  for (const letter of text) em += letterWidth(letter);
  return em * size * (bold ? 1.07 : 1);
}

function letterWidth(letter: string): number {
  if (/[ijl'.,:;|! ]/.test(letter)) return 0.27;
  if (/[ftr()[\]/-]/.test(letter)) return 0.32;
  if (/[mwMW%@—]/.test(letter)) return 0.87;
  if (/[A-Z&]/.test(letter)) return 0.69;
  return 0.556;
}

export interface Column {
  /** Width below which a word or a number would break. */
  readonly least: number;
  /** Width at which nothing wraps, within reason. */
  readonly wanted: number;
  /** Whether its texts wrap even at that width, so that spare room is best spent here. */
  readonly wordy: boolean;
}

/**
 * The largest type and the least turning of the page at which the table fits.
 * @param stretch how much wider than Arial the typeface runs, from 1
 */
export function fitTable(laid: LaidTable, room: Room = A4_ROOM, stretch = 1): FittedTable {
  for (const attempt of ATTEMPTS) {
    const columns = measure(laid, attempt.size * stretch);
    const available = attempt.landscape ? room.landscape : room.portrait;
    if (sum(columns.map((column) => column.least)) <= available) {
      const all = columns.map((_, index) => index);
      return { ...attempt, parts: [part(laid, all, columns, available, '')] };
    }
  }
  return split(laid, room, stretch);
}

/** A short table is set in up to three parts on a portrait page: turning the page would leave most of it empty. */
function split(laid: LaidTable, room: Room, stretch: number): FittedTable {
  if (laid.table.rows.length <= 12) {
    const upright = splitAt(laid, room.portrait, 9 * stretch);
    if (upright.length <= 3) return { landscape: false, size: 9, parts: upright };
  }
  return { landscape: true, size: 8, parts: splitAt(laid, room.landscape, 8 * stretch) };
}

/** Deals the columns out to as few parts as hold them, about equally wide. */
function splitAt(laid: LaidTable, width: number, size: number): readonly FittedPart[] {
  const columns = measure(laid, size);
  const room = width - Math.min(columns[0]?.least ?? 0, width / 3);
  const widths = columns.map((column) => Math.min(column.least, room));
  const fewest = deal(widths, room).length;
  const even = sum(widths.slice(1)) / fewest;
  const groups = [1, 1.05, 1.15, 1.3].map((slack) => deal(widths, Math.min(room, even * slack)));
  const best = groups.find((group) => group.length === fewest) ?? deal(widths, room);
  return best.map((group, index) =>
    part(laid, [0, ...group], columns, width, fewest > 1 ? ` (part ${index + 1} of ${fewest})` : ''),
  );
}

function deal(widths: readonly number[], room: number): readonly (readonly number[])[] {
  const groups: number[][] = [];
  let used = Number.POSITIVE_INFINITY;
  widths.forEach((width, index) => {
    if (index === 0) return;
    if (used + width > room) {
      groups.push([]);
      used = 0;
    }
    groups.at(-1)?.push(index);
    used += width;
  });
  return groups;
}

function part(
  laid: LaidTable,
  indexes: readonly number[],
  columns: readonly Column[],
  available: number,
  suffix: string,
): FittedPart {
  const chosen = indexes.map((index) => columns[index] ?? { least: 0, wanted: 0, wordy: false });
  return { title: laid.title + suffix, columns: indexes, widths: share(chosen, available) };
}

/** Gives every column what it needs, then what it wants, then the rest in proportion; widths in points. */
export function share(columns: readonly Column[], available: number): readonly number[] {
  const least = sum(columns.map((column) => column.least));
  const wanted = sum(columns.map((column) => column.wanted));
  const wordy = columns.filter((column) => column.wordy).length;
  if (wanted <= available && wordy > 0) {
    const each = (available - wanted) / wordy;
    return columns.map((column) => round(column.wanted + (column.wordy ? each : 0)));
  }
  if (wanted <= available) return columns.map((column) => round((column.wanted * available) / wanted));
  if (least >= available) return columns.map((column) => round((column.least * available) / least));
  const spare = (available - least) / (wanted - least);
  return columns.map((column) => round(column.least + (column.wanted - column.least) * spare));
}

/** What each column of a table needs and wants at a type size, the label column first; in points. */
export function measure(laid: LaidTable, size: number): readonly Column[] {
  return laid.header.map((heading, index) => {
    const texts = laid.table.rows.map((row) => ({
      text: index === 0 ? row.label : columnText(row.cells[index - 1]),
      bold: row.total,
    }));
    const number = laid.numeric[index] === true;
    const widest = (measureOne: (text: string, bold: boolean) => number) =>
      Math.max(0, ...texts.map(({ text, bold }) => measureOne(text, bold)));
    const word = (text: string, bold: boolean) => longestWord(text, size, bold);
    const whole = (text: string, bold: boolean) => textWidth(text, size, bold);
    const least = Math.max(longestWord(heading, size, true), widest(number ? whole : word));
    const usual = usualWidth(texts.map(({ text, bold }) => whole(text, bold)));
    const wanted = Math.min(PREFERRED_LIMIT, Math.max(textWidth(heading, size, true) / 1.8, usual));
    return {
      least: least + CELL_PADDING,
      wanted: Math.max(least, wanted) + CELL_PADDING,
      wordy: usual > PREFERRED_LIMIT,
    };
  });
}

/** Width that holds four texts in five, or all of a few: a rare long one may wrap, and does not starve the other columns. */
function usualWidth(widths: readonly number[]): number {
  const sorted = [...widths].sort((a, b) => a - b);
  const enough = sorted.length > 10 ? 0.8 : 1;
  return sorted[Math.floor((sorted.length - 1) * enough)] ?? 0;
}

function columnText(cell: Parameters<typeof marked>[0] | undefined): string {
  return cell === undefined ? '' : marked(cell);
}

function longestWord(text: string, size: number, bold: boolean): number {
  return Math.max(0, ...text.split(/[\s/-]+/).map((word) => textWidth(word, size, bold)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
