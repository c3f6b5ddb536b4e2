/** What people have said the statements of the texts speak of, and the statements nobody has. */
import { settings } from '#db/table/setting.ts';
import { LINKED_FROM, READ_FROM, remembered } from '#electron/service/memo.ts';
import type { Session } from '#electron/service/session.ts';
import { understoodReturns } from '#electron/service/understand.ts';
import { type StatementList, statementList } from '#shared/claim/list.ts';
import { type ClaimLinks, linksIn } from '#shared/claim/remember.ts';

/** The same map until a link changes, so that what was read under it is kept. */
export function linksOf(session: Session): Promise<ClaimLinks> {
  return remembered(session, 'links', LINKED_FROM, () => linksIn(settings(session.board)));
}

/** The statements of all returns on the board. */
export function statementsOf(session: Session): Promise<StatementList> {
  return remembered(session, 'statements', READ_FROM, async () =>
    statementList({
      definition: session.definition(),
      returns: await understoodReturns(session),
      links: await linksOf(session),
    }),
  );
}
