/** The words of a section: what was written for this period, what stands every quarter, what is still awaited. */
import type { PackSection } from '#shared/definition/definition.ts';
import type { Block, Inline } from '#shared/pack/document.ts';
import type { PackInput } from '#shared/pack/input.ts';
import { clearanceLine } from '#shared/pack/signoff.ts';

/** Stands where a section shows figures and nobody has said a word about them. */
export const UNWRITTEN =
  'No commentary has been written for this section. The figures below stand on their own.';

const words = (text: string): readonly Inline[] => [{ kind: 'text', text }];

const strong = (text: string): Block => ({
  kind: 'paragraph',
  inlines: [{ kind: 'text', text, strong: true }],
});

export function writtenBlocks(section: PackSection, input: PackInput): readonly Block[] {
  const standing = (section.text ?? []).map((text) => words(text.replaceAll('{period}', input.period)));
  const own = ownWords(section.code, input);
  const paragraphs = own.length > 0 ? own : standing.map(paragraph);
  return [...paragraphs, ...programmeList(section, input)];
}

const paragraph = (inlines: readonly Inline[]): Block => ({ kind: 'paragraph', inlines });

/** What was written under a code; carried over and not yet reviewed, it says so itself. */
function ownWords(code: string, { narrative, carried }: PackInput): readonly Block[] {
  const own = (narrative[code] ?? []).map(paragraph);
  const from = carried?.[code];
  if (own.length === 0 || from === undefined) return own;
  return [strong(`Carried over from the report for ${from} and not yet reviewed.`), ...own];
}

/** A section that shows figures without a word says so; the rest need none. */
export function unwrittenBlocks(
  section: PackSection,
  written: readonly Block[],
  shown: readonly Block[],
): readonly Block[] {
  const silent = written.length === 0 && shown.length > 0 && !section.appendix;
  return silent ? [paragraph(words(UNWRITTEN))] : [];
}

function programmeList(section: PackSection, { definition }: PackInput): readonly Block[] {
  if (!section.listsProgrammes) return [];
  const items = definition.programmes.flatMap(({ name, about }) =>
    about ? [[{ kind: 'text' as const, text: name, strong: true }, ...words(`: ${about}`)]] : [],
  );
  return items.length === 0 ? [] : [{ kind: 'bullets', items }];
}

/** The questions officers answer, each under its heading, with who cleared the answer or still has to. */
export function questionBlocks(section: PackSection, input: PackInput): readonly Block[] {
  return (section.questions ?? []).flatMap(({ code, heading, officer }): readonly Block[] => {
    const full = `${section.code}.${code}`;
    const signoff = input.signoffs?.find((one) => one.code === full) ?? {
      ...{ code: full, section: section.code, heading, role: officer, officer: '', text: '', cleared: null },
      state: input.narrative[full] ? ('drafted' as const) : ('unwritten' as const),
    };
    const line = clearanceLine(signoff);
    const signed = signoff.state === 'cleared' ? paragraph(words(line)) : strong(line);
    return [{ kind: 'heading', text: heading }, ...ownWords(full, input), signed];
  });
}
