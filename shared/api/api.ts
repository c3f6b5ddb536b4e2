/**
 * The one contract between the window and the service: every method with its argument and answer.
 *
 * Both hosts (Electron's preload bridge and the local browser host) carry exactly this. Everything that goes
 * wrong crosses as a value with a code and a sentence; `bug` is the code of what nobody foresaw. The service
 * pushes `changed` after any change to the board and `progress` during long work; the hosts add `command`
 * (a menu item was chosen) and `service-lost`.
 *
 * Over HTTP: `POST /api/<method>` with `{"argument": …}` as JSON and the same origin's cookie answers a
 * `Result` as JSON; `GET /events` is a stream of server-sent events whose data is a `ServiceEvent`;
 * `POST /restart` (body `{}`, as JSON) starts the service again after `service-lost` and answers `true`.
 */

import type { ActionView } from '#shared/action/action.ts';
import type {
  BoardInfo,
  BoardPlaces,
  Correction,
  ExportedFile,
  FigureExplanation,
  FrontPage,
  GivenFile,
  NarrativeText,
  OutlineSection,
  PackChoice,
  PackDocument,
  PackFormat,
  PackPreview,
  QuarterSummary,
  RecentBoard,
  ReturnView,
  StagedFile,
  Task,
  VerifiedFile,
  WaitingReturns,
} from '#shared/api/answers.ts';
import type { CommandId } from '#shared/api/commands.ts';
import type { FindingMethods } from '#shared/api/finding.ts';
import type { SendingMethods } from '#shared/api/sending.ts';
import type { PackDifference } from '#shared/comparison/difference.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { FigureTable } from '#shared/figure/rows.ts';
import type { HistoryEvent, IssuedPack, MemoryEntry, ReturnVersion } from '#shared/operation/stored.ts';
import type { Paragraphs } from '#shared/pack/inline.ts';
import type { Signoff } from '#shared/pack/signoff.ts';
import type { TypedNumber } from '#shared/pack/typed.ts';

export type * from '#shared/api/answers.ts';

export interface ApiError {
  readonly code: string;
  /** Plain English, with what to do next. */
  readonly message: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ApiError };

