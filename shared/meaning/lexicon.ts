/**
 * Finds the entries a label may name without comparing it with every one: an inverted index from words, and
 * from words spelt nearly so, to names (Zobel and Moffat 2006). Only names that could be near enough are
 * compared in full; the answers are those of comparing all.
 */
import { nearWord, similarity, type Wording } from '#shared/meaning/words.ts';

export interface Named {
  readonly code: string;
  readonly wordings: readonly Wording[];
}

export interface Match {
  readonly code: string;
  readonly score: number;
}

/** A wording of a label, and what a match by it counts. */
export interface Variant {
  readonly wording: Wording;
  readonly weight: number;
}

/** Likeness below this plays no part in choosing an entry. */
const FLOOR = 0.75;

interface Name {
  readonly wording: Wording;
  readonly weight: number;
  readonly owners: { readonly list: readonly Named[]; readonly code: string }[];
}

interface Index {
  readonly names: readonly Name[];
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  /** Names by their words run together: the first character and the length. */
  readonly byLength: ReadonlyMap<string, readonly number[]>;
  /** Words of the names by their first character. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** Names a word may stand in, by the word: worked out when first asked. */
  readonly near: Map<string, readonly number[]>;
}

/** Matches by list of entries. A list without a match near enough is left out. */
export type Matches = ReadonlyMap<readonly Named[], readonly Match[]>;

export interface Lexicon {
  readonly find: (variants: readonly Variant[]) => Matches;
}

function total(wording: Wording): number {
  return wording.weights.reduce((sum, weight) => sum + weight, 0);
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function namesOf(lists: readonly (readonly Named[])[]): readonly Name[] {
  const names = new Map<string, Name>();
  for (const list of lists) {
    for (const { code, wordings } of list) {
      for (const wording of wordings) {
        const name = names.get(wording.text) ?? { wording, weight: total(wording), owners: [] };
        names.set(wording.text, name);
        name.owners.push({ list, code });
      }
    }
  }
  return [...names.values()];
}

function lengthKey(first: string | undefined, length: number): string {
  return `${first ?? ''}${length}`;
}

function indexOf(names: readonly Name[]): Index {
  const byWord = new Map<string, number[]>();
  const byLength = new Map<string, number[]>();
  const words = new Map<string, string[]>();
  for (const [id, { wording }] of names.entries()) {
    append(byLength, lengthKey(wording.joined[0], wording.joined.length), id);
    for (const word of new Set(wording.words)) {
      if (!byWord.has(word)) append(words, word[0] ?? '', word);
      append(byWord, word, id);
    }
  }
  return { names, byWord, byLength, words, near: new Map() };
}

/** Names that hold a word, or one taken for it. */
function holding(index: Index, word: string): readonly number[] {
  const known = index.near.get(word);
  if (known) return known;
  const alike = (index.words.get(word[0] ?? '') ?? []).filter((other) => nearWord(word, other));
  const found = alike.flatMap((other) => index.byWord.get(other) ?? []);
  const unique = alike.length > 1 ? [...new Set(found)] : found;
  index.near.set(word, unique);
  return unique;
}

/** The most a label's matched words may leave out for its likeness to reach the floor. */
const SPARE = 0.85;

/** Names that share enough of the label's weighty words. */
function sharing(index: Index, wording: Wording): readonly number[] {
  const weight = total(wording);
  const heaviest = Math.max(...wording.weights);
  const shared = new Map<number, number>();
  for (const [at, word] of wording.words.entries()) {
    const own = wording.weights[at] ?? 1;
    for (const id of holding(index, word)) shared.set(id, (shared.get(id) ?? 0) + own);
  }
  const found: number[] = [];
  for (const [id, matched] of shared) {
    const known = index.names[id]?.weight ?? 0;
    const extra = Math.max(0, weight - matched) + Math.max(0, known - matched);
    if (matched >= Math.min(heaviest, known) * 0.99 && extra <= SPARE * matched) found.push(id);
  }
  return found;
}

/** Names that may be the label spelt together, apart, or a letter off. */
function joinedNear(index: Index, { joined }: Wording): readonly number[] {
  const [first] = joined;
  return [-1, 0, 1].flatMap((off) => index.byLength.get(lengthKey(first, joined.length + off)) ?? []);
}

/** Words that make another figure of what they stand with: the target of it, last year's, its average. */
const TURNING = new Set(
  'target budget forecast projected planned expected average change difference variance previous last prior ytd cumulative year national percent'.split(
    ' ',
  ),
);

export function turns(wording: Wording): boolean {
  return wording.words.some((word) => TURNING.has(word));
}

const TURNED = 0.7;

/** Which way a label points: `closed to CIN` and `closed from CIN` are opposite moves; 0 where it says neither or both. */
function heads({ words }: Wording): number {
  return Number(words.includes('to')) - Number(words.includes('from'));
}

/** A label that adds such a word to a name does not mean what the name means. */
function likeness(label: Wording, name: Wording): number {
  const score = similarity(label, name);
  const turned = label.words.some((word) => TURNING.has(word) && !name.words.includes(word));
  return turned || heads(label) * heads(name) < 0 ? score * TURNED : score;
}

function scores(index: Index, variants: readonly Variant[]): ReadonlyMap<number, number> {
  const best = new Map<number, number>();
  for (const { wording, weight } of variants) {
    if (wording.words.length === 0) continue;
    for (const id of [...sharing(index, wording), ...joinedNear(index, wording)]) {
      const name = index.names[id];
      const score = name && weight > (best.get(id) ?? 0) ? weight * likeness(wording, name.wording) : 0;
      if (score >= FLOOR && score > (best.get(id) ?? 0)) best.set(id, score);
    }
  }
  return best;
}

function byList(index: Index, found: ReadonlyMap<number, number>): Matches {
  const lists = new Map<readonly Named[], Map<string, number>>();
  for (const [id, score] of found) {
    for (const { list, code } of index.names[id]?.owners ?? []) {
      const codes = lists.get(list) ?? new Map<string, number>();
      lists.set(list, codes);
      codes.set(code, Math.max(score, codes.get(code) ?? 0));
    }
  }
  const sorted = (codes: ReadonlyMap<string, number>) =>
    [...codes].map(([code, score]) => ({ code, score })).sort((a, b) => b.score - a.score);
  return new Map([...lists].map(([list, codes]) => [list, sorted(codes)]));
}

/** An index over lists of entries. What it finds for a label are the entries alike from 0.75 up, best first. */
export function lexiconOf(lists: readonly (readonly Named[])[]): Lexicon {
  const index = indexOf(namesOf(lists));
  return { find: (variants) => byList(index, scores(index, variants)) };
}
