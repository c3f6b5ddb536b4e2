/** Hooks on which the queries and mutations of every feature are built. */
import { createContext, useCallback, useContext, useState, useSyncExternalStore } from 'react';
import { type Client, type Entry, empty } from '#renderer/queries/client.ts';
import { TellContext } from '#renderer/queries/tell.ts';
import type { Answer, ApiMethod, Argument, Result } from '#shared/api/api.ts';

export const ClientContext = createContext<Client | null>(null);

export function useClient(): Client {
  const client = useContext(ClientContext);
  if (!client) throw new Error('There is no client around this part of the window.');
  return client;
}

export interface Query<T> extends Entry<T> {
  readonly again: () => void;
}

const nothing = (): (() => void) => () => undefined;

/** Watches an answer; `skip` while its argument is not known yet. */
export function useQuery<M extends ApiMethod>(
  method: M,
  argument: Argument<M>,
  skip = false,
): Query<Answer<M>> {
  const client = useClient();
  const key = JSON.stringify(argument);
  const subscribe = useCallback(
    (listener: () => void) => client.watch(method, JSON.parse(key) as Argument<M>, listener),
    [client, method, key],
  );
  const peek = () => client.peek(method, argument);
  const entry = useSyncExternalStore<Entry<Answer<M>>>(skip ? nothing : subscribe, skip ? () => empty : peek);
  const again = useCallback(
    () => client.again(method, JSON.parse(key) as Argument<M>),
    [client, method, key],
  );
  return { ...entry, again };
}

export interface Mutation<M extends ApiMethod> {
  /** The answer; null on failure, and the message bar says why. */
  readonly run: (argument: Argument<M>) => Promise<{ readonly value: Answer<M> } | null>;
  /** The same, with the failure left to the caller. */
  readonly attempt: (argument: Argument<M>) => Promise<Result<Answer<M>>>;
  readonly busy: boolean;
}

export function useMutation<M extends ApiMethod>(method: M): Mutation<M> {
  const { host } = useClient();
  const tell = useContext(TellContext);
  const [running, setRunning] = useState(0);
  const attempt = useCallback(
    async (argument: Argument<M>) => {
      setRunning((count) => count + 1);
      try {
        return await host.call(method, argument);
      } finally {
        setRunning((count) => count - 1);
      }
    },
    [host, method],
  );
  const run = useCallback(
    async (argument: Argument<M>) => {
      const answer = await attempt(argument);
      if (answer.ok) return answer;
      tell({ kind: 'error', text: answer.error.message });
      return null;
    },
    [attempt, tell],
  );
  return { run, attempt, busy: running > 0 };
}
