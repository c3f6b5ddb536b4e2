/** Checking every return against every other: by far the longest work, so what it comes to is kept with the board. */
import { createHash } from 'node:crypto';
import { lastEventId } from '#db/table/event.ts';
import { adoptReadings, hasKept, keepText, keptText } from '#db/table/kept.ts';
import { memory } from '#db/table/memory.ts';
import { currentReturns } from '#db/table/return.ts';
import { settings } from '#db/table/setting.ts';
import { linksOf } from '#electron/service/links.ts';
import { isDue, READ_FROM, remembered } from '#electron/service/memo.ts';
import { programName } from '#electron/service/program.ts';
import type { Session } from '#electron/service/session.ts';
import { understoodReturns } from '#electron/service/understand.ts';
import { linksIn } from '#shared/claim/remember.ts';
import { checkBoard } from '#shared/finding/check.ts';
import type { Coverage, Finding } from '#shared/finding/finding.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';

/** What no decision changes. */
export interface Checks {
  readonly found: readonly Finding[];
  readonly coverage: Coverage;
  /** By a finding's id: the quarters whose returns hold some of its cells. */
  readonly touched: Readonly<Record<string, readonly string[]>>;
}

/** The checks of the board as it stands: from this session, from the board itself, or made now. */
export function checksOf(session: Session): Promise<Checks> {
  return remembered(session, 'checked', READ_FROM, async () => {
    const asOf = lastEventId(session.board);
    const name = keptName(session);
    const kept = keptText(session.board, 'checks', name);
    if (kept !== null) return JSON.parse(kept) as Checks;
    const fresh = await freshChecks(session);
    if (lastEventId(session.board) === asOf) keep(session, name, fresh);
    return fresh;
  });
}

/** Whether the returns have to be checked first, which takes long enough to be told. */
export function needsChecking(session: Session): boolean {
  return isDue(session, 'checked', READ_FROM) && !hasKept(session.board, 'checks', keptName(session));
}

/**
 * Takes readings and checks kept in the board for this program's own, whatever program kept them: for the board that
 * ships with it, which a test shows to hold what this program makes of its returns.
 */
export function adoptKept(session: Session): void {
  adoptReadings(session.board, { recogniser: programName(), checks: keptName(session) });
}

/** Checks every return as if nothing had been kept. */
export async function freshChecks(session: Session): Promise<Checks> {
  const returns = await understoodReturns(session);
  const links = await linksOf(session);
  const { findings, coverage } = checkBoard({ definition: session.definition(), returns, links });
  return { found: findings, coverage, touched: touchedBy(findings, returns) };
}

/** The name checks are kept under, from all they depend on: code, definition, what was taught, returns that count. */
export function keptName(session: Session): string {
  const { board } = session;
  const returns = currentReturns(board).map(({ id, sha256, provider, period, version, name, hints }) => {
    return [id, sha256, provider, period, version, name, hints];
  });
  const taught = memory(board).map(({ provider, label, code }) => [provider, label, code]);
  const links = [...linksIn(settings(board))];
  const all = JSON.stringify([programName(), session.definition(), taught, returns, links]);
  return `checks ${createHash('sha256').update(all).digest('hex')}`;
}

/** A board that cannot be written to just now is checked again the next time. */
function keep(session: Session, name: string, checks: Checks): void {
  try {
    keepText(session.board, 'checks', name, JSON.stringify(checks));
  } catch {
    // Nothing is lost but the time it takes.
  }
}

function touchedBy(findings: readonly Finding[], returns: readonly UnderstoodReturn[]): Checks['touched'] {
  const cells = new Set(findings.flatMap((one) => one.cells.flatMap(({ assertion }) => assertion ?? [])));
  const periods = new Map<string, string[]>();
  for (const { ref, tables } of returns) {
    for (const { id } of tables.flatMap(({ assertions }) => assertions)) {
      if (cells.has(id)) periods.set(id, [...(periods.get(id) ?? []), ref.period]);
    }
  }
  const of = ({ cells: list }: Finding) =>
    list.flatMap(({ assertion }) => (assertion === null ? [] : (periods.get(assertion) ?? [])));
  return Object.fromEntries(findings.map((finding) => [finding.id, [...new Set(of(finding))].sort()]));
}
