/** The glossary: only the abbreviations the pack actually uses. */
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Block, PackSectionDoc } from '#shared/pack/document.ts';

function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text;
    case 'paragraph':
      return block.inlines.map((i) => i.text).join('');
    case 'bullets':
      return block.items
        .flat()
        .map((i) => i.text)
        .join(' ');
    case 'chart':
      return [block.caption, ...block.series.map((s) => s.name)].join(' ');
    case 'table':
      return [
        block.caption,
        ...block.header,
        ...block.rows.flatMap((r) => [r.label, ...r.cells.map((c) => c.text)]),
      ].join(' ');
  }
}

/** Glossary entries used anywhere in `sections`, as whole words, in alphabetical order. */
export function glossaryBlocks(
  definition: BoardDefinition,
  sections: readonly PackSectionDoc[],
): readonly Block[] {
  const text = sections.flatMap((s) => [s.title, ...s.blocks.map(wordsOf)]).join('\n');
  const used = definition.glossary
    .filter(({ term }) => new RegExp(`(?<![A-Za-z])${literally(term)}(?![A-Za-z])`).test(text))
    .sort((a, b) => (a.term.toLowerCase() < b.term.toLowerCase() ? -1 : 1));
  if (used.length === 0) return [];
  const items = used.map(({ term, meaning }) => [
    { kind: 'text' as const, text: term, strong: true },
    { kind: 'text' as const, text: `: ${meaning}` },
  ]);
  return [{ kind: 'bullets', items }];
}

function literally(term: string): string {
  return term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
