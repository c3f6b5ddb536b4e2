/**
 * The service's own process, off the window's and the host's: a child process of the browser host, a utility
 * process of Electron. Its only argument is the folders, as JSON.
 */
import type { Folders } from '#electron/service/folders.ts';
import type { FromService, ToService } from '#electron/worker/protocol.ts';
import { serve } from '#electron/worker/serve.ts';

/** Electron gives its utility processes this instead of Node's channel. */
interface ParentPort {
  readonly postMessage: (message: FromService) => void;
  readonly on: (name: 'message', listener: (event: { readonly data: ToService }) => void) => void;
}

process.removeAllListeners('warning');
const folders = JSON.parse(process.argv[2] ?? '{}') as Folders;
const end = () => process.exit(0);
const parent = (process as { readonly parentPort?: ParentPort }).parentPort;

if (parent) {
  const receive = serve(folders, (message) => parent.postMessage(message), end);
  parent.on('message', ({ data }) => receive(data));
} else {
  const receive = serve(folders, (message) => process.send?.(message), end);
  process.on('message', (message: ToService) => receive(message));
  // The host is gone: close the board and go too.
  process.on('disconnect', () => receive({ kind: 'stop' }));
  // Ctrl-C reaches the whole group; the host closes the board in its own time.
  process.on('SIGINT', () => undefined);
}
