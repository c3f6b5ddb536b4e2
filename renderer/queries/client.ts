/**
 * What the window knows of the service: answers kept until the board changes, and the events it sends.
 *
 * An answer is fetched when a part of the window first watches it and again after a change that touches it,
 * as long as somebody watches. The old answer stays on screen until the new one is there.
 */
import { concerns, inTurn } from '#renderer/queries/tables.ts';
import type { Answer, ApiError, ApiMethod, Argument, Host, ServiceEvent } from '#shared/api/api.ts';

export interface Entry<T> {
  readonly value: T | null;
  readonly error: ApiError | null;
  /** A fetch is under way. */
  readonly loading: boolean;
}

interface Kept {
  readonly method: ApiMethod;
  readonly argument: unknown;
  readonly listeners: Set<() => void>;
  entry: Entry<unknown>;
  stale: boolean;
  /** Number of the latest fetch: answers to earlier ones are dropped. */
  latest: number;
}

export interface Client {
  readonly host: Host;
  readonly peek: <M extends ApiMethod>(method: M, argument: Argument<M>) => Entry<Answer<M>>;
  readonly watch: <M extends ApiMethod>(method: M, argument: Argument<M>, listener: () => void) => () => void;
  readonly again: <M extends ApiMethod>(method: M, argument: Argument<M>) => void;
  /** Hears every event after the answers it touches were marked as old. */
  readonly on: (listener: (event: ServiceEvent) => void) => () => void;
}

export const empty: Entry<never> = { value: null, error: null, loading: true };

const keyOf = (method: ApiMethod, argument: unknown): string => `${method} ${JSON.stringify(argument)}`;

export function createClient(host: Host): Client {
  const kept = new Map<string, Kept>();
  const listeners = new Set<(event: ServiceEvent) => void>();
  host.on((event) => {
    if (event.kind === 'changed') refresh(kept, host, event.tables);
    for (const listener of listeners) listener(event);
  });
  return {
    host,
    peek: (method, argument) => (kept.get(keyOf(method, argument))?.entry ?? empty) as Entry<never>,
    watch: (method, argument, listener) => {
      const one = keep(kept, method, argument);
      one.listeners.add(listener);
      if (one.stale) void load(one, host);
      return () => one.listeners.delete(listener);
    },
    again: (method, argument) => void load(keep(kept, method, argument), host),
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function keep(kept: Map<string, Kept>, method: ApiMethod, argument: unknown): Kept {
  const key = keyOf(method, argument);
  const known = kept.get(key);
  if (known) return known;
  const fresh: Kept = { method, argument, listeners: new Set(), entry: empty, stale: true, latest: 0 };
  kept.set(key, fresh);
  return fresh;
}

function refresh(kept: Map<string, Kept>, host: Host, tables: readonly string[]): void {
  const old = [...kept].filter(([, { method }]) => concerns(method, tables));
  for (const [key, { listeners }] of old) if (listeners.size === 0) kept.delete(key);
  const watched = old.flatMap(([, one]) => (one.listeners.size > 0 ? one : []));
  for (const one of inTurn(watched)) void load(one, host);
}

async function load(one: Kept, host: Host): Promise<void> {
  one.latest += 1;
  const mine = one.latest;
  one.stale = false;
  show(one, { ...one.entry, loading: true });
  const answer = await host.call(one.method, one.argument as Argument<ApiMethod>);
  if (mine !== one.latest) return;
  if (!answer.ok) one.stale = true;
  show(
    one,
    answer.ok
      ? { value: answer.value, error: null, loading: false }
      : { value: one.entry.value, error: answer.error, loading: false },
  );
}

function show(one: Kept, entry: Entry<unknown>): void {
  one.entry = entry;
  for (const listener of one.listeners) listener();
}
