/**
 * Statements about the status of cases, counted again from the table that lists them: `34% CP`, `Status at start: CIN: 2`.
 *
 * A column of a table of cases whose words name members of one category set tells how many cases each member has; the
 * first such column is how they began, the last how they ended.
 */
import type { Option } from '#shared/claim/choose.ts';
import { phrasesOf } from '#shared/claim/phrases.ts';
import type { Scene } from '#shared/claim/scene.ts';
import { contentOf, unitOfWord } from '#shared/claim/words.ts';
import { nameOf, type Vocabulary, vocabularyOf } from '#shared/meaning/vocabulary.ts';
import type { Page } from '#shared/relation/book.ts';
import type { Draft } from '#shared/relation/draft.ts';

const FIRST = /\b(?:start\w*|referral|before|prior|beginning|first|pre)\b/i;
const LAST = /\b(?:end|after|follow[- ]?up|clos\w+|now|last|final|post|later)\b/i;
/** What the words of a count of cases may say beside the member. */
const PLAIN = new Set(
  ['status', 'start', 'end', 'referr', 'referral', 'case', 'plan', 'later', 'post', 'pre'].flatMap((word) => [
    word,
    ...contentOf(word),
  ]),
);

interface Column {
  readonly set: string;
  readonly members: readonly string[];
}

/** This share of a column's filled cells must name members of a set. */
const MOST = 0.8;

function textsOf(page: Page): readonly (readonly string[])[] {
  const words = page.table.shape.body.flatMap(({ col, cell, printed }) =>
    printed.kind === 'words' && cell ? [{ col, text: printed.text }] : [],
  );
  const columns = Map.groupBy(words, ({ col }) => col);
  return [...columns].sort(([a], [b]) => a - b).map(([, cells]) => cells.map(({ text }) => text));
}

/** The set most of a column's words name; of several that do alike, the first. */
function columnOf(texts: readonly string[], rows: number, { sets, expand }: Vocabulary): Column | null {
  if (texts.length < rows) return null;
  const read = [...sets].map(([set, entries]) => ({
    set,
    members: texts.flatMap((text) => nameOf(text, entries, expand)?.code ?? []),
  }));
  const best = read.reduce((most, one) => (one.members.length > most.members.length ? one : most), {
    set: '',
    members: [],
  } as Column);
  return best.members.length >= Math.max(2, texts.length * MOST) && best.members.length === texts.length
    ? best
    : null;
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

function tellingWords(words: readonly string[]): readonly string[] {
  return words.filter((word) => !PLAIN.has(word) && unitOfWord(word) === null).sort();
}

/** The member a claim's words name, and nothing else. */
function memberOf({ claim, book }: Scene, set: string): string | null {
  const words = tellingWords(claim.words).join(' ');
  const named = phrasesOf(book.definition).flatMap(({ measure, dims, words: said }) =>
    measure === null && dims[set] !== undefined && tellingWords(said).join(' ') === words ? [dims[set]] : [],
  );
  const [member, ...others] = new Set(named);
  if (words === '' || others.length > 0) return null;
  const { sets, expand } = vocabularyOf(book.definition);
  return member ?? nameOf(words, sets.get(set) ?? [], expand)?.code ?? null;
}

/** The columns a claim may speak of: the one its words tell, else the first and the last. */
function meantOf(text: string, columns: readonly Column[]): readonly Column[] {
  const [first, last] = [columns.at(0), columns.at(-1)];
  const told = FIRST.test(text) === LAST.test(text) ? null : FIRST.test(text) ? first : last;
  return told ? [told] : [first, last].flatMap((one) => one ?? []);
}

function draftOf(scene: Scene, value: number, words: string): Draft {
  return {
    rule: 'claim.cases',
    kind: 'claim',
    label: `${scene.claim.label} (text): ${words}`,
    body: { shape: 'linear', terms: [{ variable: scene.cell.id, factor: 1 }], constant: -value },
    cells: [scene.cell],
  };
}

/** So many or so much of the cases with one status, by the only table of cases of the same return that tells it. */
export function statusOptions(scene: Scene): readonly Option[] {
  const { claim, page, book } = scene;
  const share = claim.quantity.unit === 'percent';
  if (!share && (!claim.quantity.whole || claim.quantity.unit !== null)) return [];
  const tables = book.pages
    .filter((one) => one.home === page.home && one.table.shape.layout === 'cases')
    .map((one) => columnsOf(scene, one))
    .filter((columns) => columns.length > 0);
  const [columns] = tables;
  if (!columns || tables.length > 1) return [];
  const meant = meantOf(claim.clauseText, columns);
  return meant.flatMap(({ set, members }): readonly Option[] => {
    const member = memberOf(scene, set);
    if (member === null) return [];
    const count = members.filter((one) => one === member).length;
    const value = share ? count / members.length : count;
    const counted = `${count} of the ${members.length} cases listed`;
    return [
      { draft: draftOf(scene, value, counted), sure: meant.length === 1 && !claim.vague && !scene.doubled },
    ];
  });
}
