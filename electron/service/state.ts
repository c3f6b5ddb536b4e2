/** Everything that follows from the returns and decisions on a board, worked out afresh after each change. */
import { decisions } from '#db/table/decision.ts';
import { isDue, READ_FROM, remembered, SETTLED_FROM } from '#electron/service/memo.ts';
import type { Session } from '#electron/service/session.ts';
import { understoodReturns } from '#electron/service/understand.ts';
import { applyDecisions, type SettledFinding } from '#shared/decision/apply.ts';
import type { Decision } from '#shared/decision/decision.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Figure } from '#shared/figure/figure.ts';
import { figuresOf } from '#shared/figure/figures.ts';
import { checkBoard } from '#shared/finding/check.ts';
import type { Coverage, Finding } from '#shared/finding/finding.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';

export interface BoardState {
  readonly definition: BoardDefinition;
  readonly returns: readonly UnderstoodReturn[];
  readonly findings: readonly SettledFinding[];
  readonly coverage: Coverage;
  /** Every decision ever taken, withdrawn ones included. */
  readonly decisions: readonly Decision[];
  readonly figures: readonly Figure[];
}

export function boardState(session: Session): Promise<BoardState> {
  return remembered(session, 'state', SETTLED_FROM, async () => settled(session, await checked(session)));
}

/** Whether the returns have to be checked first, which takes long enough to be told. */
export function needsChecking(session: Session): boolean {
  return isDue(session, 'checked', READ_FROM);
}

type Checked = Pick<BoardState, 'definition' | 'returns' | 'coverage'> & {
  readonly found: readonly Finding[];
};

/** Checking every return against every other takes longest by far; no decision changes what it finds. */
function checked(session: Session): Promise<Checked> {
  return remembered(session, 'checked', READ_FROM, async () => {
    const definition = session.definition();
    const returns = await understoodReturns(session);
    const { findings, coverage } = checkBoard({ definition, returns });
    return { definition, returns, coverage, found: findings };
  });
}

function settled(session: Session, { found, ...board }: Checked): BoardState {
  const taken = decisions(session.board);
  const findings = applyDecisions(found, taken);
  const inForce = findings.flatMap((f) => (f.decision && f.status !== 'review' ? [f.decision] : []));
  const { definition, returns } = board;
  const figures = figuresOf({ definition, returns, findings, decisions: inForce });
  return { ...board, findings, decisions: taken, figures };
}

/** Findings about a period: those of its returns, and those that touch a cell of one. */
export function findingsFor(state: BoardState, period: string | undefined): readonly SettledFinding[] {
  if (!period) return state.findings;
  const own = state.returns.filter((r) => r.ref.period === period);
  const ids = new Set(own.flatMap((r) => r.tables.flatMap((t) => t.assertions.map((a) => a.id))));
  const touches = (f: SettledFinding) => f.cells.some((c) => c.assertion !== null && ids.has(c.assertion));
  return state.findings.filter((f) => f.period === period || touches(f));
}
