/** The front page and the sign-off of a quarter's pack. */
import { commit } from '#db/commit.ts';
import { stamp } from '#electron/service/clock.ts';
import { Problem } from '#electron/service/problem.ts';
import type { Session } from '#electron/service/session.ts';
import { boardState } from '#electron/service/state.ts';
import { frontOf, settingsOf, wordsFor } from '#electron/service/words.ts';
import type { Argument, FrontPage } from '#shared/api/api.ts';
import type { Json } from '#shared/operation/json.ts';
import { frontName, meetingName, meetingOf } from '#shared/pack/front.ts';
import { type Signoff, type StoredSignoff, signoffName, signoffSchema } from '#shared/pack/signoff.ts';

export function frontPage(session: Session, period: string): FrontPage {
  return { answers: frontOf(session, period), meeting: meetingOf(settingsOf(session), period) };
}

export function setFront(session: Session, { period, answers, meeting }: Argument<'pack.front'>): null {
  put(session, meetingName(period), meeting);
  put(session, frontName(period), { ...answers });
  return null;
}

function put({ board }: Session, name: string, value: Json): void {
  commit(board, { kind: 'set-setting', name, value }, stamp());
}

export async function signoffs(session: Session, period: string): Promise<readonly Signoff[]> {
  return wordsFor(session, await boardState(session), period).signoffs;
}

async function known(session: Session, period: string, code: string): Promise<Signoff> {
  const found = (await signoffs(session, period)).find((one) => one.code === code);
  if (found) return found;
  throw new Problem('no-question', `The pack asks no question “${code}”. Choose one from its sign-off.`);
}

function storedOf(session: Session, period: string, signoff: Signoff): StoredSignoff {
  const parsed = signoffSchema.safeParse(settingsOf(session)[signoffName(period, signoff.code)]);
  const { heading: title, officer } = signoff;
  return { title, officer, cleared: parsed.success ? parsed.data.cleared : null };
}

export async function assign(
  session: Session,
  { period, code, officer }: Argument<'pack.assign'>,
): Promise<null> {
  const signoff = await known(session, period, code);
  put(session, signoffName(period, code), { ...storedOf(session, period, signoff), officer });
  return null;
}

/** What is cleared is kept as it reads: text or figures that read otherwise later open the question again. */
export async function clear(
  session: Session,
  { period, code, cleared }: Argument<'pack.clear'>,
): Promise<null> {
  const signoff = await known(session, period, code);
  if (cleared && signoff.text === '') {
    throw new Problem(
      'not-written',
      `“${signoff.heading}” is not written yet. Write it before it is cleared.`,
    );
  }
  const value = {
    ...storedOf(session, period, signoff),
    cleared: cleared && { ...cleared, text: signoff.text },
  };
  put(session, signoffName(period, code), value);
  return null;
}
