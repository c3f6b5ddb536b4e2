/**
 * `claim.…`: what a return's text says, against the figures it speaks of.
 *
 * A claim that no figure can be told for is counted, return by return: "12 statements in the text of FGC Q1.docx".
 */

import { keyText, type QuantityKey } from '#shared/assertion/assertion.ts';
import { caseMeanOptions, caseOptions, gainOptions } from '#shared/claim/cases.ts';
import { changeOptions, directionOptions } from '#shared/claim/change.ts';
import { choose, type Option } from '#shared/claim/choose.ts';
import type { Claim, ClaimForm } from '#shared/claim/claim.ts';
import { courseOptions } from '#shared/claim/course.ts';
import { type Shelf, shelfOf } from '#shared/claim/link.ts';
import {
  levelOptions,
  linkedOptions,
  meanOptions,
  ofTargetOptions,
  shareOptions,
  targetOptions,
} from '#shared/claim/options.ts';
import { partsDraft } from '#shared/claim/parts.ts';
import { LINE } from '#shared/claim/read.ts';
import type { Scene, Told } from '#shared/claim/scene.ts';
import { standingOptions } from '#shared/claim/standing.ts';
import { statusOptions } from '#shared/claim/status.ts';
import { type ClaimingReturn, TEXT } from '#shared/claim/table.ts';
import { tellingsOf, toldOptions } from '#shared/claim/told.ts';
import type { Book, Cell, Page } from '#shared/relation/book.ts';
import type { Draft, Tray } from '#shared/relation/draft.ts';

/** Words are copied from tables once more: likelier wrong than any cell. */
const TEXT_WEIGHT = 0.8;

type Way = (scene: Scene) => readonly Option[];

/** The options of the first way of reading a claim that has one to stand by; else all there are. */
function firstOf(scene: Scene, ways: readonly Way[]): readonly Option[] {
  const all: Option[] = [];
  for (const way of ways) {
    const options = way(scene);
    if (options.some(({ sure }) => sure)) return [...all, ...options];
    all.push(...options);
  }
  return all;
}

const OPTIONS: Readonly<Record<ClaimForm, Way>> = {
  level: (scene) => firstOf(scene, [caseOptions, courseOptions, levelOptions, statusOptions]),
  share: (scene) => firstOf(scene, [statusOptions, courseOptions, shareOptions]),
  change: changeOptions,
  mean: (scene) => firstOf(scene, [gainOptions, meanOptions, caseMeanOptions]),
  target: targetOptions,
  'of-target': ofTargetOptions,
  direction: directionOptions,
  standing: standingOptions,
};

function cellsOf(book: Book, page: Page): readonly Cell[] {
  return page.table.assertions.map((assertion) => {
    const { id, identity, row, col, rowPath, colPath } = assertion;
    const variable = book.variables.get(id);
    if (variable) book.variables.set(id, { ...variable, weight: TEXT_WEIGHT });
    return { id, identity, page, row, col, rowPath, colPath, assertion, weight: TEXT_WEIGHT };
  });
}

/** One label twice is one thing at two times; other wordings of it are claims of their own. */
function aboutText({ form, label, words, unit, period, programmes, pair }: Claim): string {
  return [
    form,
    label.toLowerCase(),
    [...words].sort().join(' '),
    unit,
    period,
    programmes.join(','),
    pair,
  ].join('|');
}

/** Claims whose words other lines say with other numbers. */
function doubledIn(claims: readonly Claim[]): ReadonlySet<Claim> {
  const groups = [...Map.groupBy(claims, aboutText).values()];
  return new Set(
    groups.filter((group) => new Set(group.map(({ quantity }) => quantity.value)).size > 1).flat(),
  );
}

function lineOf({ clause }: Claim): number {
  return Math.floor(clause / LINE);
}

/** In one clause; or, for the two ends of a change, in the next clause of the line. */
function isBeside(other: Claim, claim: Claim): boolean {
  if (other.clause === claim.clause) return true;
  return (
    other.pair !== null &&
    other.source.cell === claim.source.cell &&
    other.source.sheet === claim.source.sheet &&
    Math.abs(other.clause - claim.clause) === 1
  );
}

/** The whole number that a line beside this one gives in the same words, where only one does. */
function twinOf(claim: Claim, told: readonly Told[]): Told | null {
  const words = [...claim.words].sort().join(' ');
  const twins = told.filter(
    ({ claim: other }) =>
      other.form === 'level' &&
      other.quantity.whole &&
      other.quantity.unit === null &&
      Math.abs(lineOf(other) - lineOf(claim)) === 1 &&
      [...other.words].sort().join(' ') === words,
  );
  return claim.form === 'share' && twins.length === 1 ? (twins[0] ?? null) : null;
}

