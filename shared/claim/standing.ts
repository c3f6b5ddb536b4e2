/**
 * How one category stands to the others: held against the members of its set in the one table that has them.
 *
 * Wrong only where clearly so: a tie is no contradiction, half is no minority and no majority, and a fraction in words
 * is taken to the nearest tenth and to the nearest whole.
 */
import { keyText, type QuantityKey } from '#shared/assertion/assertion.ts';
import type { Option } from '#shared/claim/choose.ts';
import type { Rank, Standing } from '#shared/claim/claim.ts';
import type { Known } from '#shared/claim/link.ts';
import { countsOnly, ratioDraft, totalsOf } from '#shared/claim/options.ts';
import { phrasesIn, phrasesOf } from '#shared/claim/phrases.ts';
import { type Found, look, type Scene } from '#shared/claim/scene.ts';
import { contentOf } from '#shared/claim/words.ts';
import type { Category } from '#shared/definition/definition.ts';
import type { Quantity } from '#shared/quantity/quantity.ts';
import type { Cell } from '#shared/relation/book.ts';
import { type Draft, terms } from '#shared/relation/draft.ts';
import type { Term } from '#shared/relation/relation.ts';

function onlySet(key: QuantityKey): string | null {
  const [set, ...more] = Object.keys(key.dims);
  return set !== undefined && more.length === 0 ? set : null;
}

function amountOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { assertion }) => sum + (assertion?.quantity.value ?? 0), 0);
}

function namesOf(
  { book }: Scene,
  words: readonly string[],
  { dims }: QuantityKey,
  set: string,
  any: boolean,
) {
  return phrasesIn(words, phrasesOf(book.definition)).some(
    (phrase) =>
      phrase.dims[set] !== undefined &&
      (any || phrase.dims[set] === dims[set]) &&
      (!any || phrase.measure === null),
  );
}

/** Words that name no category but what categories there are: `ethnic group`, `source`. */
const GENERIC = contentOf(
  'group category cohort reason route background type kind ethnic ethnicity ward outcome status referrer cause destination single',
);

/** `referrals` names what was counted, and not in what: a table of children referred can be the one meant. */
function withoutMeasure(scene: Scene): Scene {
  const { claim } = scene;
  return { ...scene, claim: { ...claim, words: claim.words.filter((word) => word !== 'referral') } };
}

function plainly(words: readonly string[]): readonly string[] {
  return words.filter((word) => !GENERIC.includes(word));
}

/** The figures of one category that a standing may speak of: the category on one side, its measure on the other. */
function foundFor(scene: Scene, { subject, member }: Standing): readonly Found[] {
  const admits = (key: QuantityKey) => {
    const set = onlySet(key);
    return (
      set !== null &&
      countsOnly(key) &&
      namesOf(scene, member, key, set, false) &&
      !namesOf(scene, plainly(subject), key, set, true)
    );
  };
  const words = [...new Set([...subject, ...member])];
  const plain = withoutMeasure(scene);
  const found = look(plain, { words, admits, later: [] });
  if (found.length > 0) return found;
  return look(plain, { words: plainly(words), admits, later: [] });
}

/** The members of the same set that the same table has, each once. */
function besideOf({ shelf }: Scene, { key, page }: Known, set: string): readonly Known[] {
  const { [set]: _, ...rest } = key.dims;
  const same = (other: QuantityKey, member: string) =>
    keyText(other) === keyText({ ...key, dims: { ...rest, [set]: member } });
  const all = (shelf.at.get(`${key.programme ?? ''}|${key.period}`) ?? []).filter(
    (one) => one.page === page && onlySet(one.key) === set && same(one.key, one.key.dims[set] ?? ''),
  );
  return [...new Map(all.map((one) => [one.key.dims[set], one])).values()];
}

function aboveIn(members: readonly Category[], code: string): readonly string[] {
  const parent = members.find((one) => one.code === code)?.partOf ?? null;
  return parent === null ? [] : [parent, ...aboveIn(members, parent)];
}

interface Field {
  readonly own: Known;
  /** Of the same depth as the category meant, without those of whom nothing is known. */
  readonly others: readonly Known[];
  readonly unknown: readonly Known[];
}

function fieldOf(scene: Scene, own: Known, set: string): Field {
  const members = scene.book.definition.sets.find(({ code }) => code === set)?.members ?? [];
  const code = (known: Known) => known.key.dims[set] ?? '';
  const mine = code(own);
  const table = besideOf(scene, own, set).filter((one) => code(one) !== mine);
  const related = (one: Known) =>
    aboveIn(members, mine).includes(code(one)) || aboveIn(members, code(one)).includes(mine);
  const holds = (one: Known) => table.some((other) => aboveIn(members, code(other)).includes(code(one)));
  const held = (one: Known) => table.some((other) => aboveIn(members, code(one)).includes(code(other)));
  const coarse = table.some((one) => aboveIn(members, code(one)).includes(mine));
  const known = (one: Known) => members.find((member) => member.code === code(one))?.unknown !== true;
  const level = table.filter((one) => !related(one) && (coarse ? !held(one) : !holds(one)));
  return { own, others: level.filter(known), unknown: level.filter((one) => !known(one)) };
}

