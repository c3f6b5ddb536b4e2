/** The list of all figures, which opening every return for would take seconds on a board of ten years: kept with it. */
import { createHash } from 'node:crypto';
import { decisions } from '#db/table/decision.ts';
import { lastEventId } from '#db/table/event.ts';
import { keepText, keptText } from '#db/table/kept.ts';
import { keptName } from '#electron/service/checks.ts';
import { remembered, SETTLED_FROM } from '#electron/service/memo.ts';
import type { Session } from '#electron/service/session.ts';
import type { BoardState } from '#electron/service/state.ts';
import { type FigureTable, figureTable } from '#shared/figure/rows.ts';

/** The figures as they stand: from this session, from the board itself, or out of `state`, which is then kept. */
export function figureList(session: Session, state: () => Promise<BoardState>): Promise<FigureTable> {
  return remembered(session, 'figures', SETTLED_FROM, async () => {
    const asOf = lastEventId(session.board);
    const name = nameOf(session);
    const kept = keptText(session.board, 'figures', name);
    if (kept !== null) return JSON.parse(kept) as FigureTable;
    const fresh = figureTable((await state()).figures);
    if (lastEventId(session.board) === asOf) keep(session, name, fresh);
    return fresh;
  });
}

/** From all that figures depend on: what the checks do, and the decisions. */
function nameOf(session: Session): string {
  const all = JSON.stringify([keptName(session), decisions(session.board)]);
  return `figures ${createHash('sha256').update(all).digest('hex')}`;
}

/** A board that cannot be written to just now is worked out again the next time. */
function keep(session: Session, name: string, figures: FigureTable): void {
  try {
    keepText(session.board, 'figures', name, JSON.stringify(figures));
  } catch {
    // Nothing is lost but the time it takes.
  }
}
