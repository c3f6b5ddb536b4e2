/** Changes of actions as the history tells them. */
import { type Action, actionSchema } from '#shared/action/action.ts';

function actionOf(value: unknown): Action | null {
  const parsed = actionSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

const named = ({ text }: Action): string => `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;

/** `Closed the action “Report on …”`; both null where neither value is an action. */
export function actionChange(from: unknown, to: unknown): string | null {
  const [before, after] = [actionOf(from), actionOf(to)];
  if (!after) return before ? `Removed the action ${named(before)}` : null;
  if (!before) return `Added the action ${named(after)}`;
  if (before.closed === null && after.closed !== null) return `Closed the action ${named(after)}`;
  if (before.closed !== null && after.closed === null) return `Opened the action ${named(after)} again`;
  if (after.updates.length > before.updates.length) return `Told the progress of the action ${named(after)}`;
  return `Changed the action ${named(after)}`;
}
