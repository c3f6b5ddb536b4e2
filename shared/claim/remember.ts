/**
 * Statements a person has linked to a figure, or said to be none: remembered for the provider's sentence, whatever
 * numbers it holds, so that the next quarter's same sentence is linked too.
 *
 * `Volunteers in total: 112 volunteers` is remembered as `volunteers in total: # volunteers`, number 1.
 */
import { z } from 'zod';
import type { QuantityKey } from '#shared/assertion/assertion.ts';
import type { Claim } from '#shared/claim/claim.ts';
import { numbersIn } from '#shared/claim/numbers.ts';
import type { RelativePeriod } from '#shared/definition/definition.ts';
import { resolveRelative } from '#shared/period/resolve.ts';
import { UNITS } from '#shared/quantity/quantity.ts';
import { hash64 } from '#shared/relation/hash.ts';

const RELATIVE = [
  'quarter',
  'previous-quarter',
  'ytd',
  'year',
  'previous-year',
  'to-date',
] as const satisfies readonly RelativePeriod[];

const figure = z.strictObject({
  measure: z.string().min(1),
  programme: z.string().nullable(),
  /** Relative to the return where it can be, so that the link holds for the next one. */
  period: z.union([z.enum(RELATIVE), z.strictObject({ at: z.string().min(1) })]),
  aspect: z.enum(['value', 'target', 'share', 'of-target', 'mean', 'change']),
  unit: z.enum(UNITS),
  dims: z.record(z.string(), z.string()),
});

export const claimLinkSchema = z.strictObject({
  provider: z.string().min(1),
  /** The sentence as it was when linked, for people. */
  sentence: z.string().min(1),
  /** The number as it was printed then. */
  said: z.string().min(1),
  /** Null: no figure of the board. */
  figure: figure.nullable(),
});

export type ClaimLink = z.infer<typeof claimLinkSchema>;

/** Links by the name of their setting. */
export type ClaimLinks = ReadonlyMap<string, ClaimLink>;

export const NO_LINKS: ClaimLinks = new Map();

/** How the names of the settings that hold links begin. */
export const LINK = 'link.';

/** Every link among a board's settings. */
export function linksIn(settings: Readonly<Record<string, unknown>>): ClaimLinks {
  return new Map(
    Object.entries(settings).flatMap(([name, value]): readonly (readonly [string, ClaimLink])[] => {
      const parsed = name.startsWith(LINK) ? claimLinkSchema.safeParse(value) : null;
      return parsed?.success ? [[name, parsed.data]] : [];
    }),
  );
}

/** The sentence without its numbers, dates and periods: `volunteers in total: # volunteers`. */
export function patternOf(sentence: string): string {
  const numbers = numbersIn(sentence);
  let at = 0;
  let pattern = '';
  for (const { start, end } of numbers) {
    if (start < at) continue;
    pattern += `${sentence.slice(at, start)}#`;
    at = end;
  }
  return (pattern + sentence.slice(at)).toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The name of the setting that remembers a statement; `place`: which number of the sentence it is, from 1. */
export function linkName(provider: string, { source, place }: Pick<Claim, 'source' | 'place'>): string {
  return `${LINK}${provider}.${hash64(`${patternOf(source.text)}|${place}`)}`;
}

/** What is remembered where a statement in a return for `quarter` is linked to a figure, or to none. */
export function linkTo(provider: string, claim: Claim, key: QuantityKey | null, quarter: string): ClaimLink {
  const sentence = claim.source.text;
  if (key === null) return { provider, sentence, said: claim.said, figure: null };
  const relative = RELATIVE.find((one) => resolveRelative(one, quarter) === key.period);
  return {
    provider,
    sentence,
    said: claim.said,
    figure: { ...key, dims: { ...key.dims }, period: relative ?? { at: key.period } },
  };
}

/** The figure a link means in a return for `quarter`; null where it means none. */
export function linkedKey({ figure: linked }: ClaimLink, quarter: string): QuantityKey | null {
  if (linked === null) return null;
  const { period } = linked;
  return { ...linked, period: typeof period === 'string' ? resolveRelative(period, quarter) : period.at };
}
