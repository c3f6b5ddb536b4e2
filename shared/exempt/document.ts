/**
 * Exempt documents: feedback and case studies that go into the board edition as exempt appendices, once every
 * identifier found in them has been settled, and never into the public one.
 */
import { z } from 'zod';
import { type Hit, type HitKind, identifiersIn, TITLE, titleIdentifiers } from '#shared/exempt/identify.ts';
import type { Vocabulary } from '#shared/exempt/names.ts';
import { countOf } from '#shared/finding/words.ts';
import type { Pack, PackSectionDoc } from '#shared/pack/document.ts';

export const EXEMPT = 'exempt.';

/** Of Part 1 of Schedule 12A to the Local Government Act 1972. */
export const REASONS = [
  { paragraph: '1', words: 'Information relating to any individual' },
  { paragraph: '2', words: 'Information likely to reveal the identity of an individual' },
  { paragraph: '3', words: 'Financial or business affairs of any person' },
  { paragraph: '5', words: 'Legal professional privilege' },
] as const;

export const exemptSchema = z
  .strictObject({
    id: z.string().min(1).max(80),
    period: z.string().min(1),
    title: z.string().trim().min(1).max(200),
    /** Paragraph of the Schedule: never empty, so that the public edition leaves it out. */
    reason: z.string().regex(/^[1-7](?:, [1-7])*$/),
    /** Of the file it was read from; its name, which may name a person, is not kept. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    paragraphs: z.array(z.string()).readonly(),
    /** By id of the hit. */
    settled: z.record(z.string(), z.enum(['accept', 'mask'])),
  })
  .readonly();

export type ExemptDocument = z.infer<typeof exemptSchema>;
/** With the name of its file, which stays with whoever added it. */
export interface StagedExempt {
  readonly document: ExemptDocument;
  readonly file: string;
}

export type Settling = 'accept' | 'mask';

/** What stands where an identifier was masked. */
const MASKS: Readonly<Record<HitKind, string>> = {
  email: '[e-mail address]',
  nhs: '[NHS number]',
  postcode: '[postcode]',
  phone: '[telephone number]',
  date: '[date]',
  case: '[number]',
  name: '[name]',
  place: '[place]',
};

/** Hits that nobody has settled yet: while there is one, the document is in no pack. */
export function unsettled({ settled }: ExemptDocument, hits: readonly Hit[]): readonly Hit[] {
  return hits.filter(({ id }) => settled[id] === undefined);
}

/** What was found in a document, under the board's present vocabulary: in its title first. */
export function hitsIn({ title, paragraphs }: ExemptDocument, vocabulary: Vocabulary): readonly Hit[] {
  return [...titleIdentifiers(title, vocabulary), ...identifiersIn(paragraphs, vocabulary)];
}

function masked(text: string, hits: readonly Hit[], settled: ExemptDocument['settled']): string {
  return hits
    .filter(({ id }) => settled[id] === 'mask')
    .toSorted((a, b) => b.start - a.start)
    .reduce((said, { kind, start, end }) => said.slice(0, start) + MASKS[kind] + said.slice(end), text);
}

/** The document with what was masked taken out of its title and its text. */
export function maskedDocument(document: ExemptDocument, hits: readonly Hit[]): ExemptDocument {
  const at = Map.groupBy(hits, ({ paragraph }) => paragraph);
  return {
    ...document,
    title: masked(document.title, at.get(TITLE) ?? [], document.settled),
    paragraphs: document.paragraphs.map((text, i) => masked(text, at.get(i) ?? [], document.settled)),
  };
}

/** What goes on the board: nothing of what was masked, and every identifier still in it accepted. */
export function keptDocument({ document, hits }: CheckedDocument, vocabulary: Vocabulary): ExemptDocument {
  const kept = maskedDocument(document, hits);
  const settled = Object.fromEntries(hitsIn(kept, vocabulary).map(({ id }) => [id, 'accept' as const]));
  return { ...kept, settled };
}

/** A title that names nobody, and no other document of the quarter: `Case study 2`. */
export function neutralTitle(taken: readonly string[]): string {
  const numbers = taken.map((_, i) => i + 1);
  const free = numbers.find((number) => !taken.includes(`Case study ${number}`)) ?? taken.length + 1;
  return `Case study ${free}`;
}

/** A document with its hits, as found under the board's present vocabulary. */
export interface CheckedDocument {
  readonly document: ExemptDocument;
  readonly hits: readonly Hit[];
}

/** The pack with those documents as appendices in which every hit is settled. */
export function withExempt(pack: Pack, checked: readonly CheckedDocument[]): Pack {
  const ready = checked.filter(({ document, hits }) => unsettled(document, hits).length === 0);
  return { ...pack, sections: [...pack.sections, ...ready.map(appendixOf)] };
}

function appendixOf({ document, hits }: CheckedDocument): PackSectionDoc {
  const { id, title, reason, paragraphs } = maskedDocument(document, hits);
  const blocks = paragraphs.map((text) => ({
    kind: 'paragraph' as const,
    inlines: [{ kind: 'text' as const, text }],
  }));
  return { code: `exempt-${id}`, title, appendix: true, exempt: reason, blocks };
}

/** A change as the history tells it, without a word of what was found. */
export function exemptChange(from: unknown, to: unknown): string | null {
  const [before, after] = [from, to].map((value) => exemptSchema.safeParse(value).data);
  if (!after) return before ? `Took away the exempt document “${before.title}”` : null;
  if (!before) return `Added the exempt document “${after.title}”`;
  const more = Object.keys(after.settled).length - Object.keys(before.settled).length;
  if (more > 0) return `Settled ${countOf(more, 'identifier')} in the exempt document “${after.title}”`;
  return `Changed the exempt document “${after.title}”`;
}
