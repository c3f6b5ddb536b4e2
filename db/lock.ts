/** Words for a board that somebody else is writing to: who made the last change in it, as far as it can be read. */
import { BoardError, boardError } from '#db/error.ts';
import type { ReadDb } from '#db/handle.ts';
import { lastEvent } from '#db/table/event.ts';

/** Runs `work`; whatever it throws leaves as a `BoardError`, and a lock names who changed the board last. */
export function withOwner<T>(db: ReadDb, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const refusal = boardError(error, db.path);
    if (refusal.code !== 'locked') throw refusal;
    throw new BoardError('locked', `${refusal.message}${lastChange(db)}`, refusal.cause);
  }
}

function lastChange(db: ReadDb): string {
  try {
    const event = lastEvent(db);
    return event ? ` The last change in it was made by ${event.by} (${event.at.slice(0, 10)}).` : '';
  } catch {
    // Locked for reading too: then nothing more can be said than that.
    return '';
  }
}
