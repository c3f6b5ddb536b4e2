/** Figures, and what is beneath one. */
import { board, type HandlersOf } from '#electron/service/api/context.ts';
import { shaOf, sourceViews } from '#electron/service/api/sources.ts';
import { stateOf } from '#electron/service/api/state.ts';
import { figureList } from '#electron/service/figures.ts';
import { remembered, SETTLED_FROM } from '#electron/service/memo.ts';
import { Problem } from '#electron/service/problem.ts';
import type { Session } from '#electron/service/session.ts';
import { boardState } from '#electron/service/state.ts';
import type { FigureExplanation } from '#shared/api/api.ts';
import { keyText } from '#shared/assertion/assertion.ts';
import { figureTable } from '#shared/figure/rows.ts';

export const figureHandlers: HandlersOf<'figure'> = {
  'figure.list': async ({ period }, context) => {
    const { session } = board(context);
    if (period === null) return figureList(session, () => stateOf(context));
    const { figures } = await stateOf(context);
    const chosen = figures.filter(({ key }) => key.period === period);
    return remembered(session, `figures ${period}`, SETTLED_FROM, () => figureTable(chosen));
  },
  'figure.explain': ({ key }, context) => explain(board(context).session, key),
};

async function explain(session: Session, text: string): Promise<FigureExplanation> {
  const { figures, findings, decisions } = await boardState(session);
  const figure = figures.find(({ key }) => keyText(key) === text);
  if (!figure) throw new Problem('no-figure', 'No return on this board states that figure any longer.');
  const places = figure.sources.map((ref, at) => ({ ref, sha256: shaOf(figure.assertions[at]) }));
  const touching = new Set(figure.findings);
  return {
    figure,
    sources: await sourceViews(session, places),
    decisions: decisions.filter(({ id, finding }) => figure.decisions.includes(id) || touching.has(finding)),
    findings: findings.filter(({ id }) => touching.has(id)),
  };
}
