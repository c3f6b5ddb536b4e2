/**
 * The board definition: everything the program knows about one board, as data.
 *
 * Another council's board is another definition, not another program. `schema.ts` validates one and says
 * where a mistake stands; `default/` holds the Edge of Care Interventions Board's.
 */
import type { Aspect } from '#shared/assertion/assertion.ts';
import type { Unit } from '#shared/quantity/quantity.ts';

export interface Programme {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The group it is counted in: `mst-fft` holds `mst`, `mst-can` and `fft`. */
  readonly partOf: string | null;
  /** What it is, in one sentence for the report's background. */
  readonly about?: string;
}

export interface Provider {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly programmes: readonly string[];
  /** Table codes expected from it every quarter. */
  readonly returns: readonly string[];
  /** The board's own compiled tables: likelier wrong than a service's return. */
  readonly compiles: boolean;
}

export interface Measure {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly unit: Unit;
  /** Which way is good. */
  readonly direction: 'up' | 'down' | 'neither';
  /** How it adds over the quarters of a year: flows sum; stocks, rates and means do not. */
  readonly overQuarters: 'sum' | 'last' | 'none';
  readonly overProgrammes: 'sum' | 'none';
  /** Units that count the same thing here: a family referred is a referral, `{ families: 'referrals' }`. */
  readonly counts?: Readonly<Partial<Record<Unit, Unit>>>;
  /** From which periods it was counted in another way, and how: figures before and after are judged apart. */
  readonly breaks?: readonly { readonly from: string; readonly why: string }[];
}

export interface Category {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The coarser member of the same set it is published under, or null. */
  readonly partOf: string | null;
  /** How much the council does for a case of this status: going down is going well. Left out where it does not say. */
  readonly severity?: number;
  /** Stands for those of whom it is not known: no group of its own in a comparison. */
  readonly unknown?: boolean;
}

export interface CategorySet {
  readonly code: string;
  readonly name: string;
  readonly members: readonly Category[];
}

/** Where in time a cell stands, relative to the return: resolved to a canonical period on import. */
export type RelativePeriod = 'quarter' | 'previous-quarter' | 'year' | 'previous-year' | 'ytd' | 'to-date';

/** What a label or table says about the cells under it. Facets of table, column and row are merged. */
export interface Facets {
  readonly measure?: string;
  readonly programme?: string;
  readonly period?: RelativePeriod;
  /** A canonical period, where a label names one outright (`Apr 2020`, `2018-19`); it beats `period`. */
  readonly at?: string;
  readonly aspect?: Aspect;
  readonly unit?: Unit;
  readonly dims?: Readonly<Record<string, string>>;
}

/** One way to understand the labels of an axis. Tried in order; the first that fits a label wins. */
export type AxisReading =
  | {
      readonly kind: 'set';
      readonly set: string;
      /** What a label of this set says beside its member. */
      readonly facets?: Facets;
      /** Sets in which the labels beneath a label of this set are read. */
      readonly below?: readonly string[];
    }
  | { readonly kind: 'months' | 'quarters' | 'years' | 'programmes' | 'providers' | 'cases' | 'words' }
  | {
      readonly kind: 'items';
      readonly items: readonly {
        readonly label: string;
        readonly aliases: readonly string[];
        readonly facets: Facets;
        /** Facets of the share (`5 (31%)`) or second number (`7 (18)`) in the same cell, where they differ. */
        readonly share?: Facets;
        readonly second?: Facets;
        /** Sets in which the labels beneath this one are read, before the axis's own. */
        readonly below?: readonly string[];
        /** Aspects that are uncertain in this line where the other axis has no header to say them: kept by shape only. */
        readonly unsure?: readonly Aspect[];
        /** Comments, places, statuses in words: numbers in this line are no values of the table's measure. */
        readonly aside?: boolean;
      }[];
    };

export interface TableDefinition {
  readonly code: string;
  readonly title: string;
  readonly providers: readonly string[];
  /** Typical captions, tolerant of wording: scored by shared words, not compared. */
  readonly captions: readonly string[];
  /** True of every cell unless a label says otherwise. */
  readonly facets: Facets;
  readonly rows: readonly AxisReading[];
  readonly columns: readonly AxisReading[];
  /** Facets of the share or second number of any cell, unless a label says otherwise. */
  readonly share?: Facets;
  readonly second?: Facets;
}

