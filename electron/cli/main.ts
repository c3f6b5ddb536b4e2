/**
 * The command line: the same program without a window.
 *
 * `main(['check', 'board.eoc', '--json'])` prints one JSON value and resolves to the exit code: 0 done, 1 done
 * and something needs a person, 2 wrong use. Without a command the window opens.
 */
import { readWords, type Words } from '#electron/cli/args.ts';
import { type Command, commands } from '#electron/cli/commands.ts';
import { helpText } from '#electron/cli/help.ts';
import { CommandError, type Terminal, terminal } from '#electron/cli/terminal.ts';
import { plainMessage } from '#electron/service/problem.ts';

export async function main(argv: readonly string[]): Promise<number> {
  const to = terminal(argv.includes('--json'));
  try {
    const asked = windowWords(argv);
    if (asked) {
      const { start } = await import('#electron/start.ts');
      return await start(asked, to.out);
    }
    const words = readWords(argv);
    const name = words.command ?? 'demo';
    if (words.flags.has('help') || name === 'help') {
      to.out(helpText(commands));
      return 0;
    }
    return await run(commands.find((command) => command.name === name) ?? unknown(name), words, to);
  } catch (error) {
    to.note(plainMessage(error));
    return error instanceof CommandError && error.code === 'wrong-use' ? 2 : 1;
  }
}

const WINDOW_OPTION = /^--(browser|no-open|port|as-built)\b/;

/** What follows `window`, or everything where there is no command but perhaps a board; null where there is one. */
function windowWords(argv: readonly string[]): readonly string[] | null {
  const [first] = argv;
  if (first === 'window') return argv.slice(1);
  const plain = first === undefined || WINDOW_OPTION.test(first) || first.toLowerCase().endsWith('.eoc');
  return plain ? argv : null;
}

function unknown(name: string): never {
  const known = commands.map((command) => command.name).join(', ');
  throw new CommandError('wrong-use', `There is no command "${name}". The commands are: ${known}.`);
}

async function run(command: Command, words: Words, to: Terminal): Promise<number> {
  const missing = command.needs.slice(words.rest.length);
  if (missing.length > 0) {
    throw new CommandError(
      'wrong-use',
      `"${command.name}" needs ${missing.join(' and ')}. Use: eoc ${command.use}`,
    );
  }
  const stray = Object.keys(words.options).find((option) => !command.options.includes(option));
  if (stray) {
    throw new CommandError(
      'wrong-use',
      `"${command.name}" has no option --${stray}. Use: eoc ${command.use}`,
    );
  }
  const { value, text, needsPerson } = await command.run(words, to);
  if (to.json) to.out(JSON.stringify(value));
  else to.out(text);
  return needsPerson ? 1 : 0;
}
