/** Making a decision: a verdict on a finding is accepted only where it can be carried out and says why. */
import type { Decision, Verdict } from '#shared/decision/decision.ts';
import { objectionTo } from '#shared/decision/reason.ts';
import type { Finding } from '#shared/finding/finding.ts';
import { hash64 } from '#shared/relation/hash.ts';

/** What a person chooses. `cell` is an index into the finding's cells, from 0, as `suspect` is. */
export type Choice =
  | { readonly kind: 'accept'; readonly cell: number }
  | { readonly kind: 'value'; readonly value: number; readonly cell?: number }
  | { readonly kind: 'dismiss' };

export interface DecideInput {
  readonly finding: Finding;
  readonly verdict: Choice;
  readonly why: string;
  readonly by: string;
  /** ISO date and time. */
  readonly at: string;
}

export type DecideResult =
  | { readonly ok: true; readonly decision: Decision }
  | { readonly ok: false; readonly message: string };

const refuse = (message: string): DecideResult => ({ ok: false, message });

/** The verdict with the identity of the cell it speaks of, or a sentence saying why it cannot be made. */
function verdictOf(finding: Finding, choice: Choice): Verdict | string {
  if (choice.kind === 'dismiss') return { kind: 'dismiss' };
  const figures = finding.cells.filter((cell) => cell.identity !== undefined).length;
  if (figures === 0)
    return 'This finding is not about a figure, so no cell or value can be chosen. Put the source right, or dismiss it with the reason.';
  if (choice.kind === 'value') {
    if (!Number.isFinite(choice.value)) return 'The value must be a number, for example 12 or 0.81 for 81%.';
    const first = finding.cells.findIndex((cell) => cell.identity !== undefined);
    const cell = finding.cells[choice.cell ?? finding.suspect ?? first];
    if (cell?.identity === undefined)
      return 'The value is for a cell that holds no figure. Choose another cell.';
    return { kind: 'value', value: choice.value, identity: cell.identity };
  }
  const cell = Number.isInteger(choice.cell) ? finding.cells[choice.cell] : undefined;
  if (!cell)
    return `There is no cell ${choice.cell + 1}: this finding has cells 1 to ${finding.cells.length}.`;
  if (cell.identity === undefined)
    return `Cell ${choice.cell + 1} (${cell.label}) holds no figure, so it cannot be the one that is right.`;
  return { kind: 'accept', cell: choice.cell, identity: cell.identity };
}

/** The decision, ready to store, or why it cannot be taken, in words that say what to do next. */
export function decide({ finding, verdict: choice, why, by, at }: DecideInput): DecideResult {
  const verdict = verdictOf(finding, choice);
  if (typeof verdict === 'string') return refuse(verdict);
  if (by.trim() === '') return refuse('Say who decides: a decision is kept with a name.');
  if (Number.isNaN(Date.parse(at))) return refuse(`“${at}” is not a date and time.`);
  const objection = objectionTo(why, choice.kind === 'dismiss' ? 'full' : 'short');
  if (objection !== null) return refuse(objection);
  const content = {
    finding: finding.id,
    fingerprint: finding.fingerprint,
    verdict,
    why: why.trim(),
    by: by.trim(),
    at,
  };
  return {
    ok: true,
    decision: { id: hash64(`decision${JSON.stringify(content)}`), ...content, withdrawn: false },
  };
}
