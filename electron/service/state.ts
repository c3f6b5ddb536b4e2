/** Everything that follows from the returns and decisions on a board, worked out afresh after each change. */
import { decisions } from '#db/table/decision.ts';
import { type Checks, checksOf } from '#electron/service/checks.ts';
import { remembered, SETTLED_FROM } from '#electron/service/memo.ts';
import type { Session } from '#electron/service/session.ts';
import { understoodReturns } from '#electron/service/understand.ts';
import { applyDecisions, type SettledFinding } from '#shared/decision/apply.ts';
import type { Decision } from '#shared/decision/decision.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Figure } from '#shared/figure/figure.ts';
import { figuresOf } from '#shared/figure/figures.ts';
import type { Coverage } from '#shared/finding/finding.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';

/** What can be told without opening a single return, where the board's checks were kept. */
export interface BoardFindings {
  readonly definition: BoardDefinition;
  readonly findings: readonly SettledFinding[];
  readonly coverage: Coverage;
  /** Every decision ever taken, withdrawn ones included. */
  readonly decisions: readonly Decision[];
  readonly touched: Checks['touched'];
}

export interface BoardState extends BoardFindings {
  readonly returns: readonly UnderstoodReturn[];
  readonly figures: readonly Figure[];
}

export function boardFindings(session: Session): Promise<BoardFindings> {
  return remembered(session, 'findings', SETTLED_FROM, async () => {
    const { found, coverage, touched } = await checksOf(session);
    const taken = decisions(session.board);
    const findings = applyDecisions(found, taken);
    return { definition: session.definition(), findings, coverage, decisions: taken, touched };
  });
}

export function boardState(session: Session): Promise<BoardState> {
  return remembered(session, 'state', SETTLED_FROM, async () => {
    const settled = await boardFindings(session);
    const returns = await understoodReturns(session);
    const { definition, findings } = settled;
    const inForce = findings.flatMap((f) => (f.decision && f.status !== 'review' ? [f.decision] : []));
    return { ...settled, returns, figures: figuresOf({ definition, returns, findings, decisions: inForce }) };
  });
}

/** Findings about a period: those of its returns, and those that touch a cell of one. */
export function findingsFor(
  { findings, touched }: Pick<BoardFindings, 'findings' | 'touched'>,
  period: string | undefined,
): readonly SettledFinding[] {
  if (!period) return findings;
  return findings.filter((f) => f.period === period || touched[f.id]?.includes(period));
}
