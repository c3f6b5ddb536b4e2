/** The state of the open board: told where it takes a while, and got ready while nobody asks for anything. */
import { board, type Context } from '#electron/service/api/context.ts';
import { needsChecking } from '#electron/service/checks.ts';
import { figureList } from '#electron/service/figures.ts';
import type { Session } from '#electron/service/session.ts';
import { type BoardFindings, type BoardState, boardFindings, boardState } from '#electron/service/state.ts';

/** Throws the problem `no-board` where none is open. */
export function stateOf(context: Context): Promise<BoardState> {
  return told(context, boardState);
}

/** The findings alone, which are there at once where the board's checks were kept. */
export function findingsOf(context: Context): Promise<BoardFindings> {
  return told(context, boardFindings);
}

async function told<T>(context: Context, work: (session: Session) => Promise<T>): Promise<T> {
  const { session } = board(context);
  if (!needsChecking(session)) return work(session);
  const steps = context.tasks.begin('check', 1);
  try {
    await steps.next('Checking every return against the others');
    return await work(session);
  } finally {
    steps.end();
  }
}

const gettingReady = new WeakSet<Session>();

/**
 * Once what is asked now has been answered, checks the returns where that is due, tells the window, and opens what
 * the other screens will ask for. What goes wrong here is said to whoever asks for it next.
 */
export function getReady(context: Context): void {
  const open = board(context);
  const { session } = open;
  if (gettingReady.has(session)) return;
  gettingReady.add(session);
  setImmediate(async () => {
    try {
      const due = needsChecking(session);
      await findingsOf(context);
      if (due && context.current() === open) context.emit({ kind: 'changed', tables: ['checked'] });
      const state = () => boardState(session);
      await figureList(session, state);
      await state();
    } catch {
      // Another board may have been opened meanwhile.
    } finally {
      gettingReady.delete(session);
    }
  });
}
