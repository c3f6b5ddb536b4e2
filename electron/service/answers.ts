/** Providers' answers to findings, and what their corrected returns settle. */
import { commit } from '#db/commit.ts';
import { setting, settings } from '#db/table/setting.ts';
import { stamp } from '#electron/service/clock.ts';
import { Problem } from '#electron/service/problem.ts';
import type { Session } from '#electron/service/session.ts';
import { boardFindings } from '#electron/service/state.ts';
import { type AnswerView, answerName, answersIn, settledName } from '#shared/answer/answer.ts';
import { viewAnswers } from '#shared/answer/view.ts';
import type { Argument } from '#shared/api/api.ts';
import type { Finding } from '#shared/finding/finding.ts';

export async function answersOf(session: Session): Promise<readonly AnswerView[]> {
  const answers = answersIn(settings(session.board));
  if (answers.length === 0) return [];
  return viewAnswers(answers, (await boardFindings(session)).findings);
}

/** Records an answer; one without words takes the recorded one away. */
export async function recordAnswer(session: Session, argument: Argument<'finding.answer'>): Promise<void> {
  const { id, text, by, on } = argument;
  const name = answerName(id);
  if (text.trim() === '') {
    if (setting(session.board, name) === null)
      throw new Problem('no-answer', 'No answer to that finding is recorded.');
    commit(session.board, { kind: 'set-setting', name, value: null }, stamp());
    return;
  }
  const { findings } = await boardFindings(session);
  const finding = findings.find((one) => one.id === id);
  if (!finding) throw new Problem('no-finding', 'That finding is no longer on this board.');
  const { title, provider, period, fingerprint } = finding;
  const value = { finding: id, title, provider, period, fingerprint, text: text.trim(), by: by.trim(), on };
  commit(session.board, { kind: 'set-setting', name, value }, stamp());
}

export interface Corrected {
  readonly file: string;
  readonly provider: string;
  readonly period: string;
  readonly version: number;
}

/** Findings of a provider's quarter that a corrected return has made go away; kept so that the history tells it. */
export function noteSettled(
  session: Session,
  before: readonly Finding[],
  now: readonly Finding[],
  { file, provider, period, version }: Corrected,
): readonly string[] {
  const still = new Set(now.map(({ id }) => id));
  const gone = before.filter(
    (one) => one.provider === provider && one.period === period && !still.has(one.id),
  );
  const titles = gone.map(({ title }) => title);
  if (titles.length === 0) return [];
  const value = { file, provider, period, version, titles };
  commit(session.board, { kind: 'set-setting', name: settledName(value), value }, stamp());
  return titles;
}
