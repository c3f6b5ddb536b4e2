/**
 * Families counted where children are headed.
 *
 * Example: the board's table says 5 children concluded in MST CAN; the team's return says 13 children in 5 families.
 * The two tables disagree because one of them holds the same measure in another unit.
 */
import { type Assertion, keyText } from '#shared/assertion/assertion.ts';
import type { Draft } from '#shared/finding/draft.ts';
import { type Fact, type Facts, saidBy } from '#shared/finding/facts.ts';
import { tableName } from '#shared/finding/name.ts';
import { type Board, compilersOf, tableWords } from '#shared/finding/place.ts';
import { arithmeticLine, storyOf } from '#shared/finding/story.ts';
import { listOf, quote } from '#shared/finding/words.ts';
import type { Unit } from '#shared/quantity/quantity.ts';
import type { Relation } from '#shared/relation/relation.ts';

/** What can be taken for one another when people are counted. */
const COUNTED: ReadonlySet<Unit> = new Set(['families', 'children', 'referrals', 'people', 'events']);

/** A cell that holds another unit's number, the cell that holds the right one, and the relation they break. */
export interface UnitMix {
  readonly mixed: Fact;
  readonly right: Fact;
  readonly counted: Unit;
  readonly relation: Relation;
}

const withoutUnit = (assertion: Assertion): string =>
  assertion.key === null ? '' : keyText({ ...assertion.key, unit: 'count' });

/** What says the same as an assertion, in whatever unit. */
type Index = (assertion: Assertion) => readonly Assertion[];

/** Nothing is gathered before it is asked for, and then of one quarter alone: of ten years few are disputed. */
function byQuantity(board: Board): Index {
  const known = new Map<string, ReadonlyMap<string, readonly Assertion[]>>();
  let byPeriod: ReadonlyMap<string, readonly Assertion[]> | null = null;
  return (assertion) => {
    byPeriod ??= Map.groupBy(countedIn(board), ({ key }) => key?.period ?? '');
    const period = assertion.key?.period ?? '';
    const group = known.get(period) ?? Map.groupBy(byPeriod.get(period) ?? [], withoutUnit);
    known.set(period, group);
    return group.get(withoutUnit(assertion)) ?? [];
  };
}

function countedIn(board: Board): readonly Assertion[] {
  const counted: Assertion[] = [];
  for (const { assertion } of board.places.values()) {
    if (assertion.key !== null && COUNTED.has(assertion.key.unit)) counted.push(assertion);
  }
  return counted;
}

const rankOf = (unit: Unit): number => (unit === 'children' || unit === 'people' ? 2 : 1);

/** The unit whose number a cell holds instead of its own; null where it holds no other's. */
function otherUnit(fact: Fact, right: Fact, index: Index): Unit | null {
  const { assertion } = fact;
  const key = assertion?.key;
  if (!assertion || !key || key.aspect !== 'value' || !COUNTED.has(key.unit) || fact.quantity.value <= 0)
    return null;
  if (right.quantity.value <= 0) return null;
  const less = fact.quantity.value - right.quantity.value;
  const twin = index(assertion).find((other) => {
    const unit = other.key?.unit ?? key.unit;
    if (unit === key.unit || other.quantity.value !== fact.quantity.value || other.id === right.variable)
      return false;
    // A family has at least one child: fewer families than children, never more.
    return (
      rankOf(unit) === rankOf(key.unit) || Math.sign(less) === Math.sign(rankOf(unit) - rankOf(key.unit))
    );
  });
  return twin?.key?.unit ?? null;
}

/** Pairs of cells that a table must state in both units, and how many of them must be equal, to tell of a mix. */
const PAIRS = 6;
const EQUAL = 0.75;

/** Whether the whole table says the same in both units: then its one total that is disputed does not stand alone. */
function saysBothAlike({ mixed, counted }: UnitMix): boolean {
  const headed = mixed.assertion?.key?.unit;
  const table = mixed.table.assertions.filter(
    ({ key, quantity }) => key?.aspect === 'value' && quantity.value > 0,
  );
  const ofUnit = (unit: Unit | undefined) =>
    new Map(
      table.filter(({ key }) => key?.unit === unit).map((one) => [withoutUnit(one), one.quantity.value]),
    );
  const other = ofUnit(counted);
  const pairs = [...ofUnit(headed)].filter(([quantity]) => other.has(quantity));
  const equal = pairs.filter(([quantity, value]) => other.get(quantity) === value);
  return pairs.length >= PAIRS && equal.length >= pairs.length * EQUAL;
}

/** One small number equals another by chance: a service's own cell needs company, a compiled one a size. */
function isTelling(group: readonly UnitMix[], compilers: ReadonlySet<string>): boolean {
  const cells = new Set(group.map(({ mixed }) => mixed.variable));
  if (cells.size > 1 || group.some((mix) => saysBothAlike(mix))) return true;
  return group.some(({ mixed }) => compilers.has(mixed.from.ref.provider) && mixed.quantity.value > 2);
}

