/**
 * `key.share`, `key.of-target`: rates against the counts the same return states elsewhere; `key.possible` (GRIM,
 * Brown & Heathers 2017) where only what they are divided by is known.
 */
import type { QuantityKey } from '#shared/assertion/assertion.ts';
import { type Candidate, type Choice, chooseBases } from '#shared/relation/base.ts';
import type { Book, Cell, Entry, Page } from '#shared/relation/book.ts';
import { type Draft, ratioBody, type Tray } from '#shared/relation/draft.ts';
import { cellLabel, entryLabel, placeLabel } from '#shared/relation/label.ts';
import { nearest } from '#shared/relation/pick.ts';

/** A key without its unit (a share is in percent, its count in families or children) and, if asked, its period. */
function looseText(key: Omit<QuantityKey, 'unit'>): string {
  const dims = Object.keys(key.dims)
    .sort()
    .map((set) => `${set}=${key.dims[set]}`);
  return [key.measure, key.programme ?? '', key.period, key.aspect, ...dims].join('|');
}

/** Entries by return and loose key: a rate is checked against its own return only. */
type Loose = ReadonlyMap<string, readonly Entry[]>;

function homeOf(page: Page): string {
  return `${page.home.ref.sha256}|${page.home.ref.provider}|${page.home.ref.period}`;
}

function looseIndex(book: Book): Loose {
  const loose = new Map<string, Entry[]>();
  for (const entry of [...book.entries.values()].flat()) {
    if (entry.key.unit === 'percent') continue;
    const text = `${homeOf(entry.page)}|${looseText(entry.key)}`;
    const known = loose.get(text);
    if (known) known.push(entry);
    else loose.set(text, [entry]);
  }
  return loose;
}

/** The nearest entry for each unit the quantity is counted in. */
function counted(loose: Loose, key: Omit<QuantityKey, 'unit'>, near: Page): readonly Entry[] {
  const found = loose.get(`${homeOf(near)}|${looseText(key)}`) ?? [];
  const units = [...new Set(found.map((entry) => entry.key.unit))].sort();
  return units.flatMap(
    (unit) =>
      nearest(
        found.filter((entry) => entry.key.unit === unit),
        near,
      ) ?? [],
  );
}

/** The key's totals: each breakdown left out in turn, by the set left out. */
function totalsOf(key: QuantityKey): readonly (readonly [string, QuantityKey])[] {
  return Object.keys(key.dims)
    .sort()
    .map((set) => {
      const { [set]: _, ...dims } = key.dims;
      return [set, { ...key, aspect: 'value' as const, dims }] as const;
    });
}

function draftRate(rule: string, result: Cell, top: Entry, bottom: Entry): Draft {
  return {
    rule,
    kind: 'percent',
    get label() {
      return `${placeLabel(result)} = ${entryLabel(top)} of ${entryLabel(bottom)}`;
    },
    body: ratioBody(result, top.cells, bottom.cells),
    cells: [result, ...top.cells, ...bottom.cells],
  };
}

function draftPossible(result: Cell, total: Entry): Draft | null {
  const [cell] = total.cells;
  if (!cell || total.cells.length > 1 || !cell.assertion?.quantity.whole) return null;
  return {
    rule: 'key.possible',
    kind: 'percent',
    get label() {
      return `${placeLabel(result)} can be a share of ${cellLabel(cell)}, a whole number`;
    },
    body: { shape: 'possible', result: result.id, denominator: cell.id },
    cells: [result, cell],
  };
}

function shareCandidates(loose: Loose, result: Cell, key: QuantityKey): readonly Candidate[] {
  const values = counted(loose, { ...key, aspect: 'value' }, result.page);
  return totalsOf(key).flatMap(([set, total]) =>
    counted(loose, total, result.page).flatMap((bottom): Candidate[] => {
      const base = `${set} ${bottom.key.unit}`;
      const top = values.find((entry) => entry.key.unit === bottom.key.unit);
      if (top) return [{ base, stated: true, draft: draftRate('key.share', result, top, bottom) }];
      const draft = values.length === 0 ? draftPossible(result, bottom) : null;
      return draft ? [{ base: `possible ${base}`, stated: true, draft }] : [];
    }),
  );
}

