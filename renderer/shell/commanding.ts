/** Commands, from wherever they come: the native menu, a key, a button. */
import { createContext, useContext, useEffect, useRef } from 'react';
import type { CommandId } from '#shared/api/commands.ts';

type Run = (argument: string | null) => void;

export interface Commanding {
  readonly run: (id: CommandId, argument?: string | null) => boolean;
  readonly offer: (id: CommandId, run: Run) => () => void;
}

/** The latest to offer a command carries it out, so that a screen may take it over while it is shown. */
export function createCommanding(): Commanding {
  const offers = new Map<CommandId, Run[]>();
  return {
    run: (id, argument = null) => {
      const run = offers.get(id)?.at(-1);
      run?.(argument);
      return run !== undefined;
    },
    offer: (id, run) => {
      offers.set(id, [...(offers.get(id) ?? []), run]);
      return () =>
        offers.set(
          id,
          (offers.get(id) ?? []).filter((one) => one !== run),
        );
    },
  };
}

export const CommandContext = createContext<Commanding>(createCommanding());

/** Carries out a command while the calling part is on screen. */
export function useCommand(id: CommandId, run: Run): void {
  const { offer } = useContext(CommandContext);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => offer(id, (argument) => latest.current(argument)), [offer, id]);
}

export function useRun(): Commanding['run'] {
  return useContext(CommandContext).run;
}
