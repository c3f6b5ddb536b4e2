/**
 * What a percentage in text is a share of, where the text says it: `57% of referrals are …`, `Families referred who …`,
 * `Completed: White British`.
 */

import type { QuantityKey } from '#shared/assertion/assertion.ts';
import { phrasesIn, phrasesOf } from '#shared/claim/phrases.ts';
import { type Found, look, type Scene } from '#shared/claim/scene.ts';
import { contentOf } from '#shared/claim/words.ts';

/** Words that say what part of the whole is meant, and nothing about which whole. */
const PREDICATE =
  /\b(?:identified|assessed|categorised|classed|determined|recorded) as\b|\b(?:who|that) (?:are|were|was|had|have)\b|\b(?:are|were|was) (?:identified|assessed|categorised|classed|determined|recorded)\b/i;
/** Words that may go on to say which whole. */
const NARROWER =
  /\b(?:aged|from|originating|with|without|where|who|whom|that|which|whose|for|by|in|on|at|to|remaining|using|receiving|having)\b/i;
const OF = /\b(?:share|percentage|proportion|per ?cent|\d\s?%)\s+of\s+(?:the |all |our |these )*([^,;:()]+)/i;

interface Said {
  readonly words: readonly string[];
  /** The text leaves no doubt where the whole ends. */
  readonly plain: boolean;
}

function cutAt(text: string, pattern: RegExp): string | null {
  const match = pattern.exec(text);
  return match ? text.slice(0, match.index) : null;
}

/** The texts that may name the whole, the surest first. */
function saidIn(text: string): readonly { readonly text: string; readonly plain: boolean }[] {
  const of = OF.exec(text)?.[1] ?? null;
  const about = of ?? text;
  const named = cutAt(about, PREDICATE);
  const plain = named !== null && !NARROWER.test(named);
  const head = /^([^:]+):\s[^:]+[:,]/.exec(text)?.[1] ?? null;
  return [
    ...(named === null ? [] : [{ text: named, plain }]),
    ...[of === null ? null : (cutAt(of, NARROWER) ?? of), cutAt(about, NARROWER), head].flatMap((one) =>
      one === null ? [] : [{ text: one, plain: false }],
    ),
  ];
}

/** Words of a text without those that name nothing but categories. */
export function withoutCategories(scene: Scene, words: readonly string[]): readonly string[] {
  const found = phrasesIn(words, phrasesOf(scene.book.definition));
  const measuring = new Set(
    found
      .filter(({ measure, dims }) => measure !== null && Object.keys(dims).length === 0)
      .flatMap((one) => one.words),
  );
  const said = new Set(
    found
      .filter(({ measure, dims }) => measure === null && Object.keys(dims).length > 0)
      .flatMap((one) => one.words),
  );
  return words.filter((word) => !said.has(word) || measuring.has(word));
}

function wordings(scene: Scene): readonly Said[] {
  const { claim } = scene;
  const whole = withoutCategories(scene, claim.words);
  const cut = saidIn(claim.clauseText).map(({ text, plain }) => ({
    words: withoutCategories(scene, contentOf(text)),
    plain,
  }));
  const all = whole.length < claim.words.length ? [{ words: whole, plain: true }, ...cut] : cut;
  const seen = new Set<string>();
  return all.filter(({ words }) => {
    const text = words.join(' ');
    if (words.length === 0 || seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

function isWhole(key: QuantityKey): boolean {
  const counted = key.unit !== 'percent' && key.unit !== 'GBP' && key.unit !== 'ratio';
  return key.aspect === 'value' && counted && Object.keys(key.dims).length === 0;
}

/** The wholes a share's own clause names; the first wording that names any decides. */
export function wholesOf(scene: Scene): readonly Found[] {
  for (const { words, plain } of wordings(scene)) {
    const found = look(scene, { words, admits: isWhole, later: [] });
    if (found.length > 0) return found.map(({ known, sure }) => ({ known, sure: sure && plain }));
  }
  return [];
}