/** Value over target: the value for the same period as the rate, the target of any period the table gives. */
function targetCandidates(book: Book, loose: Loose, result: Cell, key: QuantityKey): readonly Candidate[] {
  const year = key.period.slice(0, 7);
  const periods = [...new Set([key.period, year])];
  return periods.flatMap((period) =>
    counted(loose, { ...key, aspect: 'target', period }, result.page).flatMap((bottom) =>
      periodsIn(book, year).flatMap((spent): Candidate[] => {
        const tops = counted(loose, { ...key, aspect: 'value', period: spent }, result.page);
        const top = tops.find((entry) => entry.key.unit === bottom.key.unit);
        const base = `${spent} over ${period} ${bottom.key.unit}`;
        return top ? [{ base, stated: true, draft: draftRate('key.of-target', result, top, bottom) }] : [];
      }),
    ),
  );
}

/** Years and years to date the book knows within a financial year, longest first. */
function periodsIn(book: Book, year: string): readonly string[] {
  const known = new Set(book.pages.map((page) => page.home.ref.period));
  const quarters = [...known].filter((period) => period.startsWith(`${year} Q`)).sort();
  return [year, ...quarters.map((period) => period.replace(' Q', ' YTD Q')).reverse(), ...quarters.reverse()];
}

interface Rate {
  readonly cell: Cell;
  readonly key: QuantityKey;
}

/** So many rates of one quantity tell their base by themselves; fewer by the whole column. */
const ENOUGH = 3;

/** Rates no table rule has drafted yet, by the column they stand in and, where enough are, by what they are rates of. */
function openRates(book: Book, tray: Tray): readonly (readonly Rate[])[] {
  const covered = new Set(tray.drafts.flatMap(({ body }) => (body.shape === 'ratio' ? [body.result] : [])));
  const rates: Rate[] = [];
  for (const entry of [...book.entries.values()].flat()) {
    const { key, cells } = entry;
    const [cell] = cells;
    if ((key.aspect !== 'share' && key.aspect !== 'of-target') || !cell || cells.length > 1) continue;
    if (covered.has(cell.id)) continue;
    rates.push({ cell, key });
  }
  const alike = Map.groupBy(rates, ({ cell, key }) => `${columnOf({ cell, key })}|${quantityOf(key)}`);
  const enough = [...alike.values()].filter((group) => group.length >= ENOUGH);
  const grouped = new Set(enough.flat());
  const rest = Map.groupBy(
    rates.filter((rate) => !grouped.has(rate)),
    columnOf,
  );
  return [...enough, ...rest.values()];
}

function columnOf({ cell, key }: Rate): string {
  return `${cell.page.order}|${cell.col}|${key.aspect}`;
}

function quantityOf({ measure, programme, period, dims }: QuantityKey): string {
  return [measure, programme, period, ...Object.keys(dims).sort()].join('|');
}

export function rates(book: Book, tray: Tray): void {
  const open = openRates(book, tray);
  if (open.length === 0) return;
  const loose = looseIndex(book);
  for (const column of open) {
    const choices = column.map(({ cell, key }) => ({
      cell,
      candidates:
        key.aspect === 'share' ? shareCandidates(loose, cell, key) : targetCandidates(book, loose, cell, key),
    }));
    const before = tray.drafts.length;
    chooseBases(choices, true, book.variables, tray);
    if (tray.drafts.length === before) tray.drafts.push(...unsupported(choices));
  }
}

/**
 * Rates of one quantity none of which follows from any count of it: held to the whole their own table states, so that
 * all of them are asked about.
 */
function unsupported(choices: readonly Choice[]): readonly Draft[] {
  if (choices.length < ENOUGH) return [];
  const own = choices.map(({ cell, candidates }) =>
    candidates.filter(({ draft }) => draft.rule === 'key.share' && draft.cells.at(-1)?.page === cell.page),
  );
  const drafts = own
    .flatMap((candidates) => (candidates.length === 1 ? [candidates[0]?.draft ?? []] : []))
    .flat();
  return drafts.length >= ENOUGH ? drafts : [];
}
