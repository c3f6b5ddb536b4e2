/** Findings as the command line prints them: the JSON of `check`. */
import type { SettledFinding } from '#shared/decision/apply.ts';
import type { Decision } from '#shared/decision/decision.ts';
import type { Coverage, Finding, FindingKind, FindingStatus, Severity } from '#shared/finding/finding.ts';
import type { CellRef } from '#shared/grid/grid.ts';

export interface FindingJson {
  readonly id: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly provider: string | null;
  readonly period: string;
  readonly title: string;
  readonly message: string;
  readonly cells: readonly (CellRef & { readonly label: string })[];
  readonly stated: string | null;
  readonly expected: string | null;
  readonly suspect: CellRef | null;
  readonly alternatives: readonly CellRef[];
  readonly suggestion: string | null;
  readonly arithmetic: readonly string[];
  readonly status: FindingStatus;
  readonly decision: Decision | null;
}

export interface Counts {
  readonly total: number;
  readonly open: number;
  readonly decided: number;
  readonly dismissed: number;
  readonly review: number;
  readonly high: number;
  readonly medium: number;
  readonly low: number;
  readonly byKind: Readonly<Partial<Record<FindingKind, number>>>;
}

export interface CheckJson {
  readonly findings: readonly FindingJson[];
  readonly counts: Counts;
  readonly coverage: Coverage;
}

export function countsOf(findings: readonly SettledFinding[]): Counts {
  const byKind: Partial<Record<FindingKind, number>> = {};
  const tally = { open: 0, decided: 0, dismissed: 0, review: 0, high: 0, medium: 0, low: 0 };
  for (const { kind, severity, status } of findings) {
    byKind[kind] = (byKind[kind] ?? 0) + 1;
    tally[severity] += 1;
    tally[status] += 1;
  }
  return { total: findings.length, ...tally, byKind };
}

function refAt(finding: Finding, index: number): readonly CellRef[] {
  const cell = finding.cells[index];
  return cell ? [cell.ref] : [];
}

export function findingJson(finding: SettledFinding): FindingJson {
  const { id, kind, severity, provider, period, title, message, stated, expected, suggestion, arithmetic } =
    finding;
  const { status, decision } = finding;
  return {
    ...{ id, kind, severity, provider, period, title, message },
    cells: finding.cells.map(({ ref, label }) => ({ ...ref, label })),
    stated,
    expected,
    suspect: finding.suspect === null ? null : (refAt(finding, finding.suspect)[0] ?? null),
    alternatives: finding.alternatives.flatMap((index) => refAt(finding, index)),
    ...{ suggestion, arithmetic, status, decision },
  };
}

/** The one JSON value `check --json` prints. */
export function checkJson(findings: readonly SettledFinding[], coverage: Coverage): CheckJson {
  return { findings: findings.map(findingJson), counts: countsOf(findings), coverage };
}
