/**
 * The bridge: `window.eoc` is exactly the `Host` of the contract, and nothing of Electron or Node.
 *
 * Arguments are checked here, in the window's own process, and again by the service in its process; between
 * them they travel as text, so that the main process never opens them.
 */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { CHANNELS } from '#electron/shell/channels.ts';
import type { Answer, ApiError, ApiMethod, Argument, Host, Result, ServiceEvent } from '#shared/api/api.ts';
import { isMethod, parseArgument } from '#shared/api/schema.ts';

async function call<M extends ApiMethod>(method: M, argument: Argument<M>): Promise<Result<Answer<M>>> {
  if (!isMethod(method)) return refusal('no-method', 'There is no such method.');
  const parsed = parseArgument(method, argument);
  if (!parsed.ok) return refusal('bad-argument', `“${method}” was asked wrongly: ${parsed.why}.`);
  const body = JSON.stringify({ argument: parsed.value });
  const text: string = await ipcRenderer.invoke(CHANNELS.call, method, body);
  return JSON.parse(text) as Result<Answer<M>>;
}

function refusal(code: string, message: string): { readonly ok: false; readonly error: ApiError } {
  return { ok: false, error: { code, message } };
}

function on(listener: (event: ServiceEvent) => void): () => void {
  const hear = (_: IpcRendererEvent, event: ServiceEvent) => listener(event);
  ipcRenderer.on(CHANNELS.event, hear);
  void ipcRenderer.invoke(CHANNELS.ready);
  return () => {
    ipcRenderer.removeListener(CHANNELS.event, hear);
  };
}

const host: Host = {
  kind: 'electron',
  call,
  on,
  choose: (what, suggested) => ipcRenderer.invoke(CHANNELS.choose, what, suggested),
  save: (file) => ipcRenderer.invoke(CHANNELS.save, file),
  restart: () => ipcRenderer.invoke(CHANNELS.restart),
  keychain: {
    recall: (path) => ipcRenderer.invoke(CHANNELS.recall, path),
    remember: (path, passphrase) => ipcRenderer.invoke(CHANNELS.remember, path, passphrase),
    forget: (path) => ipcRenderer.invoke(CHANNELS.forget, path),
  },
};

contextBridge.exposeInMainWorld('eoc', host);
