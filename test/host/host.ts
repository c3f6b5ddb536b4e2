/** A browser host on a window of one page, with a service that is told what to answer. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';
import { type BrowserHost, startHost } from '#electron/host/browser.ts';
import type { ServiceClient } from '#electron/worker/client.ts';
import type { ServiceEvent } from '#shared/api/api.ts';

const closing: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

export function atEnd(close: () => unknown): void {
  closing.push(close);
}

export function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'eoc-host-'));
  atEnd(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** Answers every call with what it was asked. */
export function echo(): ServiceClient & { readonly tell: (event: ServiceEvent) => void } {
  const listeners = new Set<(event: ServiceEvent) => void>();
  return {
    call: async (method, body) => JSON.stringify({ method, body }),
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    restart: () => undefined,
    stop: async () => undefined,
    pending: () => 0,
    tell: (event) => {
      for (const listener of listeners) listener(event);
    },
  };
}

export interface TestHost extends BrowserHost {
  readonly origin: string;
  readonly service: ReturnType<typeof echo>;
}

export async function testHost(idle = 60_000): Promise<TestHost> {
  const root = folder();
  const built = path.join(root, 'renderer');
  mkdirSync(path.join(built, 'assets'), { recursive: true });
  writeFileSync(path.join(root, 'secret.html'), 'not for the window');
  writeFileSync(path.join(built, 'index.html'), '<p>The window</p>');
  writeFileSync(path.join(built, 'assets', 'main-1a2b3c4d.js'), 'void 0');
  const service = echo();
  const host = await startHost({ service, folder: built, idle });
  atEnd(host.stop);
  return { ...host, service, origin: `http://127.0.0.1:${host.port}` };
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

/** A request with exactly these headers: unlike `fetch`, it lets a test lie about Host and Origin. */
export function ask(
  port: number,
  url: string,
  headers: Record<string, string> = {},
  body: string | null = null,
  method = body === null ? 'GET' : 'POST',
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: url, method, headers }, (response) => {
      const parts: Uint8Array[] = [];
      response.on('data', (part: Uint8Array) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    sent.on('error', reject);
    sent.end(body ?? undefined);
  });
}

/** Enters by a new invitation; the cookie to send from then on. */
export async function enter({ port, invite }: BrowserHost): Promise<string> {
  const { headers } = await ask(port, new URL(invite()).pathname);
  return String(headers['set-cookie']).split(';')[0] ?? '';
}
