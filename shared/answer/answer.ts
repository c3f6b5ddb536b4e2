/** What a provider answered to a finding, kept beside it until the finding is settled. */
import { z } from 'zod';
import { isoDate } from '#shared/period/date.ts';

export const answerSchema = z.strictObject({
  finding: z.string().min(1),
  /** The finding's title when it was answered, for the history and for when it is gone. */
  title: z.string().min(1),
  provider: z.string().nullable(),
  period: z.string(),
  /** The cells' printed texts when it was answered. */
  fingerprint: z.string(),
  text: z.string().trim().min(1).max(10_000),
  /** Who answered. */
  by: z.string().trim().min(1).max(200),
  on: isoDate,
});

export type Answer = z.infer<typeof answerSchema>;

export const ANSWER = 'answer.';

export function answerName(finding: string): string {
  return `${ANSWER}${finding}`;
}

/** Every answer among a board's settings, the latest day first. */
export function answersIn(settings: Readonly<Record<string, unknown>>): readonly Answer[] {
  const found = Object.entries(settings).flatMap(([name, value]): readonly Answer[] => {
    const parsed = name.startsWith(ANSWER) ? answerSchema.safeParse(value) : null;
    return parsed?.success ? [parsed.data] : [];
  });
  return found.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : a.finding < b.finding ? -1 : 1));
}

export const settledSchema = z.strictObject({
  file: z.string(),
  provider: z.string(),
  period: z.string(),
  version: z.int().positive(),
  /** Titles of the findings the corrected return settled. */
  titles: z.array(z.string()).min(1).readonly(),
});

/** A corrected return and what it settled. */
export type Settled = z.infer<typeof settledSchema>;

export const SETTLED = 'settled.';

export function settledName({
  provider,
  period,
  version,
}: Pick<Settled, 'provider' | 'period' | 'version'>): string {
  return `${SETTLED}${provider}.${period}.${version}`;
}

/** What corrected returns have settled, by return and version. */
export function settledIn(settings: Readonly<Record<string, unknown>>): readonly Settled[] {
  return Object.entries(settings).flatMap(([name, value]): readonly Settled[] => {
    const parsed = name.startsWith(SETTLED) ? settledSchema.safeParse(value) : null;
    return parsed?.success ? [parsed.data] : [];
  });
}

/**
 * `open`: the finding stands as it was answered. `changed`: its cells read differently now. `decided`: the board has
 * settled it. `corrected`: it is found no more, because a corrected return has come or the finding was put right.
 */
export type AnswerState = 'open' | 'changed' | 'decided' | 'corrected';

export interface AnswerView extends Answer {
  readonly state: AnswerState;
  /** What the answer lacks by the standard for an explanation, each a plain sentence; none where it stands. */
  readonly missing: readonly string[];
}
