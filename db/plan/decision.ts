/** Plans for decisions and their withdrawals. */
import { BoardError } from '#db/error.ts';
import type { ReadDb } from '#db/handle.ts';
import { type Context, change, type Plan } from '#db/plan/plan.ts';
import { decisionRow, decisions, withdrawalRow } from '#db/table/decision.ts';
import { rowChange } from '#shared/operation/diff.ts';
import type { OperationOf } from '#shared/operation/operation.ts';

/** A later decision on the same finding stands beside the earlier ones; readers take the last that stands. */
export function planDecision(operation: OperationOf<'decide'>, { event, at, by }: Context): Plan {
  const { finding, fingerprint, verdict, why } = operation;
  const id = `d${event}`;
  const row = decisionRow({ id, finding, fingerprint, verdict, why, at, by });
  const did = { accept: 'Accepted a cell of', value: 'Entered a value for', dismiss: 'Dismissed' }[
    verdict.kind
  ];
  return change(`${did} ${named(finding, operation.title)}: ${why}`, rowChange('decision', null, row), id);
}

/** By its title, which people know; by its id only where nobody gave one. */
function named(finding: string, title: string | undefined): string {
  return title === undefined ? `finding ${finding}` : `“${title}”`;
}

export function planDecisionWithdrawal(
  db: ReadDb,
  operation: OperationOf<'withdraw-decision'>,
  context: Context,
): Plan {
  const of = decisions(db).find((decision) => decision.id === operation.decision);
  if (!of)
    throw new BoardError('invalid', `This board has no decision ${operation.decision}. Nothing was changed.`);
  if (of.withdrawn)
    throw new BoardError('refused', `Decision ${of.id} was withdrawn before. Nothing was changed.`);
  const row = withdrawalRow(`w${context.event}`, of, operation.why, context);
  return change(
    `Withdrew the decision on ${named(of.finding, operation.title)}: ${operation.why}`,
    rowChange('decision', null, row),
    of.id,
  );
}
