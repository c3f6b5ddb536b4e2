/** The built main process and bridge, started once under the stand-in `electron` module. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildElectron, NATIVE } from '#electron/build.ts';
import type { Host } from '#shared/api/api.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

export interface Contents {
  readonly mainFrame: { url: string; parent: unknown };
  readonly windowOpen: (details: { url: string }) => { action: string };
  readonly emit: (name: string, ...words: unknown[]) => boolean;
}

export interface StandIn {
  readonly calls: [string, ...unknown[]][];
  readonly paths: Record<string, string>;
  readonly windows: {
    readonly options: { readonly webPreferences: Record<string, unknown>; readonly width: number };
    readonly webContents: Contents;
    readonly emit: (name: string) => boolean;
  }[];
  readonly handlers: Map<string, unknown>;
  readonly schemes: { scheme: string; privileges: Record<string, boolean> }[];
  readonly protocols: Map<string, (request: Request) => Promise<Response> | Response>;
  readonly exposed: Record<string, unknown>;
  readonly menu: readonly MenuItem[] | null;
  readonly dialogs: { open: string | null; save: string | null };
  readonly children: { readonly pid: number }[];
  sender: unknown;
  backend?: string;
}

export interface MenuItem {
  readonly label?: string;
  readonly type?: string;
  readonly role?: string;
  readonly accelerator?: string;
  readonly enabled?: boolean;
  readonly click?: () => void;
  readonly submenu?: readonly MenuItem[];
}

export interface Guarded {
  readonly permissionRequest: (contents: unknown, name: string, answer: (yes: boolean) => void) => void;
  readonly permissionCheck: () => boolean;
  readonly devicePermission: () => boolean;
  readonly beforeRequest: (details: { url: string }, answer: (verdict: { cancel: boolean }) => void) => void;
}

export interface Electron {
  readonly app: { readonly emit: (name: string, ...words: unknown[]) => boolean };
  readonly session: { readonly defaultSession: Guarded };
}

export interface Built {
  readonly root: string;
  readonly dist: string;
  readonly standIn: StandIn;
  readonly electron: Electron;
  readonly host: Host;
  readonly stop: () => Promise<void>;
}

export async function startBuilt(): Promise<Built> {
  const root = mkdtempSync(path.join(tmpdir(), 'eoc-shell-'));
  const dist = path.join(root, 'dist');
  await buildElectron(dist);
  mkdirSync(path.join(dist, 'renderer'));
  writeFileSync(path.join(dist, 'renderer', 'index.html'), '<p>The window</p>');
  const modules = path.join(root, 'node_modules');
  install(modules);
  writeFileSync(path.join(root, 'package.json'), '{"type":"module"}');
  // Loaded by Node itself, not by the test runner: it is the built files that are under test.
  const load = createRequire(path.join(root, 'package.json'));
  const electron = load('electron') as Electron;
  const standIn = (globalThis as unknown as { standIn: StandIn }).standIn;
  Object.assign(standIn.paths, { userData: path.join(root, 'data'), documents: root });
  load(path.join(dist, 'electron/main.js'));
  load(path.join(dist, 'electron/preload.cjs'));
  await until(() => standIn.menu !== null);
  const stop = async () => {
    electron.app.emit('window-all-closed');
    await until(() => standIn.calls.some(([name]) => name === 'quit'));
    rmSync(root, { recursive: true, force: true });
  };
  return { root, dist, standIn, electron, host: standIn.exposed.eoc as Host, stop };
}

function install(modules: string): void {
  mkdirSync(path.join(modules, 'electron'), { recursive: true });
  cpSync(path.join(ROOT, 'test/helpers/electron.mjs'), path.join(modules, 'electron/index.mjs'));
  const description = { name: 'electron', type: 'module', exports: './index.mjs' };
  writeFileSync(path.join(modules, 'electron/package.json'), JSON.stringify(description));
  for (const name of NATIVE) {
    mkdirSync(path.dirname(path.join(modules, name)), { recursive: true });
    symlinkSync(path.join(ROOT, 'node_modules', name), path.join(modules, name));
  }
}

export async function until(is: () => boolean, limit = 10_000): Promise<void> {
  const end = performance.now() + limit;
  while (!is()) {
    if (performance.now() > end) throw new Error('It did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
