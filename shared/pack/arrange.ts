/**
 * The outline people make of a pack: sections on or off, in their order.
 *
 * Only sections of the board's definition can be moved or left out. Data quality, checks, other tables and the
 * glossary are the pack's own account of itself and always travel with it.
 */
import { z } from 'zod';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Pack } from '#shared/pack/document.ts';

export const arrangementSchema = z.array(z.strictObject({ code: z.string(), on: z.boolean() })).readonly();

export type Arrangement = z.infer<typeof arrangementSchema>;

interface Placed {
  readonly code: string;
  readonly appendix: boolean;
}

/**
 * The items in the arranged order: those the arrangement names take one another's places, all others stay where
 * they are. Main sections and appendices do not mix.
 */
export function arrangedCodes<T extends Placed>(items: readonly T[], arrangement: Arrangement): readonly T[] {
  const order = new Map(arrangement.map(({ code }, place) => [code, place]));
  const inOrder = (appendix: boolean) =>
    items
      .filter((item) => item.appendix === appendix && order.has(item.code))
      .sort((a, b) => (order.get(a.code) ?? 0) - (order.get(b.code) ?? 0));
  const queues = { main: inOrder(false), appendices: inOrder(true) };
  return items.flatMap((item) => {
    if (!order.has(item.code)) return [item];
    const next = (item.appendix ? queues.appendices : queues.main).shift();
    return next ? [next] : [];
  });
}

/** The pack with its sections in order and without those that are off. */
export function arrangePack(pack: Pack, arrangement: Arrangement, definition: BoardDefinition): Pack {
  const movable = new Set(definition.sections.map(({ code }) => code));
  const ours = arrangement.filter(({ code }) => movable.has(code));
  const off = new Set(ours.filter(({ on }) => !on).map(({ code }) => code));
  const sections = arrangedCodes(pack.sections, ours).filter(({ code }) => !off.has(code));
  return { ...pack, sections };
}
