import type { Command } from '#electron/cli/commands.ts';
import { newSession } from '#electron/service/session.ts';

export const init: Command = {
  name: 'init',
  use: 'init BOARD.eoc',
  does: 'a new empty board on the default definition',
  needs: ['a board file'],
  options: [],
  run: async ({ rest: [board = ''] }) => {
    using session = newSession(board);
    const { code, version, board: title } = session.definition();
    return {
      value: { board, definition: { code, version, board: title } },
      text: `Made ${board}: ${title}. Next: eoc import ${board} FILE…`,
      needsPerson: false,
    };
  },
};
