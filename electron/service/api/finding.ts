/** Findings: the work list, the sources of one, decisions, and the messages to providers. */
import { answersOf, recordAnswer } from '#electron/service/answers.ts';
import { board, type Context, type HandlersOf } from '#electron/service/api/context.ts';
import { queryDocument } from '#electron/service/api/query-file.ts';
import { type Place, shaOf, sourceViews } from '#electron/service/api/sources.ts';
import { findingsOf } from '#electron/service/api/state.ts';
import { decideFinding, withdrawDecision } from '#electron/service/decide.ts';
import { Problem } from '#electron/service/problem.ts';
import { composeQueries } from '#electron/service/queries.ts';
import { boardFindings, findingsFor } from '#electron/service/state.ts';
import type { SettledFinding } from '#shared/decision/apply.ts';
import type { Finding } from '#shared/finding/finding.ts';
import { type ProviderQuery, providerQueries } from '#shared/finding/query.ts';

export const findingHandlers: HandlersOf<'finding'> = {
  'finding.list': async ({ period }, context) => findingsFor(await findingsOf(context), period ?? undefined),
  'finding.sources': async ({ id }, context) => {
    const { session } = board(context);
    const { findings } = await boardFindings(session);
    const finding = findings.find((one) => one.id === id);
    if (!finding) throw new Problem('no-finding', 'That finding is no longer on this board.');
    return sourceViews(session, placesOf(finding));
  },
  'finding.decide': ({ id, verdict, why }, context) =>
    decideFinding(board(context).session, id, verdict, why),
  'finding.withdraw': async ({ decision, why }, context) => {
    await withdrawDecision(board(context).session, decision, why);
    return null;
  },
  'finding.queries': async ({ period }, context) => queries(context, period),
  'finding.answers': (_, context) => answersOf(board(context).session),
  'finding.answer': async (argument, context) => {
    await recordAnswer(board(context).session, argument);
    return null;
  },
  'finding.queryFiles': async ({ provider, period }, context) => {
    const request = { period, provider, by: null };
    const [query] = await composeQueries(board(context).session, request);
    if (!query) throw new Problem('no-query', 'There is nothing open to ask this provider about.');
    const files = query.files.map(({ name, bytes }) => ({
      name,
      bytes: Buffer.from(bytes).toString('base64'),
    }));
    return { files, notes: query.notes };
  },
  'finding.queryFile': async ({ provider, period }, context) => {
    const query = (await queries(context, period)).find((one) => one.provider === provider);
    if (!query) throw new Problem('no-query', 'There is nothing open to ask this provider about.');
    return queryDocument(query, board(context).session.definition(), period);
  },
};

export function placesOf(finding: Finding): readonly Place[] {
  return finding.cells.map(({ ref, assertion }) => ({ ref, sha256: shaOf(assertion) }));
}

export function isOpen({ status }: SettledFinding): boolean {
  return status === 'open' || status === 'review';
}

async function queries(context: Context, period: string | null): Promise<readonly ProviderQuery[]> {
  const { session } = board(context);
  const state = await boardFindings(session);
  const open = findingsFor(state, period ?? undefined).filter(isOpen);
  return providerQueries(state.definition, open, period ?? 'the quarters on the board');
}
