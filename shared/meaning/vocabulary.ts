/**
 * The words of a definition, ready for matching: names and aliases of members, programmes and providers.
 *
 * A match is exact, or so much nearer to one entry than to every other that taking it is safe; anything else
 * is no match, and the nearest are offered to a person.
 */
import type { AxisReading, BoardDefinition } from '#shared/definition/definition.ts';
import {
  lexiconOf,
  type Match,
  type Matches,
  type Named,
  turns,
  type Variant,
} from '#shared/meaning/lexicon.ts';
import { similarity, type Wording, wording } from '#shared/meaning/words.ts';

/** From here on two labels are taken for the same … */
export const ENOUGH = 0.8;
/** … provided that no other entry comes this near. */
const MARGIN = 0.04;

/** Writes a text's abbreviations out in full, by the definition's glossary; the text itself where it has none. */
export type Expand = (text: string) => string;

const AS_IT_IS: Expand = (text) => text;

/** Words that end a label without telling it from another: `Indian background`. */
const SAYS_LITTLE = /\s+(?:background|ethnicity|origin|ethnic group)$/i;

/**
 * The label itself, then written out in full, then without its bracketed asides or a last word that says little; each
 * counts a little less.
 */
function variants(label: string, expand: Expand): readonly Variant[] {
  const bare = label.replace(/\([^()]*\)/g, (aside) => (turns(wording(aside)) ? aside : ' ')).trim();
  const texts: [string, number][] = [[label, 1]];
  for (const [text, weight] of [
    [expand(label), 0.99],
    [bare, 0.98],
    [expand(bare), 0.97],
    [bare.replace(SAYS_LITTLE, ''), 0.95],
  ] as const) {
    if (text !== '' && !texts.some(([known]) => known === text)) texts.push([text, weight]);
  }
  return texts.map(([text, weight]) => ({ wording: wording(text), weight }));
}

/** The wordings of names and aliases, as they are and written out in full. */
export function wordingsOf(texts: readonly string[], expand: Expand): readonly Wording[] {
  const found = new Map<string, Wording>();
  for (const text of [...texts, ...texts.map(expand)]) found.set(wording(text).text, wording(text));
  return [...found.values()];
}

const EXPANDERS = new WeakMap<BoardDefinition, Expand>();

/** Expands the abbreviations of a definition's glossary: `EH` in a label becomes `Early help`. */
export function expander(definition: BoardDefinition): Expand {
  const known = EXPANDERS.get(definition);
  if (known) return known;
  const meanings = new Map(
    definition.glossary.map(({ term, meaning }) => [term.toLowerCase(), meaning.split(/[;:]/)[0] ?? meaning]),
  );
  const memo = new Map<string, string>();
  const expand: Expand = (text) => {
    const before = memo.get(text);
    if (before !== undefined) return before;
    const full = text.replace(/[\p{L}]+/gu, (word) => meanings.get(word.toLowerCase()) ?? word);
    memo.set(text, full);
    return full;
  };
  EXPANDERS.set(definition, expand);
  return expand;
}

/** Every entry with its likeness to the label, best first. */
export function ranked(
  label: string,
  entries: readonly Named[],
  expand: Expand = AS_IT_IS,
): readonly Match[] {
  const tries = variants(label, expand);
  return entries
    .map(({ code, wordings }) => ({
      code,
      score: Math.max(
        0,
        ...tries.flatMap((one) => wordings.map((known) => one.weight * similarity(one.wording, known))),
      ),
    }))
    .sort((a, b) => b.score - a.score);
}

/** Answers are kept for this many labels. */
const KEPT = 20_000;

type Finder = (label: string) => Matches;

/** Matches of a label in every list of a lexicon at once, remembered. */
function finderOf(lists: readonly (readonly Named[])[], expand: Expand): Finder {
  const lexicon = lexiconOf(lists);
  const known = new Map<string, Matches>();
  return (label) => {
    const before = known.get(label);
    if (before) return before;
    if (known.size > KEPT) known.clear();
    const found = lexicon.find(variants(label, expand));
    known.set(label, found);
    return found;
  };
}

const FINDERS = new WeakMap<readonly Named[], { readonly expand: Expand; readonly find: Finder }>();

function indexed(lists: readonly (readonly Named[])[], expand: Expand): void {
  const find = finderOf(lists, expand);
  for (const list of lists) FINDERS.set(list, { expand, find });
}

