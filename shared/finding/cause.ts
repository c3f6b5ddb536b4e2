/** From one cause (relations that fail together, and the cells to blame) to one finding. */
import { claimPhrases, toldByText } from '#shared/finding/claim.ts';
import type { Draft } from '#shared/finding/draft.ts';
import { type Fact, type Facts, printedLike, saidBy } from '#shared/finding/facts.ts';
import type { FindingKind } from '#shared/finding/finding.ts';
import { MOST_TOGETHER, phrasesOf } from '#shared/finding/phrases.ts';
import type { Board } from '#shared/finding/place.ts';
import { isCutOff, severityOf } from '#shared/finding/severity.ts';
import { arithmeticLine, type Story, storyOf } from '#shared/finding/story.ts';
import { listOf, sentence } from '#shared/finding/words.ts';
import { periodEnd } from '#shared/period/period.ts';
import type { Cause } from '#shared/relation/cause.ts';
import type { Relation, RelationKind } from '#shared/relation/relation.ts';
import type { Suspect } from '#shared/relation/suggest.ts';
import { variablesOf } from '#shared/relation/terms.ts';

/** What every cause is told with. */
export interface Teller {
  readonly board: Board;
  readonly facts: Facts;
  /** Providers whose tables are the board's own. */
  readonly compilers: ReadonlySet<string>;
  /** Whether two returns that differ really restate a figure. */
  readonly genuine: (relation: Relation) => boolean;
}

/** A violated relation with its arithmetic. */
interface Told {
  readonly relation: Relation;
  readonly story: Story;
}

/** From the most telling to the least, where the cell to blame is not told by its own table's arithmetic. */
const TELLING: readonly RelationKind[] = [
  'target',
  'restated',
  'year-to-date',
  'cross-provider',
  'cross-table',
  'identity',
  'growth',
  'claim',
  'total',
  'average',
  'percent',
];
/** A cell that breaks its own table is told by that first: it was wrong before anybody copied it. */
const AT_HOME: readonly RelationKind[] = [
  'target',
  'total',
  'identity',
  'year-to-date',
  'average',
  'percent',
];

const MOST_ALTERNATIVES = 5;
/** A range wider than this share of the printed value tells nobody what to write. */
const WIDE = 0.2;
const MOST_LINES = 8;

function isCopy(fact: Fact, compilers: ReadonlySet<string>): boolean {
  const line = fact.table.shape.rows.find((row) => row.index === fact.row);
  const column = fact.table.shape.columns.find((col) => col.index === fact.col);
  return compilers.has(fact.from.ref.provider) || line?.role === 'previous' || column?.role === 'previous';
}

/** Two cells that differ still once the suspect says what it should tell only half of the story. */
function staysApart({ story }: Told, fact: Fact, { low, high }: Suspect): boolean {
  const [part] = story.parts;
  if (story.shape !== 'same' || !story.result || !part) return false;
  const { quantity } = story.result.variable === fact.variable ? part : story.result;
  return quantity.low > high || quantity.high < low;
}

/** An earlier figure given anew and differently is a restatement, also where neither of the two adds up. */
function retold(relation: Relation, home: boolean): boolean {
  return !home && relation.kind === 'restated';
}

/** The relation that tells the cause best: one the suspect stands in, of the most telling kind, the simplest. */
function mainOf(
  told: readonly Told[],
  blamed: readonly [Fact, Suspect] | undefined,
  compilers: ReadonlySet<string>,
  genuine: Teller['genuine'],
): Told | null {
  const suspect = blamed?.[0] ?? null;
  const touching = suspect
    ? told.filter(({ relation }) => variablesOf(relation.body).includes(suspect.variable))
    : told;
  const pool = touching.length > 0 ? touching : told;
  const firm = pool.filter(({ relation }) => genuine(relation));
  const home = suspect !== null && !isCopy(suspect, compilers);
  const order = home ? [...AT_HOME, ...TELLING] : TELLING;
  const rank = ({ relation, story }: Told): number =>
    (blamed && !retold(relation, home) && staysApart({ relation, story }, ...blamed) ? 100_000 : 0) +
    order.indexOf(relation.kind) * 1000 +
    (story.result?.variable === suspect?.variable ? 0 : 500) +
    story.parts.length;
  return (
    (firm.length > 0 ? firm : pool).toSorted(
      (a, b) => rank(a) - rank(b) || (a.relation.id < b.relation.id ? -1 : 1),
    )[0] ?? null
  );
}

