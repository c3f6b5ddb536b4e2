/**
 * `key.categories`: the members of a category set add up to its total, and detailed members to the published one,
 * across tables.
 *
 * A list need not be complete and its members may overlap (a child can have two expectations), so a list is taken to
 * add up only when it names every member, when most lists of the same table do add up, or when it comes to more than
 * the total although lists of its set as a rule add up.
 */
import { keyText, type QuantityKey } from '#shared/assertion/assertion.ts';
import type { CategorySet } from '#shared/definition/definition.ts';
import type { Book, Entry, Page } from '#shared/relation/book.ts';
import { type Draft, sumBody, type Tray } from '#shared/relation/draft.ts';
import { evaluate, span } from '#shared/relation/evaluate.ts';
import { entryLabel, listed, placeLabel } from '#shared/relation/label.ts';
import { pick, spread } from '#shared/relation/pick.ts';
import type { RelationKind } from '#shared/relation/relation.ts';

/** What one table says of the members of one set, all else equal. */
interface Listing {
  readonly page: Page;
  readonly set: string;
  /** The key without the set: what the members should add up to. */
  readonly total: QuantityKey;
  /** Equal for listings of the same set and total. */
  readonly name: string;
  readonly members: Map<string, Entry>;
}

function withoutSet(key: QuantityKey, set: string): QuantityKey {
  const { [set]: _, ...dims } = key.dims;
  return { ...key, dims };
}

/** Tables with totals of their own whose lists are looked at for whether a set's members overlap. */
const MOST_WITNESSES = 40;

/** Whether a table's lists of a set are worth gathering: its own totals check it, and a few such tables witness enough. */
function gatekeeper(book: Book, sets: ReadonlyMap<string, CategorySet>) {
  const totalled = new Set(book.pages.filter(hasTotals));
  const witnesses = new Map<string, Set<Page>>();
  const fine = new Set(
    [...sets]
      .filter(([, { members }]) => members.some(({ partOf }) => partOf !== null))
      .map(([code]) => code),
  );
  return (page: Page, set: string): boolean => {
    if (!sets.has(set)) return false;
    if (fine.has(set) || !totalled.has(page)) return true;
    const known = witnesses.get(set) ?? new Set<Page>();
    if (known.size < MOST_WITNESSES) witnesses.set(set, known.add(page));
    return known.has(page);
  };
}

function hasTotals({ rows, cols }: Page): boolean {
  return [...rows.values(), ...cols.values()].some(({ role }) => role === 'total');
}

function listingsOf(book: Book, sets: ReadonlyMap<string, CategorySet>): readonly Listing[] {
  const pages = new Map<Page, Map<string, Listing>>();
  const wanted = gatekeeper(book, sets);
  for (const entries of book.entries.values()) {
    const key = entries[0]?.key;
    if (key?.aspect !== 'value' || key.unit === 'percent') continue;
    for (const [set, member] of Object.entries(key.dims)) {
      const listed = entries.filter(({ page }) => wanted(page, set));
      if (listed.length > 0) enlist(listed, set, member, pages);
    }
  }
  const all = [...pages.values()].flatMap((listings) => [...listings.values()]);
  return all.filter(({ members }) => members.size > 1).sort((a, b) => a.page.order - b.page.order);
}

function enlist(
  entries: readonly Entry[],
  set: string,
  member: string,
  pages: Map<Page, Map<string, Listing>>,
): void {
  const [first] = entries;
  if (!first) return;
  const total = withoutSet(first.key, set);
  const name = `${set}|${keyText(total)}`;
  for (const entry of entries) {
    const listings = pages.get(entry.page) ?? new Map<string, Listing>();
    const listing = listings.get(name) ?? { page: entry.page, set, total, name, members: new Map() };
    if (!listing.members.has(member)) listing.members.set(member, entry);
    pages.set(entry.page, listings.set(name, listing));
  }
}

function kindOf(entries: readonly Entry[]): RelationKind {
  return spread(entries) === 'provider' ? 'cross-provider' : 'cross-table';
}

function draftParts(whole: Entry, parts: readonly Entry[]): Draft {
  const cells = parts.flatMap((entry) => entry.cells);
  return {
    rule: 'key.categories',
    kind: kindOf([whole, ...parts]),
    get label() {
      return `${whole.cells.map(placeLabel).join(' + ')} = ${listed(parts.map(entryLabel))}`;
    },
    body: sumBody(whole.cells, cells),
    cells: [...whole.cells, ...cells],
  };
}

/** Members without those that are counted inside another member of the same list. */
function topMembers(listing: Listing, set: CategorySet | undefined): readonly Entry[] {
  const parent = new Map(set?.members.map(({ code, partOf }) => [code, partOf]));
  return [...listing.members]
    .filter(([code]) => !listing.members.has(parent.get(code) ?? ''))
    .map(([, entry]) => entry);
}

function complete(listing: Listing, set: CategorySet | undefined): boolean {
  return set?.members.every(({ code, partOf }) => partOf !== null || listing.members.has(code)) ?? false;
}

