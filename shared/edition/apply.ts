/** Writes an edition: the symbol where a quantity is withheld, rounded numbers where it rounds, in every block alike. */
import type { Ledger } from '#shared/disclosure/ledger.ts';
import { maskedChart } from '#shared/edition/chart.ts';
import { idsOf } from '#shared/edition/shown.ts';
import { changeText, directionWords } from '#shared/pack/change.ts';
import type { Block, Inline, Pack, PackTable, TableCell } from '#shared/pack/document.ts';
import { keysOf } from '#shared/pack/inline.ts';
import { derivedText, GONE, hasLost } from '#shared/pack/live.ts';
import { formatQuantity } from '#shared/quantity/format.ts';
import type { Quantity } from '#shared/quantity/quantity.ts';

export interface Mask {
  readonly ledger: Ledger;
  readonly withheld: ReadonlySet<string>;
  readonly symbol: string;
  readonly threshold: number;
  /** The base every number of people is rounded to; null where they stand as they are. */
  readonly rounding: 5 | 10 | null;
  /** How a quantity that is not withheld reads. */
  readonly said: (id: string) => Quantity | null;
}

export function masked(pack: Pack, mask: Mask): Pack {
  const sections = pack.sections.map((section) => ({
    ...section,
    blocks: section.blocks.flatMap((block) => maskedBlock(block, mask)),
  }));
  return { ...pack, sections: sections.filter(({ blocks }) => blocks.length > 0) };
}

function maskedBlock(block: Block, mask: Mask): readonly Block[] {
  switch (block.kind) {
    case 'heading':
      return [block];
    case 'table':
      return [tableOrSentence(maskedTable(block, mask))];
    case 'chart': {
      const chart = maskedChart(block, mask);
      return chart ? [chart] : [];
    }
    case 'bullets': {
      const items = block.items.flatMap((item) => {
        const run = saidAgain(item, mask);
        return run ? [run] : [];
      });
      return items.length === 0 ? [] : [{ ...block, items }];
    }
    case 'paragraph':
      return [{ kind: 'paragraph', inlines: saidAgain(block.inlines, mask) ?? leftOut(mask) }];
  }
}

const COMPARES =
  /\b(?:up|down|same|unchanged|no change|rose|risen|rising|fell|fallen|falling|gr[eo]wn?|more|fewer|less|higher|lower|most|least|largest|smallest|highest|lowest|majority|minority|(?:increas|decreas|doubl|trebl|tripl|halv|drop|climb)\w*)\b/i;

/**
 * The run as this edition says it; null where it goes as a whole. A sentence about a withheld figure would tell which
 * way it went, or how it compares; so would one that compares what is only published rounded.
 */
function saidAgain(inlines: readonly Inline[], mask: Mask): readonly Inline[] | null {
  const keys = inlines.flatMap(keysOf);
  if (keys.some((key) => mask.withheld.has(key))) return null;
  if (mask.rounding === null || keys.length === 0) return inlines;
  const run = inlines.map((inline, i) => {
    if (inline.kind === 'figure') return { ...inline, text: textOf(inline.key, mask) };
    if (inline.kind === 'derived') return followed(inline, mask);
    const [before, after] = [inlines[i - 1], inlines[i + 1]];
    if (before?.kind !== 'figure' || after?.kind !== 'figure') return inline;
    const [now, then] = [mask.said(before.key), mask.said(after.key)];
    const way = now && then ? directionWords(now, then) : 'against';
    return { ...inline, text: inline.text.replace(/(?:up from|down from|the same as) $/, `${way} `) };
  });
  const loose = run.some(
    (inline, i) =>
      inline.kind === 'text' && COMPARES.test(inline.text) && inline.text === inlines[i]?.text && i > 0,
  );
  return loose || hasLost(run) ? null : run;
}

/** What follows published figures, said again of them as they are published. */
function followed(inline: Extract<Inline, { kind: 'derived' }>, mask: Mask): Inline {
  const said = inline.keys.flatMap((key) => mask.said(key) ?? []);
  return { ...inline, text: said.length < inline.keys.length ? GONE : derivedText(inline.say, said) };
}

function leftOut({ symbol, rounding }: Mask): readonly Inline[] {
  const why =
    rounding === null ? `rests on figures shown as ${symbol}` : 'compares figures that are rounded here';
  return [{ kind: 'text', text: `A paragraph is left out of this edition because it ${why}.` }];
}

export function roundingNote(base: number): string {
  return `Every number of people, families and events is rounded to the nearest ${base}, totals by themselves, so that rows may not add up; percentages and averages are worked out from rounded numbers.`;
}

