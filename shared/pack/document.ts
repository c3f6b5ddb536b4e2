/**
 * The document model of a pack. Editions are functions from pack to pack; writers turn a pack into bytes and
 * know nothing of editions. A pack holds no clock and no random id: the same store gives the same bytes.
 */
import type { Interval } from '#shared/chart/interval.ts';
import type { ChartBreak, Reading } from '#shared/chart/reading.ts';
import type { CellRef } from '#shared/grid/grid.ts';

/** How a live figure is written, where not as it was returned: `thirty-four`, `81%`, `£2,390k`, `£2.4m`. */
export type FigureFormat = 'words' | 'percent' | 'thousands' | 'millions';

/**
 * What is said of figures without printing one: the change between two (`3`, `12%`, `rose`, `up from`), or the noun
 * that agrees with one (`child` or `children`).
 */
export type Saying =
  | { readonly as: 'difference' | 'percent' | 'rose' | 'up-from' }
  | { readonly as: 'agree'; readonly one: string; readonly many: string };

/**
 * Text; a live figure; words that follow figures, with the keys of all they rest on (now, then before); the name of
 * a period, which moves on with the text. `text` is always as it reads now.
 */
export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly strong?: boolean }
  | { readonly kind: 'figure'; readonly text: string; readonly key: string; readonly format?: FigureFormat }
  | {
      readonly kind: 'derived';
      readonly text: string;
      readonly keys: readonly string[];
      readonly say: Saying;
    }
  | { readonly kind: 'period'; readonly text: string };

export interface TableCell {
  readonly text: string;
  /** The number behind the text, in base units, for the workbook; null for words and suppressed cells. */
  readonly value: number | null;
  readonly format: 'count' | 'money' | 'percent' | 'decimal' | 'text';
  /** Key of the figure shown, null for labels. */
  readonly key: string | null;
  /** Ids of the assertions shown, the main one first: what disclosure control works on. */
  readonly from?: readonly string[];
  readonly flag?: 'disputed' | 'decided' | 'suppressed';
  /** Keys of the figures a number that is nobody's figure was worked out from: it goes where any of them does. */
  readonly rests?: readonly string[];
  /** Of `from`, those this edition withholds; all of them where the cell is flagged and this is left out. */
  readonly withheld?: readonly string[];
}

export interface PackTable {
  readonly kind: 'table';
  readonly id: string;
  readonly caption: string;
  /** Plain description for people who cannot see it. */
  readonly summary: string;
  readonly header: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly cells: readonly TableCell[];
    readonly total: boolean;
  }[];
  readonly notes: readonly string[];
  readonly sources: readonly CellRef[];
  /** `false` leaves it to be read in the pack: a deck shows only what a section turns on. */
  readonly slide?: boolean;
  /** Made from single cases, or from figures it does not show: part of no public edition. */
  readonly boardOnly?: true;
  /** Its rows stand in the order of their numbers, which would place a withheld one between its neighbours. */
  readonly ranked?: true;
}

export interface PackChart {
  readonly kind: 'chart';
  readonly id: string;
  readonly caption: string;
  /** Alternative text: the message, then the range of the data. */
  readonly alt: string;
  readonly type: 'line' | 'bar';
  readonly unit: 'count' | 'money' | 'percent' | 'decimal';
  readonly labels: readonly string[];
  /** What the points say, for the caption: `no change beyond chance`. Never part of the caption itself. */
  readonly message?: string;
  readonly series: readonly ChartSeries[];
  /** A value all are held against, marked by a line. */
  readonly reference?: { readonly value: number; readonly name: string };
  /** Its categories stand in the order of their numbers, as in `PackTable`. */
  readonly ranked?: true;
  readonly notes: readonly string[];
}

export interface ChartSeries {
  readonly name: string;
  /** `null` is missing or suppressed and is drawn as a gap. */
  readonly values: readonly (number | null)[];
  /** Keys of the figures behind the values: what disclosure control works on. */
  readonly keys?: readonly (string | null)[];
  /** A target or comparator: a line without points. */
  readonly dashed?: boolean;
  /** Where the definition of what is counted changed. */
  readonly breaks?: readonly ChartBreak[];
  /** Centre line, limits and signals. An edition that withholds a point has none of the series. */
  readonly reading?: Reading;
  /** Intervals of shares of few cases; null where the point needs none. */
  readonly intervals?: readonly (Interval | null)[];
  /** What a restated point was when it was first returned; null where it was not restated. */
  readonly former?: readonly (number | null)[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'bullets'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'heading'; readonly text: string }
  | PackTable
  | PackChart;

export interface PackSectionDoc {
  readonly code: string;
  readonly title: string;
  readonly appendix: boolean;
  readonly exempt: string | null;
  readonly blocks: readonly Block[];
}

export interface Pack {
  readonly title: string;
  readonly council: string;
  readonly board: string;
  readonly period: string;
  readonly edition: 'board' | 'public';
  /** Stands on every page: `OFFICIAL-SENSITIVE`. */
  readonly marking: string;
  /** ISO date the period ended: the document's own date, so that exports repeat byte for byte. */
  readonly date: string;
  readonly front: readonly { readonly label: string; readonly value: string }[];
  readonly sections: readonly PackSectionDoc[];
}
