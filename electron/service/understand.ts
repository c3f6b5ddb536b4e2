/** From a stored return to what the board understands by it, through a cache that can be thrown away. */

import { lastEventId } from '#db/table/event.ts';
import { fileBytes } from '#db/table/file.ts';
import { memoryFor } from '#db/table/memory.ts';
import { cachedReading, cacheReading } from '#db/table/reading.ts';
import { currentReturns } from '#db/table/return.ts';
import { readReturn } from '#electron/import/read.ts';
import { READ_FROM, remembered } from '#electron/service/memo.ts';
import { Problem } from '#electron/service/problem.ts';
import { programName } from '#electron/service/program.ts';
import type { Session } from '#electron/service/session.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Reading } from '#shared/grid/grid.ts';
import { seenTogether } from '#shared/meaning/own.ts';
import { understandReturn } from '#shared/meaning/recognise.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';
import type { ReturnVersion } from '#shared/operation/stored.ts';

/** Tables on which what is understood of one return depends, besides its own row. */
const UNDERSTOOD_FROM: readonly string[] = ['definition_version', 'memory'];

/** Returns opened between letting other work in. */
const AT_ONCE = 8;

/** Every return that counts, understood under the definition in force; those opened before are not opened again. */
export function understoodReturns(session: Session): Promise<readonly UnderstoodReturn[]> {
  return remembered(session, 'returns', READ_FROM, async () => {
    const definition = session.definition();
    const opened = await remembered(
      session,
      'opened',
      UNDERSTOOD_FROM,
      () => new Map<string, UnderstoodReturn>(),
    );
    const found = new Map<string, UnderstoodReturn>();
    for (const version of currentReturns(session.board)) {
      const name = JSON.stringify([version.id, version.version, version.hints]);
      const known = opened.get(name);
      found.set(name, known ?? (await understood(session, definition, version)));
      if (!known && found.size % AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    opened.clear();
    for (const [name, one] of found) opened.set(name, one);
    return seenTogether(definition, [...found.values()]);
  });
}

async function understood(
  session: Session,
  definition: BoardDefinition,
  version: ReturnVersion,
): Promise<UnderstoodReturn> {
  const key = { returnId: version.id, definition: definition.version, recogniser: programName() };
  const cached = cachedReading(session.board, key);
  if (cached) return cached;
  const asOf = lastEventId(session.board);
  const reading = await storedReading(session, version);
  const { provider, period, version: number, sha256 } = version;
  const hints = {
    ...version.hints,
    memory: { ...version.hints.memory, ...memoryFor(session.board, provider) },
  };
  const fresh = understandReturn(reading, definition, { provider, period, version: number, sha256 }, hints);
  cacheReading(session.board, key, fresh, asOf);
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
