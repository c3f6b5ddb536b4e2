/** What crosses between window and service: the shapes of arguments and answers. The methods are in `api.ts`. */
import type { SettledFinding } from '#shared/decision/apply.ts';
import type { Decision } from '#shared/decision/decision.ts';
import type { Settling } from '#shared/exempt/document.ts';
import type { HitKind } from '#shared/exempt/identify.ts';
import type { Figure } from '#shared/figure/figure.ts';
import type { Coverage, Severity } from '#shared/finding/finding.ts';
import type { Grid } from '#shared/grid/grid.ts';
import type { UnderstoodTable } from '#shared/meaning/understood.ts';
import type { IssuedPack, ReturnVersion } from '#shared/operation/stored.ts';
import type { Standing } from '#shared/pack/carry.ts';
import type { Pack } from '#shared/pack/document.ts';
import type { ReviewSection } from '#shared/review/places.ts';

export interface BoardInfo {
  readonly path: string;
  readonly name: string;
  readonly council: string;
  readonly board: string;
  readonly encrypted: boolean;
  /** Quarters with at least one return, oldest first. */
  readonly periods: readonly string[];
  /** Names of the changes undo and redo would make, null where there is none. */
  readonly undo: string | null;
  readonly redo: string | null;
  readonly notices: readonly string[];
  /** The quarter whose pack this is a copy of, for review; null for a board proper. */
  readonly review: string | null;
}

/** Sample returns to try an import with. */
export interface WaitingReturns {
  readonly folder: string;
  readonly files: readonly string[];
}

export interface RecentBoard {
  readonly path: string;
  readonly name: string;
  /** ISO date and time it was last opened. */
  readonly at: string;
}

/** A board file where boards are usually kept, for a window without a native file dialog. */
export interface FoundBoard {
  readonly path: string;
  readonly name: string;
  /** The folder it is in. */
  readonly folder: string;
  /** ISO date and time it was last changed. */
  readonly changed: string;
  readonly size: number;
}

export interface BoardPlaces {
  /** Where new boards go unless somebody chooses otherwise: a folder that exists. */
  readonly folder: string;
  /** A path in it that is not taken, for a new board. */
  readonly suggested: string;
  /** Boards in that folder and in those of recent boards, newest first. */
  readonly boards: readonly FoundBoard[];
}

/** One provider's line on the Quarter screen. */
export interface ProviderStatus {
  readonly provider: string;
  readonly name: string;
  readonly returns: readonly ReturnVersion[];
  /** `late` once the due date has passed with nothing in. */
  readonly state: 'in' | 'due' | 'late';
  readonly open: Readonly<Record<Severity, number>>;
}

export interface QuarterSummary {
  readonly period: string;
  /** ISO date returns are due. */
  readonly due: string;
  readonly providers: readonly ProviderStatus[];
  /** The returns are being checked: nothing can be said of findings yet, and a `changed` event will follow. */
  readonly checking: boolean;
  readonly open: Readonly<Record<Severity, number>>;
  readonly decided: number;
  readonly coverage: Coverage;
  readonly issued: readonly IssuedPack[];
  /** The one thing to do next, in words, and the screen to do it on. */
  readonly next: { readonly words: string; readonly screen: Screen };
}

export type Screen = 'quarter' | 'import' | 'reconcile' | 'figures' | 'trends' | 'pack' | 'board' | 'help';

export interface GivenFile {
  readonly name: string;
  /** Base64, so that every host can carry it. */
  readonly bytes: string;
}

/** A file read but not yet on the board. */
export interface StagedFile {
  readonly id: string;
  readonly file: string;
  readonly provider: string | null;
  readonly period: string | null;
  readonly evidence: readonly string[];
  readonly tables: readonly UnderstoodTable[];
  readonly grids: readonly Grid[];
  readonly warnings: readonly string[];
  /** Why it cannot be accepted as it stands; null when it can. */
  readonly objection: string | null;
  /** What would put that right: choosing the provider, the period, or nothing but another file. */
  readonly needs: 'provider' | 'period' | 'other-file' | null;
  /** What accepting it would mean for what is on the board: the same bytes are there, or it replaces a version. */
  readonly note: string | null;
  /** The corrections made so far. */
  readonly correction: Correction;
}