interface Claim {
  readonly listing: Listing;
  readonly draft: Draft;
  readonly held: boolean;
  /** The list comes to more than the total, which nothing left out can explain. */
  readonly over: boolean;
  /** The list's own table states the total: its shape checks it. */
  readonly own: boolean;
}

function claimOf(book: Book, listing: Listing, set: CategorySet | undefined): Claim | null {
  const whole = pick(book, listing.total, listing.page);
  if (!whole || whole.page.home !== listing.page.home) return null;
  const draft = draftParts(whole, topMembers(listing, set));
  if (draft.body.shape !== 'linear') return null;
  const { low, high, near } = span(draft.body.terms, book.variables);
  return {
    listing,
    draft,
    held: low <= near && high >= -near,
    over: high < -near,
    own: whole.page === listing.page,
  };
}

interface Tally {
  readonly held: number;
  readonly all: number;
}

/** How often the lists of a set add up to the stated total. */
function recordsOf(claims: readonly Claim[]): ReadonlyMap<string, Tally> {
  const counts = new Map<string, Tally>();
  for (const { listing, held } of claims) {
    const known = counts.get(listing.set) ?? { held: 0, all: 0 };
    counts.set(listing.set, { held: known.held + (held ? 1 : 0), all: known.all + 1 });
  }
  return counts;
}

/**
 * Whether a list that comes to more than its total is wrong, rather than its members overlapping: four in five lists
 * of the set add up, or every other one does and this one is a plain table with a line for each member.
 */
function tooMuch(claim: Claim, record: Tally | undefined): boolean {
  if (!claim.over || !record) return false;
  const { held, all } = record;
  if (held >= 3 && held * 5 >= all * 4) return true;
  return held >= 1 && held === all - 1 && claim.listing.page.table.shape.layout === 'matrix';
}

function wholes(
  book: Book,
  listings: readonly Listing[],
  sets: ReadonlyMap<string, CategorySet>,
  tray: Tray,
) {
  const claims = listings.flatMap((listing) => claimOf(book, listing, sets.get(listing.set)) ?? []);
  const records = recordsOf(claims);
  const tables = new Map<string, Claim[]>();
  for (const claim of claims) {
    if (claim.own) continue;
    const name = `${claim.listing.page.order}|${claim.listing.set}`;
    tables.set(name, [...(tables.get(name) ?? []), claim]);
  }
  for (const group of tables.values()) {
    const held = group.filter((claim) => claim.held).length;
    const adding = held >= 2 && held * 2 > group.length;
    for (const claim of group) {
      const { set } = claim.listing;
      const sure = adding || complete(claim.listing, sets.get(set)) || tooMuch(claim, records.get(set));
      if (claim.held || sure) tray.drafts.push(claim.draft);
      else tray.notCheckable.push({ relation: claim.draft.label, why: 'the list may leave some out' });
    }
  }
}

/** The details of a published member another table lists, and whether that table leaves none out. */
function detailsOf(listing: Listing, details: readonly string[], book: Book): readonly Entry[] | null {
  const found = details.flatMap((code) => listing.members.get(code) ?? []);
  if (found.length === 0) return null;
  if (found.length === details.length) return found;
  const own = (book.entries.get(keyText(listing.total)) ?? []).find(({ page }) => page === listing.page);
  if (!own) return null;
  const draft = draftParts(own, [...listing.members.values()]);
  const relation = { id: '', kind: draft.kind, rule: draft.rule, label: '', body: draft.body };
  return evaluate(relation, book.variables).outcome === 'held' ? found : null;
}

function mapped(
  book: Book,
  listings: readonly Listing[],
  sets: ReadonlyMap<string, CategorySet>,
  tray: Tray,
) {
  const byTotal = new Map<string, Listing[]>();
  for (const listing of listings) {
    byTotal.set(listing.name, [...(byTotal.get(listing.name) ?? []), listing]);
  }
  for (const group of byTotal.values()) {
    const members = sets.get(group[0]?.set ?? '')?.members ?? [];
    for (const { code } of members) {
      const details = members.filter(({ partOf }) => partOf === code).map((member) => member.code);
      if (details.length > 0) mapMember(book, group, code, details, tray);
    }
  }
}

function mapMember(
  book: Book,
  group: readonly Listing[],
  code: string,
  details: readonly string[],
  tray: Tray,
): void {
  for (const published of group) {
    const whole = published.members.get(code);
    if (!whole || details.some((detail) => published.members.has(detail))) continue;
    for (const detailed of group) {
      if (detailed.page === published.page || detailed.members.has(code)) continue;
      const parts = detailsOf(detailed, details, book);
      if (parts) tray.drafts.push(draftParts(whole, parts));
    }
  }
}

export function categories(book: Book, tray: Tray): void {
  const sets = new Map(book.definition.sets.map((set) => [set.code, set]));
  const listings = listingsOf(book, sets);
  wholes(book, listings, sets, tray);
  mapped(book, listings, sets, tray);
}
