/** A decision in the making. */
import type { SettledFinding } from '#shared/decision/apply.ts';
import type { Choice } from '#shared/decision/decide.ts';
import { objectionTo } from '#shared/decision/reason.ts';
import { readCell } from '#shared/quantity/read.ts';

export interface Draft {
  readonly choice: 'accept' | 'value' | 'dismiss' | null;
  /** The cell that is right, or that should read the value. */
  readonly cell: number | null;
  /** The value as typed. */
  readonly value: string;
  readonly why: string;
}

export const noDraft: Draft = { choice: null, cell: null, value: '', why: '' };

/** Base units of a typed value: `81%` is 0.81, `£2,390k` is 2,390,000; null where it is no single number. */
export function typedValue(text: string): number | null {
  const typed = text.trim();
  if (/^-?\d+(\.\d+)?$/.test(typed)) return Number(typed);
  const printed = readCell({ text: typed, value: typed });
  const first = printed.kind === 'quantities' ? printed.quantities[0] : undefined;
  return first && printed.kind === 'quantities' && printed.quantities.length === 1
    ? first.quantity.value
    : null;
}

/** Cells that hold a figure: only these can be right or take a value. */
export function figureCells({ cells }: SettledFinding): readonly number[] {
  return cells.flatMap(({ identity }, index) => (identity === undefined ? [] : [index]));
}

/** The suggestion as a draft; null where the finding does not point to one thing. */
export function suggested(finding: SettledFinding): Draft | null {
  const { proposal, suspect } = finding;
  if (typeof proposal === 'number' && suspect !== null) {
    return { choice: 'value', cell: suspect, value: String(proposal), why: '' };
  }
  const others = figureCells(finding).filter((index) => index !== suspect);
  const [only] = others;
  if (suspect !== null && others.length === 1 && only !== undefined) {
    return { choice: 'accept', cell: only, value: '', why: '' };
  }
  return null;
}

/** The verdict a draft amounts to, or what is still missing, in words. */
export function verdictOf(draft: Draft): Choice | string {
  if (draft.choice === null) return 'Choose which cell is right, give a value, or dismiss the finding.';
  if (draft.choice === 'dismiss') return { kind: 'dismiss' };
  if (draft.choice === 'accept') return { kind: 'accept', cell: draft.cell ?? 0 };
  const value = typedValue(draft.value);
  if (value === null) return 'Give the value as a number, for example 12, 81% or £2,390k.';
  return { kind: 'value', value, ...(draft.cell === null ? {} : { cell: draft.cell }) };
}

/** Why the decision cannot be made yet; null when it can. */
export function objection(draft: Draft): string | null {
  const verdict = verdictOf(draft);
  if (typeof verdict === 'string') return verdict;
  return objectionTo(draft.why, verdict.kind === 'dismiss' ? 'full' : 'short');
}
