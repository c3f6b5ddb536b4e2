/**
 * Ten years of a fictional council's returns as a board: `node test/bench/ten-years.ts FOLDER` writes the files and
 * imports them into `FOLDER/board.eoc`.
 */
import path from 'node:path';
import { importReturns } from '#electron/service/import.ts';
import { newSession } from '#electron/service/session.ts';
import { ERROR_KINDS, inject } from '#test/simulation/errors/inject.ts';
import { quarterNumber } from '#test/simulation/model/calendar.ts';
import { layOutAll, simulateFrom } from '#test/simulation/simulate.ts';
import { writeReturns } from '#test/simulation/write/write.ts';

/** Financial year of the first return: ten years end before the clock of any machine this runs on. */
const FIRST = 2012;
const QUARTERS = 40;
const SEED = 7;
const ERRORS_EACH = 6;

/** Writes the return files, quarter by quarter, and gives their paths. */
export function writeTenYears(folder: string, quarters = QUARTERS): Promise<string[]> {
  const clean = simulateFrom(SEED, quarterNumber(FIRST, 1), quarters);
  const faulty = inject(clean, { perQuarter: ERRORS_EACH, kinds: ERROR_KINDS });
  return writeReturns(layOutAll(faulty.simulation), folder);
}

export interface TenYears {
  readonly board: string;
  /** Folder of the returns of the quarter after, which are not on the board. */
  readonly more: string;
}

/** Makes the board and the returns it is made of. */
export async function tenYears(folder: string, quarters = QUARTERS): Promise<TenYears> {
  const board = path.join(folder, 'board.eoc');
  const files = await writeTenYears(path.join(folder, 'returns'), quarters + 1);
  const more = path.dirname(files.at(-1) ?? folder);
  using session = newSession(board);
  const first = files.filter((file) => path.dirname(file) !== more);
  await importReturns(session, first, {}, () => undefined);
  return { board, more };
}

if (process.argv[1] === import.meta.filename) {
  const made = await tenYears(process.argv[2] ?? 'ten-years', Number(process.argv[3] ?? QUARTERS));
  console.log(made.board);
}
