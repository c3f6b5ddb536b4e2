/** What stands above a table: its caption and titles, compared with a definition's by informative words. */
import type { BoardDefinition, TableDefinition } from '#shared/definition/definition.ts';
import { mentions, type Vocabulary } from '#shared/meaning/vocabulary.ts';
import { wording, wordWeight } from '#shared/meaning/words.ts';
import type { ShapeTable } from '#shared/table/table.ts';

const NOISE =
  /\b(?:table|figure|appendix|q[1-4]|quarter|qtr|period|year|ytd|jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\b|\d+/gi;

/** The words of a caption that tell tables apart: no table numbers, periods or little words. */
function informative(text: string): readonly string[] {
  const words = wording(text.replace(/^(?:table|figure|appendix)\s+[\w.]+[:.]?\s*/i, '').replace(NOISE, ' '));
  return [...new Set(words.words.filter((word) => wordWeight(word) === 1))];
}

/** How rare each word is among a definition's captions: rare words say more. */
interface Rarity {
  readonly of: (word: string) => number;
}

const RARITY = new WeakMap<BoardDefinition, Rarity>();

function rarityOf(definition: BoardDefinition): Rarity {
  const known = RARITY.get(definition);
  if (known) return known;
  const counts = new Map<string, number>();
  for (const table of definition.tables) {
    for (const word of new Set(captionsOf(table).flatMap(informative))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const total = definition.tables.length + 1;
  const made = { of: (word: string) => Math.log(1 + total / ((counts.get(word) ?? 0) + 1)) };
  RARITY.set(definition, made);
  return made;
}

function captionsOf(table: TableDefinition): readonly string[] {
  return [table.title, ...table.captions];
}

function weightOf(words: readonly string[], rarity: Rarity): number {
  return words.reduce((sum, word) => sum + rarity.of(word), 0);
}

/** Shared weight over all: Tversky's index, a word missing from the file counting more than one added. */
function alike(file: readonly string[], known: readonly string[], rarity: Rarity): number {
  const shared = weightOf(
    known.filter((word) => file.includes(word)),
    rarity,
  );
  if (shared === 0) return 0;
  const missing = weightOf(known, rarity) - shared;
  const added = weightOf(file, rarity) - shared;
  return shared / (shared + 0.6 * missing + 0.4 * added);
}

/** The texts that may name a table, the caption first. A sheet's name counts where somebody chose it. */
export function headings(shape: ShapeTable): readonly string[] {
  const sheet = /^(?:sheet|table|return|report|data|page|main)\s?\d*$|\.\w{3,4}$/i.test(shape.sheet)
    ? []
    : [shape.sheet];
  const titles = shape.titles.map((line) => line.text);
  return [...(shape.caption === null ? [] : [shape.caption]), ...titles, ...sheet];
}

/** The informative words of a table's headings, the caption's first. */
export type Heads = readonly (readonly string[])[];

export function headsOf(shape: ShapeTable): Heads {
  return headings(shape)
    .map(informative)
    .filter((words) => words.length > 0);
}

const KNOWN = new WeakMap<TableDefinition, Heads>();

function knownHeads(table: TableDefinition): Heads {
  const known = KNOWN.get(table);
  if (known) return known;
  const made = captionsOf(table)
    .map(informative)
    .filter((words) => words.length > 0);
  KNOWN.set(table, made);
  return made;
}

/** 0 to 1: how well the headings of a table fit the captions of a definition's table; null without headings. */
export function captionScore(
  files: Heads,
  table: TableDefinition,
  definition: BoardDefinition,
): number | null {
  if (files.length === 0) return null;
  const rarity = rarityOf(definition);
  const scores = files.map((file, at) => {
    const best = Math.max(0, ...knownHeads(table).map((words) => alike(file, words, rarity)));
    return at === 0 ? best : best * 0.85;
  });
  return Math.max(0, ...scores);
}

/** The one programme a table's headings name, or null where they name none or several. */
export function headedProgramme(shape: ShapeTable, vocabulary: Vocabulary): string | null {
  for (const heading of headings(shape)) {
    const found = mentions(heading, vocabulary.programmes);
    const [only] = found;
    if (found.length === 1 && only) return only.code;
  }
  return null;
}
