/** A pack that goes out with something outstanding says so in its data-quality note. */
import type { Block, Pack } from '#shared/pack/document.ts';

export interface Override {
  readonly reason: string;
  readonly objections: readonly string[];
}

/**
 * The pack with the reason it went out all the same. The public edition names the reason only: what was outstanding
 * speaks of figures it does not print.
 */
export function withOverride(pack: Pack, { reason, objections }: Override): Pack {
  const text = `This pack was issued with points outstanding, for this reason: ${reason}`;
  const said: readonly Block[] = [
    { kind: 'paragraph', inlines: [{ kind: 'text', text, strong: true }] },
    ...(pack.edition === 'board'
      ? [{ kind: 'bullets' as const, items: objections.map((one) => [{ kind: 'text' as const, text: one }]) }]
      : []),
  ];
  const sections = pack.sections.map((section) =>
    section.code === 'data-quality' ? { ...section, blocks: [...said, ...section.blocks] } : section,
  );
  return { ...pack, sections };
}
