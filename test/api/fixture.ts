/** A small return of one table, and a board that holds it. */
import { given, type TestService, testService } from '#test/api/service.ts';

export interface Counts {
  /** Children by source, and the total printed under them. */
  readonly rows: Readonly<Record<string, number>>;
  readonly total: number;
}

/** A CSV that says what it holds but not the quarter it is for. */
export function returnText({ rows, total }: Counts): string {
  const lines = Object.entries(rows).map(([label, count]) => `${label},${count}`);
  return ['FGC referrals by source', 'Source,No. of children', ...lines, `Total,${total}`, ''].join('\n');
}

/** Its total is wrong by one. */
export const WRONG: Counts = { rows: { CIN: 5, CP: 9, 'Early Help': 2, Blorps: 1 }, total: 18 };
export const RIGHT: Counts = { rows: { CIN: 5, CP: 9, 'Early Help': 2, Blorps: 1 }, total: 17 };

export const QUARTER = '2024-25 Q1';

/** A service with a new board open. */
export async function newBoard(): Promise<TestService> {
  const service = testService();
  await service.ask('board.create', { path: 'Board', passphrase: null });
  return service;
}

/** Imports a return for `period`, as the Import screen does. */
export async function imported(
  { ask }: TestService,
  counts: Counts,
  period = QUARTER,
  name = 'Return.csv',
): Promise<void> {
  const [staged] = await ask('import.stage', { files: [given(name, returnText(counts))] });
  const id = staged?.id ?? '';
  await ask('import.correct', { id, correction: { provider: 'fgc', period } });
  const [done] = await ask('import.accept', { ids: [id] });
  if (!done?.ok) throw new Error(done?.message);
}
