/** Findings as they stand after the decisions taken on them. Nothing is removed: a finding only gains a status. */
import type { Decision } from '#shared/decision/decision.ts';
import type { Finding, FindingStatus } from '#shared/finding/finding.ts';

export interface SettledFinding extends Finding {
  readonly status: FindingStatus;
  /** The decision in force, also while the status is `review`; null where there is none. */
  readonly decision: Decision | null;
}

/** The decision in force for every finding: the latest that was not withdrawn; of equal times the one stored last. */
function inForce(decisions: readonly Decision[]): ReadonlyMap<string, Decision> {
  const latest = new Map<string, Decision>();
  for (const decision of decisions) {
    if (decision.withdrawn) continue;
    const held = latest.get(decision.finding);
    if (!held || Date.parse(decision.at) >= Date.parse(held.at)) latest.set(decision.finding, decision);
  }
  return latest;
}

function statusOf(finding: Finding, decision: Decision): FindingStatus {
  if (decision.fingerprint !== finding.fingerprint) return 'review';
  return decision.verdict.kind === 'dismiss' ? 'dismissed' : 'decided';
}

/**
 * Every finding with its status, in the order given. A decision touches only the finding it was taken on, and
 * only while the cells read as they did then: other texts bring the finding back for review.
 */
export function applyDecisions(
  findings: readonly Finding[],
  decisions: readonly Decision[],
): readonly SettledFinding[] {
  const latest = inForce(decisions);
  return findings.map((finding) => {
    const decision = latest.get(finding.id) ?? null;
    return { ...finding, status: decision ? statusOf(finding, decision) : 'open', decision };
  });
}
