/** A session: one open board, and what has been worked out from it. */
import { type Board, closeBoard, createBoard, openBoard } from '#db/open.ts';
import { currentDefinition } from '#db/table/definition.ts';
import { stamp } from '#electron/service/clock.ts';
import { defaultDefinition } from '#shared/definition/default/index.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';

export interface Session extends Disposable {
  readonly board: Board;
  readonly definition: () => BoardDefinition;
  /** Results worked out from the board, by name, each with the number of the event it was worked out after. */
  readonly memo: Map<string, { readonly event: number; readonly value: unknown }>;
  /** Such work as is being done, by name and event. */
  readonly underway: Map<string, Promise<unknown>>;
}

/** The passphrase of the command line, which shows in no list of running programs. */
function givenPassphrase(): string | null {
  return process.env.EOC_PASSPHRASE || null;
}

/** Opens a board. Throws `BoardError`. Dispose of the session to close the file. */
export function openSession(path: string, passphrase: string | null = givenPassphrase()): Session {
  return sessionOf(openBoard(path, { passphrase }));
}

/** Makes an empty board on the default definition. Throws `BoardError`. */
export function newSession(path: string, passphrase: string | null = givenPassphrase()): Session {
  return sessionOf(createBoard(path, { definition: defaultDefinition, passphrase, ...stamp() }));
}

function sessionOf(board: Board): Session {
  return {
    board,
    definition: () => currentDefinition(board),
    memo: new Map(),
    underway: new Map(),
    [Symbol.dispose]: () => closeBoard(board),
  };
}
