/** History: every change, its intent and its difference; append-only. */
import type { ReadDb, WriteDb } from '#db/handle.ts';
import { all, first, sql, writeOne } from '#db/sql.ts';
import type { Diff } from '#shared/operation/diff.ts';
import type { Operation } from '#shared/operation/operation.ts';
import type { HistoryEvent } from '#shared/operation/stored.ts';

interface EventRow {
  readonly id: number;
  readonly at: string;
  readonly by: string;
  readonly kind: HistoryEvent['kind'];
  readonly summary: string;
  readonly operation: string | null;
  readonly diff: string;
  readonly undoes: number | null;
  readonly redoes: number | null;
}

/** An event without its operation and difference: enough for a list and for undo. */
export type EventHead = Omit<HistoryEvent, 'operation' | 'diff'>;

export function appendEvent(db: WriteDb, event: HistoryEvent): void {
  const operation = event.operation && JSON.stringify(event.operation);
  writeOne(
    db,
    sql`INSERT INTO event (id, at, by, kind, summary, operation, diff, undoes, redoes)
      VALUES (${event.id}, ${event.at}, ${event.by}, ${event.kind}, ${event.summary}, ${operation},
        ${JSON.stringify(event.diff)}, ${event.undoes}, ${event.redoes})`,
  );
}

/** The number of the latest event; 0 on a board without any. Numbers are never used again. */
export function lastEventId(db: ReadDb): number {
  return first<{ readonly id: number }>(db, sql`SELECT coalesce(max(id), 0) AS id FROM event`)?.id ?? 0;
}

export function lastEvent(db: ReadDb): EventHead | null {
  const row = first<EventHead>(
    db,
    sql`SELECT id, at, by, kind, summary, undoes, redoes FROM event ORDER BY id DESC LIMIT 1`,
  );
  return row ?? null;
}

/** All events, oldest first, without their content. */
export function eventHeads(db: ReadDb): readonly EventHead[] {
  return all<EventHead>(db, sql`SELECT id, at, by, kind, summary, undoes, redoes FROM event ORDER BY id`);
}

export function eventById(db: ReadDb, id: number): HistoryEvent | null {
  const row = first<EventRow>(db, sql`SELECT * FROM event WHERE id = ${id}`);
  return row ? eventOf(row) : null;
}

/** The audit trail in full, oldest first. */
export function events(db: ReadDb): readonly HistoryEvent[] {
  return all<EventRow>(db, sql`SELECT * FROM event ORDER BY id`).map(eventOf);
}

function eventOf(row: EventRow): HistoryEvent {
  return {
    ...row,
    operation: row.operation === null ? null : (JSON.parse(row.operation) as Operation),
    diff: JSON.parse(row.diff) as Diff,
  };
}
