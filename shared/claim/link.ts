/**
 * From a claim's words to the quantity they name.
 *
 * A quantity is taken only where the board has a figure for it, every telling word of the clause is a word of its
 * measure, category, programme or unit, and no other quantity explains the clause as well. Anything else is unlinked:
 * a wrong link would call a true sentence false.
 */
import type { QuantityKey } from '#shared/assertion/assertion.ts';
import type { Claim } from '#shared/claim/claim.ts';
import { leavesUnder, programmeOf, under } from '#shared/claim/context.ts';
import { type Phrase, phrasesIn, phrasesOf, readingOf } from '#shared/claim/phrases.ts';
import { contentOf, unitOfWord } from '#shared/claim/words.ts';
import type { BoardDefinition, Measure } from '#shared/definition/definition.ts';
import { measureOf } from '#shared/meaning/facets.ts';
import type { Unit } from '#shared/quantity/quantity.ts';
import type { Book, Cell, Entry, Page } from '#shared/relation/book.ts';

/** What the board says of a quantity: the cells that make it up, one or several that add up. */
export interface Known {
  readonly key: QuantityKey;
  readonly cells: readonly Cell[];
  readonly page: Page;
  /** Added up over the programmes of one table. */
  readonly summed: boolean;
}

/** Everything known of the board, by programme and period. */
export interface Shelf {
  readonly definition: BoardDefinition;
  readonly at: ReadonlyMap<string, readonly Known[]>;
}

function shelfMark(programme: string | null, period: string): string {
  return `${programme ?? ''}|${period}`;
}

function knownOf({ key, cells, page }: Entry): Known {
  return { key, cells, page, summed: false };
}

function dimText(key: QuantityKey): string {
  return Object.keys(key.dims)
    .sort()
    .map((set) => `${set}=${key.dims[set]}`)
    .join(',');
}

/** One of several that say the same; all of several that do not. */
function agreed(entries: readonly Entry[]): readonly Entry[] {
  const values = new Set(
    entries.map(({ cells }) => cells.map((cell) => cell.assertion?.quantity.value).join('+')),
  );
  return values.size === 1 ? entries.slice(0, 1) : entries;
}

/** Sums over programmes: where one table gives a measure for every programme under one that has no figure itself. */
function summedOf(definition: BoardDefinition, entries: readonly Entry[]): readonly Known[] {
  const adding = entries.filter(
    ({ key }) =>
      key.aspect === 'value' &&
      key.unit !== 'percent' &&
      measureOf(definition, key.measure)?.overProgrammes === 'sum',
  );
  const groups = Map.groupBy(adding, ({ key, page }) =>
    [page.order, key.measure, key.period, key.unit, dimText(key)].join('|'),
  );
  const above = definition.programmes
    .map(({ code }) => ({ code, leaves: leavesUnder(definition.programmes, code) }))
    .filter(({ leaves }) => leaves.length > 1);
  return [...groups.values()].flatMap((group) =>
    above.flatMap(({ code, leaves }): readonly Known[] => {
      if (group.length < leaves.length) return [];
      const parts = leaves.map((leaf) => agreed(group.filter(({ key }) => key.programme === leaf)));
      const [first] = group;
      if (!first || parts.some((part) => part.length !== 1)) return [];
      return [
        {
          key: { ...first.key, programme: code },
          cells: parts.flat().flatMap(({ cells }) => cells),
          page: first.page,
          summed: true,
        },
      ];
    }),
  );
}

export function shelfOf(book: Book): Shelf {
  const entries = [...book.entries.values()].flat();
  const own = entries.map(knownOf);
  const stated = new Set(
    own.map(({ key }) =>
      [key.measure, key.programme, key.period, key.unit, key.aspect, dimText(key)].join('|'),
    ),
  );
  const sums = summedOf(book.definition, entries).filter(
    ({ key }) =>
      !stated.has([key.measure, key.programme, key.period, key.unit, key.aspect, dimText(key)].join('|')),
  );
  return {
    definition: book.definition,
    at: Map.groupBy([...own, ...sums], ({ key }) => shelfMark(key.programme, key.period)),
  };
}

