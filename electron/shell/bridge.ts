/** Ties the window to the service: calls through, events and commands back, the menu in step with the board. */
import type { BrowserWindow } from 'electron';
import { z } from 'zod';
import { CHANNELS } from '#electron/shell/channels.ts';
import type { Ipc } from '#electron/shell/ipc.ts';
import { showMenu } from '#electron/shell/menu.ts';
import type { ServiceClient } from '#electron/worker/client.ts';
import type { Answer, ApiMethod, Result, ServiceEvent } from '#shared/api/api.ts';
import type { CommandId } from '#shared/api/commands.ts';
import { isMethod } from '#shared/api/schema.ts';

const calling = z.tuple([z.string().refine(isMethod, 'There is no such method.'), z.string()]);

export interface Bridge {
  /** Sends a command to the window, at once or when it listens. */
  readonly run: (command: CommandId, argument: string | null) => void;
}

export function bridge(ipc: Ipc, service: ServiceClient, window: () => BrowserWindow | null): Bridge {
  let waiting: ServiceEvent[] | null = [];
  const send = (event: ServiceEvent) => window()?.webContents.send(CHANNELS.event, event);
  const run: Bridge['run'] = (command, argument) => {
    const event = { kind: 'command', command, argument } as const;
    if (waiting) waiting.push(event);
    else send(event);
  };
  ipc.handle(CHANNELS.call, (...words) => service.call(...calling.parse(words)));
  ipc.handle(CHANNELS.restart, () => {
    service.restart();
    return true;
  });
  ipc.handle(CHANNELS.ready, () => {
    for (const event of waiting ?? []) send(event);
    waiting = null;
  });
  service.on((event) => {
    send(event);
    if (event.kind === 'changed') void followBoard(service, run);
  });
  void followBoard(service, run);
  return { run };
}

async function followBoard(service: ServiceClient, run: Bridge['run']): Promise<void> {
  const board = await ask(service, 'board.info');
  const recent = await ask(service, 'board.recent');
  showMenu({ board, recent: recent ?? [] }, run);
}

async function ask<M extends ApiMethod>(service: ServiceClient, method: M): Promise<Answer<M> | null> {
  const text = await service.call(method, '{"argument":null}');
  const result = JSON.parse(text) as Result<Answer<M>>;
  return result.ok ? result.value : null;
}
