/** The phrases a definition gives for its quantities: measure names, labels of its tables, category names. */
import type { QuantityKey } from '#shared/assertion/assertion.ts';
import { isFiller, unitOfWord, wordsOf } from '#shared/claim/words.ts';
import type { BoardDefinition, Facets, TableDefinition } from '#shared/definition/definition.ts';
import { mergeFacets } from '#shared/meaning/facets.ts';
import { expander } from '#shared/meaning/vocabulary.ts';
import type { Unit } from '#shared/quantity/quantity.ts';

/** A wording and what it says of a quantity. */
export interface Phrase {
  readonly words: readonly string[];
  readonly measure: string | null;
  readonly dims: Readonly<Record<string, string>>;
  readonly programme: string | null;
  readonly mean: boolean;
  /** Without the unit its wording names: fits only where the clause says who is counted. */
  readonly bare: boolean;
  /** The unit its label names, where it names one. */
  readonly unit: Unit | null;
}

/** With all its telling words, and without the unit it counts in: `families starting` is said of children too. */
function variants(text: string): readonly (readonly string[])[] {
  const words = wordsOf(text).filter((word) => !isFiller(word));
  const bare = words.filter((word) => unitOfWord(word) === null);
  return [words, bare].filter((list, i) => list.length > 0 && (i === 0 || list.length < words.length));
}

function phrasesOfTexts(
  texts: readonly string[],
  facets: Facets,
  expand: (text: string) => string,
): readonly Phrase[] {
  const said = new Set(texts.flatMap((text) => [text, expand(text)]));
  return [...said].flatMap((text) =>
    variants(text).map((words, i) => ({
      words,
      bare: i > 0,
      measure: facets.measure ?? null,
      dims: facets.dims ?? {},
      programme: facets.programme ?? null,
      mean: facets.aspect === 'mean',
      unit: facets.unit ?? null,
    })),
  );
}

/** Labels of a table that name a measure by themselves, or a category of one. */
function phrasesOfTable(table: TableDefinition, expand: (text: string) => string): readonly Phrase[] {
  return [...table.rows, ...table.columns].flatMap((axis) =>
    axis.kind === 'items'
      ? axis.items.flatMap(({ label, aliases, facets }) => {
          if (facets.measure === undefined && facets.dims === undefined) return [];
          const { measure, dims, aspect } = mergeFacets(
            facets.measure === undefined ? {} : table.facets,
            facets,
          );
          const { unit } = facets;
          const said = {
            ...(measure && { measure }),
            ...(dims && { dims }),
            ...(aspect && { aspect }),
            ...(unit && { unit }),
          };
          return phrasesOfTexts([label, ...aliases], said, expand);
        })
      : [],
  );
}

const MADE = new WeakMap<BoardDefinition, readonly Phrase[]>();

/** Every phrase of a definition, each once. */
export function phrasesOf(definition: BoardDefinition): readonly Phrase[] {
  const known = MADE.get(definition);
  if (known) return known;
  const expand = expander(definition);
  const all = [
    ...definition.measures.flatMap(({ code, name, aliases }) =>
      phrasesOfTexts([name, ...aliases], { measure: code }, expand),
    ),
    ...definition.tables.flatMap((table) => phrasesOfTable(table, expand)),
    ...definition.sets.flatMap(({ code, members }) =>
      members.flatMap((member) =>
        phrasesOfTexts([member.name, ...member.aliases], { dims: { [code]: member.code } }, expand),
      ),
    ),
  ];
  const made = [...new Map(all.map((phrase) => [JSON.stringify(phrase), phrase])).values()];
  MADE.set(definition, made);
  return made;
}

const HELD = new WeakMap<readonly string[], readonly Phrase[]>();

/** Phrases all of whose words a clause holds. */
export function phrasesIn(words: readonly string[], phrases: readonly Phrase[]): readonly Phrase[] {
  const known = HELD.get(words);
  if (known) return known;
  const held = new Set(words);
  const found = phrases.filter((phrase) => phrase.words.every((word) => held.has(word)));
  HELD.set(words, found);
  return found;
}

/** What a key leaves unexplained of a clause, and whether the clause names all of the key. */
export interface Reading {
  readonly leftover: readonly string[];
  readonly measured: boolean;
  readonly dims: ReadonlySet<string>;
}

function says(phrase: Phrase, key: Pick<QuantityKey, 'measure' | 'programme' | 'dims' | 'unit'>): boolean {
  if (phrase.measure !== null && phrase.measure !== key.measure) return false;
  if (phrase.programme !== null && phrase.programme !== key.programme) return false;
  if (phrase.unit !== null && phrase.unit !== key.unit && key.unit !== 'percent') return false;
  return Object.entries(phrase.dims).every(([set, member]) => key.dims[set] === member);
}

/**
 * How well a key explains a clause. A category has to be named by words of its own: "cases closed" names the measure,
 * not those closed to all services.
 */
export function readingOf(
  words: readonly string[],
  found: readonly Phrase[],
  key: Pick<QuantityKey, 'measure' | 'programme' | 'dims' | 'unit'>,
  free: ReadonlySet<string>,
  counted: boolean,
): Reading {
  const fitting = found.filter((phrase) => says(phrase, key) && (counted || !phrase.bare));
  const naming = fitting.filter((phrase) => phrase.measure !== null);
  const plain = new Set(
    naming.filter(({ dims }) => Object.keys(dims).length === 0).flatMap((one) => one.words),
  );
  const telling = fitting.filter(
    (phrase) => phrase.measure !== null || phrase.words.some((word) => !plain.has(word)),
  );
  const explained = new Set(telling.flatMap((phrase) => phrase.words));
  const leftover = words.filter(
    (word) => !explained.has(word) && !free.has(word) && unitOfWord(word) !== key.unit,
  );
  return {
    leftover,
    measured: naming.length > 0,
    dims: new Set(telling.flatMap(({ dims }) => Object.keys(dims))),
  };
}
