/**
 * How much a finding matters. The policy, in one place:
 *
 * - `low`: a rounding slip. Every relation it breaks is off by at most one printed step of a percentage, a mean or
 *   rounded money, also where the percentage was cut off instead of rounded.
 * - `high`: it would mislead the board. Families counted as children, a target that moved, figures filed under
 *   another category, a restatement of a tenth or more, money that does not add up, a count that is itself a total or
 *   a headline (no breakdown), one that a sentence states wrongly, or one that differs between a service and the
 *   board's own tables.
 * - `medium`: everything else; it needs an answer.
 */
import type { Fact } from '#shared/finding/facts.ts';
import type { FindingKind, Severity } from '#shared/finding/finding.ts';
import type { Story } from '#shared/finding/story.ts';
import type { LineRole } from '#shared/table/table.ts';

/** From this share on a restatement is large. */
const LARGE = 0.1;

const always: ReadonlySet<FindingKind> = new Set(['unit', 'mapping', 'target']);
const TOTALS: ReadonlySet<LineRole | undefined> = new Set(['total', 'subtotal']);

/** Off by at most one printed step, in numbers that are printed rounded. */
export function isSlip(story: Story): boolean {
  const { result, value } = story;
  if (!result) return false;
  const { quantity } = result;
  if (story.shape === 'possible') return true;
  if (value === null) return false;
  const facts = [result, ...story.parts];
  const step = Math.max(...facts.map((fact) => fact.quantity.step));
  if (step === 0) return false;
  if (story.shape === 'ratio') {
    const printed = quantity.step || step;
    return value >= quantity.low - printed && value <= quantity.high + printed;
  }
  const rounding = facts.reduce((sum, fact) => sum + fact.quantity.step / 2, 0);
  return Math.abs(value - quantity.value) <= (rounding + step) * (1 + 1e-9);
}

/** A percentage that was cut off where it should have been rounded: 2 of 3 printed as 66%. */
export function isCutOff(story: Story): boolean {
  const { result, value } = story;
  const step = result?.quantity.step ?? 0;
  if (story.shape !== 'ratio' || !result || value === null || step === 0) return false;
  return Math.abs(Math.floor(value / step + 1e-9) * step - result.quantity.value) < step / 1000;
}

function lineRole(fact: Fact, lines: 'rows' | 'columns'): LineRole | undefined {
  const index = lines === 'rows' ? fact.row : fact.col;
  return fact.table.shape[lines].find((line) => line.index === index)?.role;
}

export function isTotal(fact: Fact): boolean {
  return TOTALS.has(lineRole(fact, 'rows')) || TOTALS.has(lineRole(fact, 'columns'));
}

/** Money, a total, or a figure of the whole programme. Rates are never headlines by themselves. */
export function isHeadline(fact: Fact): boolean {
  const key = fact.assertion?.key ?? null;
  if (key && (key.unit === 'percent' || key.aspect === 'share' || key.aspect === 'of-target')) return false;
  if (fact.quantity.unit === 'percent') return false;
  if (key?.unit === 'GBP' || fact.quantity.unit === 'GBP') return true;
  if (key && key.aspect === 'value' && Object.keys(key.dims).length === 0) return true;
  return isTotal(fact);
}

function isLargeChange(story: Story): boolean {
  const { result, value } = story;
  if (!result || value === null) return false;
  const size = Math.max(Math.abs(value), Math.abs(result.quantity.value));
  return size > 0 && Math.abs(value - result.quantity.value) / size >= LARGE;
}

export interface SeverityInput {
  readonly kind: FindingKind;
  readonly stories: readonly Story[];
  /** The cells to blame; without any, the results of the relations. */
  readonly blamed: readonly Fact[];
  /** Providers whose tables are the board's own. */
  readonly compilers: ReadonlySet<string>;
}

export function severityOf({ kind, stories, blamed, compilers }: SeverityInput): Severity {
  if (stories.length > 0 && stories.every(isSlip)) return 'low';
  if (always.has(kind)) return 'high';
  if (kind === 'restated') return stories.some(isLargeChange) ? 'high' : 'medium';
  const told = kind === 'claim' || kind === 'growth' ? stories.flatMap((story) => story.parts) : [];
  const headline = [...blamed, ...told].some(isHeadline);
  if (kind === 'cross-provider' || kind === 'cross-table') {
    const facts = stories.flatMap((story) => [...(story.result ? [story.result] : []), ...story.parts]);
    const compiled = facts.some((fact) => compilers.has(fact.from.ref.provider));
    return headline || compiled ? 'high' : 'medium';
  }
  return headline ? 'high' : 'medium';
}
