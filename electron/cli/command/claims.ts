import type { Command } from '#electron/cli/commands.ts';
import { statementsOf } from '#electron/service/links.ts';
import { openSession } from '#electron/service/session.ts';

export const claims: Command = {
  name: 'claims',
  use: 'claims BOARD.eoc [--period P]',
  does: 'numbers in text that no figure could be told for, and those linked by hand',
  needs: ['a board file'],
  options: ['period'],
  run: async ({ rest: [board = ''], options: { period } }) => {
    using session = openSession(board);
    const all = await statementsOf(session);
    const of = (one: { readonly period: string }) => period === undefined || one.period === period;
    const [unlinked, linked] = [all.unlinked.filter(of), all.linked.filter(of)];
    const lines = unlinked.map(
      ({ file, sheet, cell, said, sentence }) => `${file}, ${sheet} ${cell}  ${said}  ${sentence}`,
    );
    const byHand = linked.map(
      ({ said, sentence, figure }) => `${said}  ${sentence}  ${figure ?? 'no figure'}`,
    );
    return {
      value: { unlinked, linked },
      text: [...lines, `${unlinked.length} not linked; ${linked.length} linked by hand.`, ...byHand].join(
        '\n',
      ),
      needsPerson: false,
    };
  },
};
