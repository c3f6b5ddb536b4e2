/** Hears keys and the native menu, and passes both on as commands. */
import { useContext, useEffect } from 'react';
import { useClient } from '#renderer/queries/use.ts';
import { CommandContext } from '#renderer/shell/commanding.ts';
import { commandFor, isTyping } from '#renderer/shell/keys.ts';

export function useHostCommands(): void {
  const { on } = useClient();
  const { run } = useContext(CommandContext);
  useEffect(
    () =>
      on((event) => {
        if (event.kind === 'command') run(event.command, event.argument);
      }),
    [on, run],
  );
}

/** In Electron the native menu hears the keys itself. */
export function useKeyCommands(boardOpen: boolean): void {
  const { host } = useClient();
  const { run } = useContext(CommandContext);
  useEffect(() => {
    if (host.kind === 'electron') return;
    const hear = (event: KeyboardEvent) => {
      const command = commandFor(event);
      if (!command || (command.needsBoard && !boardOpen)) return;
      if (command.id.startsWith('edit.') && isTyping(event.target)) return;
      if (run(command.id)) event.preventDefault();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [host, run, boardOpen]);
}
