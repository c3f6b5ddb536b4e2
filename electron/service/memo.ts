/**
 * Results worked out from the board, kept until the board changes in a way that matters to them.
 *
 * What matters is said by table: the pack's narrative does not touch a finding, a decision does not touch what
 * a return holds. History says which tables each event changed, so nothing has to announce anything.
 */
import { settingsChangedSince, tablesChangedSince } from '#db/history.ts';
import { lastEventId } from '#db/table/event.ts';
import type { Session } from '#electron/service/session.ts';

/** Settings on which the linking of statements depends. */
export const LINKED_FROM: readonly string[] = ['setting link'];

/** Tables, and kinds of settings, on which the reading and checking of returns depends. */
export const READ_FROM: readonly string[] = [
  'return_version',
  'definition_version',
  'memory',
  ...LINKED_FROM,
];

/** Tables on which findings' states and figures depend. */
export const SETTLED_FROM: readonly string[] = [...READ_FROM, 'decision'];

/**
 * The value of `work` under `name`, worked out again only after a change to one of `tables` (any change, where
 * none are named). Work under way is waited for instead of begun again; work that fails is not kept.
 */
export async function remembered<T>(
  session: Session,
  name: string,
  tables: readonly string[],
  work: () => Promise<T> | T,
): Promise<T> {
  const event = lastEventId(session.board);
  const known = session.memo.get(name);
  if (known && !isDue(session, name, tables)) {
    session.memo.set(name, { event, value: known.value });
    return known.value as T;
  }
  const begun = `${name} after ${event}`;
  const under = session.underway.get(begun) ?? promised(work);
  session.underway.set(begun, under);
  try {
    const value = await under;
    session.memo.set(name, { event, value });
    return value as T;
  } finally {
    session.underway.delete(begun);
  }
}

/** A piece of work that fails at once fails as one that fails later. */
async function promised<T>(work: () => Promise<T> | T): Promise<T> {
  return work();
}

/** Whether the value under `name` would have to be worked out. */
export function isDue(session: Session, name: string, tables: readonly string[]): boolean {
  const known = session.memo.get(name);
  return !known || isStale(session, known.event, tables);
}

function isStale(session: Session, event: number, tables: readonly string[]): boolean {
  const changed = [
    ...tablesChangedSince(session.board, event),
    ...settingsChangedSince(session.board, event),
  ];
  return tables.length === 0 ? changed.length > 0 : changed.some((table) => tables.includes(table));
}
