/** The browser host's few addresses: the window's files, the API, the events. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Entry } from '#electron/host/entry.ts';
import type { Listeners } from '#electron/host/events.ts';
import { fileAt } from '#electron/host/files.ts';
import { SECURITY_HEADERS } from '#electron/host/headers.ts';
import type { ServiceClient } from '#electron/worker/client.ts';
import { isMethod } from '#shared/api/schema.ts';

export interface Served {
  readonly entry: Entry;
  readonly service: ServiceClient;
  readonly listeners: Listeners;
  /** Folder of the built window. */
  readonly folder: string;
}

const USED =
  'This address has been used: it opens the board once. ' +
  'Press Enter in the window where the program was started to get a new one.';

/** A body larger than this is refused: several returns of the largest size taken, in base64. */
const BODY_LIMIT = 200_000_000;

/** Listens on 127.0.0.1 alone. `served` may be asked for only once the port is known. */
export function newServer(served: () => Served): Server {
  return createServer((request, response) => {
    answer(request, response, served()).catch(() => {
      // The connection broke off: there is nobody left to tell.
      response.destroy();
    });
  });
}

async function answer(request: IncomingMessage, response: ServerResponse, served: Served): Promise<void> {
  const { entry, listeners } = served;
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const objection = entry.objection(request);
  if (pathname.startsWith('/open/')) enter(request, response, entry, pathname);
  else if (objection) say(response, 403, objection);
  else if (request.method === 'POST') await post(request, response, served, pathname);
  else if (request.method !== 'GET') say(response, 405, 'Only GET and POST are answered here.');
  else if (pathname === '/events') listeners.add(response);
  else file(response, served.folder, pathname);
}

/** The invitation is used up before the browser is sent on, so that the address in its history lets nobody in. */
function enter(request: IncomingMessage, response: ServerResponse, entry: Entry, path: string): void {
  const foreign = entry.foreign(request);
  const cookie = foreign || request.method !== 'GET' ? null : entry.admit(path);
  const headers = { ...SECURITY_HEADERS, 'Cache-Control': 'no-store', Location: '/' };
  if (foreign) say(response, 403, foreign);
  else if (cookie) response.writeHead(303, { ...headers, 'Set-Cookie': cookie }).end();
  else if (entry.hasCookie(request)) response.writeHead(303, headers).end();
  else say(response, 403, USED);
}

async function post(
  request: IncomingMessage,
  response: ServerResponse,
  { service }: Served,
  path: string,
): Promise<void> {
  const method = path.startsWith('/api/') ? path.slice('/api/'.length) : '';
  const typed = request.headers['content-type']?.split(';')[0] === 'application/json';
  const body = typed ? await bodyOf(request) : null;
  if (!typed) say(response, 415, 'Only JSON is taken here.');
  else if (body === null) say(response, 413, 'That is too large. Import fewer files at a time.');
  else if (isMethod(method)) json(response, await service.call(method, body));
  else if (path === '/restart') {
    service.restart();
    json(response, 'true');
  } else say(response, 404, 'There is no such method.');
}

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > BODY_LIMIT) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function file(response: ServerResponse, folder: string, path: string): void {
  const found = fileAt(folder, path);
  if (found) {
    const cache = found.fixed ? 'max-age=31536000, immutable' : 'no-store';
    response.writeHead(200, { ...SECURITY_HEADERS, 'Content-Type': found.type, 'Cache-Control': cache });
    response.end(found.bytes);
  } else say(response, 404, 'There is no such page.');
}

function json(response: ServerResponse, text: string): void {
  const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' };
  response.writeHead(200, { ...SECURITY_HEADERS, ...headers }).end(text);
}

function say(response: ServerResponse, status: number, words: string): void {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
  response.writeHead(status, { ...SECURITY_HEADERS, ...headers }).end(`${words}\n`);
}
