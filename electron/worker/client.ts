/**
 * The host's side of the service: calls in, answers and events out, and a plain word when the service is gone.
 *
 * A service that dies takes only its own work with it: SQLite finishes or undoes the change it was making when
 * the board is next opened. Calls that were under way answer `service-lost`; nothing is tried again unasked.
 */
import type { FromService, Port } from '#electron/worker/protocol.ts';
import type { ServiceEvent } from '#shared/api/api.ts';

export interface ServiceClient {
  /** Answers a `Result` as JSON text; never rejects. `body` is the JSON text of `{"argument": …}`. */
  readonly call: (method: string, body: string) => Promise<string>;
  readonly on: (listener: (event: ServiceEvent) => void) => () => void;
  /** Starts a new service where the old one is gone; no board is open in it. */
  readonly restart: () => void;
  /** Closes the board and ends the service; resolves when it is gone. */
  readonly stop: () => Promise<void>;
  /** Calls not answered yet. */
  readonly pending: () => number;
}

export const LOST =
  'The part of the program that works on the board has stopped. Your board is as it was before the last unfinished step. Open it again to go on.';

const LOST_RESULT = JSON.stringify({ ok: false, error: { code: 'service-lost', message: LOST } });

/** How long a service may take to close its board before it is ended. */
const PATIENCE = 5000;

interface Running {
  readonly port: Port;
  readonly waiting: Map<number, (result: string) => void>;
  readonly ended: Promise<void>;
}

/** Starts a service through `connect` and keeps in touch with it. */
export function startService(connect: () => Port): ServiceClient {
  const listeners = new Set<(event: ServiceEvent) => void>();
  const tell = (event: ServiceEvent) => {
    for (const listener of listeners) listener(event);
  };
  let next = 1;
  let stopping = false;
  let running: Running | null = null;
  const start = () => {
    running = run(connect(), tell, () => {
      running = null;
      if (!stopping) tell({ kind: 'service-lost', message: LOST });
    });
  };
  start();
  return {
    call: (method, body) => {
      if (!running) return Promise.resolve(LOST_RESULT);
      next += 1;
      return asked(running, next, method, body);
    },
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    restart: () => {
      if (!running) start();
    },
    stop: async () => {
      stopping = true;
      if (running) await stopped(running);
    },
    pending: () => running?.waiting.size ?? 0,
  };
}

function run(port: Port, tell: (event: ServiceEvent) => void, lost: () => void): Running {
  const waiting = new Map<number, (result: string) => void>();
  port.onMessage((message: FromService) => {
    if (message.kind === 'event') return tell(message.event);
    waiting.get(message.id)?.(message.result);
    waiting.delete(message.id);
  });
  const ended = new Promise<void>((resolve) => {
    port.onEnd(() => {
      for (const answer of waiting.values()) answer(LOST_RESULT);
      waiting.clear();
      lost();
      resolve();
    });
  });
  return { port, waiting, ended };
}

function asked({ port, waiting }: Running, id: number, method: string, body: string): Promise<string> {
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    port.post({ kind: 'call', id, method, body });
  });
}

async function stopped({ port, ended }: Running): Promise<void> {
  port.post({ kind: 'stop' });
  const impatience = setTimeout(port.kill, PATIENCE);
  await ended;
  clearTimeout(impatience);
}
