/** What a board gives back: imported returns, narrative, issued packs and history, as its readers see them. */
import type { Hints } from '#shared/meaning/understood.ts';
import type { Diff } from '#shared/operation/diff.ts';
import type { Json } from '#shared/operation/json.ts';
import type { Operation } from '#shared/operation/operation.ts';

/** `current` counts; `superseded` was replaced by a later version; `withdrawn` was taken back. */
export type ReturnStatus = 'current' | 'superseded' | 'withdrawn';

export interface ReturnVersion {
  readonly id: number;
  /** The id of the first version of this return: versions of one return share it. */
  readonly line: number;
  /** 1, 2, … within its line. */
  readonly version: number;
  readonly provider: string;
  readonly period: string;
  /** The file's name when it was imported. */
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly status: ReturnStatus;
  readonly supersededBy: number | null;
  readonly tableCodes: readonly string[];
  readonly hints: Hints;
  /** The definition's version and the recogniser's version its assertions were read with. */
  readonly definition: number;
  readonly recogniser: string;
  readonly at: string;
  readonly by: string;
}

export interface MemoryEntry {
  readonly provider: string;
  readonly label: string;
  readonly code: string;
  readonly at: string;
  readonly by: string;
}

export interface NarrativeEntry {
  readonly section: string;
  readonly period: string;
  readonly text: Json;
  readonly reviewed: boolean;
  readonly at: string;
  readonly by: string;
}

export interface IssuedPack {
  readonly id: number;
  readonly edition: 'board' | 'public';
  readonly period: string;
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly size: number }[];
  readonly published: Json;
  readonly at: string;
  readonly by: string;
}

export interface DefinitionVersion {
  readonly version: number;
  readonly at: string;
  readonly by: string;
}

/**
 * One line of the audit trail. `undoes` and `redoes` name the event they reverse or repeat; where several were taken
 * back in one step (see `db/step.ts`), the first of them.
 */
export interface HistoryEvent {
  readonly id: number;
  readonly at: string;
  readonly by: string;
  readonly kind: Operation['kind'] | 'undo' | 'redo';
  readonly summary: string;
  readonly operation: Operation | null;
  readonly diff: Diff;
  readonly undoes: number | null;
  readonly redoes: number | null;
}
