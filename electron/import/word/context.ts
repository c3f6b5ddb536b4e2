/** What the readers of one Word file share: the parts they need, and a tally of what was left aside. */

import type { DocumentItem } from '#electron/import/items.ts';
import type { TextLine } from '#shared/grid/grid.ts';

/** Counted while reading, told in the warnings. */
export interface Tally {
  deleted: number;
  inserted: number;
  hidden: number;
  pictures: number;
  charts: number;
  objects: number;
  boxes: number;
  /** Notes referred to so far: Word numbers them as it meets them. */
  footnotes: number;
  endnotes: number;
}

export interface WordContext {
  readonly file: string;
  readonly tally: Tally;
  readonly items: DocumentItem[];
  readonly warnings: string[];
  /** How a paragraph style reads, by its id. */
  readonly styleKind: (id: string) => TextLine['style'];
  /** The text of a footnote or endnote, by kind and id. */
  readonly noteText: (kind: NoteKind, id: string) => string | null;
  readonly notes: TextLine[];
  tables: number;
  paragraphs: number;
}

export type NoteKind = 'footnote' | 'endnote';

/** A footnote or endnote referred to, with the number Word prints for it. */
export interface NoteReference {
  readonly kind: NoteKind;
  readonly id: string;
  readonly number: number;
}

export function emptyTally(): Tally {
  return {
    deleted: 0,
    inserted: 0,
    hidden: 0,
    pictures: 0,
    charts: 0,
    objects: 0,
    boxes: 0,
    footnotes: 0,
    endnotes: 0,
  };
}