/** `Not known / not recorded` names the entry both of its halves name. */
const HALVES = /\s*\/\s*|\s+or\s+/i;
const BOTH = 0.95;

function halved(label: string, entries: readonly Named[], expand: Expand): Match | null {
  const halves = label.split(HALVES);
  if (halves.length !== 2) return null;
  const found = halves.flatMap((half) => whole(half, entries, expand) ?? []);
  const [first, second] = found;
  if (!first || first.code !== second?.code) return null;
  return { code: first.code, score: BOTH * Math.min(first.score, second.score) };
}

/** The one entry a label names, or null where none is near enough or two are about equally near. */
export function nameOf(label: string, entries: readonly Named[], expand: Expand = AS_IT_IS): Match | null {
  return whole(label, entries, expand) ?? halved(label, entries, expand);
}

function whole(label: string, entries: readonly Named[], expand: Expand): Match | null {
  if (FINDERS.get(entries)?.expand !== expand) indexed([entries], expand);
  const [best, next] = FINDERS.get(entries)?.find(label).get(entries) ?? [];
  if (!best || best.score < ENOUGH) return null;
  const clear = !next || best.score - next.score >= MARGIN || (best.score === 1 && next.score < 1);
  return clear ? best : null;
}

export type Items = Extract<AxisReading, { kind: 'items' }>;

export interface Vocabulary {
  readonly sets: ReadonlyMap<string, readonly Named[]>;
  /** The items of an axis by their place in it; nameless ones left out. */
  readonly items: ReadonlyMap<Items, readonly Named[]>;
  readonly programmes: readonly Named[];
  readonly providers: readonly Named[];
  readonly expand: Expand;
}

interface Entry {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

function namedBy(expand: Expand): (entry: Entry) => Named {
  return ({ code, name, aliases }) => ({ code, wordings: wordingsOf([name, ...aliases], expand) });
}

function namedItems(reading: Items, expand: Expand): readonly Named[] {
  return reading.items.flatMap((item, at) => {
    const texts = [item.label, ...item.aliases].filter((text) => text !== '');
    return texts.length ? [{ code: String(at), wordings: wordingsOf(texts, expand) }] : [];
  });
}

function itemReadings(definition: BoardDefinition): readonly Items[] {
  return definition.tables
    .flatMap((table) => [...table.rows, ...table.columns])
    .filter((reading) => reading.kind === 'items');
}

const MADE = new WeakMap<BoardDefinition, Vocabulary>();

/** The vocabulary of a definition; made once for each definition object. */
export function vocabularyOf(definition: BoardDefinition): Vocabulary {
  const known = MADE.get(definition);
  if (known) return known;
  const expand = expander(definition);
  const named = namedBy(expand);
  const plain = namedBy(AS_IT_IS);
  const made: Vocabulary = {
    sets: new Map(definition.sets.map((set) => [set.code, set.members.map(named)])),
    items: new Map(itemReadings(definition).map((one) => [one, namedItems(one, expand)])),
    programmes: definition.programmes.map(plain),
    providers: definition.providers.map(plain),
    expand,
  };
  indexed([...made.sets.values(), ...made.items.values()], expand);
  indexed([made.programmes, made.providers], AS_IT_IS);
  MADE.set(definition, made);
  return made;
}

/**
 * Entries named anywhere in a text, by whole words; an entry inside a longer one (`MST` in `MST CAN`) does
 * not count. The number of words matched comes with each.
 */
export function mentions(
  text: string,
  entries: readonly Named[],
): readonly { readonly code: string; readonly words: number }[] {
  const whole = wording(text);
  const spans = entries.flatMap(({ code, wordings }) =>
    wordings.flatMap((part) => spansOf(whole, part).map((at) => ({ code, at, words: part.words.length }))),
  );
  const kept = spans.filter(
    (one) =>
      !spans.some(
        (other) =>
          other.words > one.words && other.at <= one.at && other.at + other.words >= one.at + one.words,
      ),
  );
  const longest = new Map<string, number>();
  for (const { code, words } of kept) longest.set(code, Math.max(words, longest.get(code) ?? 0));
  return [...longest].map(([code, words]) => ({ code, words }));
}

function spansOf(whole: Wording, part: Wording): readonly number[] {
  if (part.words.length === 0) return [];
  return whole.words.flatMap((_, at) =>
    part.words.every((word, i) => whole.words[at + i] === word) ? [at] : [],
  );
}
