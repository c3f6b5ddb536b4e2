/** The service in a utility process of Electron's. */
import path from 'node:path';
import { utilityProcess } from 'electron';
import type { Folders } from '#electron/service/folders.ts';
import type { FromService, Port } from '#electron/worker/protocol.ts';

export function utilityService(folders: Folders): () => Port {
  return () => {
    const file = path.join(import.meta.dirname, 'worker.js');
    const child = utilityProcess.fork(file, [JSON.stringify(folders)], {
      serviceName: 'EOC Board service',
      execArgv: ['--max-semi-space-size=64'],
    });
    return {
      post: (message) => child.postMessage(message),
      onMessage: (listener) => {
        child.on('message', (message: FromService) => listener(message));
      },
      onEnd: (listener) => {
        child.once('exit', () => listener());
      },
      kill: () => {
        child.kill();
      },
    };
  };
}
