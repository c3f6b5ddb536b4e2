/** Where a file belongs on the board: what recognition may be told, and why it may not be placed. */
import { memory } from '#db/table/memory.ts';
import { currentReturns } from '#db/table/return.ts';
import { currentQuarter } from '#electron/service/clock.ts';
import type { Session } from '#electron/service/session.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Hints, Recognition } from '#shared/meaning/understood.ts';
import { parsePeriod, periodEnd } from '#shared/period/period.ts';

export interface PlacingOptions {
  readonly provider?: string;
  readonly period?: string;
  /** The folder the file came in. */
  readonly folder?: string;
}

/** What is known before the file is looked at: what the person said, and what they taught us before. */
export function hintsFor(session: Session, options: PlacingOptions): Hints {
  const { provider, period, folder } = options;
  const named = session.definition().providers.find((p) => p.code === provider || p.name === provider);
  const code = named?.code ?? provider;
  const taught: Record<string, Record<string, string>> = {};
  for (const one of memory(session.board))
    taught[one.provider] = { ...taught[one.provider], [one.label]: one.code };
  return {
    ...(code ? { provider: code } : {}),
    ...(period ? { period } : {}),
    ...(folder ? { folder } : {}),
    taught,
  };
}

/** The quarter the board is working on: the latest it has a return for; null on an empty board. */
export function workingQuarter(session: Session): string | null {
  const periods = currentReturns(session.board).map((version) => version.period);
  return periods.sort((a, b) => (periodEnd(a) ?? 0) - (periodEnd(b) ?? 0)).at(-1) ?? null;
}

/** Why this return cannot be placed on the board, in words that say what to do; null where it can. */
export function objectionTo(
  file: string,
  { provider, period, tables }: Recognition,
  definition: BoardDefinition,
): string | null {
  const known = definition.providers.map((p) => `${p.code} (${p.name})`).join(', ');
  if (tables.length === 0) {
    return `${file} holds no table that could be read. Check that it is the return itself.`;
  }
  if (!provider) {
    return `${file} does not say whose return it is. Import it with --provider and one of: ${known}.`;
  }
  if (!definition.providers.some((p) => p.code === provider)) {
    return `This board knows no provider "${provider}". Its providers are: ${known}.`;
  }
  return period ? objectionToPeriod(file, period) : NO_QUARTER(file);
}

export const NO_QUARTER = (file: string) =>
  `${file} does not say which quarter it is for. Import it with --period "2020-21 Q1" or the like.`;

function objectionToPeriod(file: string, period: string): string | null {
  if (parsePeriod(period)?.kind !== 'quarter') {
    return `"${period}" is not a quarter. Write it like "2020-21 Q1".`;
  }
  if ((periodEnd(period) ?? 0) > (periodEnd(currentQuarter()) ?? 0)) {
    return `${file} says it is for ${period}, which has not begun. Check the period in the file, or give the right one with --period.`;
  }
  return null;
}