/**
 * Corrections made on the Import screen. `memory`: the provider's own caption to a table's code, or its label
 * to a member's code, both as printed; null takes a correction back. They are remembered for the provider
 * when the file is accepted.
 */
export interface Correction {
  readonly provider?: string;
  readonly period?: string;
  readonly memory?: Readonly<Record<string, string | null>>;
}

/** A return on the board beside what was understood of it: the Import screen, looking back. */
export interface ReturnView {
  readonly version: ReturnVersion;
  readonly grids: readonly Grid[];
  readonly tables: readonly UnderstoodTable[];
}

/** The table around a finding's or figure's cell, as it was sent. */
export interface SourceView {
  readonly file: string;
  readonly provider: string;
  readonly period: string;
  readonly grid: Grid;
  /** Addresses to light up in this grid. */
  readonly lit: readonly string[];
  /** The same cells by their place in the grid: in a table that runs over a page an address may occur twice. */
  readonly cells: readonly { readonly row: number; readonly col: number }[];
}

export interface FigureExplanation {
  readonly figure: Figure;
  readonly sources: readonly SourceView[];
  readonly decisions: readonly Decision[];
  readonly findings: readonly SettledFinding[];
}

export interface ExportedFile {
  readonly name: string;
  /** Base64. */
  readonly bytes: string;
}

/** The words of a section or of a question (`implications.legal`) as they stand, with every figure as it reads now. */
export type NarrativeText = Standing;

/** The front page's answers by label, and the date of the meeting, null where nobody has said. */
export interface FrontPage {
  readonly answers: Readonly<Record<string, string>>;
  readonly meeting: string | null;
}

export interface PackDocument {
  readonly pack: Pack;
  /** What stands in the way of issuing it, in words. */
  readonly objections: readonly string[];
}

export interface PackPreview {
  /** How many pages the document has. */
  readonly total: number;
  /** The pages asked for, each a self-contained SVG without scripts or outside references. */
  readonly pages: readonly { readonly page: number; readonly svg: string }[];
}

/** A section of the pack as it stands in the outline. */
export interface OutlineSection {
  readonly code: string;
  readonly title: string;
  readonly appendix: boolean;
  readonly exempt: string | null;
  readonly on: boolean;
  /** False for sections that every pack must carry. */
  readonly movable: boolean;
  /** Nothing to show for this period: it is left out of the document. */
  readonly empty: boolean;
  /** `carried`: the text of an earlier quarter, not yet reviewed. */
  readonly narrative: 'none' | 'carried' | 'written' | 'reviewed';
}

/** One of two packs to compare: as it was issued, or as it stands now. */
export type PackChoice =
  | { readonly kind: 'issued'; readonly id: number }
  | { readonly kind: 'draft'; readonly period: string; readonly edition: 'board' | 'public' };

/** A document to be an exempt appendix, with what could identify a person in it, each in its context. */
export interface ExemptView {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
  /** Named until it is put in the board edition; after that, null: the name is not kept. */
  readonly file: string | null;
  readonly sha256: string;
  /** `staged`: in memory alone. `in`: on the board and in its edition. `open`: on the board, with a hit to be settled. */
  readonly state: 'staged' | 'in' | 'open';
  readonly hits: readonly {
    readonly id: string;
    readonly kind: HitKind;
    readonly place: 'title' | 'text';
    readonly text: string;
    readonly before: string;
    readonly after: string;
    readonly settled: Settling | null;
  }[];
}

/** A copy for review as the reviewer meets it. */
export interface ReviewCopy {
  readonly period: string;
  readonly title: string;
  readonly by: string;
  readonly sections: readonly ReviewSection[];
}

export interface VerifiedFile {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  /** The bytes kept have that hash. */
  readonly intact: boolean;
}

/** Long work that reports progress and can be stopped. */
export type Task = 'import' | 'accept' | 'check' | 'pack';

export type PackFormat = 'docx' | 'pdf' | 'pptx' | 'xlsx' | 'html';