/** Method name to [argument, answer]. Those of findings and statements are in `finding.ts`. */
export interface ApiMethods extends FindingMethods, SendingMethods {
  /** Stops long work at the next step: a file, a format. What was done before stays done. */
  'service.cancel': [{ readonly task: Task }, null];
  'disk.boards': [null, BoardPlaces];
  'board.recent': [null, readonly RecentBoard[]];
  'board.forgetRecent': [{ readonly path: string }, null];
  'board.create': [{ readonly path: string; readonly passphrase: string | null }, BoardInfo];
  'board.open': [{ readonly path: string; readonly passphrase: string | null }, BoardInfo];
  /** A fresh board of the sample council, its returns beside it. */
  'board.sample': [null, BoardInfo];
  'board.info': [null, BoardInfo | null];
  'board.close': [null, null];
  'board.saveCopy': [{ readonly path: string }, null];
  /** A verified copy of the board as a download. */
  'board.download': [null, ExportedFile];
  'board.backups': [null, readonly { readonly path: string; readonly at: string; readonly size: number }[]];
  'board.restore': [{ readonly path: string }, BoardInfo];
  'board.passphrase': [{ readonly passphrase: string | null }, BoardInfo];
  'board.undo': [null, { readonly summary: string }];
  'board.redo': [null, { readonly summary: string }];
  'board.history': [null, readonly Omit<HistoryEvent, 'operation' | 'diff'>[]];
  /** The folder the sample board and its returns are put in. */
  'sample.place': [null, string];
  /** On a sample board, the returns beside it that are not on it yet; null where none wait. */
  'sample.waiting': [null, WaitingReturns | null];
  /** Stages them, as dropping them on the window would. */
  'sample.stage': [null, readonly StagedFile[]];
  'quarter.summary': [{ readonly period: string | null }, QuarterSummary];
  /** Files read but not accepted, also those staged before the window was opened again. */
  'import.staged': [null, readonly StagedFile[]];
  /** Answers the files staged by this call; a file that cannot be read comes back with its objection. */
  'import.stage': [{ readonly files: readonly GivenFile[] }, readonly StagedFile[]];
  'import.correct': [{ readonly id: string; readonly correction: Correction }, StagedFile];
  'import.accept': [
    { readonly ids: readonly string[] },
    readonly { readonly file: string; readonly message: string; readonly ok: boolean }[],
  ];
  'import.discard': [{ readonly ids: readonly string[] }, null];
  /** What was remembered for providers when corrected files were accepted. */
  'import.memory': [null, readonly MemoryEntry[]];
  'import.forget': [{ readonly provider: string; readonly label: string }, null];
  'return.list': [null, readonly ReturnVersion[]];
  'return.withdraw': [{ readonly id: number; readonly why: string; readonly reinstate: boolean }, null];
  'return.view': [{ readonly id: number }, ReturnView];
  'return.file': [{ readonly id: number }, ExportedFile];
  /** Column by column, because there can be 200,000; `figureRows` of `shared/figure/rows.ts` gives rows. */
  'figure.list': [{ readonly period: string | null }, FigureTable];
  'figure.explain': [{ readonly key: string }, FigureExplanation];
  'pack.outline': [{ readonly period: string }, readonly OutlineSection[]];
  /** Order of the sections and which are off; sections not named keep their place after those named. */
  'pack.arrange': [{ readonly sections: readonly { readonly code: string; readonly on: boolean }[] }, null];
  'pack.document': [{ readonly period: string; readonly edition: 'board' | 'public' }, PackDocument];
  /**
   * Pages `from` to `from + count - 1`, from 1; at most twelve at a time. With `section`, the pages of that section
   * alone, numbered as in the pack: some 20 ms where the whole pack takes half a second, so it suits typing. A
   * section with nothing to show gives the whole pack.
   */
  'pack.preview': [
    {
      readonly period: string;
      readonly edition: 'board' | 'public';
      readonly from: number;
      readonly count: number;
      readonly section?: string | null | undefined;
    },
    PackPreview,
  ];
  /** What every protected number of the public edition could still be: a CSV for the board alone. */
  'pack.certificate': [{ readonly period: string }, ExportedFile];
  'pack.narrative': [{ readonly period: string }, readonly NarrativeText[]];
  'pack.narrate': [
    {
      readonly period: string;
      readonly section: string;
      readonly paragraphs: Paragraphs;
      readonly reviewed: boolean;
    },
    null,
  ];
  /** Sentences made from the section's figures, for a person to put into its words. */
  'pack.suggestions': [{ readonly period: string; readonly section: string }, Paragraphs];
  /** Numbers typed by hand, by section or question, each held against the figure it speaks of. */
  'pack.typed': [{ readonly period: string }, Readonly<Record<string, readonly TypedNumber[]>>];
  'pack.signoffs': [{ readonly period: string }, readonly Signoff[]];
  'pack.assign': [{ readonly period: string; readonly code: string; readonly officer: string }, null];
  /** Clears what is written as it reads now; `null` takes a clearance back. */
  'pack.clear': [
    {
      readonly period: string;
      readonly code: string;
      readonly cleared: { readonly by: string; readonly on: string } | null;
    },
    null,
  ];
  'pack.answers': [{ readonly period: string }, FrontPage];
  'pack.front': [{ readonly period: string } & FrontPage, null];
  'pack.export': [
    {
      readonly period: string;
      readonly edition: 'board' | 'public';
      readonly formats: readonly PackFormat[];
      readonly section: string | null;
    },
    readonly ExportedFile[],
  ];
  /** The evidence register of the board edition as a workbook; there is none of the public edition. */
  'pack.evidence': [{ readonly period: string }, ExportedFile];
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
  /** A file of an issued pack, byte for byte as it went out. */
  'pack.issuedFile': [{ readonly id: number; readonly name: string }, ExportedFile];
  /** Whether the files kept of an issued pack are still those that went out, by their SHA-256. */
  'pack.verify': [{ readonly id: number }, readonly VerifiedFile[]];
  /** What differs between two packs, issued or as they stand. */
  'pack.compare': [{ readonly from: PackChoice; readonly to: PackChoice }, PackDifference];
  /** The same as a Word document. */
  'pack.compareFile': [{ readonly from: PackChoice; readonly to: PackChoice }, ExportedFile];
  /** Recommendations and actions as they stand at the quarter's meeting. */
  'action.list': [{ readonly period: string }, readonly ActionView[]];
  /** Adds an action raised for the quarter, or changes what one says. Answers its id. */
  'action.put': [
    {
      readonly period: string;
      readonly id: string | null;
      readonly programme: string | null;
      readonly text: string;
      readonly owner: string;
      readonly due: string;
    },
    { readonly id: string },
  ];
  /** Adds a line to an action's history, and closes it or opens it again. */
  'action.tell': [
    {
      readonly period: string;
      readonly id: string;
      readonly text: string | null;
      readonly closed: boolean;
    },
    null,
  ];
  'action.remove': [{ readonly id: string }, null];
  'definition.get': [null, BoardDefinition];
  'definition.set': [
    { readonly definition: unknown },
    { readonly problems: readonly { readonly place: string; readonly message: string }[] },
  ];
}

export type ApiMethod = keyof ApiMethods;
export type Argument<M extends ApiMethod> = ApiMethods[M][0];
export type Answer<M extends ApiMethod> = ApiMethods[M][1];

/** The system's keychain, where the host has one and the system can encrypt with it. */
export interface Keychain {
  readonly recall: (path: string) => Promise<string | null>;
  readonly remember: (path: string, passphrase: string) => Promise<boolean>;
  readonly forget: (path: string) => Promise<boolean>;
}

/** What a host gives the renderer: `window.eoc` in Electron; built on `fetch` in a browser. */
export interface Host {
  readonly kind: 'electron' | 'browser';
  readonly call: <M extends ApiMethod>(method: M, argument: Argument<M>) => Promise<Result<Answer<M>>>;
  /** Listens to the service; the answer stops listening. */
  readonly on: (listener: (event: ServiceEvent) => void) => () => void;
  /**
   * Asks for a place to save a board or for a board to open; null when the person thinks better of it. A
   * browser has no such dialog: there the renderer offers `disk.boards`.
   */
  readonly choose: (what: 'open-board' | 'save-board', suggested: string) => Promise<string | null>;
  /** Saves a file where the person says (a download in a browser); null when they think better of it. */
  readonly save: (file: ExportedFile) => Promise<string | null>;
  /** Starts the service again after `service-lost`. */
  readonly restart: () => Promise<boolean>;
  readonly keychain: Keychain | null;
}

/** `tables` that stand for no table of the board: `board` (another board, or none), `staged`, `recent`. */
export type ServiceEvent =
  | { readonly kind: 'changed'; readonly tables: readonly string[] }
  | {
      readonly kind: 'progress';
      readonly task: Task;
      readonly done: number;
      readonly total: number;
      /** What is being worked on, in words; empty at the end. */
      readonly words: string;
    }
  | { readonly kind: 'command'; readonly command: CommandId; readonly argument: string | null }
  | { readonly kind: 'service-lost'; readonly message: string };
