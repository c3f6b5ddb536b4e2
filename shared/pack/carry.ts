/**
 * Last quarter's text in this quarter's pack: every figure it speaks of is the same figure one quarter on.
 *
 * A section nobody has written for a quarter takes the text of the latest quarter before that has one. It is a
 * draft, to be reviewed: what was typed by hand is carried as it stands.
 */
import { keyParts, withPeriod } from '#shared/figure/key-words.ts';
import type { Inline } from '#shared/pack/document.ts';
import type { Paragraphs } from '#shared/pack/inline.ts';
import { movedPeriod, periodEnd } from '#shared/period/period.ts';

export interface Written {
  readonly section: string;
  readonly period: string;
  readonly paragraphs: Paragraphs;
  readonly reviewed: boolean;
}

export interface Standing extends Written {
  /** The quarter the text was written for, where that is an earlier one; null for text of the quarter itself. */
  readonly carriedFrom: string | null;
}

/** The key's text with its period moved as `from` to `to`; as it is where its period does not move. */
export function movedKey(key: string, from: string, to: string): string {
  return withPeriod(key, movedPeriod(keyParts(key).period, from, to));
}

function movedInline(inline: Inline, from: string, to: string): Inline {
  switch (inline.kind) {
    case 'text':
      return inline;
    case 'figure':
      return { ...inline, key: movedKey(inline.key, from, to) };
    case 'derived':
      return { ...inline, keys: inline.keys.map((key) => movedKey(key, from, to)) };
    case 'period':
      return { ...inline, text: movedPeriod(inline.text, from, to) };
  }
}

/** Text written for `from` as a draft for `to`; both are quarters. */
export function carriedText(paragraphs: Paragraphs, from: string, to: string): Paragraphs {
  return paragraphs.map((inlines) => inlines.map((inline) => movedInline(inline, from, to)));
}

/** What stands in each section for a quarter: its own text, else the latest before, carried over and not reviewed. */
export function standingText(entries: readonly Written[], period: string): readonly Standing[] {
  const end = periodEnd(period) ?? 0;
  const sections = Map.groupBy(
    entries.filter((entry) => (periodEnd(entry.period) ?? Number.POSITIVE_INFINITY) <= end),
    ({ section }) => section,
  );
  return [...sections.values()].flatMap((group): readonly Standing[] => {
    const latest = group.reduce((best, one) =>
      (periodEnd(one.period) ?? 0) > (periodEnd(best.period) ?? 0) ? one : best,
    );
    if (latest.period === period) return [{ ...latest, carriedFrom: null }];
    if (latest.paragraphs.length === 0) return [];
    const paragraphs = carriedText(latest.paragraphs, latest.period, period);
    return [{ ...latest, period, paragraphs, reviewed: false, carriedFrom: latest.period }];
  });
}
