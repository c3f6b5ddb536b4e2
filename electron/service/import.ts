/** Importing returns: read, recognise, store. Each file is imported whole or refused whole, with the reason. */
import { backupBoard } from '#db/backup/backup.ts';
import { importReturn } from '#db/import.ts';
import { sha256Of } from '#db/table/file.ts';
import { memory } from '#db/table/memory.ts';
import { cacheReading } from '#db/table/reading.ts';
import { readReturn } from '#electron/import/read.ts';
import { currentQuarter, stamp } from '#electron/service/clock.ts';
import { baseName, expandFolders, readBytes } from '#electron/service/disk.ts';
import { plainMessage } from '#electron/service/problem.ts';
import type { Session } from '#electron/service/session.ts';
import { RECOGNISER } from '#electron/service/understand.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Reading } from '#shared/grid/grid.ts';
import { recogniseReturn, understandReturn } from '#shared/meaning/recognise.ts';
import type { Hints, Recognition, UnderstoodReturn, UnderstoodTable } from '#shared/meaning/understood.ts';
import { parsePeriod, periodEnd } from '#shared/period/period.ts';

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

export interface ImportOptions {
  readonly provider?: string;
  readonly period?: string;
  readonly by?: string;
}

/** Imports files in the order given, telling `note` of each; then makes one backup if anything was new. */
export async function importReturns(
  session: Session,
  paths: readonly string[],
  options: ImportOptions,
  note: (text: string) => void,
): Promise<readonly ImportedFile[]> {
  const results: ImportedFile[] = [];
  const files = expandFolders(paths);
  for (const [index, path] of files.entries()) {
    const result = await importPath(session, path, options);
    note(
      `[${index + 1}/${files.length}] ${result.file}: ${result.refused ?? `${result.provider}, ${result.period}`}`,
    );
    for (const warning of result.warnings) note(`    ${warning}`);
    results.push(result);
  }
  if (results.some((r) => !r.refused && !r.already)) {
    const backup = backupBoard(session.board, stamp(options.by).at);
    if (!backup.ok) note(backup.message);
  }
  return results;
}

async function importPath(session: Session, path: string, options: ImportOptions): Promise<ImportedFile> {
  const file = baseName(path);
  try {
    return await importBytes(session, file, readBytes(path), options);
  } catch (error) {
    return refusal(file, null, plainMessage(error));
  }
}

/** Imports one file's bytes. A file that cannot be read or placed is refused; only store errors throw. */
export async function importBytes(
  session: Session,
  file: string,
  bytes: Uint8Array,
  options: ImportOptions,
): Promise<ImportedFile> {
  const sha256 = sha256Of(bytes);
  const read = await readReturn(file, bytes);
  if (!read.ok) return refusal(file, sha256, read.error.message);
  const definition = session.definition();
  const hints = hintsOf(session, definition, options);
  const recognition = recogniseReturn(read.reading, definition, hints);
  const objection = objectionTo(file, recognition, definition);
  if (objection) return { ...refusal(file, sha256, objection), tables: recognition.tables };
  return store(session, read.reading, bytes, { definition, hints, recognition, options });
}

function refusal(file: string, sha256: string | null, why: string): ImportedFile {
  const nothing = { provider: null, period: null, version: null, tables: [], already: false, warnings: [] };
  return { file, sha256, ...nothing, refused: why };
}

function hintsOf(session: Session, definition: BoardDefinition, { provider, period }: ImportOptions): Hints {
  const code = provider && definition.providers.find((p) => p.code === provider || p.name === provider)?.code;
  const remembered = Object.fromEntries(
    memory(session.board, code || null).map((entry) => [entry.label, entry.code]),
  );
  return {
    ...(provider ? { provider: code || provider } : {}),
    ...(period ? { period } : {}),
    memory: remembered,
  };
}

/** Why this return cannot be placed on the board, or null. */
function objectionTo(
  file: string,
  { provider, period, tables }: Recognition,
  definition: BoardDefinition,
): string | null {
  const known = definition.providers.map((p) => `${p.code} (${p.name})`).join(', ');
  if (tables.length === 0)
    return `${file} holds no table that could be read. Check that it is the return itself.`;
  if (!provider)
    return `${file} does not say whose return it is. Import it with --provider and one of: ${known}.`;
  if (!definition.providers.some((p) => p.code === provider)) {
    return `This board knows no provider "${provider}". Its providers are: ${known}.`;
  }
  if (!period)
    return `${file} does not say which quarter it is for. Import it with --period "2020-21 Q1" or the like.`;
  if (parsePeriod(period)?.kind !== 'quarter')
    return `"${period}" is not a quarter. Write it like "2020-21 Q1".`;
  if ((periodEnd(period) ?? 0) > (periodEnd(currentQuarter()) ?? 0)) {
    return `${file} says it is for ${period}, which has not begun. Check the period in the file, or give the right one with --period.`;
  }
  return null;
}

interface Recognised {
  readonly definition: BoardDefinition;
  readonly hints: Hints;
  readonly recognition: Recognition;
  readonly options: ImportOptions;
}

function store(session: Session, reading: Reading, bytes: Uint8Array, found: Recognised): ImportedFile {
  const { definition, hints, recognition, options } = found;
  const provider = recognition.provider ?? '';
  const period = recognition.period ?? '';
  const ref = { provider, period, version: 1, sha256: reading.sha256 };
  const first = understandReturn(reading, definition, ref, hints);
  const done = importReturn(
    session.board,
    {
      name: reading.file,
      bytes,
      provider,
      period,
      tableCodes: [...new Set(first.tables.flatMap((t) => (t.code ? [t.code] : [])))],
      hints,
      definition: definition.version,
      recogniser: RECOGNISER,
      assertions: first.tables.flatMap((t) => t.assertions),
    },
    stamp(options.by),
  );
  const final = numbered(first, done.version.version);
  const key = { returnId: done.version.id, definition: definition.version, recogniser: RECOGNISER };
  if (!done.already) cacheReading(session.board, key, final);
  return {
    file: reading.file,
    sha256: reading.sha256,
    provider,
    period,
    version: done.version.version,
    tables: final.tables,
    already: done.already,
    refused: null,
    warnings: [...reading.warnings, ...droppedWarning(done.dropped, definition)],
  };
}

/** The same understanding under the version number the store gave it. */
function numbered(returned: UnderstoodReturn, version: number): UnderstoodReturn {
  if (returned.ref.version === version) return returned;
  const ref = { ...returned.ref, version };
  const tables = returned.tables.map((table) => ({
    ...table,
    assertions: table.assertions.map((assertion) => ({ ...assertion, from: ref })),
  }));
  return { ...returned, ref, tables };
}

function droppedWarning(codes: readonly string[], definition: BoardDefinition): readonly string[] {
  if (codes.length === 0) return [];
  const titles = codes.map((code) => definition.tables.find((t) => t.code === code)?.title ?? code);
  return [`The version it replaces also held: ${titles.join('; ')}. Those figures no longer count.`];
}
