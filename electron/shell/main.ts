/** The program in a window of its own: what is set up, in order. */
import path from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { bridge } from '#electron/shell/bridge.ts';
import { answerDialogs } from '#electron/shell/dialogs.ts';
import { guardApp, guardSession } from '#electron/shell/guard.ts';
import { ipcFrom } from '#electron/shell/ipc.ts';
import { answerKeychain } from '#electron/shell/keychain.ts';
import { hearOpenedFiles, isOnlyInstance } from '#electron/shell/opened.ts';
import { registerScheme, serveWindow } from '#electron/shell/scheme.ts';
import { utilityService } from '#electron/shell/service.ts';
import { openWindow } from '#electron/shell/window.ts';
import { startService } from '#electron/worker/client.ts';

let window: BrowserWindow | null = null;

guardApp();
registerScheme();
if (isOnlyInstance()) void app.whenReady().then(run);
else app.quit();

function run(): void {
  const folders = {
    data: process.env.EOC_DATA || app.getPath('userData'),
    documents: process.env.EOC_DOCUMENTS || path.join(app.getPath('documents'), 'Boards'),
  };
  const service = startService(utilityService(folders));
  const ipc = ipcFrom(() => window?.webContents ?? null);
  guardSession();
  serveWindow(path.join(import.meta.dirname, '..', 'renderer'));
  answerDialogs(ipc, open, folders.documents);
  answerKeychain(ipc, folders.data);
  const { run: command } = bridge(ipc, service, () => window);
  hearOpenedFiles((file) => command('board.openPath', file), focus);
  app.on('window-all-closed', () => void service.stop().then(() => app.quit()));

  function open(): BrowserWindow {
    window ??= openWindow(folders.data);
    return window;
  }
  open().on('closed', () => {
    window = null;
  });
}

function focus(): void {
  if (window?.isMinimized()) window.restore();
  window?.focus();
}
