/** What a pack says, figure by figure: kept when it is issued, to tell later what reads differently. */
import type { Block, Inline, Pack, PackChart } from '#shared/pack/document.ts';

type Said = readonly (readonly [key: string, text: string])[];

/**
 * Every figure shown, by key, as printed: once where it reads alike everywhere, else all readings in order, so
 * that moving a section changes nothing. A chart's points count only where no words or table say the figure.
 */
export function publishedFigures(pack: Pack): Readonly<Record<string, string>> {
  const blocks = pack.sections.flatMap((section) => section.blocks);
  const printed = readings(blocks.filter(({ kind }) => kind !== 'chart').flatMap(saidBy));
  const drawn = readings(blocks.filter(({ kind }) => kind === 'chart').flatMap(saidBy));
  return { ...drawn, ...printed };
}

function readings(said: Said): Readonly<Record<string, string>> {
  const texts = Map.groupBy(said, ([key]) => key);
  return Object.fromEntries(
    [...texts].map(([key, all]) => [key, [...new Set(all.map(([, text]) => text))].sort().join('; ')]),
  );
}

function saidBy(block: Block): Said {
  switch (block.kind) {
    case 'paragraph':
      return inlines(block.inlines);
    case 'bullets':
      return block.items.flatMap(inlines);
    case 'table':
      return block.rows.flatMap(({ cells }) =>
        cells.flatMap(({ key, text }) => (key === null ? [] : [[key, text] as const])),
      );
    case 'chart':
      return block.series.flatMap(pointsOf);
    case 'heading':
      return [];
  }
}

/** A point stands nowhere else in print, but is read off the chart and from the data behind it. */
function pointsOf({ values, keys }: PackChart['series'][number]): Said {
  return (keys ?? []).flatMap((key, i) => {
    const value = values[i];
    return key === null || typeof value !== 'number' ? [] : [[key, String(value)] as const];
  });
}

function inlines(run: readonly Inline[]): Said {
  return run.flatMap((inline) => (inline.kind === 'figure' ? [[inline.key, inline.text] as const] : []));
}