/** One side of an identity: a measure in a programme (or `each`), with a factor. */
export interface IdentityTerm {
  readonly measure: string;
  readonly aspect?: Aspect;
  readonly unit?: Unit;
  /** A programme code; left out, every term is taken in the same programme. */
  readonly programme?: string;
  readonly dims?: Readonly<Record<string, string>>;
  readonly factor?: number;
}

/** A tie between measures: `result = Σ terms`, or `result = Σ terms / Σ over` for rates and averages. */
export interface Identity {
  readonly code: string;
  readonly label: string;
  readonly why: string;
  readonly result: IdentityTerm;
  readonly terms: readonly IdentityTerm[];
  readonly over?: readonly IdentityTerm[];
  /** Restricts it to these programmes; left out, it holds in every programme. */
  readonly programmes?: readonly string[];
}

export interface Target {
  readonly measure: string;
  readonly programme: string | null;
  readonly year: string;
  readonly value: number;
}

/** A part of a section that an officer writes and clears: an implication, a question to be answered. */
export interface PackQuestion {
  readonly code: string;
  readonly heading: string;
  /** Who answers it: "Head of Finance". */
  readonly officer: string;
}

/** A measure over time, a line for each programme; none given, the measure of the board as a whole. */
export interface TrendRequest {
  readonly kind?: 'trend';
  readonly title: string;
  readonly measure: string;
  readonly programmes: readonly string[];
  /** What is counted; left out, what most periods have figures in. */
  readonly unit?: Unit;
  /** Measures of the council as a whole shown beside it: children looked after. */
  readonly comparators?: readonly string[];
}

/** The categories of a set in the pack's period, the largest first: a bar each, and the table. */
export interface CategoriesRequest {
  readonly kind: 'categories';
  readonly title: string;
  readonly measure: string;
  readonly programmes: readonly string[];
  readonly set: string;
  readonly unit?: Unit;
}

/** Scores of cases at two stages, set side by side. */
export interface BeforeAfterRequest {
  readonly kind: 'before-after';
  readonly title: string;
  readonly measure: string;
  readonly programmes: readonly string[];
  /** The set of stages, and its two members. */
  readonly set: string;
  readonly before: string;
  readonly after: string;
}

/** Each group's share among those served over its share of a population. */
export interface RepresentationRequest {
  readonly kind: 'representation';
  readonly title: string;
  readonly measure: string;
  readonly programmes: readonly string[];
  readonly set: string;
  readonly unit?: Unit;
  /** Measures that count the populations compared with. */
  readonly comparators: readonly string[];
}

export type ChartRequest = TrendRequest | CategoriesRequest | BeforeAfterRequest | RepresentationRequest;

export interface PackSection {
  readonly code: string;
  readonly title: string;
  readonly programmes: readonly string[];
  /** Table codes shown, in order. */
  readonly tables: readonly string[];
  readonly charts: readonly ChartRequest[];
  /** Paragraphs that stand in every pack until somebody writes others. `{period}` is put in. */
  readonly text?: readonly string[];
  /** Lists the board's programmes with what each is. */
  readonly listsProgrammes?: boolean;
  readonly questions?: readonly PackQuestion[];
  readonly appendix: boolean;
  /** Paragraph of Schedule 12A of the Local Government Act 1972 under which it is exempt, or null. */
  readonly exempt: string | null;
}

/** How the public edition keeps small numbers of people safe. */
export interface SmallNumber {
  /** Counts from 1 up to this are not published. */
  readonly threshold: number;
  /** Stands for what is not published. */
  readonly symbol: string;
  /** Every number of people is rounded to this base instead of withholding small ones; null or left out for no rounding. */
  readonly rounding?: 5 | 10 | null;
}

export interface BoardDefinition {
  readonly code: string;
  readonly version: number;
  readonly council: string;
  readonly board: string;
  /**
   * What the front page says, in order; an empty value is to be filled in on the board. `afresh`: an answer holds for
   * its own quarter only, as a version does.
   */
  readonly front?: readonly { readonly label: string; readonly value: string; readonly afresh?: boolean }[];
  readonly programmes: readonly Programme[];
  readonly providers: readonly Provider[];
  readonly measures: readonly Measure[];
  readonly sets: readonly CategorySet[];
  readonly tables: readonly TableDefinition[];
  readonly identities: readonly Identity[];
  readonly targets: readonly Target[];
  readonly sections: readonly PackSection[];
  readonly glossary: readonly { readonly term: string; readonly meaning: string }[];
  readonly smallNumber: SmallNumber;
  /** Days after the quarter's end when returns are due. */
  readonly returnsDueAfterDays: number;
}