function tableOf({ mixed, counted }: UnitMix): string {
  const { ref } = mixed.from;
  return [ref.sha256, ref.period, mixed.assertion?.tableIndex, counted, mixed.assertion?.key?.unit].join('|');
}

/** Further violated relations that follow from the mix: nothing but cells of the mixed table and the disputed figure. */
function besides(group: readonly UnitMix[], facts: Facts, violated: readonly Relation[]): readonly UnitMix[] {
  const whole = group.find((mix) => saysBothAlike(mix));
  const key = whole?.mixed.assertion?.key;
  if (!whole || !key) return [];
  const { from, tableIndex } = whole.mixed.assertion ?? {};
  const known = new Set(group.map(({ relation }) => relation.id));
  const belongs = ({ assertion }: Fact) => {
    if (!assertion?.key || assertion.key.unit !== key.unit) return false;
    const here = assertion.from.sha256 === from?.sha256 && assertion.tableIndex === tableIndex;
    return here || keyText(assertion.key) === keyText(key);
  };
  return violated.flatMap((relation) => {
    if (known.has(relation.id)) return [];
    const story = storyOf(relation, facts);
    if (!story?.result || ![story.result, ...story.parts].every(belongs)) return [];
    return [{ ...whole, relation }];
  });
}

/** Violated sameness that another unit explains, the board's own tables suspected before a service's. */
export function unitMixes(board: Board, facts: Facts, violated: readonly Relation[]): readonly UnitMix[] {
  const index = byQuantity(board);
  const compilers = compilersOf(board);
  const found = violated.flatMap((relation): readonly UnitMix[] => {
    if (relation.kind !== 'cross-provider' && relation.kind !== 'cross-table') return [];
    const story = storyOf(relation, facts);
    const [part] = story?.parts ?? [];
    if (story?.shape !== 'same' || !story.result || !part) return [];
    const pairs: readonly (readonly [Fact, Fact])[] = [
      [story.result, part],
      [part, story.result],
    ];
    const first = pairs.toSorted(
      ([a], [b]) => Number(compilers.has(b.from.ref.provider)) - Number(compilers.has(a.from.ref.provider)),
    );
    for (const [mixed, right] of first) {
      const counted = otherUnit(mixed, right, index);
      if (counted !== null) return [{ mixed, right, counted, relation }];
    }
    return [];
  });
  const groups = [...Map.groupBy(found, tableOf).values()];
  const telling = groups.filter((group) => isTelling(group, compilers));
  return telling.flatMap((group) => [...group, ...besides(group, facts, violated)]);
}

function draft(board: Board, mixes: readonly UnitMix[], first: UnitMix, facts: Facts): Draft {
  const { mixed, counted } = first;
  const headed = mixed.assertion?.key?.unit ?? 'count';
  const once = [...new Map(mixes.map((mix) => [mix.mixed.variable, mix])).values()];
  const [said, true_] = [once.map((mix) => saidBy(mix.mixed)), once.map((mix) => saidBy(mix.right))];
  const sources = [...new Set(once.map((mix) => tableWords(board, mix.right.table, mix.right.from)))];
  const names = once.map((mix) => `${mix.mixed.cell.label} (${saidBy(mix.mixed)})`);
  const cells = [...new Set([...once.map((mix) => mix.mixed.cell), ...mixes.map((mix) => mix.right.cell)])];
  return {
    rule: 'unit',
    kind: 'unit',
    severity: 'high',
    provider: mixed.from.ref.provider,
    period: mixed.from.ref.period,
    title: `${tableName(board, mixed.table, 32)}: ${counted} counted where ${headed} are headed (${listOf(said, 2)} against ${listOf(true_, 2)})`,
    message: `In ${tableWords(board, mixed.table, mixed.from)} ${listOf(names)} ${once.length === 1 ? 'is' : 'are'} headed ${headed}, but ${once.length === 1 ? 'it equals' : 'they equal'} the number of ${counted}; ${listOf(sources)} ${sources.length === 1 ? 'gives' : 'give'} ${listOf(true_)} ${headed} (${listOf([...new Set(once.map((mix) => quote(mix.right.cell.label)))])}). It looks like ${counted} counted where ${headed} are headed. Please confirm, and send the number of ${headed}.`,
    cells,
    stated: listOf(said),
    expected: listOf(true_),
    suspect: 0,
    alternatives: once.length > 1 ? once.slice(1, 6).map((_, i) => i + 1) : [],
    suggestion: `${listOf(true_)} instead of ${listOf(said)}: ${headed}, not ${counted}`,
    arithmetic: mixes.flatMap((mix) => {
      const story = storyOf(mix.relation, facts);
      return story ? [arithmeticLine(story)] : [];
    }),
    relations: mixes.map((mix) => mix.relation.id),
  };
}

/** One finding for each table and pair of units, all its cells together. */
export function unitDrafts(board: Board, mixes: readonly UnitMix[], facts: Facts): readonly Draft[] {
  const groups = Map.groupBy(mixes, tableOf);
  return [...groups.values()].flatMap((group) => (group[0] ? [draft(board, group, group[0], facts)] : []));
}
