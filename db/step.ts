/**
 * One step of undo: usually one event. Words are saved at every short pause of whoever writes them; all that one
 * person wrote of one section without a longer pause, and with nothing else done between, is one step.
 */

import { type Diff, NO_CHANGE, type Row, rowChange } from '#shared/operation/diff.ts';
import type { HistoryEvent } from '#shared/operation/stored.ts';

/** Milliseconds without a save after which writing is begun anew. */
const PAUSE = 60_000;

const TABLE = 'narrative';

interface Writing {
  readonly from: Row | null;
  readonly to: Row | null;
}

/** What an event wrote, null for any other event. */
function writingOf({ kind, diff }: HistoryEvent): Writing | null {
  if (kind !== 'set-narrative') return null;
  const [pair] = diff.updated[TABLE] ?? [];
  return {
    from: pair?.[0] ?? diff.removed[TABLE]?.[0] ?? null,
    to: pair?.[1] ?? diff.added[TABLE]?.[0] ?? null,
  };
}

/** Setting the mark of having been reviewed is a step of its own. */
function isOneWriting(earlier: HistoryEvent, later: HistoryEvent): boolean {
  const [a, b] = [writingOf(earlier)?.to, writingOf(later)?.to];
  if (!a || !b || earlier.by !== later.by) return false;
  const pause = Date.parse(later.at) - Date.parse(earlier.at);
  const same = a.section === b.section && a.period === b.period && a.reviewed === b.reviewed;
  return same && pause >= 0 && pause <= PAUSE;
}

/**
 * The events of the step that ends with the last of `done`, oldest first.
 *
 * @param done numbers of the events that stand, oldest first
 * @param read an event by its number
 */
export function lastStep(
  done: readonly number[],
  read: (id: number) => HistoryEvent,
): readonly HistoryEvent[] {
  const step: HistoryEvent[] = [];
  for (const id of done.toReversed()) {
    const event = read(id);
    const [next] = step;
    if (next && !isOneWriting(event, next)) break;
    step.unshift(event);
    if (event.kind !== 'set-narrative') break;
  }
  return step;
}

/** What a step changed as a whole: from before its first event to after its last. */
export function changeOf(step: readonly HistoryEvent[]): Diff {
  const [first, last] = [step[0], step.at(-1)];
  if (!first || !last) return NO_CHANGE;
  const [began, ended] = [writingOf(first), writingOf(last)];
  return step.length > 1 && began && ended ? rowChange(TABLE, began.from, ended.to) : last.diff;
}