/** What is asked of the shelf. */
export interface Query {
  readonly words: readonly string[];
  readonly programme: string | null;
  readonly period: string;
  readonly unit: Unit | null;
  /** Units said of other numbers: they need no explanation. */
  readonly otherUnits: readonly Unit[];
  /** Which of a programme's figures may be meant. */
  readonly admits: (key: QuantityKey, measure: Measure | undefined) => boolean;
}

const NAMES = new WeakMap<BoardDefinition, ReadonlyMap<string, readonly (readonly string[])[]>>();

/** The telling words of every name of every programme. */
function namesOf(definition: BoardDefinition): ReadonlyMap<string, readonly (readonly string[])[]> {
  const known = NAMES.get(definition);
  if (known) return known;
  const made = new Map(
    definition.programmes.map(({ code, name, aliases }) => [code, [name, ...aliases].map(contentOf)]),
  );
  NAMES.set(definition, made);
  return made;
}

/** The words by which a clause names its programme: they need no other explanation. */
function freeWords(
  definition: BoardDefinition,
  { programme, words, otherUnits }: Query,
): ReadonlySet<string> {
  const codes = programme === null ? [] : under(definition.programmes, programme);
  const names = codes.flatMap((code) => namesOf(definition).get(code) ?? []);
  const others = words.filter((word) => otherUnits.some((unit) => unit === unitOfWord(word)));
  return new Set([...names.filter((name) => name.every((word) => words.includes(word))).flat(), ...others]);
}

function unitFits(key: QuantityKey, unit: Unit | null, measure: Measure | undefined): boolean {
  if (
    unit === null ||
    key.unit === 'percent' ||
    key.unit === 'GBP' ||
    key.unit === 'ratio' ||
    key.unit === 'score'
  )
    return true;
  return unit === key.unit || measure?.counts?.[unit] === key.unit;
}

interface Match {
  readonly known: Known;
  readonly dims: number;
}

function matchesOf(shelf: Shelf, query: Query, found: readonly Phrase[]): readonly Match[] {
  const { definition } = shelf;
  const free = freeWords(definition, query);
  const counted = query.unit !== null || query.words.some((word) => unitOfWord(word) !== null);
  const measures = new Set(found.flatMap(({ measure }) => measure ?? []));
  return (shelf.at.get(shelfMark(query.programme, query.period)) ?? []).flatMap((known): readonly Match[] => {
    const { key } = known;
    if (!measures.has(key.measure)) return [];
    const measure = measureOf(definition, key.measure);
    if (!query.admits(key, measure) || !unitFits(key, query.unit, measure)) return [];
    const reading = readingOf(query.words, found, key, free, counted);
    const named = Object.keys(key.dims).every((set) => reading.dims.has(set));
    return reading.measured && named && reading.leftover.length === 0
      ? [{ known, dims: Object.keys(key.dims).length }]
      : [];
  });
}

/** What the words name: by quantity, each with every place that states it. Fewest categories win. */
export function ask(shelf: Shelf, query: Query): readonly (readonly Known[])[] {
  if (query.words.length === 0) return [];
  const found = phrasesIn(query.words, phrasesOf(shelf.definition));
  const matches = matchesOf(shelf, query, found);
  const fewest = Math.min(...matches.map(({ dims }) => dims));
  const best = matches.filter(({ dims }) => dims === fewest).map(({ known }) => known);
  return [
    ...Map.groupBy(best, ({ key }) => [key.measure, key.unit, key.aspect, dimText(key)].join('|')).values(),
  ];
}

/** The programme a claim is about: the one it names, the one above those it names, or its provider's. */
export function programmeOfClaim(
  definition: BoardDefinition,
  claim: Claim,
  provider: string,
): string | null | undefined {
  const [first, ...more] = claim.programmes;
  if (first === undefined) return programmeOf(definition, provider);
  if (more.length === 0) return first;
  const holders = definition.programmes.filter(({ code }) => {
    const leaves = leavesUnder(definition.programmes, code);
    const named = claim.programmes.flatMap((one) => leavesUnder(definition.programmes, one));
    return leaves.length === new Set(named).size && leaves.every((leaf) => named.includes(leaf));
  });
  return holders.length === 1 ? holders[0]?.code : undefined;
}
