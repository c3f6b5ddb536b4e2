/** Twelve quarters of the administrator's work: returns in, findings settled, words written, packs sent. */
import path from 'node:path';
import { commit } from '#db/commit.ts';
import { newContext } from '#electron/service/api/context.ts';
import { handlers } from '#electron/service/api/handlers.ts';
import { stamp } from '#electron/service/clock.ts';
import { decideFinding } from '#electron/service/decide.ts';
import { importReturns } from '#electron/service/import.ts';
import type { Session } from '#electron/service/session.ts';
import { boardState } from '#electron/service/state.ts';
import { dueDate } from '#shared/period/due.ts';
import { periodEnd } from '#shared/period/period.ts';
import { cellsOf } from '#test/simulation/model/model.ts';
import { placesOf } from '#test/simulation/run/match.ts';
import { ADMINISTRATOR, answerTo, type Known } from '#test/simulation/sample/administrator.ts';
import { type Clock, daysAfter } from '#test/simulation/sample/calendar.ts';
import { secondDefinition } from '#test/simulation/sample/council.ts';
import { type Chapter, type History, WIDENED } from '#test/simulation/sample/history.ts';
import { wordsFor } from '#test/simulation/sample/words.ts';

/** Of the latest two quarters nothing is settled yet; of the two before packs went out. */
const UNSETTLED = 2;
const ISSUED = 2;

export async function lived(
  session: Session,
  history: History,
  returns: string,
  clock: Clock,
): Promise<void> {
  const known = knownFrom(history);
  const { chapters } = history;
  for (const [index, chapter] of chapters.entries()) {
    clock.moveTo(daysAfter(dueDate(chapter.period, 0), 12 + (index % 7)));
    if (index === WIDENED)
      commit(session.board, { kind: 'set-definition', definition: secondDefinition() }, stamp(ADMINISTRATOR));
    await received(session, chapter, returns);
    if (index >= chapters.length - UNSETTLED) continue;
    clock.moveTo(daysAfter(dueDate(chapter.period, 0), 26));
    await settled(session, chapter, known);
    await narrated(session, chapter.period);
    if (index >= chapters.length - UNSETTLED - ISSUED) await sent(session, chapter.period);
  }
  await boardState(session);
}

function knownFrom({ chapters, errors, clean }: History): Known {
  const laid = chapters.flatMap(({ returns, waiting }) => [...returns, ...waiting]);
  return { errors, places: placesOf(laid), clean: cellsOf(clean) };
}

async function received(session: Session, { period, returns }: Chapter, folder: string): Promise<void> {
  const files = returns.map(({ file }) => path.join(folder, period, file));
  const done = await importReturns(session, files, { by: ADMINISTRATOR }, () => undefined);
  const refused = done.filter((file) => file.refused !== null || file.period !== period);
  if (refused.length) throw new Error(refused.map((file) => `${file.file}: ${file.refused}`).join('\n'));
}

async function settled(session: Session, { period }: Chapter, known: Known): Promise<void> {
  const { findings } = await boardState(session);
  const open = findings.filter(
    (one) => one.status === 'open' && (periodEnd(one.period) ?? 0) <= (periodEnd(period) ?? 0),
  );
  for (const [turn, finding] of open.entries()) {
    const { verdict, why } = answerTo(finding, known, turn + period.length);
    await decideFinding(session, finding.id, verdict, why, ADMINISTRATOR);
  }
}

async function narrated(session: Session, period: string): Promise<void> {
  const { figures } = await boardState(session);
  for (const { section, paragraphs } of wordsFor(period, figures))
    commit(
      session.board,
      {
        kind: 'set-narrative',
        section,
        period,
        text: JSON.parse(JSON.stringify(paragraphs)),
        reviewed: true,
      },
      stamp(ADMINISTRATOR),
    );
}

const TABLED =
  'The officers named give their implications at the meeting, where they are minuted; no figure in the pack rests on them.';

/** The pack as the board had it, and as the public can read it. */
async function sent(session: Session, period: string): Promise<void> {
  const context = newContext({ data: '', documents: '' }, () => undefined);
  context.swap({ session, passphrase: null, staged: new Map(), exempt: new Map() });
  for (const edition of ['board', 'public'] as const) {
    const asked = { period, edition, formats: ['docx'], override: TABLED } as const;
    await handlers['pack.issue'](asked, context);
  }
}
