/** Reading the words of a command. */
import { parseArgs } from 'node:util';
import { CommandError } from '#electron/cli/terminal.ts';

const OPTIONS = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  provider: { type: 'string' },
  period: { type: 'string' },
  measure: { type: 'string' },
  edition: { type: 'string' },
  formats: { type: 'string' },
  section: { type: 'string' },
  evidence: { type: 'boolean' },
  certificate: { type: 'string' },
  out: { type: 'string' },
  accept: { type: 'string' },
  value: { type: 'string' },
  dismiss: { type: 'boolean' },
  why: { type: 'string' },
  by: { type: 'string' },
  'fail-on': { type: 'string' },
} as const;

export type OptionName = keyof typeof OPTIONS;

export interface Words {
  readonly command: string | null;
  readonly rest: readonly string[];
  readonly flags: ReadonlySet<OptionName>;
  readonly options: Readonly<Partial<Record<OptionName, string>>>;
}

/** Throws a wrong-use `CommandError` naming an option that does not exist or lacks its value. */
export function readWords(argv: readonly string[]): Words {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
    const flags = new Set<OptionName>();
    const options: Partial<Record<OptionName, string>> = {};
    for (const [name, value] of Object.entries(values) as [OptionName, string | boolean][]) {
      if (typeof value === 'string') options[name] = value;
      else if (value) flags.add(name);
    }
    const [command = null, ...rest] = positionals;
    return { command, rest, flags, options };
  } catch (error) {
    throw new CommandError('wrong-use', `${(error as Error).message.split('. ')[0]}. See "eoc --help".`);
  }
}