function draftOf(scene: Scene, rest: readonly Term[], cells: readonly Cell[], words: string): Draft {
  const { claim, cell } = scene;
  return {
    rule: 'claim.standing',
    kind: 'claim',
    label: `${claim.label} (text): ${words}`,
    body: { shape: 'linear', terms: [...terms([cell]), ...rest], constant: 0 },
    cells: [cell, ...cells],
  };
}

/** `Early help 9` */
function told({ book }: Scene, { key, cells }: Known): string {
  const set = onlySet(key) ?? '';
  const members = book.definition.sets.find(({ code }) => code === set)?.members ?? [];
  return `${members.find(({ code }) => code === key.dims[set])?.name ?? ''} ${amountOf(cells)}`;
}

/** Against the largest of the others, or the smallest that is not nothing. */
function extreme(scene: Scene, { own, others }: Field, sign: 1 | -1): readonly Draft[] {
  const shown = sign > 0 ? others : others.filter(({ cells }) => amountOf(cells) > 0);
  const [rival] = shown.toSorted((a, b) => sign * (amountOf(b.cells) - amountOf(a.cells)));
  if (!rival) return [];
  const rest = [...terms(own.cells, -sign), ...terms(rival.cells, sign)];
  const words = `${told(scene, own)}, ${told(scene, rival)}`;
  return [draftOf(scene, rest, [...own.cells, ...rival.cells], words)];
}

/** What the category is a part of: the total its table states, else all its members; and without those unknown. */
function wholes(
  scene: Scene,
  { own, others, unknown }: Field,
): readonly (readonly (readonly [Cell, number])[])[] {
  const [total] = totalsOf(scene, own);
  const plus = (cells: readonly Cell[]) => cells.map((cell) => [cell, 1] as const);
  const minus = unknown.flatMap(({ cells }) => cells.map((cell) => [cell, -1] as const));
  const sum = plus([own, ...others, ...unknown].flatMap(({ cells }) => cells));
  const whole = total ? plus(total.cells) : sum;
  return minus.length > 0 ? [whole, [...whole, ...minus]] : [whole];
}

type Whole = readonly (readonly [Cell, number])[];

function wholeTerms(whole: Whole, factor: number): readonly Term[] {
  const summed = Map.groupBy(whole, ([cell]) => cell.id);
  return [...summed].flatMap(([variable, list]) => {
    const times = list.reduce((sum, [, one]) => sum + one, 0) * factor;
    return times === 0 ? [] : [{ variable, factor: times }];
  });
}

function sizeOf(whole: Whole): number {
  return whole.reduce((sum, [cell, factor]) => sum + factor * amountOf([cell]), 0);
}

function merged(list: readonly Term[]): readonly Term[] {
  const groups = Map.groupBy(list, ({ variable }) => variable);
  return [...groups].flatMap(([variable, same]) => {
    const factor = same.reduce((sum, one) => sum + one.factor, 0);
    return factor === 0 ? [] : [{ variable, factor }];
  });
}

/** How often the category and the whole are counted in what has to be zero or more. */
const FACTORS: Readonly<Partial<Record<Rank, readonly [number, number]>>> = {
  majority: [-2, 1],
  minority: [2, -1],
  all: [1, -1],
};

/** Neither the nearest tenth nor the nearest whole. */
function isFar({ value, low, high }: Quantity, count: number, size: number): boolean {
  return size > 0 && Math.abs(count - value * size) >= 1 && (count < low * size || count > high * size);
}

function againstWhole(scene: Scene, field: Field, rank: Rank): readonly Option[] {
  const { cells } = field.own;
  const count = amountOf(cells);
  const all = wholes(scene, field);
  const clear = all.every((whole) => isFar(scene.claim.quantity, count, sizeOf(whole)));
  return all.map((whole, i): Option => {
    const size = sizeOf(whole);
    const used = [...new Set([...cells, ...whole.map(([cell]) => cell)])];
    if (rank === 'part') {
      const bottom = [...new Set(whole.filter(([, factor]) => factor > 0).map(([cell]) => cell))];
      return { draft: ratioDraft(scene, 'claim', cells, bottom), sure: i === 0 && clear };
    }
    const [own, rest] = FACTORS[rank] ?? [0, 0];
    const list = merged([...terms(cells, own), ...wholeTerms(whole, rest)]);
    return { draft: draftOf(scene, list, used, `${told(scene, field.own)} of ${size}`), sure: i === 0 };
  });
}

function optionsFor(scene: Scene, field: Field, rank: Rank): readonly Option[] {
  const { cells } = field.own;
  switch (rank) {
    case 'most':
      return extreme(scene, field, 1).map((draft) => ({ draft, sure: true }));
    case 'least':
      return extreme(scene, field, -1).map((draft) => ({ draft, sure: true }));
    case 'none':
      return [{ draft: draftOf(scene, terms(cells, -1), cells, told(scene, field.own)), sure: true }];
    default:
      return againstWhole(scene, field, rank);
  }
}

export function standingOptions(scene: Scene): readonly Option[] {
  const { standing } = scene.claim;
  if (!standing) return [];
  return foundFor(scene, standing).flatMap(({ known, sure }) => {
    const set = onlySet(known.key);
    const field = set === null ? null : fieldOf(scene, known, set);
    if (!field || field.others.length === 0) return [];
    return optionsFor(scene, field, standing.rank).map((one) => ({
      ...one,
      sure: one.sure && sure && standing.named,
    }));
  });
}
