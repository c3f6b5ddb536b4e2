/**
 * Every number a pack shows, with the place it stands in: `Table 4, CIN, No. of children`.
 *
 * What rests on no figure of its own (a change, a mean line, a count the program made) is here too, with the
 * figures it was worked out from, so that a register made from this list leaves no number of the pack out.
 */
import type { Inline, PackChart, TableCell } from '#shared/pack/document.ts';
import {
  type LaidBlock,
  type LaidPack,
  type LaidSection,
  type LaidTable,
  marked,
} from '#shared/pack/number.ts';

export interface Shown {
  /** Key of the figure, null where there is none. */
  readonly key: string | null;
  /** Ids of the assertions shown, where the pack knows them. */
  readonly from: readonly string[];
  readonly text: string;
  /** In base units; null where only the text is known. */
  readonly value: number | null;
  readonly place: string;
  /** Keys of the figures it was worked out from: those beside it. */
  readonly beside: readonly string[];
}

export function shownIn(laid: LaidPack): readonly Shown[] {
  return laid.sections.flatMap((section) => section.blocks.flatMap((block) => shownBy(block, section)));
}

function shownBy(block: LaidBlock, section: LaidSection): readonly Shown[] {
  switch (block.kind) {
    case 'paragraph':
      return inText(block.inlines, `paragraph ${block.number}`);
    case 'bullets':
      return block.items.flatMap((item) => inText(item, `list in ${section.label} ${section.title}`));
    case 'table':
      return inTable(block);
    case 'chart':
      return block.chart.series.flatMap((series) => inSeries(series, block.chart, block.label));
    case 'heading':
      return [];
  }
}

function inText(inlines: readonly Inline[], place: string): readonly Shown[] {
  return inlines.flatMap((inline) =>
    inline.kind === 'figure'
      ? [{ key: inline.key, from: [], text: inline.text, value: null, place, beside: [] }]
      : [],
  );
}

function inTable({ label, header, table }: LaidTable): readonly Shown[] {
  return table.rows.flatMap((row) =>
    row.cells.flatMap((cell, at) => {
      if (!isNumber(cell)) return [];
      const { key, from = [], value } = cell;
      const place = [label, row.label, header[at + 1]].filter(Boolean).join(', ');
      const beside = row.cells.flatMap((one) => (one !== cell && one.key !== null ? [one.key] : []));
      return [{ key, from, text: marked(cell), value, place, beside }];
    }),
  );
}

function isNumber({ key, from = [], value }: TableCell): boolean {
  return key !== null || from.length > 0 || value !== null;
}

function inSeries(
  { name, values, keys = [] }: PackChart['series'][number],
  chart: PackChart,
  label: string,
): readonly Shown[] {
  const all = [...new Set(chart.series.flatMap((one) => one.keys ?? []))].filter((key) => key !== null);
  return values.flatMap((value, at) => {
    if (value === null) return [];
    const place = [label, name, chart.labels[at]].filter(Boolean).join(', ');
    return [{ key: keys[at] ?? null, from: [], text: String(value), value, place, beside: all }];
  });
}