/** Where a fact stands in the order of reading. */
function inReadingOrder(a: Fact, b: Fact): number {
  const at = ({ from, cell }: Fact): string =>
    [from.ref.period, from.ref.provider, from.file, cell.ref.sheet].join('|');
  if (at(a) !== at(b)) return at(a) < at(b) ? -1 : 1;
  return a.row - b.row || a.col - b.col || (a.variable < b.variable ? -1 : 1);
}

/** The cells of a finding: the blamed first, then those of the main relation, then the rest; unblamed blanks left out. */
function cellsOf(
  told: readonly Told[],
  main: Told,
  blamed: readonly Fact[],
  others: readonly Fact[],
): readonly Fact[] {
  const chosen = new Set([...blamed, ...others]);
  const of = ({ relation, story }: Told): readonly Fact[] => {
    const result = story.result ? [story.result] : [];
    const parts = variablesOf(relation.body).length > 0 ? story.parts : [];
    return [...result, ...parts].filter((fact) => fact.assertion !== null || chosen.has(fact));
  };
  const first = of(main).toSorted(inReadingOrder);
  const rest = told.flatMap(of).toSorted(inReadingOrder);
  return [...new Set([...blamed, ...first, ...rest, ...others])];
}

/** What a suspect should say, printed as it prints; null where many values would do. */
function expectedOf(fact: Fact, { low, high, suggestion }: Suspect): string | null {
  if (suggestion !== null) return printedLike(fact.quantity, suggestion);
  if (!Number.isFinite(low) || !Number.isFinite(high)) return null;
  if (
    high - low >
    Math.max(fact.quantity.whole ? 2 : 0, fact.quantity.step * 5, Math.abs(fact.quantity.value) * WIDE)
  )
    return null;
  const [from, to] = [printedLike(fact.quantity, low), printedLike(fact.quantity, high)];
  return from === to ? from : `${from} to ${to}`;
}

/** What a suggestion would settle: `it`, `both totals`, `all 3 checks`. */
function settledWords(told: readonly Told[]): string {
  const totals = told.every(({ relation }) => relation.kind === 'total');
  const noun = totals ? 'total' : 'check';
  if (told.length < 2) return totals ? 'the total' : 'it';
  return told.length === 2 ? `both ${noun}s` : `all ${told.length} ${noun}s`;
}

function suggestionText(pairs: readonly (readonly [Fact, Suspect])[], told: readonly Told[]): string | null {
  const said = pairs.flatMap(([fact, suspect]) => {
    const expected = expectedOf(fact, suspect);
    if (expected === null) return [];
    const slip = suspect.slip === null ? '' : ` (${suspect.slip})`;
    const at = pairs.length > 1 ? ` at ${fact.cell.label}` : '';
    return [`${expected} instead of ${saidBy(fact)}${at}${slip}`];
  });
  if (said.length === 0 || said.length < pairs.length || said.length > MOST_TOGETHER) return null;
  return sentence(`${listOf(said)} would make ${settledWords(told)} hold`);
}

/** The cells other explanations would blame, likeliest first, each once. */
function alternativesOf(cause: Cause, facts: Facts): readonly Fact[] {
  const found = cause.alternatives.flatMap((set) => set.flatMap(({ variable }) => facts(variable) ?? []));
  return [...new Set(found)].slice(0, MOST_ALTERNATIVES);
}

/** Cells that could be wrong instead: the other side of a disagreement, then what other explanations blame. */
function othersOf(cause: Cause, facts: Facts, { story }: Told, blamed: readonly Fact[]): readonly Fact[] {
  if (blamed.length === 0) return [];
  const pair = story.shape === 'same' ? [...(story.result ? [story.result] : []), ...story.parts] : [];
  const all = new Set([...pair, ...alternativesOf(cause, facts)]);
  return [...all].filter((fact) => !blamed.includes(fact)).slice(0, MOST_ALTERNATIVES);
}

