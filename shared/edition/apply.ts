/** Puts the symbol where a quantity is withheld: in tables, charts, sentences and alternative text. */
import type { Ledger } from '#shared/disclosure/ledger.ts';
import { idsOf } from '#shared/edition/shown.ts';
import type { Block, Inline, Pack, PackChart, PackTable, TableCell } from '#shared/pack/document.ts';
import { formatQuantity } from '#shared/quantity/format.ts';

export interface Mask {
  readonly ledger: Ledger;
  readonly withheld: ReadonlySet<string>;
  readonly symbol: string;
  readonly threshold: number;
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
      return [maskedTable(block, mask)];
    case 'chart': {
      const chart = maskedChart(block, mask);
      return chart ? [chart] : [];
    }
    case 'bullets': {
      const items = block.items.filter((item) => !tells(item, mask));
      return items.length === 0 ? [] : [{ ...block, items }];
    }
    case 'paragraph':
      return [tells(block.inlines, mask) ? { kind: 'paragraph', inlines: leftOut(mask) } : block];
  }
}

/** A sentence about a withheld figure would tell which way it went, or how it compares: it goes as a whole. */
function tells(inlines: readonly Inline[], { withheld }: Mask): boolean {
  return inlines.some((inline) => inline.kind === 'figure' && withheld.has(inline.key));
}

function leftOut({ symbol }: Mask): readonly Inline[] {
  const text = `A paragraph is left out of this edition because it rests on figures shown as ${symbol}.`;
  return [{ kind: 'text', text }];
}

export function symbolNote({ symbol, threshold }: Mask): string {
  return `${symbol}: not published, because the number is from 1 to ${threshold}, or because such a number, or one that rests on it, could be worked out from it. A true zero is shown as 0.`;
}

function maskedTable(table: PackTable, mask: Mask): PackTable {
  const rows = table.rows.map((row) => ({ ...row, cells: maskedRow(row.cells, mask) }));
  const any = rows.some(({ cells }) => cells.some(({ flag, withheld }) => flag === 'suppressed' || withheld));
  return { ...table, rows, notes: any ? [...table.notes, symbolNote(mask)] : table.notes };
}

function maskedRow(cells: readonly TableCell[], mask: Mask): readonly TableCell[] {
  const hides = cells.some((cell) => idsOf(cell, mask.ledger).some((id) => mask.withheld.has(id)));
  return cells.map((cell) => {
    const ids = idsOf(cell, mask.ledger);
    // A number that is nobody's figure was worked out from its row: a change.
    if (ids.length === 0) return hides && cell.value !== null ? hiddenCell(cell, mask, []) : cell;
    return maskedCell(cell, ids, mask);
  });
}

function hiddenCell(cell: TableCell, { symbol }: Mask, withheld: readonly string[]): TableCell {
  const { key, from } = cell;
  const origin = from ? { from, withheld } : {};
  return { text: symbol, value: null, format: cell.format, key, ...origin, flag: 'suppressed' };
}

function maskedCell(cell: TableCell, ids: readonly string[], mask: Mask): TableCell {
  const from = cell.from ?? [];
  const away = ids.map((id) => mask.withheld.has(id));
  if (!away.includes(true)) return cell;
  if (!away.includes(false)) return hiddenCell(cell, mask, from);
  const texts = ids.map((id, i) => (away[i] ? mask.symbol : textOf(id, mask.ledger)));
  const [main = mask.symbol, ...others] = texts;
  const withheld = from.filter((_, i) => away[i]);
  const text = `${main} (${others.join(', ')})`;
  if (away[0]) return { ...hiddenCell(cell, mask, withheld), text };
  return { ...cell, text, withheld };
}

function textOf(id: string, { entries }: Ledger): string {
  const entry = entries.get(id);
  return entry ? formatQuantity(entry.quantity) : '';
}

/** Null where fewer than two points are left to look at. */
function maskedChart(chart: PackChart, mask: Mask): PackChart | null {
  const series = chart.series.map(({ dashed, ...one }) => ({
    ...one,
    values: one.values.map((value, i) => (mask.withheld.has(one.keys?.[i] ?? '') ? null : value)),
    ...(dashed ? { dashed } : {}),
  }));
  const gaps = series.flatMap(({ name, keys, values }) => {
    const hidden = chart.labels.filter((_, i) => values[i] === null && (keys?.[i] ?? null) !== null);
    return hidden.length === 0 ? [] : [`${name}: not published for ${hidden.join(', ')}.`];
  });
  if (series.flatMap(({ values }) => values.filter((value) => value !== null)).length < 2) return null;
  const missing = series.flatMap(({ name, keys }) => {
    const absent = chart.labels.filter((_, i) => (keys?.[i] ?? null) === null);
    return absent.length === 0 ? [] : [`${name}: no figure for ${absent.join(', ')}.`];
  });
  const notes = gaps.length > 0 ? [...missing, ...gaps, symbolNote(mask)] : missing;
  return { ...chart, series, notes, alt: altOf(chart, series, mask.ledger) };
}

/** Said again from the published points alone. */
function altOf(chart: PackChart, series: PackChart['series'], ledger: Ledger): string {
  const said = series.map(({ name, keys, values }) => {
    const points = values.flatMap((value, i) =>
      value === null ? [] : [`${textOf(keys?.[i] ?? '', ledger)} in ${chart.labels[i]}`],
    );
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined) return `${name} is not published`;
    return first === last ? `${name} was ${first}` : `${name} went from ${first} to ${last}`;
  });
  return `${chart.caption}. ${said.join('; ')}.`;
}
