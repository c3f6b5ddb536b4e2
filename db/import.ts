/** Importing a return: the file, its assertions and its place among earlier versions, then a backup. */
import { type BackupOutcome, backupBoard } from '#db/backup/backup.ts';
import { commit } from '#db/commit.ts';
import { type BoardError, boardError } from '#db/error.ts';
import type { Board, WriteDb } from '#db/handle.ts';
import { sha256Of } from '#db/table/file.ts';
import { returnById, returnsFrom } from '#db/table/return.ts';
import type { Assertion } from '#shared/assertion/assertion.ts';
import type { Hints } from '#shared/meaning/understood.ts';
import type { Stamp } from '#shared/operation/operation.ts';
import type { ReturnVersion } from '#shared/operation/stored.ts';

export interface ReturnInput {
  /** The file's name, without its folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly provider: string;
  readonly period: string;
  /** Codes of the tables recognised in it; shape-only tables are left out. */
  readonly tableCodes: readonly string[];
  readonly hints: Hints;
  /** The definition's version and the recogniser's that `assertions` were read with. */
  readonly definition: number;
  readonly recogniser: string;
  readonly assertions: readonly Assertion[];
}

export interface Imported {
  /** The same bytes were there already for this provider and period: nothing was changed. */
  readonly already: boolean;
  readonly version: ReturnVersion;
  /** The version it took the place of, and that one's tables which the new file lacks: to be shown. */
  readonly replaced: ReturnVersion | null;
  readonly dropped: readonly string[];
  readonly summary: string;
}

/** Imports one return. Throws what `commit` throws; then nothing was changed. */
export function importReturn(db: WriteDb, input: ReturnInput, stamp: Stamp): Imported {
  const { name, bytes, assertions, ...rest } = input;
  const file = { name, sha256: sha256Of(bytes), size: bytes.length };
  const done = commit(db, { kind: 'import-return', file, ...rest }, stamp, { files: [bytes], assertions });
  const version = returnById(db, Number(done.subject));
  if (!version) throw new Error(`The return ${name} is not there after its import`);
  const already = done.kind === 'unchanged';
  const earlier = already ? [] : returnsFrom(db, version.provider, version.period);
  const replaced = earlier.find((other) => other.supersededBy === version.id) ?? null;
  const dropped = replaced ? replaced.tableCodes.filter((code) => !version.tableCodes.includes(code)) : [];
  return { already, version, replaced, dropped, summary: done.summary };
}

export type ImportOutcome =
  | { readonly ok: true; readonly imported: Imported }
  | { readonly ok: false; readonly name: string; readonly error: BoardError };

export interface Batch {
  /** One for each input, in order. */
  readonly outcomes: readonly ImportOutcome[];
  /** null when nothing new came in. */
  readonly backup: BackupOutcome | null;
}

/**
 * Imports several returns, each whole or not at all and none on account of another, then makes one backup if
 * any was new. A failed backup does not undo the import; its outcome says so.
 */
export function importReturns(board: Board, inputs: readonly ReturnInput[], stamp: Stamp): Batch {
  const outcomes = inputs.map((input) => outcomeOf(board, input, stamp));
  const changed = outcomes.some((one) => one.ok && !one.imported.already);
  return { outcomes, backup: changed ? backupBoard(board, stamp.at) : null };
}

function outcomeOf(board: Board, input: ReturnInput, stamp: Stamp): ImportOutcome {
  try {
    return { ok: true, imported: importReturn(board, input, stamp) };
  } catch (error) {
    return { ok: false, name: input.name, error: boardError(error, board.path) };
  }
}
