/** The statements of a board's texts that a person may link to figures, and those somebody has linked. */
import { keyText, type QuantityKey } from '#shared/assertion/assertion.ts';
import type { Claim } from '#shared/claim/claim.ts';
import { readClaims } from '#shared/claim/read.ts';
import { type ClaimLink, type ClaimLinks, linkedKey, linkName } from '#shared/claim/remember.ts';
import { withClaims } from '#shared/claim/table.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';
import { openBook } from '#shared/relation/book.ts';
import { unlinkedClaims } from '#shared/relation/rule/claim.ts';

/** A number in a text, and where it stands. */
export interface StatementRow {
  /** What a link of it is remembered under. */
  readonly name: string;
  readonly provider: string;
  readonly period: string;
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly sentence: string;
  /** As printed: `112`. */
  readonly said: string;
  /** In base units: pounds, fractions. */
  readonly value: number;
}

export interface UnlinkedStatement extends StatementRow {
  /** Figures its words may name, by the text of their keys. */
  readonly candidates: readonly string[];
}

export interface LinkedStatement extends StatementRow {
  /** The text of the figure's key in this return; null where a person said it is no figure. */
  readonly figure: string | null;
}

export interface StatementList {
  readonly unlinked: readonly UnlinkedStatement[];
  readonly linked: readonly LinkedStatement[];
}

function rowOf({ ref, file }: UnderstoodReturn, claim: Claim): StatementRow {
  const { sheet, cell, text } = claim.source;
  const name = linkName(ref.provider, claim);
  return {
    name,
    provider: ref.provider,
    period: ref.period,
    file,
    sheet,
    cell,
    sentence: text,
    said: claim.said,
    value: claim.quantity.value,
  };
}

interface Input {
  readonly definition: BoardDefinition;
  readonly returns: readonly UnderstoodReturn[];
  readonly links: ClaimLinks;
}

/** Statements nothing could be told for, each number once, then those linked by hand. */
export function statementList({ definition, returns, links }: Input): StatementList {
  const book = openBook(
    definition,
    returns.map((one) => withClaims(definition, one, links)),
  );
  const unlinked = unlinkedClaims(book)
    .filter(({ scene: { claim } }) => claim.place > 0)
    .map(({ scene, candidates }) => ({
      ...rowOf(scene.page.home, scene.claim),
      candidates: candidates.map(keyText),
    }));
  const linked = returns.flatMap((from) =>
    readClaims(definition, from).flatMap((claim): readonly LinkedStatement[] => {
      const row = rowOf(from, claim);
      const link = links.get(row.name);
      return link && claim.place > 0 ? [{ ...row, figure: figureOf(link, from.ref.period) }] : [];
    }),
  );
  return { unlinked, linked };
}

function figureOf(link: ClaimLink, quarter: string): string | null {
  const key = linkedKey(link, quarter);
  return key && keyText(key);
}

/** The claim a link of this name would be about, with its return; null where no text says it any more. */
export function claimNamed(
  definition: BoardDefinition,
  returns: readonly UnderstoodReturn[],
  name: string,
): { readonly claim: Claim; readonly from: UnderstoodReturn } | null {
  const found = returns.flatMap((from) =>
    readClaims(definition, from).flatMap((claim) =>
      linkName(from.ref.provider, claim) === name ? [{ claim, from }] : [],
    ),
  );
  // The latest quarter: what the person is looking at.
  return found.toSorted((a, b) => (a.from.ref.period < b.from.ref.period ? 1 : -1))[0] ?? null;
}

/** Whether a figure and a number in text can be of one sort: money with money, percentages with percentages. */
export function canBe(key: QuantityKey, claim: Claim): boolean {
  const { unit } = claim.quantity;
  if (unit === 'GBP' || key.unit === 'GBP') return unit === key.unit;
  return true;
}
