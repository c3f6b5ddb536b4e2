/**
 * Whether an explanation is one.
 *
 * The standard is the one government returns set: specific, naming the cause of most of the difference, with
 * sizes. "OK" or "it changed" is not an explanation. The test is wording alone, so it can only turn away what
 * plainly says nothing; it cannot tell whether what is said is true.
 */

/** Words that carry no cause: grammar, and the vocabulary of saying "fine" at length. */
const EMPTY = new Set(
  (
    'a an the this that these those it its is are was were be been being has have had do does did will would ' +
    'and or but so as at by for from in into of off on to up with no not yes than then there here now all any ' +
    'i we you he she they them us our my your their me ' +
    'ok okay fine good right correct correctly accurate true valid sure agreed agree accepted accept noted ' +
    'checked check confirmed confirm verified verify looked reviewed seen known understood happy satisfied ' +
    'change changed changes changing different differs difference differ wrong error errors mistake mistakes typo ' +
    'issue issues problem problems thing things stuff something nothing anything ' +
    'number numbers figure figures data value values cell cells table tables row column total totals ' +
    'please thanks just only very really quite because due reason explanation explained per said says asked told ' +
    'updated update amended amend ignore ignored dismiss dismissed skip na n/a none tbc tbd todo test as-is ' +
    'expected normal usual fixed resolved done later previously before again still also'
  ).split(' '),
);

/** Words of a text that could carry a cause, each once, in lower case. */
function tellingWords(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’/-]*/gu) ?? [];
  return [...new Set(words)].filter((word) => !EMPTY.has(word) && /[\p{L}\p{N}]/u.test(word));
}

const EXAMPLE =
  'Say what caused it and how large it is, for example: “The service counts three siblings placed together as one referral, which is the difference of 2.”';

/**
 * Why a text is not an explanation, in words for the person who wrote it; null where it may stand.
 * `weight` is `full` where nothing will be corrected (a dismissal), `short` where the verdict itself says
 * what is right and the text only says how that is known.
 */
export function objectionTo(why: string, weight: 'full' | 'short'): string | null {
  const text = why.trim().replace(/\s+/g, ' ');
  if (text === '') return `Give the reason. ${EXAMPLE}`;
  if (text.length > 4000)
    return 'The reason is longer than 4,000 characters. Keep it to the cause and its size.';
  const telling = tellingWords(text);
  const letters = telling.filter((word) => /\p{L}{2}/u.test(word));
  const enough = weight === 'full' ? 2 : 1;
  if (letters.length >= enough && text.length >= 5 * enough) return null;
  return `“${text.length > 60 ? `${text.slice(0, 57)}…` : text}” does not say why. ${EXAMPLE}`;
}
