/**
 * Recommendations and actions: what the board asked for, who does it, by when, and what has become of it.
 *
 * An action is raised for one meeting and stands in every pack after it until it is closed. Whether it is overdue
 * follows from the date of the meeting, never from a clock, so that a pack reads the same whenever it is made.
 */
import { z } from 'zod';
import { isoDate } from '#shared/period/date.ts';
import { parsePeriod, periodEnd } from '#shared/period/period.ts';

const words = z.string().trim().min(1).max(2000);
const quarter = words.refine((name) => parsePeriod(name)?.kind === 'quarter', 'must be a quarter');

export const actionSchema = z.strictObject({
  id: z.string().min(1),
  /** A programme's code; null where it concerns the board as a whole. */
  programme: z.string().nullable(),
  text: words,
  owner: words,
  due: isoDate,
  /** The quarter whose meeting raised it. */
  raised: quarter,
  /** The quarter whose meeting closed it. */
  closed: quarter.nullable(),
  updates: z.array(z.strictObject({ period: quarter, on: isoDate, by: words, text: words })).readonly(),
});

export type Action = z.infer<typeof actionSchema>;

export type ActionStatus = 'open' | 'overdue' | 'done';

/** An action as it stands at a meeting. */
export interface ActionView extends Action {
  readonly status: ActionStatus;
}

export const ACTION = 'action.';

export function actionName(id: string): string {
  return `${ACTION}${id}`;
}

/** Every action among a board's settings, in the order they were raised. */
export function actionsIn(settings: Readonly<Record<string, unknown>>): readonly Action[] {
  const found = Object.entries(settings).flatMap(([name, value]): readonly Action[] => {
    const parsed = name.startsWith(ACTION) ? actionSchema.safeParse(value) : null;
    return parsed?.success ? [parsed.data] : [];
  });
  return found.sort((a, b) => endOf(a.raised) - endOf(b.raised) || Number(a.id) - Number(b.id));
}

function endOf(period: string): number {
  return periodEnd(period) ?? 0;
}

/**
 * The actions of a period's pack: raised by then, and open or closed by its own meeting. What was closed or said after
 * it is not known to it. `date`: of the meeting, ISO.
 */
export function actionsAt(actions: readonly Action[], period: string, date: string): readonly ActionView[] {
  const end = endOf(period);
  return actions
    .filter(({ raised, closed }) => endOf(raised) <= end && (closed === null || endOf(closed) >= end))
    .map((action) => {
      const closed = action.closed !== null && endOf(action.closed) <= end ? action.closed : null;
      const updates = action.updates.filter((update) => endOf(update.period) <= end);
      const status = closed !== null ? 'done' : action.due < date ? 'overdue' : 'open';
      return { ...action, closed, updates, status };
    });
}
