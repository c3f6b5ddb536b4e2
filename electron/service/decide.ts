/** Taking and withdrawing decisions on findings. */
import { commit } from '#db/commit.ts';
import { decisions } from '#db/table/decision.ts';
import { stamp } from '#electron/service/clock.ts';
import { Problem } from '#electron/service/problem.ts';
import type { Session } from '#electron/service/session.ts';
import { boardFindings } from '#electron/service/state.ts';
import { type Choice, decide } from '#shared/decision/decide.ts';
import type { Decision } from '#shared/decision/decision.ts';

export type VerdictRequest = Choice;

/** Throws a `Problem` where the finding is unknown or the reason will not do. */
export async function decideFinding(
  session: Session,
  id: string,
  verdict: Choice,
  why: string,
  by?: string,
): Promise<Decision> {
  const { findings } = await boardFindings(session);
  const matches = findings.filter((f) => f.id === id || f.id.startsWith(id));
  const [finding] = matches;
  if (!finding || matches.length > 1) {
    throw new Problem(
      'no-finding',
      `There is no finding ${id} on this board. "check" lists the findings and their ids.`,
    );
  }
  const now = stamp(by);
  const result = decide({ finding, verdict, why, ...now });
  if (!result.ok) throw new Problem('reason', result.message);
  const { fingerprint, verdict: taken } = result.decision;
  const done = commit(
    session.board,
    { kind: 'decide', finding: finding.id, fingerprint, verdict: taken, why, title: finding.title },
    now,
  );
  const stored = decisions(session.board).find((d) => d.id === done.subject);
  return stored ?? result.decision;
}

export async function withdrawDecision(
  session: Session,
  decision: string,
  why: string,
  by?: string,
): Promise<void> {
  const { findings } = await boardFindings(session);
  const title = findings.find((finding) => finding.decision?.id === decision)?.title;
  const named = title === undefined ? {} : { title };
  commit(session.board, { kind: 'withdraw-decision', decision, why, ...named }, stamp(by));
}
