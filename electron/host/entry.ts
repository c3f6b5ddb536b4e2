/**
 * Who may speak to the browser host: the browser that opened the one-time address, from our own pages.
 *
 * Any web page can make a browser send requests to 127.0.0.1. The Host header stops names that were made to point
 * here (DNS rebinding), the Origin header stops other pages, the cookie stops other programs and people.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface Entry {
  /** A new path that lets one browser in, once. */
  readonly invite: () => string;
  /** Uses up the invitation in a path; the cookie to set, or null where it is none or was used before. */
  readonly admit: (path: string) => string | null;
  /** Why a request is refused, in words; null where it may pass. */
  readonly objection: (request: IncomingMessage) => string | null;
  readonly hasCookie: (request: IncomingMessage) => boolean;
  /** Whether the request was made for this very address, by none but our own pages. */
  readonly foreign: (request: IncomingMessage) => string | null;
}

const PATH = '/open/';

/** @param port the port the host listens on */
export function entryTo(port: number): Entry {
  const host = `127.0.0.1:${port}`;
  const name = `eoc-${port}`;
  const secret = randomBytes(32).toString('base64url');
  const invitations = new Set<string>();
  const foreign = (request: IncomingMessage) => foreignness(request, host);
  const hasCookie = (request: IncomingMessage) => same(cookieOf(request, name), secret);
  return {
    invite: () => {
      const token = randomBytes(32).toString('base64url');
      invitations.add(token);
      return `${PATH}${token}`;
    },
    admit: (path) => {
      if (!path.startsWith(PATH) || !invitations.delete(path.slice(PATH.length))) return null;
      return `${name}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
    },
    foreign,
    hasCookie,
    objection: (request) => {
      if (hasCookie(request)) return foreign(request);
      return foreign(request) ?? 'This browser has not been let in. Use the address the program gave.';
    },
  };
}

function foreignness({ headers, method }: IncomingMessage, host: string): string | null {
  if (headers.host !== host) return 'This address is not the one the program gave.';
  const { origin } = headers;
  const changes = method !== 'GET' && method !== 'HEAD';
  if (origin === undefined ? changes : origin !== `http://${host}`) return 'Another page asked for this.';
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none'
    ? null
    : 'Another page asked for this.';
}

function cookieOf({ headers }: IncomingMessage, name: string): string {
  const pairs = (headers.cookie ?? '').split(/;\s*/).map((pair) => pair.split('='));
  return pairs.find(([key]) => key === name)?.[1] ?? '';
}

/** Compared by their hashes, so that neither length nor content shows in the time it takes. */
function same(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}
