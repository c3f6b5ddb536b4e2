/** The slide's measures, in points on a page of 960 by 540 (16:9), and what a slide is before it is XML. */
import type { TablePart } from '#electron/export/slides/rows.ts';
import type { TextItem } from '#electron/export/slides/text.ts';
import type { LaidChart, LaidTable } from '#shared/pack/number.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const PAGE = { width: 960, height: 540 } as const;

const MARGIN = 40;

/** Width of everything between the margins. */
export const WIDTH = PAGE.width - 2 * MARGIN;

/** Where the parts of a slide stand. */
export const BOXES = {
  cover: { x: MARGIN + 20, y: 120, width: WIDTH - 40, height: 150 },
  subtitle: { x: MARGIN + 20, y: 296, width: WIDTH - 40, height: 150 },
  title: { x: MARGIN, y: 22, width: WIDTH, height: 66 },
  body: { x: MARGIN, y: 106, width: WIDTH, height: 384 },
  sectionTitle: { x: MARGIN, y: 24, width: WIDTH, height: 84 },
  sectionBody: { x: MARGIN, y: 148, width: WIDTH, height: 342 },
  footer: { x: MARGIN, y: 504, width: WIDTH - 90, height: 24 },
  number: { x: PAGE.width - MARGIN - 80, y: 504, width: 80, height: 24 },
} as const satisfies Record<string, Box>;

/** Type size of the notes under tables and charts, in points. */
export const NOTE_SIZE = 12;

export type Layout = 'title' | 'section' | 'content' | 'graphic';

export type Body =
  | { readonly kind: 'subtitle'; readonly lines: readonly string[] }
  | { readonly kind: 'text'; readonly size: number; readonly items: readonly TextItem[] }
  | { readonly kind: 'table'; readonly laid: LaidTable; readonly part: TablePart }
  | { readonly kind: 'chart'; readonly laid: LaidChart };

export interface Slide {
  readonly layout: Layout;
  /** Unique in the deck, so that slides are told apart by those who hear them. */
  readonly title: string;
  readonly body: Body;
  /** What stands under a table or chart. */
  readonly note: readonly string[];
  /** What stands in the speaker's notes: where the slide is in the pack, its sources. */
  readonly speaker: readonly string[];
  /** The section of the deck it belongs to. */
  readonly group: string;
  /** Words an exempt section carries on every slide. */
  readonly exempt: string | null;
}