/** Restated and moved figures are told from the earlier return to the later one. */
function inTime({ relation, story }: Told): Story {
  const [part] = story.parts;
  if (story.shape !== 'same' || !story.result || !part) return story;
  const end = (fact: Fact): number => periodEnd(fact.from.ref.period) ?? 0;
  const timed = relation.kind === 'restated' || relation.kind === 'target';
  if (!timed || end(story.result) <= end(part)) return story;
  return {
    ...story,
    result: part,
    parts: [story.result],
    stated: saidBy(part),
    computed: saidBy(story.result),
  };
}

/** Cells that must change together, with what each should say; empty unless all of that is known. */
function togetherOf(pairs: readonly (readonly [Fact, Suspect])[]): readonly (readonly [Fact, string])[] {
  const known = pairs.flatMap(([fact, suspect]) => {
    const expected = expectedOf(fact, suspect);
    return expected === null ? [] : [[fact, expected] as const];
  });
  return known.length === pairs.length ? known : [];
}

function statedAndExpected(main: Story, suspect: Fact | null, expected: string | null) {
  if (suspect) return { stated: saidBy(suspect), expected: expected ?? main.computed };
  return { stated: main.stated, expected: main.computed };
}

export function toldOf(cause: Cause, facts: Facts): readonly Told[] {
  return cause.relations.flatMap((relation) => {
    const story = storyOf(relation, facts);
    return story ? [{ relation, story }] : [];
  });
}

function blamedOf(cause: Cause, facts: Facts): readonly (readonly [Fact, Suspect])[] {
  return cause.suspects.flatMap((suspect) => {
    const fact = facts(suspect.variable);
    return fact ? [[fact, suspect] as const] : [];
  });
}

/** One finding for one cause; null where its cells cannot be found, which the caller reports. */
export function causeDraft({ board, facts, compilers, genuine }: Teller, cause: Cause): Draft | null {
  const told = toldOf(cause, facts);
  const pairs = blamedOf(cause, facts);
  const [first] = pairs;
  const suspect = first?.[0] ?? null;
  const main = mainOf(told, first, compilers, genuine);
  if (!main) return null;
  const blamed = pairs.map(([fact]) => fact);
  const others = othersOf(cause, facts, main, blamed);
  const cells = cellsOf(told, main, blamed, others);
  const kind: FindingKind = main.relation.kind;
  const story = inTime(main);
  const expected = first ? expectedOf(...first) : null;
  const home = suspect ?? story.result ?? cells[0];
  const stories = told.map((one) => one.story);
  const guilty = blamed.length > 0 ? blamed : stories.flatMap((one) => one.result ?? []);
  const cut = stories.some(isCutOff) && kind === 'percent' ? '; it looks cut off rather than rounded' : '';
  const suggestion = suggestionText(pairs, told);
  return {
    rule: kind,
    kind,
    severity: severityOf({ kind, stories, blamed: guilty, compilers }),
    provider: home?.from.ref.provider ?? null,
    period: home?.from.ref.period ?? '',
    ...(toldByText({ relation: main.relation, story }) ? claimPhrases : phrasesOf)({
      board,
      kind,
      relation: main.relation,
      story,
      suspect,
      expected,
      together: togetherOf(pairs),
    }),
    cells: cells.map((fact) => fact.cell),
    ...statedAndExpected(story, suspect, expected),
    suspect: suspect ? 0 : null,
    alternatives: others.map((fact) => cells.indexOf(fact)),
    suggestion: suggestion === null ? null : `${suggestion}${cut}`,
    proposal: pairs.length === 1 ? (first?.[1].suggestion ?? null) : null,
    arithmetic: [...new Set(told.map((one) => arithmeticLine(one.story)))].slice(0, MOST_LINES),
    relations: cause.relations.map((relation) => relation.id),
  };
}
