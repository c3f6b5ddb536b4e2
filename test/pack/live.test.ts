/** Written text follows the figures it speaks of. */
import { expect, test } from 'vitest';
import type { Figure } from '#shared/figure/figure.ts';
import { GONE, liveText } from '#shared/pack/live.ts';

const figure: Figure = {
  key: { measure: 'm', programme: null, period: '2030-31 Q1', aspect: 'value', unit: 'children', dims: {} },
  quantity: {
    value: 1204,
    step: 0,
    low: 1204,
    high: 1204,
    unit: 'children',
    whole: true,
    approximate: false,
  },
  status: 'stated',
  sources: [],
  assertions: [],
  decisions: [],
  findings: [],
};

test('a reference reads as its figure does now; one without a figure shows no number', () => {
  const paragraphs = [
    [
      { kind: 'text', text: 'In all ', strong: true },
      { kind: 'figure', text: '900', key: 'known' },
      { kind: 'figure', text: '7', key: 'gone' },
    ],
  ] as const;
  expect(liveText(paragraphs, new Map([['known', figure]]))).toEqual([
    [
      { kind: 'text', text: 'In all ', strong: true },
      { kind: 'figure', text: '1,204', key: 'known' },
      { kind: 'figure', text: GONE, key: 'gone' },
    ],
  ]);
});
