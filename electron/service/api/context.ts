/**
 * What the handlers share: the one open board with what is staged for it, the folders, and the way to push
 * events. Made once for the life of the service.
 */
import type { Staged } from '#electron/service/api/staging.ts';
import type { Folders } from '#electron/service/folders.ts';
import { Problem } from '#electron/service/problem.ts';
import type { Session } from '#electron/service/session.ts';
import type { ApiMethod, ApiMethods, ServiceEvent, Task } from '#shared/api/api.ts';
import type { StagedExempt } from '#shared/exempt/document.ts';

export interface OpenBoard {
  readonly session: Session;
  /** Kept to restore and re-encrypt; never leaves the service. */
  readonly passphrase: string | null;
  /** Files read and not yet accepted: nothing of them is on the board. */
  readonly staged: Map<string, Staged>;
  /** Exempt documents not yet put in the board edition, by id: on no disk, and in no history. */
  readonly exempt: Map<string, StagedExempt>;
}

export interface Context {
  readonly folders: Folders;
  readonly emit: (event: ServiceEvent) => void;
  /** The open board, null where none is. */
  readonly current: () => OpenBoard | null;
  /** Puts another board, or none, in place of the open one, which is closed. */
  readonly swap: (next: OpenBoard | null) => void;
  readonly tasks: Tasks;
}

/** Long work: its steps are told, and it can be stopped between them. */
export interface Tasks {
  readonly cancel: (task: Task) => void;
  /** Forgets an earlier wish to stop, tells the steps, and says whether to go on. */
  readonly begin: (task: Task, total: number) => Steps;
}

export interface Steps {
  /** Tells what comes next, lets waiting messages in, and resolves to false once the task was cancelled. */
  readonly next: (words: string) => Promise<boolean>;
  readonly end: () => void;
}

export type Handler<M extends ApiMethod> = (
  argument: ApiMethods[M][0],
  context: Context,
) => Promise<ApiMethods[M][1]> | ApiMethods[M][1];

/** Handlers of the methods that begin with `Prefix.`. */
export type HandlersOf<Prefix extends string> = {
  readonly [M in Extract<ApiMethod, `${Prefix}.${string}`>]: Handler<M>;
};

export type Handlers = { readonly [M in ApiMethod]: Handler<M> };

/** The open board. Throws the problem `no-board` where none is open. */
export function board(context: Context): OpenBoard {
  const open = context.current();
  if (!open) throw new Problem('no-board', 'No board is open. Open one, or start a new one.');
  return open;
}

export function newContext(folders: Folders, emit: (event: ServiceEvent) => void): Context {
  let open: OpenBoard | null = null;
  return {
    folders,
    emit,
    current: () => open,
    swap: (next) => {
      const previous = open;
      open = next;
      previous?.session[Symbol.dispose]();
      emit({ kind: 'changed', tables: ['board'] });
    },
    tasks: tasksOf(emit),
  };
}

function tasksOf(emit: (event: ServiceEvent) => void): Tasks {
  const cancelled = new Set<Task>();
  return {
    cancel: (task) => {
      cancelled.add(task);
    },
    begin: (task, total) => {
      cancelled.delete(task);
      let done = 0;
      return {
        next: async (words) => {
          emit({ kind: 'progress', task, done, total, words });
          done += 1;
          await new Promise((resolve) => setImmediate(resolve));
          return !cancelled.has(task);
        },
        end: () => emit({ kind: 'progress', task, done: total, total, words: '' }),
      };
    },
  };
}
