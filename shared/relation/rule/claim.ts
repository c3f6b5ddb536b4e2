/**
 * `claim.…`: what a return's text says, against the figures it speaks of.
 *
 * A claim that no figure can be told for is counted, return by return: "12 statements in the text of FGC Q1.docx".
 */

import { keyText, type QuantityKey } from '#shared/assertion/assertion.ts';
import { caseOptions } from '#shared/claim/cases.ts';
import { changeOptions, directionOptions } from '#shared/claim/change.ts';
import { choose, type Option } from '#shared/claim/choose.ts';
import type { Claim, ClaimForm } from '#shared/claim/claim.ts';
import { type Shelf, shelfOf } from '#shared/claim/link.ts';
import {
  levelOptions,
  meanOptions,
  ofTargetOptions,
  shareOptions,
  targetOptions,
} from '#shared/claim/options.ts';
import type { Scene } from '#shared/claim/scene.ts';
import { type ClaimingReturn, TEXT } from '#shared/claim/table.ts';
import type { Book, Cell, Page } from '#shared/relation/book.ts';
import type { Draft, Tray } from '#shared/relation/draft.ts';

/** Words are copied from tables once more: likelier wrong than any cell. */
const TEXT_WEIGHT = 0.8;

const OPTIONS: Readonly<Record<ClaimForm, (scene: Scene) => readonly Option[]>> = {
  level: (scene) => {
    const cases = caseOptions(scene);
    return cases.length > 0 ? cases : levelOptions(scene);
  },
  share: shareOptions,
  change: changeOptions,
  mean: meanOptions,
  target: targetOptions,
  'of-target': ofTargetOptions,
  direction: directionOptions,
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

function scenesOf(book: Book, shelf: Shelf, page: Page, claims: readonly Claim[]): readonly Scene[] {
  const cells = cellsOf(book, page);
  const doubled = doubledIn(claims);
  const told = claims.flatMap((claim, i) => {
    const cell = cells[i];
    return cell ? [{ claim, cell }] : [];
  });
  return told.map(({ claim, cell }) => ({
    ...{ book, shelf, page, claim, cell },
    beside: told.filter((other) => other.claim !== claim && isBeside(other.claim, claim)),
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
  readonly candidates: readonly QuantityKey[];
}

function hear(scene: Scene): Heard {
  const options = OPTIONS[scene.claim.form](scene);
  const keys = options.flatMap(({ draft }) => draft.cells.flatMap(({ assertion }) => assertion?.key ?? []));
  const candidates = [...new Map(keys.map((key) => [keyText(key), key])).values()];
  return { scene, draft: choose(options, scene.book.variables), candidates };
}

function heardOn(book: Book): readonly (readonly [Page, readonly Heard[]])[] {
  const pages = book.pages.filter(({ table }) => table.code === TEXT);
  if (pages.length === 0) return [];
  const shelf = shelfOf(book);
  return pages.map((page) => {
    const home: ClaimingReturn = page.home;
    return [page, scenesOf(book, shelf, page, home.claims ?? []).map(hear)];
  });
}

/** Claims no relation could be told for, with what they may mean: for a person to link. */
export function unlinkedClaims(book: Book): readonly Heard[] {
  return heardOn(book).flatMap(([, heard]) => {
    const used = new Set(heard.flatMap(({ draft }) => draft?.cells ?? []));
    return heard.filter(({ scene }) => !used.has(scene.cell));
  });
}

export function claims(book: Book, tray: Tray): void {
  for (const [page, heard] of heardOn(book)) {
    const drafts = heard.flatMap(({ draft }) => draft ?? []);
    tray.drafts.push(...drafts);
    const used = new Set(drafts.flatMap(({ cells }) => cells));
    report(
      page,
      heard.map(({ scene }) => scene).filter(({ cell }) => !used.has(cell)),
      tray,
    );
  }
}
