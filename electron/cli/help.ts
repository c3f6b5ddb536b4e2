import type { Command } from '#electron/cli/commands.ts';
import { columns } from '#electron/cli/terminal.ts';

export function helpText(commands: readonly Command[]): string {
  return [
    'EOC Board: reconciles quarterly returns and writes board packs.',
    '',
    columns([
      ['  eoc [BOARD.eoc] [--browser] [--no-open] [--port N]', 'opens the window, in a browser if need be'],
      ...commands.map((command) => [`  eoc ${command.use}`, command.does]),
    ]),
    '',
    'Add --json to any command for one JSON value on standard output.',
    'A board protected by a passphrase reads it from the environment variable EOC_PASSPHRASE.',
    'Exit codes: 0 done; 1 done, and something needs a person; 2 wrong use.',
  ].join('\n');
}
