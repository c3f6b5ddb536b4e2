/** Statements in texts: those not yet linked to a figure, and linking them by hand. */
import { commit } from '#db/commit.ts';
import { setting } from '#db/table/setting.ts';
import { board, type HandlersOf } from '#electron/service/api/context.ts';
import { stamp } from '#electron/service/clock.ts';
import { statementsOf } from '#electron/service/links.ts';
import { Problem } from '#electron/service/problem.ts';
import type { Session } from '#electron/service/session.ts';
import { boardState } from '#electron/service/state.ts';
import { understoodReturns } from '#electron/service/understand.ts';
import type { Argument } from '#shared/api/api.ts';
import { keyText, type QuantityKey } from '#shared/assertion/assertion.ts';
import { canBe, claimNamed } from '#shared/claim/list.ts';
import { LINK, linkTo } from '#shared/claim/remember.ts';

export const claimHandlers: HandlersOf<'claim'> = {
  'claim.list': async ({ period }, context) => {
    const list = await statementsOf(board(context).session);
    const of = (one: { readonly period: string }) => period === null || one.period === period;
    return { unlinked: list.unlinked.filter(of), linked: list.linked.filter(of) };
  },
  'claim.link': async (argument, context) => {
    await link(board(context).session, argument);
    return null;
  },
  'claim.forget': ({ name }, context) => {
    const { session } = board(context);
    if (!name.startsWith(LINK) || setting(session.board, name) === null)
      throw new Problem('no-link', 'That statement is not linked any more.');
    commit(session.board, { kind: 'set-setting', name, value: null }, stamp());
    return null;
  },
};

async function figureKey(session: Session, text: string): Promise<QuantityKey> {
  const { figures } = await boardState(session);
  const found = figures.find(({ key }) => keyText(key) === text);
  if (!found) throw new Problem('no-figure', 'No return on this board states that figure any longer.');
  return found.key;
}

async function link(session: Session, { name, key }: Argument<'claim.link'>): Promise<void> {
  const returns = await understoodReturns(session);
  const found = claimNamed(session.definition(), returns, name);
  if (!found) throw new Problem('no-statement', 'No text on this board says that any longer.');
  const { claim, from } = found;
  const figure = key === null ? null : await figureKey(session, key);
  if (figure && !canBe(figure, claim))
    throw new Problem(
      'unit',
      `“${claim.said}” and that figure cannot be the same: one is money, the other is not. Choose another figure.`,
    );
  const value = linkTo(from.ref.provider, claim, figure, from.ref.period);
  commit(session.board, { kind: 'set-setting', name, value }, stamp());
}
