/**
 * Starting the window: in Electron where its binary is there, else in the browser, saying so.
 *
 * `npm start -- [BOARD.eoc] [--browser] [--no-open] [--port N] [--as-built]`
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type BrowserHost, startHost } from '#electron/host/browser.ts';
import { openInBrowser } from '#electron/host/open.ts';
import { ensureRenderer } from '#electron/host/renderer.ts';
import { usualFolders } from '#electron/service/folders.ts';
import { childService } from '#electron/worker/child.ts';
import { type ServiceClient, startService } from '#electron/worker/client.ts';
import type { Result } from '#shared/api/api.ts';

const OPTIONS = {
  browser: { type: 'boolean', default: false },
  'no-open': { type: 'boolean', default: false },
  'as-built': { type: 'boolean', default: false },
  port: { type: 'string', default: '0' },
} as const;

/** Resolves to the exit code once the window has been closed. */
export async function start(argv: readonly string[], say: (text: string) => void): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  const electron = values.browser ? null : electronBinary();
  if (electron) return inElectron(electron, argv);
  if (!values.browser) say('Electron is not installed on this machine, so the board opens in your browser.');
  const folder = await ensureRenderer(say, values['as-built']);
  const host = await hostOn(folder, Number(values.port), positionals[0], say);
  const open = !values['no-open'] && process.env.EOC_NO_OPEN !== '1';
  await offer(host, say, open);
  return 0;
}

/** The path of Electron's own program, null where the package or its download is missing. */
export function electronBinary(): string | null {
  try {
    const home = path.dirname(createRequire(import.meta.url).resolve('electron/package.json'));
    const name =
      process.platform === 'win32'
        ? 'electron.exe'
        : process.platform === 'darwin'
          ? 'Electron.app/Contents/MacOS/Electron'
          : 'electron';
    const file = path.join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(home, 'dist'), name);
    return existsSync(file) ? file : null;
  } catch {
    return null;
  }
}

function inElectron(binary: string, argv: readonly string[]): Promise<number> {
  const root = path.resolve(import.meta.dirname, '..');
  const child = spawn(binary, [root, ...argv], { stdio: 'inherit' });
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

async function hostOn(
  folder: string,
  port: number,
  board: string | undefined,
  say: (text: string) => void,
): Promise<BrowserHost> {
  const service = startService(childService(usualFolders()));
  if (board) await openBoard(service, path.resolve(board), say);
  return startHost({ service, folder, port });
}

/** A board that needs its passphrase is asked for it in the window. */
async function openBoard(service: ServiceClient, file: string, say: (text: string) => void): Promise<void> {
  const body = JSON.stringify({ argument: { path: file, passphrase: null } });
  const result = JSON.parse(await service.call('board.open', body)) as Result<unknown>;
  if (!result.ok) say(result.error.message);
}

async function offer(host: BrowserHost, say: (text: string) => void, open: boolean): Promise<void> {
  const url = host.invite();
  say(`The board is at ${url}`);
  say('That address works once. Press Enter for another; press Ctrl-C to stop.');
  if (open && !(await openInBrowser(url))) say('No browser could be opened: copy the address into one.');
  const lines = createInterface({ input: process.stdin });
  lines.on('line', () => say(host.invite()));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void host.stop());
  await host.stopped;
  lines.close();
}
