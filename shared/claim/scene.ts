/** A claim with all it takes to look for what it speaks of. */
import type { QuantityKey } from '#shared/assertion/assertion.ts';
import type { Claim } from '#shared/claim/claim.ts';
import { programmeOf } from '#shared/claim/context.ts';
import { ask, type Known, programmeOfClaim, type Query, type Shelf } from '#shared/claim/link.ts';
import { unitOfWord } from '#shared/claim/words.ts';
import type { Measure } from '#shared/definition/definition.ts';
import { measureOf } from '#shared/meaning/facets.ts';
import { previousQuarter } from '#shared/period/period.ts';
import { resolveRelative } from '#shared/period/resolve.ts';
import type { Unit } from '#shared/quantity/quantity.ts';
import type { Book, Cell, Page } from '#shared/relation/book.ts';
import { nearest } from '#shared/relation/pick.ts';

export interface Told {
  readonly claim: Claim;
  readonly cell: Cell;
}

export interface Scene {
  readonly book: Book;
  readonly shelf: Shelf;
  readonly page: Page;
  readonly claim: Claim;
  readonly cell: Cell;
  /** Other claims of the same clause or those beside it in the line, with their cells. */
  readonly beside: readonly Told[];
  /** Every claim of the same line, itself included. */
  readonly line: readonly Told[];
  /** The count that the line before or after gives in the same words: `White British: 22`, `White British, share: 54%`. */
  readonly twin: Told | null;
  /** Other lines of the return say the same words with other numbers: their periods cannot be told. */
  readonly doubled: boolean;
}

/** A quantity a claim may speak of. */
export interface Found {
  readonly known: Known;
  readonly sure: boolean;
}

type Admits = Query['admits'];

/** The place to hold a claim against: in its own return before any other. */
export function closest(places: readonly Known[], near: Page): Known | null {
  const best = nearest(places, near);
  return places.find((known) => known === best) ?? null;
}

interface Asked {
  readonly words?: readonly string[];
  readonly period?: string;
  readonly admits: Admits;
  /** Periods to try where the first has nothing; what is found there is never sure. */
  readonly later?: readonly string[];
}

/** One programme the board has the measure for, where a claim of the whole board finds nothing at the top. */
function programmesTried(scene: Scene): readonly (readonly [string | null, boolean])[] {
  const { book, page, claim } = scene;
  const own = programmeOfClaim(book.definition, claim, page.home.ref.provider);
  if (own === undefined) return [];
  const top =
    claim.programmes.length === 0 &&
    own !== null &&
    own === programmeOf(book.definition, page.home.ref.provider);
  const parts = top ? book.definition.programmes.filter(({ partOf }) => partOf === own) : [];
  return [[own, true], [null, false], ...parts.map(({ code }) => [code, false] as const)];
}

/** Of quantities that differ in their unit only, the one its measure is counted in is meant where none is named. */
function withoutOtherUnits(found: readonly Found[], scene: Scene): readonly Found[] {
  const measures = new Set(found.map(({ known }) => known.key.measure));
  if (found.length < 2 || measures.size > 1) return found;
  const unit = measureOf(scene.book.definition, found[0]?.known.key.measure)?.unit;
  return found.map((one) => ({ ...one, sure: one.sure && one.known.key.unit === unit }));
}

/** A unit the clause names beside the one the quantity counts in leaves it open which is meant. */
function plainUnit({ claim, book }: Scene, { key }: Known): boolean {
  const units = claim.words
    .flatMap((word) => unitOfWord(word) ?? [])
    .filter((unit) => !claim.otherUnits.includes(unit));
  const counts = measureOf(book.definition, key.measure)?.counts;
  const means = units.some((unit) => unit === key.unit || counts?.[unit] === key.unit);
  return claim.unit !== null || units.length === 0 || means || !isCounted(key.unit);
}

function isCounted(unit: Unit): boolean {
  return unit === 'children' || unit === 'families' || unit === 'referrals';
}

function foundAt(scene: Scene, asked: Asked, period: string, sure: boolean): readonly Found[] {
  const { claim, page, shelf } = scene;
  const words = asked.words ?? claim.words;
  const telling = words.some((word) => unitOfWord(word) === null || word === 'referral');
  const clear = telling && !claim.vague && !scene.doubled && (!claim.inherited || claim.form === 'change');
  for (const [programme, own] of programmesTried(scene)) {
    const groups = ask(shelf, {
      words,
      programme,
      period,
      unit: claim.unit,
      otherUnits: claim.otherUnits,
      admits: asked.admits,
    });
    const found = groups.flatMap((places): readonly Found[] => {
      const known = closest(places, page);
      if (!known) return [];
      return [{ known, sure: sure && own && clear && plainUnit(scene, known) }];
    });
    if (found.length > 0) return withoutOtherUnits(found, scene);
  }
  return [];
}

/**
 * What the words of a claim may name, surest first. Where a return's own tables have the quantity for another period
 * only, its text means that one too.
 */
export function look(scene: Scene, asked: Asked): readonly Found[] {
  const found = lookFor(scene, asked);
  const { near } = scene.claim;
  return found.length > 0 || asked.words || near.length === 0
    ? found
    : lookFor(scene, { ...asked, words: near });
}

function lookFor(scene: Scene, asked: Asked): readonly Found[] {
  const { claim, page } = scene;
  const quarter = page.home.ref.period;
  const open = claim.period === null && asked.period === undefined;
  const others = asked.later ?? (open ? fallbacks(quarter) : []);
  const first = foundAt(scene, asked, asked.period ?? claim.period ?? quarter, true);
  const own = (found: readonly Found[]) => found.some(({ known }) => known.page.home === page.home);
  if (own(first)) return first;
  const second = (open ? fallbacks(quarter) : others).map((period) => foundAt(scene, asked, period, false));
  const home = second.find(own);
  if (home) return others.length > 0 ? home : [];
  return first.length > 0 || others.length === 0 ? first : (second.find((found) => found.length > 0) ?? []);
}

function fallbacks(quarter: string): readonly string[] {
  return [resolveRelative('ytd', quarter), previousQuarter(quarter), resolveRelative('year', quarter)];
}

/** Counts, money and scores by what a claim's own number is. */
export function sameSort(claim: Claim, aspects: readonly QuantityKey['aspect'][]): Admits {
  return (key: QuantityKey, measure: Measure | undefined) => {
    if (!aspects.includes(key.aspect)) return false;
    const { unit, whole } = claim.quantity;
    if (unit === 'percent') return key.unit === 'percent';
    if (unit === 'GBP') return key.unit === 'GBP';
    if (key.unit === 'percent' || key.unit === 'GBP') return false;
    const rational =
      key.unit === 'ratio' || key.unit === 'score' || key.aspect === 'mean' || measure?.unit === 'days';
    return whole || rational;
  };
}
