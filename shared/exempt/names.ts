/**
 * Words that may be names of people, and small places of the board.
 *
 * No list of given names is used: which names there are differs from one city to the next. A word is taken for a
 * name when it has a capital where English gives none to other words, and the board's own vocabulary does not
 * know it: in a run of capitalised words, after a title, within a sentence, or as its subject.
 */
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Span } from '#shared/exempt/identify.ts';

export interface Vocabulary {
  /** Words that are no names, in small letters. */
  readonly known: ReadonlySet<string>;
  /** Wards, districts and other places small enough to tell who is meant. */
  readonly places: readonly string[];
}

const PLACES = /ward|postcode|area|place|localit|district|neighbourhood|residence/i;

const MONTHS = 'january february march april may june july august september october november december';
const DAYS = 'monday tuesday wednesday thursday friday saturday sunday';
/** Capitalised in the papers of any council, and the name of nobody. */
const OFFICE = `i a an the this that these those they we he she it you his her their our your my its in on at by for from with of to as and
  or but if when while after before since because although there here what who how why where which not no yes
  council board team service services family families child children young person people social worker workers
  work school head teacher manager director officer panel plan meeting conference report reports review
  assessment case cases care support carer carers parent parents mother father mum dad brother sister grandmother
  grandfather court order act section police health visitor nurse doctor department education england english wales british uk gp nhs
  study studies story stories voice voices comment comments letter
  appendix table figure background outcome outcomes feedback quarter year week month today both all each every one two
  three some many most other during following following overall however also then now once next finally`;

export function vocabularyOf(definition: BoardDefinition): Vocabulary {
  const places = definition.sets.filter(({ code, name }) => PLACES.test(code) || PLACES.test(name));
  const others = definition.sets.filter((set) => !places.includes(set));
  const texts = [
    definition.council,
    definition.board,
    ...named(definition.programmes),
    ...named(definition.providers),
    ...named(definition.measures),
    ...others.flatMap(({ name, members }) => [name, ...named(members)]),
    ...definition.tables.map(({ title }) => title),
    ...definition.sections.map(({ title }) => title),
    ...definition.glossary.flatMap(({ term, meaning }) => [term, meaning]),
    MONTHS,
    DAYS,
    OFFICE,
  ];
  const known = new Set(texts.flatMap((text) => text.toLowerCase().match(/[\p{L}'’]+/gu) ?? []));
  const names = places.flatMap(({ members }) => named(members));
  return { known, places: [...new Set(names.filter((name) => name.length >= 3 && /\p{L}/u.test(name)))] };
}

function named(
  list: readonly { readonly name: string; readonly aliases: readonly string[] }[],
): readonly string[] {
  return list.flatMap(({ name, aliases }) => [name, ...aliases]);
}

const CAPITAL = "\\p{Lu}[\\p{Ll}\\p{M}]+(?:['’-]\\p{Lu}?[\\p{Ll}\\p{M}]+)*|\\p{Lu}['’]\\p{Lu}[\\p{Ll}]+";
const WORD = new RegExp(`${CAPITAL}|\\b\\p{Lu}\\.?(?=\\s+\\p{Lu}\\p{Ll})|\\b\\p{Lu}{3,}\\b`, 'gu');
const TITLE = /\b(?:mr|mrs|ms|miss|mx|dr|prof|sir|lady|cllr|rev)\.?\s+$/i;
const DEEDS =
  /^(?:['’]s)?\s+(?:is|was|has|had|said|says|told|feels|felt|lives|lived|went|goes|likes|wants|wanted|attends|attended|moved|moves|became|began|came|returned|does|did|can|could|will|would)\b/i;

/** Spans that may be names, paragraph by paragraph. */
export function namesIn(paragraphs: readonly string[], { known }: Vocabulary): readonly (readonly Span[])[] {
  const small = new Set(paragraphs.flatMap((text) => text.match(/(?<![\p{L}'’-])\p{Ll}+/gu) ?? []));
  const isKnown = (word: string) => {
    const plain = word
      .toLowerCase()
      .replace(/['’]s$/, '')
      .replace(/\.$/, '');
    return known.has(plain) || known.has(plain.replace(/s$/, '')) || small.has(plain);
  };
  return paragraphs.map((text) => runsOf(text).flatMap((run) => nameIn(run, text, isKnown)));
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Capitalised words that stand together. */
function runsOf(text: string): readonly (readonly Word[])[] {
  const runs: Word[][] = [];
  for (const match of text.matchAll(WORD)) {
    const word = { text: match[0], start: match.index, end: match.index + match[0].length };
    const last = runs.at(-1)?.at(-1);
    if (last && /^[ \u00a0]$/.test(text.slice(last.end, word.start))) runs.at(-1)?.push(word);
    else runs.push([word]);
  }
  return runs;
}

function nameIn(run: readonly Word[], text: string, isKnown: (word: string) => boolean): readonly Span[] {
  const strange = run.filter((word) => !isKnown(word.text));
  const [first, last] = [strange[0], strange.at(-1)];
  if (!first || !last) return [];
  const start = run[0]?.start ?? first.start;
  const before = text.slice(0, start);
  const opens = /(?:^|[.!?:;•–—]["”’')]?\s*|^\s*["“‘'(]\s*)$/.test(before);
  const alone = run.length === 1;
  const shout = /^\p{Lu}{3,}$/u.test(first.text);
  if (alone && shout) return [];
  const subject = DEEDS.test(text.slice(first.end));
  if (alone && opens && !subject && !TITLE.test(before)) return [];
  return [{ kind: 'name', start: first.start, end: last.end }];
}

/** Places of the board, as whole words, whatever their case. */
export function placesIn(text: string, { places }: Vocabulary): readonly Span[] {
  return places.flatMap((place) => {
    const plain = place.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const found = text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`, 'giu'));
    return [...found].map(({ index, 0: said }) => ({
      kind: 'place' as const,
      start: index,
      end: index + said.length,
    }));
  });
}
