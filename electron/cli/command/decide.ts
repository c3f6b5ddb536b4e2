import type { Words } from '#electron/cli/args.ts';
import type { Command } from '#electron/cli/commands.ts';
import { CommandError } from '#electron/cli/terminal.ts';
import { decideFinding, type VerdictRequest } from '#electron/service/decide.ts';
import { openSession } from '#electron/service/session.ts';

const USE = 'decide BOARD.eoc FINDING (--accept N or --value V or --dismiss) --why TEXT [--by NAME]';

export const decide: Command = {
  name: 'decide',
  use: USE,
  does: 'a decision on a finding; N says which of its cells is right, from 1',
  needs: ['a board file', "a finding's id"],
  options: ['accept', 'value', 'why', 'by'],
  run: async (words) => {
    const [board = '', finding = ''] = words.rest;
    const { why, by } = words.options;
    if (!why) throw new CommandError('wrong-use', `A decision needs its reason: --why "…". Use: eoc ${USE}`);
    const verdict = verdictOf(words);
    using session = openSession(board);
    const decision = await decideFinding(session, finding, verdict, why, by);
    return { value: decision, text: `Decided ${finding}: ${decision.verdict.kind}.`, needsPerson: false };
  },
};

function verdictOf({ options, flags }: Words): VerdictRequest {
  const given = [options.accept !== undefined, options.value !== undefined, flags.has('dismiss')];
  if (given.filter(Boolean).length !== 1) {
    throw new CommandError(
      'wrong-use',
      `Give exactly one of --accept, --value and --dismiss. Use: eoc ${USE}`,
    );
  }
  if (flags.has('dismiss')) return { kind: 'dismiss' };
  if (options.value !== undefined) return { kind: 'value', value: numberIn('--value', options.value) };
  const cell = numberIn('--accept', options.accept ?? '');
  if (!Number.isInteger(cell) || cell < 1)
    throw new CommandError('wrong-use', '--accept counts cells from 1.');
  return { kind: 'accept', cell: cell - 1 };
}

function numberIn(option: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) {
    throw new CommandError(
      'wrong-use',
      `${option} takes a number in plain figures, such as 2390000 or 0.81, not "${text}".`,
    );
  }
  return value;
}
