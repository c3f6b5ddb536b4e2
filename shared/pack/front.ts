/**
 * Answers to the front page's questions: those of the quarter, else those of the latest quarter before, else those
 * that were given for every quarter. What is asked afresh each quarter is not taken from an earlier one.
 */
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Json } from '#shared/operation/json.ts';
import { isoDate } from '#shared/period/date.ts';
import { periodEnd } from '#shared/period/period.ts';

export type Answers = Readonly<Record<string, string>>;

type Settings = Readonly<Record<string, Json>>;

/** Under this name alone: answers for every quarter, as boards of earlier versions hold them. */
export const FRONT = 'front';
const OF_QUARTER = `${FRONT}.`;
export const MEETING = 'meeting.';

export function frontName(period: string): string {
  return OF_QUARTER + period;
}

export function meetingName(period: string): string {
  return MEETING + period;
}

/** ISO date of a quarter's meeting, null where nobody has said. */
export function meetingOf(settings: Settings, period: string): string | null {
  const parsed = isoDate.safeParse(settings[meetingName(period)]);
  return parsed.success ? parsed.data : null;
}

function answersIn(value: Json | undefined): Answers {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([label, answer]) => [label, String(answer)]));
}

export function frontAnswers({ front = [] }: BoardDefinition, period: string, settings: Settings): Answers {
  const end = periodEnd(period) ?? 0;
  const quarters = Object.keys(settings)
    .filter((name) => name.startsWith(OF_QUARTER))
    .map((name) => name.slice(OF_QUARTER.length))
    .filter((one) => (periodEnd(one) ?? end) < end)
    .sort((a, b) => (periodEnd(a) ?? 0) - (periodEnd(b) ?? 0));
  const latest = quarters.at(-1);
  const afresh = new Set(front.filter((one) => one.afresh === true).map(({ label }) => label));
  const before = latest === undefined ? {} : answersIn(settings[frontName(latest)]);
  const kept = Object.entries(before).filter(([label]) => !afresh.has(label));
  return {
    ...answersIn(settings[FRONT]),
    ...Object.fromEntries(kept),
    ...answersIn(settings[frontName(period)]),
  };
}
