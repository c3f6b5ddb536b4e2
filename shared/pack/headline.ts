/**
 * Headline sentences made from the figures: facts with their comparison, no judgement.
 *
 * They are suggestions. Nothing of them is in a pack until a person puts them into a section's words.
 */

import { keyText } from '#shared/assertion/assertion.ts';
import type { Figure } from '#shared/figure/figure.ts';
import type { Comparison } from '#shared/pack/compare.ts';
import type { Inline } from '#shared/pack/document.ts';
import { keysOf, type Paragraphs } from '#shared/pack/inline.ts';
import { sayChange, UNTOLD } from '#shared/pack/say.ts';
import { formatQuantity } from '#shared/quantity/format.ts';

const MOST = 9;

/** Up to nine sentences, those that tell a change first; without those about figures the text speaks of already. */
export function headlines(comparisons: readonly Comparison[], said: Paragraphs): Paragraphs {
  const spoken = new Set(said.flat().flatMap(keysOf));
  const open = comparisons.filter((c) => c.now.status !== 'disputed' && !spoken.has(keyText(c.now.key)));
  return open
    .map((c, i) => ({ c, i, rank: rankOf(c) }))
    .sort((a, b) => a.rank - b.rank || a.i - b.i)
    .slice(0, MOST)
    .map(({ c }) => headline(c));
}

/** How it stands against last quarter; null where there is nothing to hold it against, or that is in dispute. */
function changeOf({ now, before }: Comparison): string | null {
  if (!before || before.status === 'disputed') return null;
  const said = sayChange('up-from', now.quantity, before.quantity);
  return said === UNTOLD ? null : said;
}

function rankOf(comparison: Comparison): number {
  const change = changeOf(comparison);
  if (change === null) return 2;
  return change === 'the same as' ? 1 : 0;
}

function headline(comparison: Comparison): readonly Inline[] {
  const { label, now, before } = comparison;
  const start: Inline[] = [{ kind: 'text', text: `${label}: ` }, reference(now), ...inPeriod(now)];
  const against = changeOf(comparison);
  if (!before || against === null) return [...start, { kind: 'text', text: '.' }];
  return [
    ...start,
    { kind: 'text', text: ', ' },
    {
      kind: 'derived',
      text: against,
      keys: [keyText(now.key), keyText(before.key)],
      say: { as: 'up-from' },
    },
    { kind: 'text', text: ' ' },
    reference(before),
    ...inPeriod(before),
    { kind: 'text', text: '.' },
  ];
}

function inPeriod({ key }: Figure): readonly Inline[] {
  return [
    { kind: 'text', text: ' in ' },
    { kind: 'period', text: key.period },
  ];
}

function reference(figure: Figure): Inline {
  return { kind: 'figure', text: formatQuantity(figure.quantity), key: keyText(figure.key) };
}
