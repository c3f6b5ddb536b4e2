import type { Command } from '#electron/cli/commands.ts';
import { CommandError } from '#electron/cli/terminal.ts';
import { openSession } from '#electron/service/session.ts';
import { boardFindings, findingsFor } from '#electron/service/state.ts';
import { checkJson } from '#shared/finding/json.ts';

const SEVERITIES = ['low', 'medium', 'high'];

export const check: Command = {
  name: 'check',
  use: 'check BOARD.eoc [--period P] [--fail-on high|medium|low]',
  does: 'every open finding',
  needs: ['a board file'],
  options: ['period', 'fail-on'],
  run: async ({ rest: [board = ''], options }) => {
    const failOn = options['fail-on'];
    if (failOn && !SEVERITIES.includes(failOn)) {
      throw new CommandError('wrong-use', `--fail-on takes high, medium or low, not "${failOn}".`);
    }
    using session = openSession(board);
    const state = await boardFindings(session);
    const found = findingsFor(state, options.period);
    const open = found.filter((f) => f.status === 'open' || f.status === 'review');
    const lines = open.map((f) => `${f.id}  ${f.severity.padEnd(6)}  ${f.kind.padEnd(14)}  ${f.title}`);
    const { held, violated, notCheckable } = state.coverage;
    const summary = `${open.length} open. ${held} ties held, ${violated} violated, ${notCheckable.length} not checkable.`;
    return {
      value: checkJson(found, state.coverage),
      text: [...lines, summary].join('\n'),
      needsPerson:
        failOn !== undefined &&
        open.some((f) => SEVERITIES.indexOf(f.severity) >= SEVERITIES.indexOf(failOn)),
    };
  },
};
