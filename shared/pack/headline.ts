/** Headline sentences made from the figures: facts with their comparison, no judgement. */

import { keyText } from '#shared/assertion/assertion.ts';
import type { Figure } from '#shared/figure/figure.ts';
import { directionWords } from '#shared/pack/change.ts';
import type { Comparison } from '#shared/pack/compare.ts';
import type { Block, Inline } from '#shared/pack/document.ts';
import { previousQuarter } from '#shared/period/period.ts';
import { formatQuantity } from '#shared/quantity/format.ts';

const MOST = 6;

/** Up to six bullets, those with a comparison first; null when there is nothing to say. */
export function headlineBlock(comparisons: readonly Comparison[], period: string): Block | null {
  const settled = comparisons.filter((c) => c.now.status !== 'disputed');
  const ordered = [...settled.filter((c) => c.before), ...settled.filter((c) => !c.before)].slice(0, MOST);
  if (ordered.length === 0) return null;
  return { kind: 'bullets', items: ordered.map((c) => headline(c, period)) };
}

function headline({ label, now, before }: Comparison, period: string): readonly Inline[] {
  const start: Inline[] = [{ kind: 'text', text: `${label}: ` }, reference(now)];
  if (!before) return [...start, { kind: 'text', text: ` in ${period}.` }];
  const direction = directionWords(now.quantity, before.quantity);
  return [
    ...start,
    { kind: 'text', text: ` in ${period}, ${direction} ` },
    reference(before),
    { kind: 'text', text: ` in ${previousQuarter(period)}.` },
  ];
}

function reference(figure: Figure): Inline {
  return { kind: 'figure', text: formatQuantity(figure.quantity), key: keyText(figure.key) };
}
