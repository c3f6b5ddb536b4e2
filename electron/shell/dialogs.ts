/** The system's own dialogs: choosing a board, saving a file. */
import path from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { z } from 'zod';
import { makeFolder, writeWhole } from '#electron/service/disk.ts';
import { CHANNELS } from '#electron/shell/channels.ts';
import type { Ipc } from '#electron/shell/ipc.ts';

const BOARDS = [{ name: 'Boards', extensions: ['eoc'] }];
const choosing = z.tuple([z.enum(['open-board', 'save-board']), z.string().max(4096)]);
const saving = z.tuple([z.object({ name: z.string().regex(/^[^/\\\0]{1,255}$/), bytes: z.base64() })]);

export function answerDialogs(ipc: Ipc, window: () => BrowserWindow, documents: string): void {
  ipc.handle(CHANNELS.choose, async (...words) => {
    const [what, suggested] = choosing.parse(words);
    makeFolder(documents);
    const defaultPath = path.resolve(documents, suggested);
    return what === 'open-board' ? openBoard(window(), defaultPath) : savePath(window(), defaultPath, BOARDS);
  });
  ipc.handle(CHANNELS.save, async (...words) => {
    const [{ name, bytes }] = saving.parse(words);
    const file = await savePath(window(), path.resolve(documents, name), []);
    if (file) writeWhole(file, Buffer.from(bytes, 'base64'));
    return file;
  });
}

async function openBoard(window: BrowserWindow, defaultPath: string): Promise<string | null> {
  const properties = ['openFile' as const];
  const { filePaths } = await dialog.showOpenDialog(window, { defaultPath, filters: BOARDS, properties });
  return filePaths[0] ?? null;
}

async function savePath(
  window: BrowserWindow,
  defaultPath: string,
  filters: typeof BOARDS,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath, filters });
  return canceled || !filePath ? null : filePath;
}
