/** How far long work has come. */
import { useEffect, useState } from 'react';
import { useClient } from '#renderer/queries/use.ts';
import type { Task } from '#shared/api/api.ts';

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly words: string;
}

/** Null while no such work is under way. */
export function useProgress(...tasks: readonly Task[]): Progress | null {
  const { on } = useClient();
  const [progress, setProgress] = useState<Progress | null>(null);
  const wanted = tasks.join(' ');
  useEffect(
    () =>
      on((event) => {
        if (event.kind === 'service-lost') setProgress(null);
        if (event.kind !== 'progress' || !wanted.split(' ').includes(event.task)) return;
        const { done, total, words } = event;
        setProgress(words === '' ? null : { done, total, words });
      }),
    [on, wanted],
  );
  return progress;
}
