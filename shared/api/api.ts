/**
 * The one contract between the window and the service: every method with its argument and answer.
 *
 * Both hosts (Electron's preload bridge and the local browser host) carry exactly this. Expected failures
 * cross as values; only bugs throw. The service pushes two events: `changed` after any change to the board,
 * and `progress` during long work.
 */
import type { SettledFinding } from '#shared/decision/apply.ts';
import type { Choice } from '#shared/decision/decide.ts';
import type { Decision } from '#shared/decision/decision.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Figure } from '#shared/figure/figure.ts';
import type { Coverage, Severity } from '#shared/finding/finding.ts';
import type { Grid } from '#shared/grid/grid.ts';
import type { UnderstoodTable } from '#shared/meaning/understood.ts';
import type { HistoryEvent, IssuedPack, ReturnVersion } from '#shared/operation/stored.ts';
import type { Inline, Pack } from '#shared/pack/document.ts';

export interface ApiError {
  readonly code: string;
  /** Plain English, with what to do next. */
  readonly message: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ApiError };

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
}

export interface RecentBoard {
  readonly path: string;
  readonly name: string;
  readonly at: string;
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
}

/** Corrections made on the Import screen. `memory`: the provider's own label or caption to our code. */
export interface Correction {
  readonly provider?: string;
  readonly period?: string;
  readonly memory?: Readonly<Record<string, string>>;
}

/** The table around a finding's or figure's cell, as it was sent. */
export interface SourceView {
  readonly file: string;
  readonly provider: string;
  readonly period: string;
  readonly grid: Grid;
  /** Addresses to light up in this grid. */
  readonly lit: readonly string[];
}

export interface FigureExplanation {
  readonly figure: Figure;
  readonly sources: readonly SourceView[];
  readonly decisions: readonly Decision[];
  readonly findings: readonly SettledFinding[];
}

export interface ExportedFile {
  readonly name: string;
  readonly bytes: string;
}

export interface PackPreview {
  readonly pack: Pack;
  /** One SVG a page. */
  readonly pages: readonly string[];
  /** What stands in the way of issuing it, in words. */
  readonly objections: readonly string[];
}

export interface ProviderQuery {
  readonly provider: string;
  readonly name: string;
  readonly findings: number;
  readonly message: string;
}

export type PackFormat = 'docx' | 'pdf' | 'xlsx' | 'html';

/** Method name to [argument, answer]. */
export interface ApiMethods {
  'board.recent': [null, readonly RecentBoard[]];
  'board.create': [{ readonly path: string; readonly passphrase: string | null }, BoardInfo];
  'board.open': [{ readonly path: string; readonly passphrase: string | null }, BoardInfo];
  /** A fresh board holding the sample returns. */
  'board.sample': [null, BoardInfo];
  'board.info': [null, BoardInfo | null];
  'board.close': [null, null];
  'board.saveCopy': [{ readonly path: string }, null];
  'board.backups': [null, readonly { readonly path: string; readonly at: string; readonly size: number }[]];
  'board.restore': [{ readonly path: string }, BoardInfo];
  'board.passphrase': [{ readonly passphrase: string | null }, BoardInfo];
  'board.undo': [null, { readonly summary: string }];
  'board.redo': [null, { readonly summary: string }];
  'board.history': [null, readonly Omit<HistoryEvent, 'operation' | 'diff'>[]];
  'quarter.summary': [{ readonly period: string | null }, QuarterSummary];
  'import.stage': [{ readonly files: readonly GivenFile[] }, readonly StagedFile[]];
  'import.correct': [{ readonly id: string; readonly correction: Correction }, StagedFile];
  'import.accept': [
    { readonly ids: readonly string[] },
    readonly { readonly file: string; readonly message: string; readonly ok: boolean }[],
  ];
  'import.discard': [{ readonly ids: readonly string[] }, null];
  'return.list': [null, readonly ReturnVersion[]];
  'return.withdraw': [{ readonly id: number; readonly why: string; readonly reinstate: boolean }, null];
  'return.file': [{ readonly id: number }, ExportedFile];
  'finding.list': [{ readonly period: string | null }, readonly SettledFinding[]];
  'finding.sources': [{ readonly id: string }, readonly SourceView[]];
  'finding.decide': [{ readonly id: string; readonly verdict: Choice; readonly why: string }, Decision];
  'finding.withdraw': [{ readonly decision: string; readonly why: string }, null];
  'finding.queries': [{ readonly period: string | null }, readonly ProviderQuery[]];
  'figure.list': [{ readonly period: string | null }, readonly Figure[]];
  'figure.explain': [{ readonly key: string }, FigureExplanation];
  'pack.preview': [{ readonly period: string; readonly edition: 'board' | 'public' }, PackPreview];
  'pack.narrate': [
    {
      readonly period: string;
      readonly section: string;
      readonly paragraphs: readonly (readonly Inline[])[];
      readonly reviewed: boolean;
    },
    null,
  ];
  'pack.front': [{ readonly answers: Readonly<Record<string, string>> }, null];
  'pack.export': [
    {
      readonly period: string;
      readonly edition: 'board' | 'public';
      readonly formats: readonly PackFormat[];
      readonly section: string | null;
    },
    readonly ExportedFile[],
  ];
  'pack.issue': [
    {
      readonly period: string;
      readonly edition: 'board' | 'public';
      readonly formats: readonly PackFormat[];
      readonly override: string | null;
    },
    IssuedPack,
  ];
  'pack.issued': [null, readonly IssuedPack[]];
  'definition.get': [null, BoardDefinition];
  'definition.set': [
    { readonly definition: unknown },
    { readonly problems: readonly { readonly place: string; readonly message: string }[] },
  ];
}

export type ApiMethod = keyof ApiMethods;
export type Argument<M extends ApiMethod> = ApiMethods[M][0];
export type Answer<M extends ApiMethod> = ApiMethods[M][1];

/** What a host gives the renderer. */
export interface Host {
  readonly call: <M extends ApiMethod>(method: M, argument: Argument<M>) => Promise<Result<Answer<M>>>;
  readonly on: (listener: (event: ServiceEvent) => void) => () => void;
  /** Asks for a place to save or a board to open; null when the person thinks better of it. */
  readonly choose: (
    what: 'open-board' | 'save-board' | 'save-file',
    suggested: string,
  ) => Promise<string | null>;
  readonly kind: 'electron' | 'browser';
}

export type ServiceEvent =
  | { readonly kind: 'changed'; readonly tables: readonly string[] }
  | { readonly kind: 'progress'; readonly task: string; readonly done: number; readonly total: number }
  | { readonly kind: 'command'; readonly command: string }
  | { readonly kind: 'service-lost'; readonly message: string };
