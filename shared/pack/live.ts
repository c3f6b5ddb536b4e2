/**
 * Live figures in written text: each reference reads as its figure does now, whatever it read when it was written.
 */
import type { Inline, Saying } from '#shared/pack/document.ts';
import type { Paragraphs } from '#shared/pack/inline.ts';
import type { FigureIndex } from '#shared/pack/lookup.ts';
import { sayChange, sayFigure, sayNoun, UNTOLD } from '#shared/pack/say.ts';
import type { Quantity } from '#shared/quantity/quantity.ts';

/** Stands where no return states the figure any longer: a number that nobody stands behind is never shown. */
export const GONE = '[figure no longer returned]';

/** Holds a place where a number or a change could not be given. */
export function hasLost(inlines: readonly Inline[]): boolean {
  return inlines.some(({ text }) => text.includes(GONE) || text.includes(UNTOLD));
}

/** What is said of figures; `quantities` now, then before, as many as it takes. */
export function derivedText(say: Saying, [now, before]: readonly Quantity[]): string {
  if (!now) return GONE;
  if (say.as === 'agree') return sayNoun(now, say.one, say.many);
  return before ? sayChange(say.as, now, before) : GONE;
}

/** A number in words that begins a sentence begins with a capital. */
function capitalised(text: string, before: string): string {
  return before === '' || /[.!?]\s+$/.test(before) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

export function livePara(inlines: readonly Inline[], figures: FigureIndex): readonly Inline[] {
  let before = '';
  return inlines.map((inline) => {
    const live = liveInline(inline, figures, before);
    before += live.text;
    return live;
  });
}

function liveInline(inline: Inline, figures: FigureIndex, before: string): Inline {
  if (inline.kind === 'derived') {
    const known = inline.keys.flatMap((key) => figures.get(key)?.quantity ?? []);
    return { ...inline, text: known.length < inline.keys.length ? GONE : derivedText(inline.say, known) };
  }
  if (inline.kind !== 'figure') return inline;
  const figure = figures.get(inline.key);
  if (!figure) return { ...inline, text: GONE };
  const text = sayFigure(figure.quantity, inline.format);
  return { ...inline, text: inline.format === 'words' ? capitalised(text, before) : text };
}

/** The paragraphs with every figure as it reads now. */
export function liveText(paragraphs: Paragraphs, figures: FigureIndex): Paragraphs {
  return paragraphs.map((inlines) => livePara(inlines, figures));
}