function scenesOf(book: Book, shelf: Shelf, page: Page, claims: readonly Claim[]): readonly Scene[] {
  const cells = cellsOf(book, page);
  const doubled = doubledIn(claims);
  const told = claims.flatMap((claim, i) => {
    const cell = cells[i];
    return cell ? [{ claim, cell }] : [];
  });
  const lines = Map.groupBy(told, ({ claim }) => lineOf(claim));
  return told.map(({ claim, cell }) => ({
    ...{ book, shelf, page, claim, cell },
    beside: told.filter((other) => other.claim !== claim && isBeside(other.claim, claim)),
    line: lines.get(lineOf(claim)) ?? [],
    twin: twinOf(claim, told),
    doubled: doubled.has(claim),
  }));
}

/** Claims of one clause that others are checked with are not unlinked. */
function report(page: Page, unlinked: readonly Scene[], tray: Tray): void {
  if (unlinked.length === 0) return;
  const count = unlinked.length === 1 ? '1 statement' : `${unlinked.length} statements`;
  tray.notCheckable.push({
    relation: `${count} in the text of ${page.home.file}`,
    why: 'no figure of the board could be told from these words',
  });
}

/** Each claim of a board with the relation it was taken to mean, or null, and the quantities it may mean. */
export interface Heard {
  readonly scene: Scene;
  readonly draft: Draft | null;
  /** What it says of itself in its own sentence, whatever any table says. */
  readonly own: Draft | null;
  readonly candidates: readonly QuantityKey[];
}

function hear(scene: Scene, options: readonly Option[]): Heard {
  const keys = options.flatMap(({ draft }) => draft.cells.flatMap(({ assertion }) => assertion?.key ?? []));
  const candidates = [...new Map(keys.map((key) => [keyText(key), key])).values()];
  return { scene, draft: choose(options, scene.book.variables), own: partsDraft(scene), candidates };
}

/** A figure a person has named beats every guess. */
function optionsOf(scene: Scene): readonly Option[] {
  return scene.claim.linked ? linkedOptions(scene, scene.claim.linked) : OPTIONS[scene.claim.form](scene);
}

type OnPage = readonly [Page, readonly Heard[]];

/** What no table has a figure for, against what other texts say of it. */
function retold(shelf: Shelf, pages: readonly OnPage[]): readonly OnPage[] {
  const silent = pages.flatMap(([, heard]) => heard).filter(({ draft }) => draft === null);
  const told = tellingsOf(silent.map(({ scene }) => scene));
  return pages.map(([page, heard]) => [
    page,
    heard.map((one) => {
      if (one.draft) return one;
      const draft = choose(toldOptions(shelf, told, one.scene), one.scene.book.variables);
      return draft ? { ...one, draft } : one;
    }),
  ]);
}

function heardOn(book: Book): readonly OnPage[] {
  const pages = book.pages.filter(({ table }) => table.code === TEXT);
  if (pages.length === 0) return [];
  const shelf = shelfOf(book);
  const heard = pages.map((page): OnPage => {
    const home: ClaimingReturn = page.home;
    const scenes = scenesOf(book, shelf, page, home.claims ?? []);
    return [page, scenes.map((scene) => hear(scene, optionsOf(scene)))];
  });
  return retold(shelf, heard);
}

/** Every claim of a board, in order. */
export function heardClaims(book: Book): readonly Heard[] {
  return heardOn(book).flatMap(([, heard]) => heard);
}

/** Claims no relation could be told for, with what they may mean: for a person to link. */
export function unlinkedClaims(book: Book): readonly Heard[] {
  const heard = heardClaims(book);
  const used = usedIn(heard);
  return heard.filter(({ scene }) => !used.has(scene.cell));
}

function usedIn(heard: readonly Heard[]): ReadonlySet<Cell> {
  return new Set(heard.flatMap((one) => draftsOf(one).flatMap(({ cells }) => cells)));
}

function draftsOf({ draft, own }: Heard): readonly Draft[] {
  return [draft, own].flatMap((one) => one ?? []);
}

export function claims(book: Book, tray: Tray): void {
  const pages = heardOn(book);
  const used = usedIn(pages.flatMap(([, heard]) => heard));
  for (const [page, heard] of pages) {
    tray.drafts.push(...heard.flatMap(draftsOf));
    const silent = heard.map(({ scene }) => scene).filter(({ cell }) => !used.has(cell));
    report(page, silent, tray);
  }
}
