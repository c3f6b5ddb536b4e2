/** When: the period a clause speaks of, and the one a change in it is measured from. */
import type { Clause } from '#shared/claim/clauses.ts';
import { previousQuarter } from '#shared/period/period.ts';
import { resolveStated } from '#shared/period/resolve.ts';
import { statedPeriods } from '#shared/period/stated.ts';

const BASE =
  /\b(?:on|from|than|since|over|against|(?:compared? )?(?:with|to)) (?:the )?((?:same|previous|prior|preceding|last)\b[^,.;()]*|(?:q|quarter)\s?(?:[1-4]|one|two|three|four)\b[^,.;()]*|20\d\d[^,.;()]*)/i;

export interface Times {
  readonly period: string | null;
  readonly base: string;
}

function resolved(text: string, quarter: string): string | null {
  const [first] = statedPeriods(text);
  return first ? resolveStated(first, quarter) : null;
}

/** The period a clause is about and the one it compares with. */
export function timesOf(clause: Clause, quarter: string): Times {
  const inside = BASE.exec(clause.text)?.[0] ?? null;
  const about = inside ? clause.text.replace(inside, ' ') : clause.text;
  const against = clause.compared ?? inside;
  const stated = resolved(
    about.replace(/\b(?:on|to|previous to) (?:the |this )?(?:previous )?quarter\b/gi, ' '),
    quarter,
  );
  const base =
    against === null
      ? null
      : /\bsame (?:quarter|period)\b/i.test(against)
        ? yearBefore(quarter)
        : resolved(against, quarter);
  return { period: stated, base: base ?? previousQuarter(quarter) };
}

function yearBefore(quarter: string): string {
  return [1, 2, 3, 4].reduce((name) => previousQuarter(name), quarter);
}
