/**
 * Whose return it is and which quarter it is for, by votes: the title, the file's name, captions, headers and
 * the tables it holds each have their say, and the say is kept in words for the import screen.
 */
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Reading } from '#shared/grid/grid.ts';
import { mentions, type Vocabulary } from '#shared/meaning/vocabulary.ts';
import { parsePeriod, periodName } from '#shared/period/period.ts';
import { financialYear, quarterOfMonth, type Stated, statedPeriods } from '#shared/period/stated.ts';
import type { ShapeTable } from '#shared/table/table.ts';

/** A text that may name provider or period. */
export interface Witness {
  readonly what: string;
  readonly text: string;
  readonly weight: number;
}

export interface Verdict {
  readonly value: string | null;
  readonly evidence: readonly string[];
}

function fileWitnesses(reading: Reading, folder: string | undefined): readonly Witness[] {
  const parts = reading.file.split(/[\\/]/);
  const name = (parts.at(-1) ?? '').replace(/\.[a-z0-9]{2,5}$/i, '').replace(/[_]+/g, ' ');
  const within = folder ?? parts.at(-2);
  return [
    { what: 'file name', text: name, weight: 3 },
    ...(within ? [{ what: 'folder', text: within, weight: 1.5 }] : []),
  ];
}

function titleWitnesses(reading: Reading): readonly Witness[] {
  return reading.text
    .slice(0, 8)
    .filter((line) => line.style === 'heading')
    .slice(0, 2)
    .map((line) => ({ what: 'title', text: line.text, weight: 3 }));
}

function tableWitnesses(tables: readonly ShapeTable[]): readonly Witness[] {
  const sheets = [...new Set(tables.map((table) => table.sheet))].filter(
    (name) => !/^(?:table|sheet)\s?\d+$/i.test(name),
  );
  const share = 2 / Math.max(1, tables.length);
  return [
    ...sheets.map((text) => ({ what: 'sheet name', text, weight: 0.3 })),
    ...tables.flatMap((table) => [
      ...(table.caption === null ? [] : [{ what: 'caption', text: table.caption, weight: 0.4 + share }]),
      ...table.titles.map((line) => ({ what: 'heading', text: line.text, weight: 0.4 + share })),
    ]),
  ];
}

/** Every text that may name provider or period, the strongest first. */
export function witnesses(
  reading: Reading,
  tables: readonly ShapeTable[],
  folder: string | undefined,
): readonly Witness[] {
  return [...titleWitnesses(reading), ...fileWitnesses(reading, folder), ...tableWitnesses(tables)];
}

interface Tally {
  readonly votes: Map<string, number>;
  readonly said: Map<string, string[]>;
}

function vote(tally: Tally, value: string, weight: number, sentence: string | null): void {
  tally.votes.set(value, (tally.votes.get(value) ?? 0) + weight);
  const said = tally.said.get(value) ?? [];
  if (sentence && !said.includes(sentence)) said.push(sentence);
  tally.said.set(value, said);
}

function winner(tally: Tally): { readonly value: string; readonly votes: number } | null {
  let best: { value: string; votes: number } | null = null;
  for (const [value, votes] of tally.votes) if (!best || votes > best.votes) best = { value, votes };
  return best;
}

const SAID = 4;

/** What one table may weigh, and all of them together: a file's name outweighs one table, not several. */
const MOST_OF_ONE = 2;
const MOST_OF_ALL = 6;

type Mentions = ReturnType<typeof mentions>;

/** A provider known by its programme's name alone gives way to one of the same programme that is named itself. */
function ownNames(
  text: string,
  found: Mentions,
  definition: BoardDefinition,
  { providers, programmes }: Vocabulary,
): Mentions {
  if (found.length < 2) return found;
  const shared = new Set(programmes.flatMap(({ wordings }) => wordings.map((one) => one.text)));
  const own = providers.map(({ code, wordings }) => ({
    code,
    wordings: wordings.filter((one) => !shared.has(one.text)),
  }));
  const named = new Set(mentions(text, own).map(({ code }) => code));
  const works = (code: string) => definition.providers.find((one) => one.code === code)?.programmes ?? [];
  const given = [...named].flatMap(works);
  return found.filter(({ code }) => named.has(code) || !works(code).some((one) => given.includes(one)));
}

/**
 * The provider: names in the texts, and the tables each provider returns.
 * `fits` holds, for each table, the providers of the definition's table it fits best and how well.
 */
export function voteProvider(
  texts: readonly Witness[],
  fits: readonly { readonly providers: readonly string[]; readonly score: number }[],
  definition: BoardDefinition,
  vocabulary: Vocabulary,
): Verdict {
  const tally: Tally = { votes: new Map(), said: new Map() };
  const name = (code: string) => definition.providers.find((one) => one.code === code)?.name ?? code;
  for (const { what, text, weight } of texts) {
    const found = ownNames(text, mentions(text, vocabulary.providers), definition, vocabulary);
    for (const { code, words } of found) {
      const say = what === 'caption' || what === 'heading' ? weight * 0.5 : weight;
      vote(tally, code, (say * (0.8 + 0.2 * words)) / found.length, `${what} says ${name(code)}: "${text}"`);
    }
  }
  for (const { providers, score } of fits) {
    for (const code of providers) {
      const own = definition.providers.find((one) => one.code === code);
      const share = Math.min(MOST_OF_ONE, MOST_OF_ALL / fits.length) / providers.length;
      vote(tally, code, score * share, own ? `its tables are those of ${name(code)}` : null);
    }
  }
  const best = winner(tally);
  if (!best || best.votes < 0.8) return { value: null, evidence: ['nothing in the file names a provider'] };
  return { value: best.value, evidence: (tally.said.get(best.value) ?? []).slice(0, SAID) };
}

