/** The text of a return as one more table of it: one line a claim, so that claims stand in relations like cells. */
import type { Assertion } from '#shared/assertion/assertion.ts';
import type { Claim } from '#shared/claim/claim.ts';
import { readClaims } from '#shared/claim/read.ts';
import { type ClaimLinks, linkedKey, linkName, NO_LINKS } from '#shared/claim/remember.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { UnderstoodReturn, UnderstoodTable } from '#shared/meaning/understood.ts';
import type { Line, ShapeTable } from '#shared/table/table.ts';

/** The code under which a return's text stands among its tables; no definition can use it. */
export const TEXT = '#text';

export interface ClaimingReturn extends UnderstoodReturn {
  /** In the order of the text table's assertions; absent where the return was not read for claims. */
  readonly claims?: readonly Claim[];
}

function lineOf(label: string, index: number): Line {
  return { index, path: [label], labelCells: [], section: null, role: 'body', level: 0, hidden: false };
}

/** Made of what the clause is about, so that it survives a re-import and a moved paragraph. */
function identitiesOf(claims: readonly Claim[], from: UnderstoodReturn): readonly string[] {
  const seen = new Map<string, number>();
  return claims.map(({ form, words, period, pair }) => {
    const about = [
      from.ref.provider,
      from.ref.period,
      'text',
      form,
      [...words].sort().join(' '),
      period ?? '',
      pair ?? '',
    ].join('|');
    const times = (seen.get(about) ?? 0) + 1;
    seen.set(about, times);
    return times === 1 ? about : `${about}#${times}`;
  });
}

function shapeOf(claims: readonly Claim[]): ShapeTable {
  return {
    sheet: 'Text',
    range: 'A1:A1',
    caption: null,
    captionAt: null,
    titles: [],
    headerRows: [],
    labelColumns: [0],
    rows: claims.map(({ label }, i) => lineOf(label, i)),
    columns: [lineOf('', 1)],
    body: [],
    notes: [],
    // Cases: no rule takes its lines for parts of anything.
    layout: 'cases',
    relations: [],
  };
}

function tableOf(claims: readonly Claim[], from: UnderstoodReturn): UnderstoodTable {
  const identities = identitiesOf(claims, from);
  const assertions = claims.map(
    (claim, i): Assertion => ({
      id: `${from.ref.sha256}:${claim.source.sheet}!${claim.source.cell}:text:${i}`,
      identity: identities[i] ?? '',
      source: claim.source,
      from: from.ref,
      tableIndex: from.tables.length,
      table: TEXT,
      row: i,
      col: 1,
      rowPath: [claim.label],
      colPath: [],
      role: 'main',
      quantity: claim.quantity,
      key: null,
      note: null,
      said: claim.said,
    }),
  );
  const nothing = {
    alternatives: [],
    rowFacets: [],
    columnFacets: [],
    unread: [],
    unknownLabels: [],
    periodConflicts: [],
  };
  return { shape: shapeOf(claims), code: TEXT, score: 1, transposed: false, assertions, ...nothing };
}

interface Made {
  readonly definition: BoardDefinition;
  readonly links: ClaimLinks;
  readonly made: ClaimingReturn;
}

const MADE = new WeakMap<UnderstoodReturn, Made>();

/** With the figure each was linked to; those said to be no figure are left out. */
function linkedClaims(
  claims: readonly Claim[],
  { ref }: UnderstoodReturn,
  links: ClaimLinks,
): readonly Claim[] {
  if (links.size === 0) return claims;
  return claims.flatMap((claim) => {
    const link = links.get(linkName(ref.provider, claim));
    if (!link) return claim;
    return link.figure === null ? [] : { ...claim, linked: linkedKey(link, ref.period) };
  });
}

/** A return with its claims as one more table; the return itself where its text claims nothing. */
export function withClaims(
  definition: BoardDefinition,
  from: UnderstoodReturn,
  links: ClaimLinks = NO_LINKS,
): ClaimingReturn {
  const known = MADE.get(from);
  if (known?.definition === definition && known.links === links) return known.made;
  const claims = linkedClaims(readClaims(definition, from), from, links);
  const made =
    claims.length === 0 ? from : { ...from, tables: [...from.tables, tableOf(claims, from)], claims };
  MADE.set(from, { definition, links, made });
  return made;
}
