import { jsonOf } from '#electron/cli/command/import.ts';
import type { Answer, Command } from '#electron/cli/commands.ts';
import type { Terminal } from '#electron/cli/terminal.ts';
import { decideFinding } from '#electron/service/decide.ts';
import { inFolder, makeFolder, removeTree } from '#electron/service/disk.ts';
import { importReturns } from '#electron/service/import.ts';
import { exportPack } from '#electron/service/pack.ts';
import { sampleReturns } from '#electron/service/samples.ts';
import { newSession, type Session } from '#electron/service/session.ts';
import { boardState, findingsFor } from '#electron/service/state.ts';
import type { Decision } from '#shared/decision/decision.ts';
import { checkJson } from '#shared/finding/json.ts';
import { periodEnd } from '#shared/period/period.ts';

const WHY =
  'Taken for this demonstration because every total and percentage beside the cell agrees with this value; the provider has been asked to confirm it.';

export const demo: Command = {
  name: 'demo',
  use: 'demo [--out DIR]',
  does: 'the whole job on the sample returns: import, check, decide, pack',
  needs: [],
  options: ['out'],
  run: async ({ options: { out = 'demo' } }, to) => {
    makeFolder(out);
    const board = inFolder(out, 'Sample board.eoc');
    removeTree(board);
    using session = newSession(board);
    return await wholeJob(session, board, out, to);
  },
};

async function wholeJob(session: Session, board: string, out: string, to: Terminal): Promise<Answer> {
  to.note('1. Importing the sample returns');
  const imported = await importReturns(session, sampleReturns(), {}, to.note);
  const periods = imported.flatMap((file) => (file.period ? [file.period] : []));
  const period = periods.sort((a, b) => (periodEnd(a) ?? 0) - (periodEnd(b) ?? 0)).at(-1) ?? '';
  to.note(`2. Checking them against one another`);
  const { findings, coverage, figures } = await boardState(session);
  for (const f of findings.filter((one) => one.severity === 'high')) to.note(`    ${f.kind}: ${f.title}`);
  to.note('3. Deciding what can be told from the returns alone');
  const decided = await decideClearest(session, to);
  const written = await exportPack(
    session,
    { period, edition: 'board', formats: ['docx', 'pdf', 'xlsx'], out, section: null },
    to.note,
  );
  const after = await boardState(session);
  const check = checkJson(findingsFor(after, undefined), coverage);
  return {
    value: {
      board,
      imported: imported.map(jsonOf),
      figures: figures.length,
      counts: check.counts,
      coverage: {
        held: coverage.held,
        violated: coverage.violated,
        notCheckable: coverage.notCheckable.length,
      },
      decided,
      pack: written,
    },
    text: [
      `${imported.length} returns imported, ${figures.length} figures, ${findings.length} findings, ${decided.length} decided.`,
      ...written.files.map((file) => `Wrote ${file}`),
      `The board itself is ${board}. Look at its findings with: npm run -s eoc -- check "${board}"`,
    ].join('\n'),
    needsPerson: imported.some((file) => file.refused !== null),
  };
}

/** Decides up to three findings whose suspect stands alone and has a value that settles everything around it. */
async function decideClearest(session: Session, to: Terminal): Promise<readonly Decision[]> {
  const { findings } = await boardState(session);
  const clear = findings.filter(
    (f) => f.status === 'open' && f.suspect !== null && f.alternatives.length === 0 && f.proposal !== null,
  );
  const taken: Decision[] = [];
  for (const finding of clear.slice(0, 3)) {
    if (finding.proposal === null) continue;
    taken.push(await decideFinding(session, finding.id, { kind: 'value', value: finding.proposal }, WHY));
    to.note(`    ${finding.title}: ${finding.suggestion}`);
  }
  return taken;
}
