/** Windows listening for the service's events, by server-sent events. */
import type { ServerResponse } from 'node:http';
import { SECURITY_HEADERS } from '#electron/host/headers.ts';
import type { ServiceEvent } from '#shared/api/api.ts';

/** Often enough that no proxy or sleeping tab mistakes silence for an end. */
const HEARTBEAT = 20_000;

export interface Listeners {
  readonly add: (response: ServerResponse) => void;
  readonly tell: (event: ServiceEvent) => void;
  readonly count: () => number;
  readonly end: () => void;
}

/** @param left called whenever a window stops listening */
export function listeners(left: () => void): Listeners {
  const open = new Set<ServerResponse>();
  const write = (text: string) => {
    for (const response of open) response.write(text);
  };
  const beat = setInterval(() => write(': still here\n\n'), HEARTBEAT);
  beat.unref();
  return {
    add: (response) => {
      response.writeHead(200, {
        ...SECURITY_HEADERS,
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-store',
      });
      response.write('retry: 1000\n\n');
      open.add(response);
      response.on('close', () => {
        open.delete(response);
        left();
      });
    },
    tell: (event) => write(`data: ${JSON.stringify(event)}\n\n`),
    count: () => open.size,
    end: () => {
      clearInterval(beat);
      for (const response of open) response.end();
    },
  };
}