interface PeriodVotes {
  readonly full: Tally;
  /** Quarter numbers said without a year, and years said without a quarter. */
  readonly quarters: Map<number, number>;
  readonly years: Map<number, number>;
}

function add(map: Map<number, number>, key: number, weight: number): void {
  map.set(key, (map.get(key) ?? 0) + weight);
}

function countStated(votes: PeriodVotes, stated: Stated, witness: Witness): void {
  const { weight, what, text } = witness;
  switch (stated.kind) {
    case 'quarter':
    case 'ytd': {
      const value = stated.kind === 'ytd' ? weight * 0.6 : weight;
      if (stated.quarter === null) {
        if (stated.year !== null) add(votes.years, stated.year, value);
      } else if (stated.year === null) add(votes.quarters, stated.quarter, value);
      else {
        const period = periodName({ kind: 'quarter', year: stated.year, quarter: stated.quarter });
        vote(votes.full, period, value, `${what} says ${period}: "${text}"`);
      }
      return;
    }
    case 'year':
      add(votes.years, stated.year, weight * 0.3);
      return;
    case 'month':
      if (stated.year === null) add(votes.quarters, quarterOfMonth(stated.month), weight * 0.4);
      else {
        const year = financialYear(stated.month, stated.year);
        const period = periodName({ kind: 'quarter', year, quarter: quarterOfMonth(stated.month) });
        vote(votes.full, period, weight * 0.4, `${what} names a month of ${period}: "${text}"`);
      }
      return;
    case 'relative':
  }
}

/** Labels of a table's lines: months name the quarter, years the year. */
function labelWitnesses(tables: readonly ShapeTable[]): readonly Witness[] {
  return tables.flatMap((table) => {
    const labels = new Set([...table.columns, ...table.rows].flatMap((line) => line.path));
    return [...labels]
      .filter((label) => label.split(/\s+/).length <= 8)
      .map((text) => ({ what: 'label', text, weight: 0.35 }));
  });
}

function favourite(map: ReadonlyMap<number, number>): number | null {
  let best: number | null = null;
  for (const [key, weight] of map) if (best === null || weight > (map.get(best) ?? 0)) best = key;
  return best;
}

/** The year most is said of, the board's own where the file says nothing. */
function likelyYear(votes: PeriodVotes, around: string | undefined): number | null {
  const years = new Map(votes.years);
  for (const [name, weight] of votes.full.votes) {
    const period = parsePeriod(name);
    if (period?.kind === 'quarter') add(years, period.year, weight);
  }
  const working = around === undefined ? null : parsePeriod(around);
  return favourite(years) ?? (working?.kind === 'quarter' ? working.year : null);
}

/** Quarters said without a year go to that quarter of the likely year, named in full elsewhere or not. */
function settle(votes: PeriodVotes, around: string | undefined): void {
  const year = likelyYear(votes, around);
  const named = [...votes.full.votes.keys()].map(parsePeriod);
  for (const [quarter, weight] of votes.quarters) {
    const known = named.find((period) => period?.kind === 'quarter' && period.quarter === quarter);
    const at = known?.kind === 'quarter' ? known.year : year;
    if (at === null) continue;
    const value = periodName({ kind: 'quarter', year: at, quarter });
    const taken = `it says quarter ${quarter}, and the year is taken to be ${value.slice(0, 7)}`;
    vote(votes.full, value, weight, known ? null : taken);
  }
  if (votes.full.votes.size === 0 && around !== undefined && parsePeriod(around)?.kind === 'quarter') {
    const said = 'the file names no quarter; the one the board is working on is taken';
    if (votes.quarters.size === 0) vote(votes.full, around, 0.5, said);
  }
}

/** The quarter a return is for, from its texts and its tables' labels; null where the year stays open. */
export function votePeriod(
  texts: readonly Witness[],
  tables: readonly ShapeTable[],
  around: string | undefined,
): Verdict {
  const votes: PeriodVotes = {
    full: { votes: new Map(), said: new Map() },
    quarters: new Map(),
    years: new Map(),
  };
  for (const witness of [...texts, ...labelWitnesses(tables)]) {
    for (const stated of statedPeriods(witness.text)) countStated(votes, stated, witness);
  }
  settle(votes, around);
  const best = winner(votes.full);
  if (best) return { value: best.value, evidence: (votes.full.said.get(best.value) ?? []).slice(0, SAID) };
  const quarter = favourite(votes.quarters);
  return {
    value: null,
    evidence: [
      quarter === null
        ? 'nothing in the file names a quarter'
        : `the file says quarter ${quarter} but not of which year`,
    ],
  };
}
