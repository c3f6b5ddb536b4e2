/** The state of the open board, telling the window where it takes a while. */
import { board, type Context } from '#electron/service/api/context.ts';
import { type BoardState, boardState, needsChecking } from '#electron/service/state.ts';

/** Throws the problem `no-board` where none is open. */
export async function stateOf(context: Context): Promise<BoardState> {
  const { session } = board(context);
  if (!needsChecking(session)) return boardState(session);
  const steps = context.tasks.begin('check', 1);
  try {
    await steps.next('Checking every return against the others');
    return await boardState(session);
  } finally {
    steps.end();
  }
}
