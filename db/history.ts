/**
 * Undo and redo: the reversed difference, or the difference again, as a new event that names the old one.
 * Nothing is taken out of history.
 */
import { change, checkedStamp } from '#db/commit.ts';
import { BoardError } from '#db/error.ts';
import type { ReadDb, WriteDb } from '#db/handle.ts';
import { withOwner } from '#db/lock.ts';
import { transaction } from '#db/sql.ts';
import { appendEvent, type EventHead, eventById, eventHeads, lastEventId } from '#db/table/event.ts';
import { type Diff, reverse, tablesOf } from '#shared/operation/diff.ts';
import type { Stamp } from '#shared/operation/operation.ts';

/** What has left the house, and the board's own beginning, cannot be undone; nor what came before them. */
const FINAL: readonly string[] = ['create-board', 'issue-pack'];

/** What undo and redo would do next, for the menu; null where there is nothing. */
export interface History {
  readonly undo: EventHead | null;
  readonly redo: EventHead | null;
}

export interface Reversed {
  readonly event: number;
  /** "Undid: Imported FGC Q1.docx …" */
  readonly summary: string;
  readonly tables: readonly string[];
}

export function history(db: ReadDb): History {
  const { done, undone } = stacks(db);
  const undo = done.at(-1);
  return { undo: undo && !FINAL.includes(undo.kind) ? undo : null, redo: undone.at(-1) ?? null };
}

/** Takes back the latest change that stands. Throws `refused` where there is none, or it is an issued pack. */
export function undo(db: WriteDb, stamp: Stamp): Reversed {
  return withOwner(db, () =>
    transaction(db, () => {
      const target = stacks(db).done.at(-1);
      if (!target || target.kind === 'create-board')
        throw new BoardError('refused', 'There is nothing to undo.');
      if (FINAL.includes(target.kind)) {
        throw new BoardError(
          'refused',
          `“${target.summary}” cannot be undone: the pack has been issued. Issue a corrected edition instead.`,
        );
      }
      return again(db, target, stamp, 'undo');
    }),
  );
}

/** Makes the latest undone change again. Throws `refused` where nothing was undone since the last change. */
export function redo(db: WriteDb, stamp: Stamp): Reversed {
  return withOwner(db, () =>
    transaction(db, () => {
      const target = stacks(db).undone.at(-1);
      if (!target) throw new BoardError('refused', 'There is nothing to redo.');
      return again(db, target, stamp, 'redo');
    }),
  );
}

function again(db: WriteDb, target: EventHead, stamp: Stamp, kind: 'undo' | 'redo'): Reversed {
  const { at, by } = checkedStamp(stamp);
  const diff = kind === 'undo' ? reverse(diffOf(db, target.id)) : diffOf(db, target.id);
  const id = lastEventId(db) + 1;
  const summary = `${kind === 'undo' ? 'Undid' : 'Redid'}: ${target.summary}`;
  const links = kind === 'undo' ? { undoes: target.id, redoes: null } : { undoes: null, redoes: target.id };
  change(db, diff);
  appendEvent(db, { id, at, by, kind, summary, operation: null, diff, ...links });
  return { event: id, summary, tables: tablesOf(diff) };
}

/** The tables that events after `event` changed, sorted. */
export function tablesChangedSince(db: ReadDb, event: number): readonly string[] {
  const tables: string[] = [];
  for (let id = event + 1; id <= lastEventId(db); id += 1) tables.push(...tablesOf(diffOf(db, id)));
  return [...new Set(tables)].sort();
}

function diffOf(db: ReadDb, event: number): Diff {
  const found = eventById(db, event);
  if (!found) throw new Error(`There is no event ${event}`);
  return found.diff;
}

interface Stacks {
  readonly done: readonly EventHead[];
  readonly undone: readonly EventHead[];
}

/** Replays the events: a new change clears what was undone, an undo moves one across, a redo moves it back. */
function stacks(db: ReadDb): Stacks {
  const done: EventHead[] = [];
  let undone: EventHead[] = [];
  for (const event of eventHeads(db)) {
    if (event.undoes !== null) move(done, undone);
    else if (event.redoes !== null) move(undone, done);
    else {
      done.push(event);
      undone = [];
    }
  }
  return { done, undone };
}

function move(from: EventHead[], to: EventHead[]): void {
  const event = from.pop();
  if (event) to.push(event);
}
