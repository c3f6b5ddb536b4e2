/** What people have said the statements of the texts speak of, as the checks take it in. */
import { settings } from '#db/table/setting.ts';
import { LINKED_FROM, remembered } from '#electron/service/memo.ts';
import type { Session } from '#electron/service/session.ts';
import { type ClaimLinks, linksIn } from '#shared/claim/remember.ts';

/** The same map until a link changes, so that what was read under it is kept. */
export function linksOf(session: Session): Promise<ClaimLinks> {
  return remembered(session, 'links', LINKED_FROM, () => linksIn(settings(session.board)));
}
