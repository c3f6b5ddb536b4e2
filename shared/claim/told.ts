/**
 * Quantities that only texts speak of: statements held against one another.
 *
 * What a text says of a quantity that no table gives is a figure for every other text: the summary's paragraph against
 * the service's own, this quarter's "183 days last quarter" against last quarter's "183 days". A quantity of the
 * definition is known by its key; any other by its words, within one provider.
 */
import { keyText, type QuantityKey } from '#shared/assertion/assertion.ts';
import type { Option } from '#shared/claim/choose.ts';
import { programmeOfClaim, type Shelf } from '#shared/claim/link.ts';
import { phrasesIn, phrasesOf, readingOf } from '#shared/claim/phrases.ts';
import type { Scene } from '#shared/claim/scene.ts';
import { unitOfWord } from '#shared/claim/words.ts';
import { measureOf } from '#shared/meaning/facets.ts';
import { previousQuarter } from '#shared/period/period.ts';
import type { Unit } from '#shared/quantity/quantity.ts';
import type { Cell } from '#shared/relation/book.ts';
import { type Draft, sumBody } from '#shared/relation/draft.ts';

/** A statement that can be held against others. */
export interface Telling {
  readonly scene: Scene;
  readonly key: QuantityKey | null;
  /** Whose words, which words, in which unit and form. */
  readonly about: string;
  readonly period: string;
}

const NOTHING_FREE: ReadonlySet<string> = new Set();
const PEOPLE: ReadonlySet<Unit | null> = new Set<Unit | null>(['children', 'families', 'referrals']);

/** The one quantity of the definition that a claim's words name in full; null where none or several. */
function keyOfWords({ book, claim, page }: Scene, period: string): QuantityKey | null {
  const programme = programmeOfClaim(book.definition, claim, page.home.ref.provider);
  if (programme === undefined || claim.quantity.unit === 'percent') return null;
  const [named, ...others] = new Set(claim.words.flatMap((word) => unitOfWord(word) ?? []));
  const counted = claim.unit ?? (others.length === 0 ? (named ?? null) : null);
  const found = phrasesIn(claim.words, phrasesOf(book.definition));
  const measures = new Set(found.flatMap(({ measure }) => measure ?? []));
  const keys = [...measures].flatMap((code): readonly QuantityKey[] => {
    const measure = measureOf(book.definition, code);
    if (!measure || measure.unit === 'percent') return [];
    const unit = counted !== null && PEOPLE.has(counted) && PEOPLE.has(measure.unit) ? counted : measure.unit;
    if ((unit === 'GBP') !== (claim.quantity.unit === 'GBP')) return [];
    if (counted !== null && counted !== unit) return [];
    const key = { measure: code, programme, period, aspect: 'value' as const, unit, dims: {} };
    const reading = readingOf(claim.words, found, key, NOTHING_FREE, counted !== null);
    return reading.measured && reading.leftover.length === 0 ? [key] : [];
  });
  return keys.length === 1 ? (keys[0] ?? null) : null;
}

function isTelling({ claim, doubled }: Scene): boolean {
  const telling = claim.words.some((word) => unitOfWord(word) === null);
  const form = claim.form === 'level' || claim.form === 'mean';
  return (
    form && telling && !doubled && !claim.vague && !claim.inherited && !claim.aside && claim.pair === null
  );
}

function aboutOf({ claim, page }: Scene): string {
  const { form, unit, words, programmes, quantity } = claim;
  return [
    page.home.ref.provider,
    form,
    unit,
    quantity.unit,
    programmes.join(','),
    [...words].sort().join(' '),
  ].join('|');
}

/** Statements that can be held against others, findable by what they speak of; each list in their order. */
export interface Tellings {
  readonly byScene: ReadonlyMap<Scene, Telling>;
  readonly byKey: ReadonlyMap<string, readonly Telling[]>;
  readonly byWords: ReadonlyMap<string, readonly Telling[]>;
}

