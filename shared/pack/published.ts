/** What a pack says, figure by figure: kept when it is issued, to tell later what reads differently. */
import type { Block, Inline, Pack } from '#shared/pack/document.ts';

type Said = readonly (readonly [key: string, text: string])[];

/** Every figure shown, by key, as printed. A figure shown twice is printed alike; the first is kept. */
export function publishedFigures(pack: Pack): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [key, text] of pack.sections.flatMap(({ blocks }) => blocks.flatMap(saidBy))) {
    found[key] ??= text;
  }
  return found;
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
    case 'heading':
    case 'chart':
      return [];
  }
}

function inlines(run: readonly Inline[]): Said {
  return run.flatMap((inline) => (inline.kind === 'figure' ? [[inline.key, inline.text] as const] : []));
}
