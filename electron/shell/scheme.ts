/** `app://board/`: the built window's files, and nothing else on this machine or any other. */
import { protocol } from 'electron';
import { fileAt } from '#electron/host/files.ts';
import { SECURITY_HEADERS } from '#electron/host/headers.ts';

const SCHEME = 'app';
const HOST = 'board';

/** Where the window lives. */
export const HOME = `${SCHEME}://${HOST}/`;

/** Must be called before the app is ready. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true };
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }]);
}

/** @param folder the built window */
export function serveWindow(folder: string): void {
  protocol.handle(SCHEME, (request) => answer(folder, request));
}

function answer(folder: string, request: Request): Response {
  const { hostname, pathname } = new URL(request.url);
  const file = hostname === HOST && request.method === 'GET' ? fileAt(folder, pathname) : null;
  if (!file) return new Response('There is no such page.', { status: 404, headers: SECURITY_HEADERS });
  const headers = { ...SECURITY_HEADERS, 'Content-Type': file.type };
  return new Response(Buffer.from(file.bytes), { headers });
}
