/**
 * Makes the sample board and the returns beside it: `npm run sample [DIRECTORY]`.
 *
 * The same program gives the same bytes, so a test can prove that what is shipped is what this makes. Run it again
 * after a change to what is read from a return or found in it.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { backupTo } from '#db/backup/backup.ts';
import { closeBoard, createBoard } from '#db/open.ts';
import { setClock, stamp } from '#electron/service/clock.ts';
import { openSession } from '#electron/service/session.ts';
import { ADMINISTRATOR } from '#test/simulation/sample/administrator.ts';
import { clockFrom } from '#test/simulation/sample/calendar.ts';
import { firstDefinition } from '#test/simulation/sample/council.ts';
import { type History, westmoor } from '#test/simulation/sample/history.ts';
import { steady } from '#test/simulation/sample/steady.ts';
import { lived } from '#test/simulation/sample/years.ts';
import { bytesOf } from '#test/simulation/write/write.ts';

const SHIPPED = path.resolve(import.meta.dirname, '../../../electron/sample/council');

/** Writes `returns/QUARTER/…`, `waiting/…` and `board.eoc.br` into an empty `directory`. */
export async function buildSample(directory: string): Promise<void> {
  const history = westmoor();
  await writeFiles(history, directory);
  const work = mkdtempSync(path.join(os.tmpdir(), 'eoc-sample-'));
  try {
    const board = await liveThrough(history, directory, path.join(work, 'Sample board.eoc'));
    writeFileSync(path.join(directory, 'board.eoc.br'), packed(readFileSync(board)));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function writeFiles({ chapters }: History, directory: string): Promise<void> {
  for (const { period, returns, waiting } of chapters) {
    const places = [
      ...returns.map((laid) => ({ laid, folder: path.join(directory, 'returns', period) })),
      ...waiting.map((laid) => ({ laid, folder: path.join(directory, 'waiting') })),
    ];
    for (const { laid, folder } of places) {
      mkdirSync(folder, { recursive: true });
      const made = await bytesOf(laid);
      const bytes = typeof made === 'string' ? Buffer.from(made) : made;
      writeFileSync(path.join(folder, laid.file), steady(laid.file, bytes));
    }
  }
}

/** The board after three years, and a copy of it without a free page. */
async function liveThrough(history: History, directory: string, file: string): Promise<string> {
  const clock = clockFrom('2023-06-12T09:30:00Z');
  setClock(clock.now);
  try {
    closeBoard(
      createBoard(file, { definition: firstDefinition(), passphrase: null, ...stamp(ADMINISTRATOR) }),
    );
    using session = openSession(file, null);
    await lived(session, history, path.join(directory, 'returns'), clock);
    return backupTo(session.board, path.join(path.dirname(file), 'whole.eoc'));
  } finally {
    setClock(() => new Date());
  }
}

function packed(board: Uint8Array): Uint8Array {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
  return brotliCompressSync(board, {
    params: {
      [BROTLI_PARAM_QUALITY]: 9,
      [BROTLI_PARAM_LGWIN]: 24,
      [BROTLI_PARAM_SIZE_HINT]: board.length,
    },
  });
}

if (process.argv[1] === import.meta.filename) {
  const directory = path.resolve(process.argv[2] ?? SHIPPED);
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  await buildSample(directory);
}
