/** Written text as data: its schema, the figures it rests on, and how it reads as plain words. */
import { z } from 'zod';
import type { Inline } from '#shared/pack/document.ts';
import { parsePeriod } from '#shared/period/period.ts';

export type Paragraphs = readonly (readonly Inline[])[];

const saying = z.discriminatedUnion('as', [
  z.strictObject({ as: z.enum(['difference', 'percent', 'rose', 'up-from']) }),
  z.strictObject({ as: z.literal('agree'), one: z.string().min(1), many: z.string().min(1) }),
]);

/** `z.ZodType<Inline>`: what stands in a board's store and crosses from the window. */
export const inlineSchema: z.ZodType<Inline> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string(), strong: z.boolean().optional() }),
  z.strictObject({
    kind: z.literal('figure'),
    text: z.string(),
    key: z.string(),
    format: z.enum(['words', 'percent', 'thousands', 'millions']).optional(),
  }),
  z.strictObject({
    kind: z.literal('derived'),
    text: z.string(),
    keys: z.array(z.string()).min(1).max(2),
    say: saying,
  }),
  z.strictObject({
    kind: z.literal('period'),
    text: z.string().refine((name) => parsePeriod(name) !== null, 'must be a period such as 2020-21 Q1'),
  }),
]) as z.ZodType<Inline>;

/** Keys of the figures an inline prints or rests on. */
export function keysOf(inline: Inline): readonly string[] {
  if (inline.kind === 'figure') return [inline.key];
  return inline.kind === 'derived' ? inline.keys : [];
}

export function plainWords(inlines: readonly Inline[]): string {
  return inlines.map(({ text }) => text).join('');
}
