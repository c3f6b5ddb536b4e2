/** The words of a section: what was written for this period, what stands every quarter, what is still awaited. */
import type { PackSection } from '#shared/definition/definition.ts';
import type { Block, Inline } from '#shared/pack/document.ts';
import type { PackInput } from '#shared/pack/input.ts';

const words = (text: string): readonly Inline[] => [{ kind: 'text', text }];

export function writtenBlocks(section: PackSection, input: PackInput): readonly Block[] {
  const own = input.narrative[section.code];
  const standing = (section.text ?? []).map((text) => words(text.replaceAll('{period}', input.period)));
  const paragraphs = (own ?? standing).map((inlines) => ({ kind: 'paragraph' as const, inlines }));
  return [...paragraphs, ...programmeList(section, input)];
}

function programmeList(section: PackSection, { definition }: PackInput): readonly Block[] {
  if (!section.listsProgrammes) return [];
  const items = definition.programmes.flatMap(({ name, about }) =>
    about ? [[{ kind: 'text' as const, text: name, strong: true }, ...words(`: ${about}`)]] : [],
  );
  return items.length === 0 ? [] : [{ kind: 'bullets', items }];
}

/** The questions officers answer, each under its heading; an answer not yet written says whose it is. */
export function questionBlocks(section: PackSection, input: PackInput): readonly Block[] {
  return (section.questions ?? []).flatMap(({ code, heading, officer }): readonly Block[] => {
    const written = input.narrative[`${section.code}.${code}`];
    const paragraphs = written ?? [words(`Not yet written. To be provided and cleared by: ${officer}.`)];
    return [
      { kind: 'heading', text: heading },
      ...paragraphs.map((inlines) => ({ kind: 'paragraph' as const, inlines })),
    ];
  });
}
