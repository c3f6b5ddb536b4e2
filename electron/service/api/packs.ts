/** The pack of a period and edition as it stands, built once after each change. */

import type { Tasks } from '#electron/service/api/context.ts';
import { arrangementOf } from '#electron/service/api/outline.ts';
import { remembered } from '#electron/service/memo.ts';
import { objectionsTo as objections } from '#electron/service/objections.ts';
import { packOf } from '#electron/service/pack.ts';
import { published } from '#electron/service/publish.ts';
import type { Session } from '#electron/service/session.ts';
import { boardState } from '#electron/service/state.ts';
import type { PublicEdition } from '#shared/edition/public.ts';
import { arrangePack } from '#shared/pack/arrange.ts';
import type { Pack } from '#shared/pack/document.ts';

export type Edition = 'board' | 'public';

/** Every section, as built and before it is arranged. */
export function wholePack(session: Session, period: string): Promise<Pack> {
  return remembered(session, `pack ${period}`, [], async () =>
    packOf(session, await boardState(session), period),
  );
}

/** Where a public edition has to be made first, `tasks` tells how far that is, and can stop it. */
export async function packFor(
  session: Session,
  period: string,
  edition: Edition,
  tasks: Tasks | null = null,
): Promise<Pack> {
  if (edition === 'public') return (await publicFor(session, period, tasks)).pack;
  return remembered(session, `pack ${period} board`, [], async () =>
    arrangePack(await wholePack(session, period), arrangementOf(session), session.definition()),
  );
}

/** The public edition with its proof, and with what later editions must know of it. */
export function publicFor(session: Session, period: string, tasks: Tasks | null): Promise<PublicEdition> {
  return remembered(session, `pack ${period} public`, [], async () => {
    const pack = await packFor(session, period, 'board');
    const steps = tasks?.begin('pack', LIKELY_ROUNDS);
    try {
      return await published(session, await boardState(session), pack, steps?.next);
    } finally {
      steps?.end();
    }
  });
}

/** Rounds of choosing and auditing that most packs need. */
const LIKELY_ROUNDS = 3;

/** What stands in the way of issuing the pack, in words; empty where nothing does. */
export async function objectionsTo(session: Session, pack: Pack): Promise<readonly string[]> {
  const { findings, words, signoff } = objections(session, await boardState(session), pack);
  return [...findings, ...words, ...signoff];
}
