/** Decisions and their withdrawals, each a row of its own that is never changed. */
import type { ReadDb } from '#db/handle.ts';
import { all, sql } from '#db/sql.ts';
import type { Decision, Verdict } from '#shared/decision/decision.ts';
import type { Row } from '#shared/operation/diff.ts';
import type { Stamp } from '#shared/operation/operation.ts';

interface DecisionRow {
  readonly id: string;
  readonly finding: string;
  readonly fingerprint: string;
  readonly verdict: string;
  readonly why: string;
  readonly at: string;
  readonly by: string;
  readonly withdrawn: number;
}

/** Why, when and by whom a decision was taken back. */
export interface Withdrawal extends Stamp {
  readonly decision: string;
  readonly why: string;
}

/** Every decision in the order it was taken, withdrawn ones marked so. */
export function decisions(db: ReadDb): readonly Decision[] {
  const rows = all<DecisionRow>(
    db,
    sql`SELECT d.id, d.finding, d.fingerprint, d.verdict, d.why, d.at, d.by, w.id IS NOT NULL AS withdrawn
      FROM decision d LEFT JOIN decision w ON w.withdraws = d.id
      WHERE d.withdraws IS NULL ORDER BY d.rowid`,
  );
  return rows.map((row) => ({
    ...row,
    verdict: JSON.parse(row.verdict) as Verdict,
    withdrawn: row.withdrawn === 1,
  }));
}

export function withdrawals(db: ReadDb): readonly Withdrawal[] {
  return all(
    db,
    sql`SELECT withdraws AS decision, why, at, by FROM decision WHERE withdraws IS NOT NULL ORDER BY rowid`,
  );
}

export function decisionRow(decision: Omit<Decision, 'withdrawn'>): Row {
  const { id, finding, fingerprint, verdict, why, at, by } = decision;
  return { id, withdraws: null, finding, fingerprint, verdict: JSON.stringify(verdict), why, at, by };
}

export function withdrawalRow(id: string, of: Decision, why: string, { at, by }: Stamp): Row {
  const { finding, fingerprint } = of;
  return { id, withdraws: of.id, finding, fingerprint, verdict: null, why, at, by };
}
