/** The real window in a real browser, on the real service, with a data folder of its own. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { startHost } from '#electron/host/browser.ts';
import { childService } from '#electron/worker/child.ts';
import { type ServiceClient, startService } from '#electron/worker/client.ts';

const CHROMIUM = process.env.EOC_CHROMIUM ?? '/usr/bin/chromium';

export const hasBrowser = existsSync(CHROMIUM);

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Built into a folder of its own, so that nobody else's build is in the way. */
export async function buildWindow(): Promise<string> {
  const outDir = mkdtempSync(path.join(tmpdir(), 'eoc-window-'));
  await build({ configFile: path.join(ROOT, 'vite.config.ts'), logLevel: 'warn', build: { outDir } });
  return outDir;
}

export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu'],
  });
}

export interface Opened {
  readonly page: Page;
  /** The data folder. */
  readonly home: string;
  /** What the page complained of: errors nobody caught, and those it logged. */
  readonly complaints: readonly string[];
  readonly servicePid: () => number;
  /** Another window on the same data, as after starting the program again. */
  readonly reopen: () => Promise<Opened>;
  /** Closes the window and stops the service; the data stays. */
  readonly leave: () => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Setup {
  readonly browser: Browser;
  readonly folder: string;
  readonly home?: string;
  readonly dark?: boolean;
  /** Windows high contrast: the system's few colours in place of the page's. */
  readonly contrast?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** In place of the real service. */
  readonly service?: ServiceClient;
}

export async function openWindow(setup: Setup): Promise<Opened> {
  const { browser, folder, dark = false, contrast = false, viewport = { width: 1366, height: 768 } } = setup;
  const home = setup.home ?? mkdtempSync(path.join(tmpdir(), 'eoc-e2e-'));
  let pid = 0;
  const folders = { data: path.join(home, 'data'), documents: path.join(home, 'Boards') };
  const service =
    setup.service ??
    startService(
      childService(folders, (started) => {
        pid = started;
      }),
    );
  const host = await startHost({ service, folder });
  const context = await browser.newContext({
    viewport,
    colorScheme: dark ? 'dark' : 'light',
    forcedColors: contrast ? 'active' : 'none',
    acceptDownloads: true,
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(host.invite());
  const shut = async () => {
    await context.close();
    await host.stop();
  };
  return {
    page,
    home,
    complaints,
    servicePid: () => pid,
    leave: shut,
    reopen: async () => {
      await shut();
      return openWindow({ ...setup, home });
    },
    close: async () => {
      await shut();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
