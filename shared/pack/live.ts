/**
 * Live figures in written text: each reference reads as its figure does now, whatever it read when it was written.
 */
import type { Inline } from '#shared/pack/document.ts';
import type { FigureIndex } from '#shared/pack/lookup.ts';
import { formatQuantity } from '#shared/quantity/format.ts';

type Paragraphs = readonly (readonly Inline[])[];

/** Stands where no return states the figure any longer: a number that nobody stands behind is never shown. */
export const GONE = '[figure no longer returned]';

export function livePara(inlines: readonly Inline[], figures: FigureIndex): readonly Inline[] {
  return inlines.map((inline) => {
    if (inline.kind === 'text') return inline;
    const figure = figures.get(inline.key);
    return { ...inline, text: figure ? formatQuantity(figure.quantity) : GONE };
  });
}

/** The paragraphs with every figure as it reads now. */
export function liveText(paragraphs: Paragraphs, figures: FigureIndex): Paragraphs {
  return paragraphs.map((inlines) => livePara(inlines, figures));
}
