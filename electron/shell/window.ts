/** The one window. */
import path from 'node:path';
import { BrowserWindow } from 'electron';
import { FIRST, keepPlacement, lastPlacement } from '#electron/shell/placement.ts';
import { HOME } from '#electron/shell/scheme.ts';

/** Shown once it has something to show. @param data the program's own folder */
export function openWindow(data: string): BrowserWindow {
  const { maximised, ...bounds } = lastPlacement(data) ?? FIRST;
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'EOC Board',
    webPreferences: {
      preload: path.join(import.meta.dirname, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  if (maximised) window.maximize();
  keepPlacement(data, window);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(HOME);
  return window;
}
