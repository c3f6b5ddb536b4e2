/** What the window says about the open board. */
import { history } from '#db/history.ts';
import { allReturns } from '#db/table/return.ts';
import type { OpenBoard } from '#electron/service/api/context.ts';
import { stemOf } from '#electron/service/disk.ts';
import { copyOf } from '#electron/service/review.ts';
import type { BoardInfo } from '#shared/api/api.ts';
import { periodEnd } from '#shared/period/period.ts';

export function infoOf({ session }: OpenBoard): BoardInfo {
  const { board } = session;
  const { council, board: title } = session.definition();
  const { undo, redo } = history(board);
  const copy = copyOf(board);
  return {
    path: board.path,
    name: stemOf(board.path),
    council,
    board: title,
    encrypted: board.encrypted,
    periods: periodsOf(session.board),
    undo: copy ? null : (undo?.summary ?? null),
    redo: copy ? null : (redo?.summary ?? null),
    notices: board.notices,
    review: copy?.period ?? null,
  };
}

/** Quarters some return counts for, oldest first. */
export function periodsOf(board: Parameters<typeof allReturns>[0]): readonly string[] {
  const current = allReturns(board).filter((version) => version.status === 'current');
  return [...new Set(current.map((version) => version.period))].sort(
    (a, b) => (periodEnd(a) ?? 0) - (periodEnd(b) ?? 0),
  );
}
