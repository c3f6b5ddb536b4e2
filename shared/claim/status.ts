/**
 * Statements about the status of cases, counted again from the table that lists them: `34% CP`, `Status at start: CIN: 2`.
 *
 * A column of a table of cases whose words name members of one category set tells how many cases each member has; the
 * first such column is how they began, the last how they ended.
 */
import type { Option } from '#shared/claim/choose.ts';
import { phrasesOf } from '#shared/claim/phrases.ts';
import type { Scene } from '#shared/claim/scene.ts';
import { TEXT } from '#shared/claim/table.ts';
import { contentOf, unitOfWord } from '#shared/claim/words.ts';
import { nameOf, type Vocabulary, vocabularyOf } from '#shared/meaning/vocabulary.ts';
import { listsCases, type Page } from '#shared/relation/book.ts';
import type { Draft } from '#shared/relation/draft.ts';

const FIRST = /\b(?:start\w*|referral|before|prior|beginning|outset|first|pre|opening|initial)\b/i;
const LAST = /\b(?:end|after|follow[- ]?up|clos(?:e|ure|ing)|now|last|final|post|later|exit)\b/i;
/** `at close`, `on referral`: says when, and nothing about the status. */
export const WHEN =
  /\b(?:at|on|by|upon)\s+(?:the\s+)?(?:point of\s+)?(?:start|referral|outset|opening|beginning|end|close|closure|closing|exit|follow[- ]?up)\b/i;
/** What the words of a count of cases may say beside the member. */
const PLAIN = new Set(
  ['status', 'start', 'end', 'referr', 'referral', 'case', 'plan', 'later', 'post', 'pre'].flatMap((word) => [
    word,
    ...contentOf(word),
  ]),
);

export interface Column {
  /** Its heading. */
  readonly label: string;
  readonly set: string;
  readonly members: readonly string[];
}

interface Words {
  readonly label: string;
  readonly texts: readonly string[];
}

function textsOf(page: Page): readonly Words[] {
  const words = page.table.shape.body.flatMap(({ col, cell, printed }) =>
    printed.kind === 'words' && cell ? [{ col, text: printed.text }] : [],
  );
  const columns = Map.groupBy(words, ({ col }) => col);
  return [...columns]
    .sort(([a], [b]) => a - b)
    .map(([col, cells]) => ({
      label: page.cols.get(col)?.path.join(' ') ?? '',
      texts: cells.map(({ text }) => text),
    }));
}

/** The set all of a column's words name; of several, the first. */
function columnOf({ label, texts }: Words, rows: number, { sets, expand }: Vocabulary): Column | null {
  if (texts.length < Math.max(2, rows)) return null;
  for (const [set, entries] of sets) {
    const members = texts.flatMap((text) => nameOf(text, entries, expand)?.code ?? []);
    if (members.length === texts.length) return { label, set, members };
  }
  return null;
}

const COLUMNS = new WeakMap<Page, readonly Column[]>();

function columnsOf(scene: Scene, page: Page): readonly Column[] {
  const known = COLUMNS.get(page);
  if (known) return known;
  const rows = page.table.shape.rows.filter(({ role }) => role === 'body').length;
  const vocabulary = vocabularyOf(scene.book.definition);
  const made = textsOf(page).flatMap((texts) => columnOf(texts, rows, vocabulary) ?? []);
  COLUMNS.set(page, made);
  return made;
}

export function tellingWords(words: readonly string[]): readonly string[] {
  return words.filter((word) => !PLAIN.has(word) && unitOfWord(word) === null).sort();
}

/** The member a claim's words name, and nothing else. */
function memberOf({ claim, book }: Scene, set: string): string | null {
  const when = new Set(contentOf(WHEN.exec(claim.clauseText)?.[0] ?? ''));
  const words = tellingWords(claim.words.filter((word) => !when.has(word))).join(' ');
  const members = book.definition.sets.find(({ code }) => code === set)?.members ?? [];
  const plain = members.find(({ name }) => tellingWords(contentOf(name)).join(' ') === words);
  if (plain && words !== '') return plain.code;
  const named = phrasesOf(book.definition).flatMap(({ measure, dims, words: said }) =>
    measure === null && dims[set] !== undefined && tellingWords(said).join(' ') === words
      ? [{ member: dims[set], length: said.length }]
      : [],
  );
  const least = Math.min(...named.map(({ length }) => length));
  const [member, ...others] = new Set(
    named.filter(({ length }) => length === least).map((one) => one.member),
  );
  if (words === '' || others.length > 0) return null;
  const { sets, expand } = vocabularyOf(book.definition);
  return member ?? nameOf(words, sets.get(set) ?? [], expand)?.code ?? null;
}

/** By their headings how cases began and ended; else the first column and the last. */
export function endsOf(columns: readonly Column[]): readonly [Column | undefined, Column | undefined] {
  const only = (pattern: RegExp, not: RegExp) =>
    columns.find(({ label }) => pattern.test(label) && !not.test(label));
  return [only(FIRST, LAST) ?? columns.at(0), only(LAST, FIRST) ?? columns.at(-1)];
}

/** The columns a claim may speak of: the one its words tell, else both. */
function meantOf(text: string, columns: readonly Column[]): readonly Column[] {
  const [first, last] = endsOf(columns);
  const said = WHEN.exec(text)?.[0] ?? text;
  const told = FIRST.test(said) === LAST.test(said) ? null : FIRST.test(said) ? first : last;
  return told ? [told] : [...new Set([first, last])].flatMap((one) => one ?? []);
}

/** So many of the cases listed. */
export function countedDraft(scene: Scene, value: number, words: string): Draft {
  return {
    rule: 'claim.cases',
    kind: 'claim',
    label: `${scene.claim.label} (text): ${words}`,
    body: { shape: 'linear', terms: [{ variable: scene.cell.id, factor: 1 }], constant: -value },
    cells: [scene.cell],
  };
}

/** A table of cases, or one of words alone. */
function mayList(page: Page): boolean {
  return (
    listsCases(page) || (page.table.code !== TEXT && page.table.assertions.every(({ key }) => key === null))
  );
}

/** The tables of the same return that tell the status of cases, each by its columns. */
export function listedColumns(scene: Scene): readonly (readonly Column[])[] {
  return scene.book.pages
    .filter((one) => one.home === scene.page.home && mayList(one))
    .map((one) => columnsOf(scene, one))
    .filter((columns) => columns.length > 0);
}

/** So many or so much of the cases with one status, by the only table of cases of the same return that tells it. */
export function statusOptions(scene: Scene): readonly Option[] {
  const { claim } = scene;
  const share = claim.quantity.unit === 'percent';
  if (!share && (!claim.quantity.whole || claim.quantity.unit !== null)) return [];
  const [columns, ...more] = listedColumns(scene);
  if (!columns || more.length > 0) return [];
  const meant = meantOf(claim.clauseText, columns);
  return meant.flatMap(({ set, members }): readonly Option[] => {
    const member = memberOf(scene, set);
    if (member === null) return [];
    const count = members.filter((one) => one === member).length;
    const value = share ? count / members.length : count;
    const counted = `${count} of the ${members.length} cases listed`;
    return [
      {
        draft: countedDraft(scene, value, counted),
        sure: meant.length === 1 && !claim.vague && !scene.doubled,
      },
    ];
  });
}
