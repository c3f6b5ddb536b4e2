/** What is said about one cell of a returned file, by whom and when. */
import { escapeXml } from '#electron/export/xml.ts';

/** One note a cell: a workbook's cell can have only one. */
export interface CellNote {
  /** As the readers name places: sheet and address; `Table 3` and `B4` in Word, `Text` and `P12` for its text. */
  readonly sheet: string;
  readonly cell: string;
  readonly printed: string;
  /** Plain text with line breaks. */
  readonly text: string;
}

export interface Signature {
  readonly author: string;
  /** ISO date; given, never read from a clock, so that the same board gives the same bytes. */
  readonly date: string;
}

export interface Commented {
  /** The file with its comments; null where it can carry none of them. */
  readonly bytes: Uint8Array | null;
  /** Notes that found no place in the file; the caller lists them elsewhere. */
  readonly unplaced: readonly CellNote[];
}

/** Excel refuses longer notes; Word does not, but nobody reads them. */
const MOST = 30_000;

/** Text for a comment: whole lines, escaped one by one, cut at what a cell's note can hold. */
export function linesOf(text: string): readonly string[] {
  const whole = text.length > MOST ? `${text.slice(0, MOST)}…` : text;
  return whole.split(/\r\n?|\n/).map(escapeXml);
}

/** `Board administrator` is `BA`. */
export function initialsOf(author: string): string {
  const letters = author.match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu) ?? ['?'];
  return letters.join('').slice(0, 4).toUpperCase();
}
