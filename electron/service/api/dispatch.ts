/**
 * The door of the service: an argument from outside is checked, handled, and answered as a value.
 *
 * Calls are carried out one after another, in the order they came, so that none sees half of another's work.
 * Only stopping long work, and reading files that are not on the board yet, run beside them.
 */
import { isBoardError } from '#db/error.ts';
import { tablesChangedSince } from '#db/history.ts';
import { lastEventId } from '#db/table/event.ts';
import type { Context, Handlers } from '#electron/service/api/context.ts';
import { handlers } from '#electron/service/api/handlers.ts';
import { refuseInCopy } from '#electron/service/api/review.ts';
import { isFileProblem, Problem, plainMessage } from '#electron/service/problem.ts';
import type { Answer, ApiError, ApiMethod, Argument, Result } from '#shared/api/api.ts';
import { isMethod, parseArgument } from '#shared/api/schema.ts';

/** Not in the queue: they change nothing on the board. */
const BESIDE: readonly ApiMethod[] = ['service.cancel', 'import.stage'];

const table: Handlers = handlers;

export interface Dispatcher {
  readonly dispatch: (method: string, argument: unknown) => Promise<Result<unknown>>;
}

export function dispatcher(context: Context): Dispatcher {
  let queue: Promise<unknown> = Promise.resolve();
  return {
    dispatch: (method, argument) => {
      if (!isMethod(method)) return Promise.resolve(refusal('no-method', `There is no method “${method}”.`));
      if (BESIDE.includes(method)) return dispatch(context, method, argument);
      const answer = queue.then(() => dispatch(context, method, argument));
      queue = answer;
      return answer;
    },
  };
}

/** Carries out one call. Never throws: what nobody foresaw has the code `bug`. */
export async function dispatch<M extends ApiMethod>(
  context: Context,
  method: M,
  argument: unknown,
): Promise<Result<Answer<M>>> {
  const parsed = parseArgument(method, argument);
  if (!parsed.ok) return refusal('bad-argument', `“${method}” was asked wrongly: ${parsed.why}.`);
  try {
    return { ok: true, value: await carriedOut(context, method, parsed.value) };
  } catch (error) {
    return { ok: false, error: errorOf(error) };
  }
}

async function carriedOut<M extends ApiMethod>(context: Context, method: M, argument: Argument<M>) {
  const before = standing(context);
  refuseInCopy(context, method);
  try {
    return await table[method](argument, context);
  } finally {
    tellChanges(context, before);
  }
}

function refusal(code: string, message: string): { readonly ok: false; readonly error: ApiError } {
  return { ok: false, error: { code, message } };
}

function errorOf(error: unknown): ApiError {
  if (error instanceof Problem || isBoardError(error)) return { code: error.code, message: error.message };
  if (isFileProblem(error)) return { code: 'file', message: plainMessage(error) };
  const message = `The program met a fault of its own: ${plainMessage(error)}. What was on the board is unharmed. Try again; if it happens again, report this sentence.`;
  return { code: 'bug', message };
}

interface Standing {
  readonly board: object | null;
  readonly event: number;
}

function standing(context: Context): Standing {
  const open = context.current();
  return { board: open, event: open ? lastEventId(open.session.board) : 0 };
}

/** Whatever the call answered: an import that stopped halfway has changed the board too. */
function tellChanges(context: Context, before: Standing): void {
  const open = context.current();
  if (!open || open !== before.board) return;
  const tables = tablesChangedSince(open.session.board, before.event);
  if (tables.length > 0) context.emit({ kind: 'changed', tables });
}
