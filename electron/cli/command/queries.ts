import type { Command } from '#electron/cli/commands.ts';
import { CommandError } from '#electron/cli/terminal.ts';
import { type WrittenQueries, writeQueries } from '#electron/service/queries.ts';
import { openSession } from '#electron/service/session.ts';

const USE = 'queries BOARD.eoc --period P [--provider CODE] [--by NAME] --out DIR';

export const queries: Command = {
  name: 'queries',
  use: USE,
  does: 'a message to each service, and its own files with comments on the cells',
  needs: ['a board file'],
  options: ['period', 'provider', 'by', 'out'],
  run: async ({ rest: [board = ''], options }) => {
    const { period, out, provider = null, by = null } = options;
    if (!period || !out) {
      throw new CommandError('wrong-use', `Queries need --period and --out. Use: eoc ${USE}`);
    }
    using session = openSession(board);
    const written = await writeQueries(session, { period, provider, out, by });
    return { value: { queries: written }, text: textOf(written), needsPerson: false };
  },
};

function textOf(written: readonly WrittenQueries[]): string {
  if (written.length === 0) return 'There is nothing open to ask any service about.';
  return written
    .flatMap(({ name, points, onCells, files, notes }) => [
      `${name}: ${points} open, ${onCells} of them on cells of returned files.`,
      ...[...files.map((file) => `Wrote ${file}`), ...notes].map((line) => `  ${line}`),
    ])
    .join('\n');
}
