/** Recommendations and actions. */
import { commit } from '#db/commit.ts';
import { lastEventId } from '#db/table/event.ts';
import { board, type HandlersOf } from '#electron/service/api/context.ts';
import { stamp } from '#electron/service/clock.ts';
import { Problem } from '#electron/service/problem.ts';
import type { Session } from '#electron/service/session.ts';
import { meetingDate, settingsOf } from '#electron/service/words.ts';
import { type Action, actionName, actionsAt, actionsIn } from '#shared/action/action.ts';
import type { Argument } from '#shared/api/api.ts';
import type { Json } from '#shared/operation/json.ts';

export const actionHandlers: HandlersOf<'action'> = {
  'action.list': ({ period }, context) => {
    const { session } = board(context);
    return actionsAt(actionsIn(settingsOf(session)), period, meetingDate(session, period));
  },
  'action.put': (argument, context) => put(board(context).session, argument),
  'action.tell': (argument, context) => tell(board(context).session, argument),
  'action.remove': ({ id }, context) => {
    const { session } = board(context);
    known(session, id);
    commit(session.board, { kind: 'set-setting', name: actionName(id), value: null }, stamp());
    return null;
  },
};

function known(session: Session, id: string): Action {
  const found = actionsIn(settingsOf(session)).find((one) => one.id === id);
  if (found) return found;
  throw new Problem('no-action', 'That action is no longer on the board. Choose one from the list.');
}

function keep({ board: db }: Session, action: Action): void {
  const value = JSON.parse(JSON.stringify(action)) as Json;
  commit(db, { kind: 'set-setting', name: actionName(action.id), value }, stamp());
}

/** A new action takes its id from the event that makes it, so that none is ever used twice. */
function put(session: Session, { period, id, ...said }: Argument<'action.put'>): { readonly id: string } {
  const { programmes } = session.definition();
  if (said.programme !== null && !programmes.some(({ code }) => code === said.programme)) {
    throw new Problem('no-programme', `The board has no programme “${said.programme}”.`);
  }
  const action: Action =
    id === null
      ? { id: String(lastEventId(session.board) + 1), raised: period, closed: null, updates: [], ...said }
      : { ...known(session, id), ...said };
  keep(session, action);
  return { id: action.id };
}

function tell(session: Session, { period, id, text, closed }: Argument<'action.tell'>): null {
  const action = known(session, id);
  const { at, by } = stamp();
  const update = text === null ? [] : [{ period, on: at.slice(0, 10), by, text }];
  const was = action.closed ?? period;
  keep(session, { ...action, closed: closed ? was : null, updates: [...action.updates, ...update] });
  return null;
}
