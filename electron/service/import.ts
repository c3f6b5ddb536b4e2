/** Importing returns: read, recognise, store. Each file is imported whole or refused whole, with the reason. */
import { backupBoard } from '#db/backup/backup.ts';
import { importReturn } from '#db/import.ts';
import { sha256Of } from '#db/table/file.ts';
import { cacheReading } from '#db/table/reading.ts';
import { readReturn } from '#electron/import/read.ts';
import { stamp } from '#electron/service/clock.ts';
import { baseName, expandFolders, folderName, readBytes } from '#electron/service/disk.ts';
import { hintsFor, objectionTo, type PlacingOptions, workingQuarter } from '#electron/service/placing.ts';
import { plainMessage } from '#electron/service/problem.ts';
import { programName } from '#electron/service/program.ts';
import type { Session } from '#electron/service/session.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Reading } from '#shared/grid/grid.ts';
import { recogniseReturn } from '#shared/meaning/recognise.ts';
import type { Recognition, UnderstoodReturn, UnderstoodTable } from '#shared/meaning/understood.ts';

export interface ImportedFile {
  readonly file: string;
  readonly sha256: string | null;
  readonly provider: string | null;
  readonly period: string | null;
  readonly version: number | null;
  readonly tables: readonly UnderstoodTable[];
  /** The same bytes had been imported before. */
  readonly already: boolean;
  /** Why nothing was imported, in plain English; null where it was. */
  readonly refused: string | null;
  readonly warnings: readonly string[];
}

export interface ImportOptions extends PlacingOptions {
  readonly by?: string;
}

/**
 * Imports files, telling `note` of each; then makes one backup if anything was new. A file that names no
 * quarter waits until the others are in, and then takes the quarter the board is working on. `before` is told
 * each file before it is read and stops the import by answering false; what is in by then stays.
 */
export async function importReturns(
  session: Session,
  paths: readonly string[],
  options: ImportOptions,
  note: (text: string) => void,
  before: (file: string) => Promise<boolean> = async () => true,
): Promise<readonly ImportedFile[]> {
  const files = expandFolders(paths);
  const results = new Map<string, ImportedFile>();
  const tell = (path: string, result: ImportedFile) => {
    results.set(path, result);
    const outcome = result.refused ?? `${result.provider}, ${result.period}`;
    note(`[${results.size}/${files.length}] ${result.file}: ${outcome}`);
    for (const warning of result.warnings) note(`    ${warning}`);
  };
  const waiting: string[] = [];
  for (const path of files) {
    if (!(await before(baseName(path)))) break;
    const result = await importPath(session, path, options, null);
    if (result === 'no-quarter') waiting.push(path);
    else tell(path, result);
  }
  for (const path of waiting) {
    const result = await importPath(session, path, options, workingQuarter(session) ?? '');
    if (result !== 'no-quarter') tell(path, result);
  }
  if ([...results.values()].some((r) => !r.refused && !r.already)) {
    const backup = backupBoard(session.board, stamp(options.by).at);
    if (!backup.ok) note(backup.message);
  }
  return files.flatMap((path) => results.get(path) ?? []);
}

/** `around`: the quarter to take where the file names none; null to leave such a file for later. */
async function importPath(
  session: Session,
  path: string,
  options: ImportOptions,
  around: string | null,
): Promise<ImportedFile | 'no-quarter'> {
  const file = baseName(path);
  try {
    return await importBytes(
      session,
      file,
      readBytes(path),
      { folder: folderName(path), ...options },
      around,
    );
  } catch (error) {
    return refusal(file, null, plainMessage(error));
  }
}

async function importBytes(
  session: Session,
  file: string,
  bytes: Uint8Array,
  options: ImportOptions,
  around: string | null,
): Promise<ImportedFile | 'no-quarter'> {
  const read = await readReturn(file, bytes);
  if (!read.ok) return refusal(file, sha256Of(bytes), read.error.message);
  const definition = session.definition();
  const hints = hintsFor(session, options);
  const recognition = recogniseReturn(read.reading, definition, around ? { ...hints, around } : hints);
  if (recognition.provider && !recognition.period && around === null) return 'no-quarter';
  const objection = objectionTo(file, recognition, definition);
  if (objection) return { ...refusal(file, read.reading.sha256, objection), tables: recognition.tables };
  const taken = around ? [`${file} names no quarter of its own; ${recognition.evidence.at(-1)}.`] : [];
  return storeReturn(session, read.reading, bytes, recognition, options.by, taken);
}

function refusal(file: string, sha256: string | null, why: string): ImportedFile {
  const nothing = { provider: null, period: null, version: null, tables: [], already: false, warnings: [] };
  return { file, sha256, ...nothing, refused: why };
}

/** Puts a recognised return on the board. Its provider and quarter must be known. Throws what the store throws. */
export function storeReturn(
  session: Session,
  reading: Reading,
  bytes: Uint8Array,
  recognition: Recognition,
  by: string | undefined,
  warnings: readonly string[] = [],
): ImportedFile {
  const { provider, period } = recognition;
  if (!provider || !period) throw new RangeError('A return is stored for a provider and a quarter');
  const definition = session.definition();
  const read = { definition: definition.version, recogniser: programName() };
  const codes = recognition.tables.flatMap((table) => table.code ?? []);
  const done = importReturn(
    session.board,
    {
      ...read,
      name: reading.file,
      bytes,
      provider,
      period,
      tableCodes: [...new Set(codes)],
      hints: { provider, period },
      assertions: recognition.tables.flatMap((table) => table.assertions),
    },
    stamp(by),
  );
  const { id, version } = done.version;
  const understood = numbered(reading, recognition, { provider, period, version, sha256: reading.sha256 });
  if (!done.already) cacheReading(session.board, { returnId: id, ...read }, understood);
  const dropped = droppedWarning(done.dropped, definition);
  return {
    ...{ file: reading.file, sha256: reading.sha256, provider, period, version, tables: understood.tables },
    already: done.already,
    refused: null,
    warnings: [...reading.warnings, ...warnings, ...dropped],
  };
}

/** What was recognised, under the version number the store gave it. */
function numbered(
  reading: Reading,
  recognition: Recognition,
  ref: UnderstoodReturn['ref'],
): UnderstoodReturn {
  const tables = recognition.tables.map((table) => ({
    ...table,
    assertions: table.assertions.map((assertion) => ({ ...assertion, from: ref })),
  }));
  return { ref, file: reading.file, tables, statements: recognition.statements };
}

function droppedWarning(codes: readonly string[], definition: BoardDefinition): readonly string[] {
  if (codes.length === 0) return [];
  const titles = codes.map((code) => definition.tables.find((t) => t.code === code)?.title ?? code);
  return [`The version it replaces also held: ${titles.join('; ')}. Those figures no longer count.`];
}
