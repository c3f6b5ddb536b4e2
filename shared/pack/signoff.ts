/**
 * Sign-off: each question of the pack is assigned to a person, drafted, and cleared by name and date.
 *
 * What was cleared is kept word for word with its figures as they read then. Where text or figures read otherwise now,
 * the question is open again; nobody has to notice.
 */
import { z } from 'zod';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Json } from '#shared/operation/json.ts';
import { type Paragraphs, plainWords } from '#shared/pack/inline.ts';
import { isoDate, longDate } from '#shared/period/date.ts';
import { periodEnd } from '#shared/period/period.ts';

const words = z.string().trim().min(1);

export const signoffSchema = z.strictObject({
  /** The question's heading, so that the record explains itself. */
  title: z.string(),
  /** The person it is assigned to; empty where nobody is. */
  officer: z.string(),
  cleared: z.strictObject({ by: words, on: isoDate, text: z.string() }).nullable(),
});

export type StoredSignoff = z.infer<typeof signoffSchema>;

export const SIGNOFF = 'signoff.';

export function signoffName(period: string, code: string): string {
  return `${SIGNOFF}${period}.${code}`;
}

export interface Signoff {
  /** Section and question: `implications.financial`, under which its text is written. */
  readonly code: string;
  readonly section: string;
  readonly heading: string;
  /** The office that answers: "Head of Finance". */
  readonly role: string;
  readonly officer: string;
  /** As it reads now; empty where nothing is written. */
  readonly text: string;
  readonly state: 'unwritten' | 'drafted' | 'cleared' | 'reopened';
  readonly cleared: { readonly by: string; readonly on: string } | null;
}

type Settings = Readonly<Record<string, Json>>;

function stored(settings: Settings, period: string, code: string): StoredSignoff | null {
  const parsed = signoffSchema.safeParse(settings[signoffName(period, code)]);
  return parsed.success ? parsed.data : null;
}

/** Who answered it last: assigned until somebody else is. */
function officerBefore(settings: Settings, period: string, code: string): string {
  const end = periodEnd(period) ?? 0;
  const earlier = Object.keys(settings)
    .filter((name) => name.startsWith(SIGNOFF) && name.endsWith(`.${code}`))
    .map((name) => name.slice(SIGNOFF.length, -code.length - 1))
    .filter((one) => (periodEnd(one) ?? end) < end)
    .sort((a, b) => (periodEnd(b) ?? 0) - (periodEnd(a) ?? 0));
  return earlier[0] === undefined ? '' : (stored(settings, earlier[0], code)?.officer ?? '');
}

export function clearedText(paragraphs: Paragraphs): string {
  return paragraphs.map(plainWords).join('\n').trim();
}

function stateOf(text: string, known: StoredSignoff | null): Signoff['state'] {
  if (known?.cleared) return known.cleared.text === text && text !== '' ? 'cleared' : 'reopened';
  return text === '' ? 'unwritten' : 'drafted';
}

/** Every question of the definition for a period; `narrative` is live, by section and question. */
export function signoffsOf(
  { sections }: BoardDefinition,
  period: string,
  narrative: Readonly<Record<string, Paragraphs>>,
  settings: Settings,
): readonly Signoff[] {
  return sections.flatMap((section) =>
    (section.questions ?? []).map((question): Signoff => {
      const code = `${section.code}.${question.code}`;
      const known = stored(settings, period, code);
      const text = clearedText(narrative[code] ?? []);
      return {
        code,
        section: section.code,
        heading: question.heading,
        role: question.officer,
        officer: known ? known.officer : officerBefore(settings, period, code),
        text,
        state: stateOf(text, known),
        cleared: known?.cleared ? { by: known.cleared.by, on: known.cleared.on } : null,
      };
    }),
  );
}

function whoIs({ role, officer }: Signoff): string {
  return officer === '' ? role : `${officer} (${role})`;
}

/** The line under an answer: by whom and when it was cleared, or that it was not. */
export function clearanceLine(signoff: Signoff): string {
  const { state, cleared, role } = signoff;
  const at = cleared ? `${cleared.by}, ${longDate(cleared.on)}` : '';
  if (state === 'cleared') return `Cleared by ${at}.`;
  if (state === 'reopened')
    return `Changed since it was cleared by ${at}. To be cleared again by: ${whoIs(signoff)}.`;
  return state === 'drafted'
    ? `Draft, not yet cleared by: ${whoIs(signoff)}.`
    : `Not yet written. To be provided and cleared by: ${signoff.officer === '' ? role : whoIs(signoff)}.`;
}

/** What stands in the way of issuing, in words. */
export function signoffObjection({ heading, state, role }: Signoff): string | null {
  if (state === 'cleared') return null;
  if (state === 'reopened')
    return `“${heading}” has changed since it was cleared. It has to be cleared again by: ${role}.`;
  const why = state === 'drafted' ? 'is not cleared' : 'is not written';
  return `“${heading}” ${why}. It has to be cleared by: ${role}.`;
}
