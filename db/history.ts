/**
 * Undo and redo: the reversed difference, or the difference again, as a new event that names the old one.
 * Nothing is taken out of history.
 */
import { change, checkedStamp } from '#db/commit.ts';
import { BoardError } from '#db/error.ts';
import type { ReadDb, WriteDb } from '#db/handle.ts';
import { withOwner } from '#db/lock.ts';
import { transaction } from '#db/sql.ts';
import { changeOf, lastStep } from '#db/step.ts';
import { appendEvent, type EventHead, eventById, eventHeads, lastEventId } from '#db/table/event.ts';
import { reverse, tablesOf } from '#shared/operation/diff.ts';
import type { Stamp } from '#shared/operation/operation.ts';
import type { HistoryEvent } from '#shared/operation/stored.ts';

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
  return { undo: undo && !FINAL.includes(undo.kind) ? undo : null, redo: undone.at(-1)?.at(-1) ?? null };
}

/** Takes back the latest step that stands. Throws `refused` where there is none, or it is an issued pack. */
export function undo(db: WriteDb, stamp: Stamp): Reversed {
  return withOwner(db, () =>
    transaction(db, () => {
      const { done } = stacks(db);
      const target = done.at(-1);
      if (!target || target.kind === 'create-board')
        throw new BoardError('refused', 'There is nothing to undo.');
      if (FINAL.includes(target.kind)) {
        throw new BoardError(
          'refused',
          `“${target.summary}” cannot be undone: the pack has been issued. Issue a corrected edition instead.`,
        );
      }
      const read = (id: number) => known(db, id);
      return again(
        db,
        lastStep(
          done.map(({ id }) => id),
          read,
        ),
        stamp,
        'undo',
      );
    }),
  );
}

/** Makes the latest undone change again. Throws `refused` where nothing was undone since the last change. */
export function redo(db: WriteDb, stamp: Stamp): Reversed {
  return withOwner(db, () =>
    transaction(db, () => {
      const step = stacks(db).undone.at(-1);
      if (!step) throw new BoardError('refused', 'There is nothing to redo.');
      return again(
        db,
        step.map(({ id }) => known(db, id)),
        stamp,
        'redo',
      );
    }),
  );
}

/** The new event names the first of the step; those after it come along. */
function again(db: WriteDb, step: readonly HistoryEvent[], stamp: Stamp, kind: 'undo' | 'redo'): Reversed {
  const { at, by } = checkedStamp(stamp);
  const diff = kind === 'undo' ? reverse(changeOf(step)) : changeOf(step);
  const id = lastEventId(db) + 1;
  const summary = `${kind === 'undo' ? 'Undid' : 'Redid'}: ${step.at(-1)?.summary}`;
  const first = step[0]?.id ?? null;
  const links = kind === 'undo' ? { undoes: first, redoes: null } : { undoes: null, redoes: first };
  change(db, diff);
  appendEvent(db, { id, at, by, kind, summary, operation: null, diff, ...links });
  return { event: id, summary, tables: tablesOf(diff) };
}

/**
 * Settings that changed after an event, by the part of their names before the first point, as `setting link`: so that
 * what depends on one kind of setting is not worked out again for another.
 */
export function settingsChangedSince(db: ReadDb, event: number): readonly string[] {
  const kinds = new Set<string>();
  for (let id = event + 1; id <= lastEventId(db); id += 1) {
    const { added, updated, removed } = known(db, id).diff;
    const rows = [...(added.setting ?? []), ...(removed.setting ?? []), ...(updated.setting ?? []).flat()];
    for (const { name } of rows) kinds.add(`setting ${String(name).split('.')[0]}`);
  }
  return [...kinds].sort();
}

/** The tables that events after `event` changed, sorted. */
export function tablesChangedSince(db: ReadDb, event: number): readonly string[] {
  const tables: string[] = [];
  for (let id = event + 1; id <= lastEventId(db); id += 1) tables.push(...tablesOf(known(db, id).diff));
  return [...new Set(tables)].sort();
}

function known(db: ReadDb, event: number): HistoryEvent {
  const found = eventById(db, event);
  if (!found) throw new Error(`There is no event ${event}`);
  return found;
}

interface Stacks {
  readonly done: readonly EventHead[];
  /** Steps that were taken back, each with its events, oldest first. */
  readonly undone: readonly (readonly EventHead[])[];
}

/** Replays the events: a new change clears what was undone, an undo moves one across, a redo moves it back. */
function stacks(db: ReadDb): Stacks {
  const done: EventHead[] = [];
  let undone: (readonly EventHead[])[] = [];
  for (const event of eventHeads(db)) {
    if (event.undoes !== null) undone.push(done.splice(done.findIndex(({ id }) => id === event.undoes)));
    else if (event.redoes !== null) done.push(...(undone.pop() ?? []));
    else {
      done.push(event);
      undone = [];
    }
  }
  return { done, undone };
}
