/** Answers beside what has become of their findings. */
import type { Answer, AnswerState, AnswerView } from '#shared/answer/answer.ts';
import { judgeAnswer } from '#shared/answer/judge.ts';
import type { SettledFinding } from '#shared/decision/apply.ts';

function stateOf({ fingerprint }: Answer, finding: SettledFinding | undefined): AnswerState {
  if (!finding) return 'corrected';
  if (finding.status === 'decided' || finding.status === 'dismissed') return 'decided';
  return finding.fingerprint === fingerprint ? 'open' : 'changed';
}

/** Every answer with its state and what it lacks. */
export function viewAnswers(
  answers: readonly Answer[],
  findings: readonly SettledFinding[],
): readonly AnswerView[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  return answers.map((answer) => {
    const finding = byId.get(answer.finding);
    const missing = finding ? judgeAnswer(answer.text, finding) : [];
    return { ...answer, state: stateOf(answer, finding), missing };
  });
}
