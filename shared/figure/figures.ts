/**
 * From assertions to figures: one figure for every quantity some return speaks of.
 *
 * Example: the FGC return says 12 referrals by source and 13 by ethnicity. Both cells carry the same key, so
 * there is one figure; it is `disputed` until somebody decides, and shows the likelier value meanwhile.
 */
import { type Assertion, keyText, type QuantityKey } from '#shared/assertion/assertion.ts';
import type { Decision } from '#shared/decision/decision.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Figure } from '#shared/figure/figure.ts';
import type { Finding } from '#shared/finding/finding.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';
import type { Quantity } from '#shared/quantity/quantity.ts';

export interface FigureInput {
  readonly definition: BoardDefinition;
  readonly returns: readonly UnderstoodReturn[];
  /** Every finding of the board, whatever its status. */
  readonly findings: readonly Finding[];
  /** Decisions in force: not withdrawn, and made on the finding as it stands. */
  readonly decisions: readonly Decision[];
}

interface Doubts {
  readonly findingsOf: ReadonlyMap<string, readonly Finding[]>;
  readonly suspects: ReadonlySet<string>;
  readonly decided: ReadonlyMap<string, Decision>;
  /** Findings that some decision, also a dismissal, has settled. */
  readonly settled: ReadonlySet<string>;
}

type Keyed = Assertion & { readonly key: QuantityKey };

/** All figures, in order of measure, programme, period and dimensions. */
export function figuresOf(input: FigureInput): readonly Figure[] {
  const compilers = new Set(input.definition.providers.filter((p) => p.compiles).map((p) => p.code));
  const doubts = doubtsOf(input);
  const groups = new Map<string, Keyed[]>();
  for (const assertion of input.returns.flatMap((r) => r.tables.flatMap((t) => t.assertions))) {
    if (!isKeyed(assertion)) continue;
    const text = keyText(assertion.key);
    const group = groups.get(text);
    if (group) group.push(assertion);
    else groups.set(text, [assertion]);
  }
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => figureOf(group, doubts, compilers));
}

function isKeyed(assertion: Assertion): assertion is Keyed {
  return assertion.key !== null;
}

function doubtsOf(input: FigureInput): Doubts {
  const findingsOf = new Map<string, Finding[]>();
  const suspects = new Set<string>();
  const settled = new Set(input.decisions.map((d) => d.finding));
  for (const finding of input.findings) {
    finding.cells.forEach((cell, index) => {
      if (!cell.assertion) return;
      findingsOf.set(cell.assertion, [...(findingsOf.get(cell.assertion) ?? []), finding]);
      if (index === finding.suspect && !settled.has(finding.id)) suspects.add(cell.assertion);
    });
  }
  const decided = new Map<string, Decision>();
  for (const decision of input.decisions) {
    if (decision.verdict.kind !== 'dismiss') decided.set(decision.verdict.identity, decision);
  }
  return { findingsOf, suspects, decided, settled };
}

function figureOf(group: readonly Keyed[], doubts: Doubts, compilers: ReadonlySet<string>): Figure {
  const ranked = [...group].sort(
    (a, b) => rank(a, doubts, compilers) - rank(b, doubts, compilers) || (a.id < b.id ? -1 : 1),
  );
  const [best] = ranked;
  if (!best) throw new RangeError('A figure needs at least one assertion');
  const chosen = ranked.find((a) => doubts.decided.has(a.identity));
  const decision = chosen && doubts.decided.get(chosen.identity);
  const findings = unique(group.flatMap((a) => doubts.findingsOf.get(a.id) ?? []));
  const open = findings.filter((f) => !doubts.settled.has(f.id));
  // Cells that differ and that no finding speaks of are never passed off as agreed.
  const untold = findings.length === 0 && disagree(group);
  const disputed = untold || open.some((f) => touchesValue(f, group, doubts));
  return {
    key: best.key,
    quantity: chosen && decision ? decidedQuantity(chosen, decision) : best.quantity,
    status: decision ? 'decided' : disputed ? 'disputed' : group.length > 1 ? 'agreed' : 'stated',
    sources: ranked.map((a) => a.source),
    assertions: ranked.map((a) => a.id),
    decisions: decision ? [decision.id] : [],
    findings: findings.map((f) => f.id),
  };
}

/** Lower is likelier: not suspected, the service's own, said in the return for that period, more precise. */
function rank(assertion: Keyed, doubts: Doubts, compilers: ReadonlySet<string>): number {
  const suspected = doubts.suspects.has(assertion.id) ? 1000 : 0;
  const compiled = compilers.has(assertion.from.provider) ? 100 : 0;
  const elsewhen = assertion.from.period === assertion.key.period ? 0 : 10;
  const rounded = assertion.quantity.step > 0 ? 1 : 0;
  return suspected + compiled + elsewhen + rounded;
}

/** A finding disputes a figure when it suspects its cell, or when the cells under it do not agree. */
function touchesValue(finding: Finding, group: readonly Keyed[], doubts: Doubts): boolean {
  if (finding.kind === 'label' || finding.kind === 'missing') return false;
  const suspect = finding.suspect === null ? null : finding.cells[finding.suspect]?.assertion;
  const unplaced = suspect === null || suspect === undefined;
  return unplaced || group.some((a) => doubts.suspects.has(a.id)) || disagree(group);
}

/** No one true value lies in every printed interval. */
function disagree(group: readonly Keyed[]): boolean {
  const low = Math.max(...group.map((a) => a.quantity.low));
  return low > Math.min(...group.map((a) => a.quantity.high));
}

function decidedQuantity(assertion: Keyed, decision: Decision): Quantity {
  if (decision.verdict.kind !== 'value') return assertion.quantity;
  const { value } = decision.verdict;
  return { ...assertion.quantity, value, step: 0, low: value, high: value, approximate: false };
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}
