/** From a stored return to what the board understands by it, through a cache that can be thrown away. */

import { fileBytes } from '#db/table/file.ts';
import { memoryFor } from '#db/table/memory.ts';
import { cachedReading, cacheReading } from '#db/table/reading.ts';
import { currentReturns } from '#db/table/return.ts';
import { readReturn } from '#electron/import/read.ts';
import { Problem } from '#electron/service/problem.ts';
import type { Session } from '#electron/service/session.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Reading } from '#shared/grid/grid.ts';
import { understandReturn } from '#shared/meaning/recognise.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';
import type { ReturnVersion } from '#shared/operation/stored.ts';

/** Changes whenever recognition does, so that readings made by an older program are made again. */
export const RECOGNISER = '2';

/** Every return that counts, understood under the definition in force. */
export async function understoodReturns(session: Session): Promise<readonly UnderstoodReturn[]> {
  const definition = session.definition();
  const found: UnderstoodReturn[] = [];
  for (const version of currentReturns(session.board)) {
    found.push(await understood(session, definition, version));
  }
  return found;
}

async function understood(
  session: Session,
  definition: BoardDefinition,
  version: ReturnVersion,
): Promise<UnderstoodReturn> {
  const key = { returnId: version.id, definition: definition.version, recogniser: RECOGNISER };
  const cached = cachedReading(session.board, key);
  if (cached) return cached;
  const reading = await storedReading(session, version);
  const { provider, period, version: number, sha256 } = version;
  const hints = {
    ...version.hints,
    memory: { ...version.hints.memory, ...memoryFor(session.board, provider) },
  };
  const fresh = understandReturn(reading, definition, { provider, period, version: number, sha256 }, hints);
  cacheReading(session.board, key, fresh);
  return fresh;
}

/** The file as it was received, read into grids again. */
export async function storedReading(session: Session, version: ReturnVersion): Promise<Reading> {
  const bytes = fileBytes(session.board, version.sha256);
  if (!bytes)
    throw new Problem(
      'file-missing',
      `The board no longer holds the file ${version.name}. Restore a backup.`,
    );
  const read = await readReturn(version.name, bytes);
  if (!read.ok) throw new Problem(read.error.code, read.error.message);
  return read.reading;
}
