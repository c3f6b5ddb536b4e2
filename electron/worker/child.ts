/** The service as a child process of this one. */
import { fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import path from 'node:path';
import type { Folders } from '#electron/service/folders.ts';
import type { FromService, Port } from '#electron/worker/protocol.ts';

/** Where the service's own file is: beside this one, as source or bundled. */
export function workerFile(): string {
  const ending = path.extname(import.meta.filename);
  return path.join(import.meta.dirname, `worker${ending}`);
}

/** Checking makes many small things and soon lets go of them: with more room they are cleared away seldom. */
export const ROOM: readonly string[] = ['--max-semi-space-size=64'];

/** @param started told the process's number each time one is started */
export function childService(folders: Folders, started: (pid: number) => void = () => undefined): () => Port {
  return () => {
    const cache = getCompileCacheDir();
    const env = cache ? { ...process.env, NODE_COMPILE_CACHE: cache } : process.env;
    const options = { execArgv: [...ROOM], env, serialization: 'advanced' as const };
    const child = fork(workerFile(), [JSON.stringify(folders)], options);
    if (child.pid) started(child.pid);
    let ended = false;
    return {
      post: (message) => {
        // A message to a process that has just ended is answered by its end.
        if (!ended && child.connected) child.send(message, () => undefined);
      },
      onMessage: (listener) => {
        child.on('message', (message) => listener(message as FromService));
      },
      onEnd: (listener) => {
        const once = () => {
          if (ended) return;
          ended = true;
          listener();
        };
        child.on('exit', once);
        child.on('error', once);
      },
      kill: () => {
        child.kill('SIGKILL');
      },
    };
  };
}
