/**
 * The browser host: the same window and service as in Electron, on 127.0.0.1 behind a one-time address, for
 * machines without Electron's binary.
 */
import type { AddressInfo } from 'node:net';
import { entryTo } from '#electron/host/entry.ts';
import { listeners } from '#electron/host/events.ts';
import { newServer, type Served } from '#electron/host/server.ts';
import type { ServiceClient } from '#electron/worker/client.ts';

export interface HostOptions {
  readonly service: ServiceClient;
  /** Folder of the built window. */
  readonly folder: string;
  /** 0: any free port. */
  readonly port?: number;
  /** Milliseconds without a window after which the host stops; not before the first window came. */
  readonly idle?: number;
}

export interface BrowserHost {
  readonly port: number;
  /** A new address that opens the window once. */
  readonly invite: () => string;
  readonly stop: () => Promise<void>;
  /** Resolves when the host has stopped, by itself or not. */
  readonly stopped: Promise<void>;
}

/** Long enough for a reload, a closed lid and a slow machine. */
const IDLE = 60_000;

export async function startHost(options: HostOptions): Promise<BrowserHost> {
  const { service, folder, port: wanted = 0, idle = IDLE } = options;
  let served: Served | null = null;
  const server = newServer(() => served ?? never());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const { promise: stopped, resolve: done } = Promise.withResolvers<void>();
  const windows = listeners(() => leaveWhenIdle(windows, service, idle, stop));
  const entry = entryTo(port);
  served = { entry, service, listeners: windows, folder };
  const off = service.on(windows.tell);
  const stop = async () => {
    off();
    windows.end();
    server.close();
    server.closeAllConnections();
    await service.stop();
    done();
  };
  return { port, invite: () => `http://127.0.0.1:${port}${entry.invite()}`, stop, stopped };
}

function never(): never {
  throw new Error('A request came before the host was ready');
}

/** The last window is gone: stop after a while, unless one comes back or work is still going on. */
function leaveWhenIdle(
  windows: { readonly count: () => number },
  service: ServiceClient,
  idle: number,
  stop: () => Promise<void>,
): void {
  const timer = setTimeout(() => {
    if (windows.count() > 0) return;
    if (service.pending() > 0) leaveWhenIdle(windows, service, idle, stop);
    else void stop();
  }, idle);
  timer.unref();
}
