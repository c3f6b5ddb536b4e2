/** The only file that listens to the window. Every message is refused unless our own page's top frame sent it. */
import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { HOME } from '#electron/shell/scheme.ts';

export interface Ipc {
  /** Answers a channel; what `listener` throws reaches the window as a rejection. */
  readonly handle: (channel: string, listener: (...words: readonly unknown[]) => unknown) => void;
}

/** @param contents the one window's, asked for at each message */
export function ipcFrom(contents: () => WebContents | null): Ipc {
  return {
    handle: (channel, listener) => {
      ipcMain.handle(channel, (event, ...words: unknown[]) => {
        if (!isOurs(event, contents())) throw new Error('This message did not come from the board’s window.');
        return listener(...words);
      });
    },
  };
}

function isOurs({ sender, senderFrame }: IpcMainInvokeEvent, contents: WebContents | null): boolean {
  return (
    sender === contents && senderFrame !== null && senderFrame.parent === null && senderFrame.url === HOME
  );
}