export function symbolNote({ symbol, threshold, rounding }: Mask): string {
  if (rounding !== null)
    return `${symbol}: not published, because it could tell a number from 1 to ${threshold} more closely than rounding does.`;
  return `${symbol}: not published, because the number is from 1 to ${threshold}, or because such a number, or one that rests on it, could be worked out from it. A true zero is shown as 0.`;
}

/** A table of nothing but the symbol says no more than that it is not published. */
function tableOrSentence(table: PackTable): Block {
  const numbers = table.rows.flatMap(({ cells }) => cells.filter(({ format }) => format !== 'text'));
  const told = numbers.some(
    ({ value, text, flag }) => flag !== 'suppressed' && (value !== null || text !== ''),
  );
  if (told || numbers.length === 0) return table;
  const text = `The table “${table.caption}” is left out of this edition because its numbers are small, or could tell small ones.`;
  return { kind: 'paragraph', inlines: [{ kind: 'text', text }] };
}

function maskedTable(table: PackTable, mask: Mask): PackTable {
  const rows = table.rows.map((row) => ({ ...row, cells: maskedRow(row.cells, mask) }));
  const any = rows.some(({ cells }) => cells.some(({ flag, withheld }) => flag === 'suppressed' || withheld));
  const counts = rows.some(({ cells }) => cells.some((cell) => restsOnCounts(cell, mask)));
  const rounded = mask.rounding !== null && counts ? [roundingNote(mask.rounding)] : [];
  return { ...table, rows, notes: [...table.notes, ...rounded, ...(any ? [symbolNote(mask)] : [])] };
}

function restsOnCounts(cell: TableCell, { ledger }: Mask): boolean {
  return idsOf(cell, ledger).some((id) => ['count', 'rate'].includes(ledger.entries.get(id)?.nature ?? ''));
}

function maskedRow(cells: readonly TableCell[], mask: Mask): readonly TableCell[] {
  const hides = cells.some((cell) => idsOf(cell, mask.ledger).some((id) => mask.withheld.has(id)));
  return cells.map((cell) => {
    const ids = idsOf(cell, mask.ledger);
    // A number that is nobody's figure was worked out from its row: a change.
    if (ids.length === 0) {
      if (cell.rests) return restsAway(cell.rests, mask) ? hiddenCell(cell, mask, []) : cell;
      if (cell.value === null) return cell;
      return hides ? hiddenCell(cell, mask, []) : changeOf(cell, cells, mask);
    }
    return maskedCell(cell, ids, mask);
  });
}

/** What was worked out from exact counts goes with any of them, and from an edition that rounds altogether. */
function restsAway(rests: readonly string[], { withheld, rounding }: Mask): boolean {
  return rounding !== null || rests.some((key) => withheld.has(key));
}

/** The change between the two figures of a row, from what is printed of them; withheld where it is something else. */
function changeOf(cell: TableCell, cells: readonly TableCell[], mask: Mask): TableCell {
  if (mask.rounding === null) return cell;
  const ids = cells.flatMap((one) => idsOf(one, mask.ledger).slice(0, 1));
  const value = (id = '') => mask.ledger.entries.get(id)?.quantity.value ?? Number.NaN;
  const [now, before] = [mask.said(ids[0] ?? ''), mask.said(ids[1] ?? '')];
  if (ids.length !== 2 || !now || !before || value(ids[0]) - value(ids[1]) !== cell.value)
    return hiddenCell(cell, mask, []);
  return { ...cell, text: changeText(now, before), value: now.value - before.value };
}

function hiddenCell(cell: TableCell, { symbol }: Mask, withheld: readonly string[]): TableCell {
  const { key, from } = cell;
  const origin = from ? { from, withheld } : {};
  return { text: symbol, value: null, format: cell.format, key, ...origin, flag: 'suppressed' };
}

function maskedCell(cell: TableCell, ids: readonly string[], mask: Mask): TableCell {
  const from = cell.from ?? [];
  const away = ids.map((id) => mask.withheld.has(id));
  if (!away.includes(true) && mask.rounding === null) return cell;
  if (!away.includes(false)) return hiddenCell(cell, mask, from);
  const texts = ids.map((id, i) => (away[i] ? mask.symbol : textOf(id, mask)));
  const [main = mask.symbol, ...others] = texts;
  const withheld = from.filter((_, i) => away[i]);
  const text = others.length > 0 ? `${main} (${others.join(', ')})` : main;
  if (away[0]) return { ...hiddenCell(cell, mask, withheld), text };
  const value = mask.said(ids[0] ?? '')?.value ?? cell.value;
  return { ...cell, text, value, ...(withheld.length > 0 ? { withheld } : {}) };
}

export function textOf(id: string, { said }: Mask): string {
  const quantity = said(id);
  return quantity ? formatQuantity(quantity) : '';
}