function wordsMark(about: string, period: string): string {
  return `${about}|${period}`;
}

/** The statements no table has a figure for, as others may be held against them. */
export function tellingsOf(scenes: readonly Scene[]): Tellings {
  const told = scenes.filter(isTelling).map((scene): Telling => {
    const period = scene.claim.period ?? scene.page.home.ref.period;
    return { scene, key: keyOfWords(scene, period), about: aboutOf(scene), period };
  });
  const keyed = told.flatMap((one) => (one.key ? [{ one, text: keyText(one.key) }] : []));
  return {
    byScene: new Map(told.map((one) => [one.scene, one])),
    byKey: new Map(
      [...Map.groupBy(keyed, ({ text }) => text)].map(([text, list]) => [text, list.map(({ one }) => one)]),
    ),
    byWords: Map.groupBy(told, ({ about, period }) => wordsMark(about, period)),
  };
}

function toldDraft(scene: Scene, cells: readonly Cell[], words: string): Draft {
  return {
    rule: 'claim.told',
    kind: 'claim',
    label: `${scene.claim.label} (text) is ${words}`,
    body: sumBody([scene.cell], cells),
    cells: [scene.cell, ...cells],
  };
}

function labelOf({ scene: { claim, page } }: Telling): string {
  return `${claim.label} (text of ${page.home.file}, ${claim.source.cell})`;
}

/** The first statement of the same quantity: by key where the definition has one, else by the provider's own words. */
function firstOf(told: Tellings, { key, about, period }: Telling): Telling | undefined {
  const byKey = key ? told.byKey.get(keyText(key))?.[0] : undefined;
  const byWords = told.byWords.get(wordsMark(about, period))?.[0];
  return key ? byKey : byWords;
}

/** The first year to date is the first quarter; a later one the sum of its quarters, where every one is told or known. */
function toDate(shelf: Shelf, told: Tellings, own: Telling): readonly Option[] {
  const [, year, last] = /^(\d{4}-\d\d) YTD Q([1-4])$/.exec(own.period) ?? [];
  const { key, scene } = own;
  if (!key || year === undefined || last === undefined) return [];
  if (measureOf(scene.book.definition, key.measure)?.overQuarters !== 'sum') return [];
  const quarters = Array.from({ length: Number(last) }, (_, i) => ({ ...key, period: `${year} Q${i + 1}` }));
  const parts = quarters.map((quarter) => {
    const text = keyText(quarter);
    const known = shelf.at
      .get(`${key.programme ?? ''}|${quarter.period}`)
      ?.find((one) => keyText(one.key) === text);
    const said = told.byKey.get(text)?.[0];
    return known?.cells ?? (said ? [said.scene.cell] : []);
  });
  if (parts.some((cells) => cells.length === 0)) return [];
  const words = quarters.map(({ period }) => period).join(' + ');
  return [{ draft: toldDraft(scene, parts.flat(), words), sure: true }];
}

/** What other texts say of a statement's quantity: the first that said it is what the others are held to. */
export function toldOptions(shelf: Shelf, told: Tellings, scene: Scene): readonly Option[] {
  const own = told.byScene.get(scene);
  if (!own) return previousOptions(told, scene);
  const first = firstOf(told, own);
  return first && first !== own
    ? [{ draft: toldDraft(scene, [first.scene.cell], labelOf(first)), sure: true }]
    : toDate(shelf, told, own);
}

/** `75 days; 66 the quarter before`, in the same words: what last quarter's text said holds the one it fits. */
function previousOptions(told: Tellings, scene: Scene): readonly Option[] {
  if (!scene.doubled) return [];
  const period = previousQuarter(scene.page.home.ref.period);
  return (told.byWords.get(wordsMark(aboutOf(scene), period)) ?? []).map((other) => ({
    draft: toldDraft(scene, [other.scene.cell], labelOf(other)),
    sure: false,
  }));
}
