/** The table of commands: names, words and what runs them. */
import type { OptionName, Words } from '#electron/cli/args.ts';
import { check } from '#electron/cli/command/check.ts';
import { claims } from '#electron/cli/command/claims.ts';
import { decide } from '#electron/cli/command/decide.ts';
import { demo } from '#electron/cli/command/demo.ts';
import { figures } from '#electron/cli/command/figures.ts';
import { importFiles } from '#electron/cli/command/import.ts';
import { init } from '#electron/cli/command/init.ts';
import { inspect } from '#electron/cli/command/inspect.ts';
import { pack } from '#electron/cli/command/pack.ts';
import { queries } from '#electron/cli/command/queries.ts';
import type { Terminal } from '#electron/cli/terminal.ts';

/** What a command gives back: the value for `--json`, the text for people, and whether a person is needed. */
export interface Answer {
  readonly value: unknown;
  readonly text: string;
  readonly needsPerson: boolean;
}

export interface Command {
  readonly name: string;
  readonly use: string;
  readonly does: string;
  /** The words it cannot do without, as named to people. */
  readonly needs: readonly string[];
  /** Options it takes besides `--json`. */
  readonly options: readonly string[];
  readonly run: (words: Words, to: Terminal) => Promise<Answer>;
}

export type { OptionName };

export const commands: readonly Command[] = [
  init,
  importFiles,
  inspect,
  figures,
  check,
  claims,
  decide,
  queries,
  pack,
  demo,
];
