import type { Command } from '#electron/cli/commands.ts';
import { columns } from '#electron/cli/terminal.ts';
import { inspectFiles } from '#electron/service/inspect.ts';

export const inspect: Command = {
  name: 'inspect',
  use: 'inspect FILE…',
  does: 'what is recognised in a file by shape alone, without a board',
  needs: ['at least one file'],
  options: [],
  run: async ({ rest }, to) => {
    const { files, refused } = await inspectFiles(rest);
    for (const message of refused) to.note(message);
    const rows = files.flatMap((file) =>
      file.tables.map((table) => [
        file.file,
        `${table.sheet} ${table.range}`,
        `${table.relations.filter((r) => r.held).length} of ${table.relations.length} ties hold`,
        table.caption ?? '',
      ]),
    );
    return {
      value: { files },
      text: columns([['File', 'Table', 'Arithmetic', 'Caption'], ...rows]),
      needsPerson: refused.length > 0,
    };
  },
};
