/** The cycle at a glance: who is in, what is open, what to do next. */
import { issuedPacks } from '#db/table/pack.ts';
import { allReturns } from '#db/table/return.ts';
import { board, type HandlersOf, type OpenBoard } from '#electron/service/api/context.ts';
import { isOpen } from '#electron/service/api/finding.ts';
import { periodsOf } from '#electron/service/api/info.ts';
import { getReady } from '#electron/service/api/state.ts';
import { needsChecking } from '#electron/service/checks.ts';
import { currentQuarter, stamp } from '#electron/service/clock.ts';
import { type BoardFindings, boardFindings, findingsFor } from '#electron/service/state.ts';
import type { ProviderStatus, QuarterSummary } from '#shared/api/api.ts';
import type { SettledFinding } from '#shared/decision/apply.ts';
import type { Provider } from '#shared/definition/definition.ts';
import type { Coverage, Severity } from '#shared/finding/finding.ts';
import { countOf, listOf } from '#shared/finding/words.ts';
import type { ReturnVersion } from '#shared/operation/stored.ts';
import { dueDate } from '#shared/period/due.ts';

export const quarterHandlers: HandlersOf<'quarter'> = {
  'quarter.summary': async ({ period }, context) => {
    const open = board(context);
    const state = needsChecking(open.session) ? null : await boardFindings(open.session);
    getReady(context);
    return summary(open, state, period);
  },
};

/** `state`: null while the returns are being checked. */
function summary(open: OpenBoard, state: BoardFindings | null, asked: string | null): QuarterSummary {
  const { session } = open;
  const period = asked ?? periodsOf(session.board).at(-1) ?? currentQuarter();
  const definition = session.definition();
  const findings = state ? findingsFor(state, period) : [];
  const returns = allReturns(session.board).filter((version) => version.period === period);
  const due = dueDate(period, definition.returnsDueAfterDays);
  const late = stamp().at.slice(0, 10) > due;
  const providers = definition.providers.flatMap((provider) => statusOf(provider, returns, findings, late));
  const issued = issuedPacks(session.board).filter((pack) => pack.period === period);
  const rest = { period, due, providers, open: bySeverity(findings), issued };
  const decided = findings.filter((finding) => !isOpen(finding)).length;
  const next = nextStep(rest, open.staged.size, state === null);
  return { ...rest, checking: state === null, decided, coverage: state?.coverage ?? UNCHECKED, next };
}

const UNCHECKED: Coverage = { held: 0, violated: 0, notCheckable: [] };

/** A provider nothing is expected of is listed only where something came. */
function statusOf(
  { code, name, returns: expected }: Provider,
  versions: readonly ReturnVersion[],
  findings: readonly SettledFinding[],
  late: boolean,
): readonly ProviderStatus[] {
  const returns = versions.filter((version) => version.provider === code);
  if (expected.length === 0 && returns.length === 0) return [];
  const isIn = returns.some((version) => version.status === 'current');
  const state = isIn ? 'in' : late ? 'late' : 'due';
  const open = bySeverity(findings.filter((finding) => finding.provider === code));
  return [{ provider: code, name, returns, state, open }];
}

function bySeverity(findings: readonly SettledFinding[]): Readonly<Record<Severity, number>> {
  const open = findings.filter(isOpen);
  const count = (severity: Severity) => open.filter((finding) => finding.severity === severity).length;
  return { high: count('high'), medium: count('medium'), low: count('low') };
}

/** First what waits, then what would mislead the board, then what is missing, then the small points, then the pack. */
function nextStep(
  { period, providers, open, issued }: Pick<QuarterSummary, 'period' | 'providers' | 'open' | 'issued'>,
  staged: number,
  checking: boolean,
): QuarterSummary['next'] {
  const missing = providers.filter(({ state }) => state !== 'in').map(({ name }) => name);
  const small = open.medium + open.low;
  if (staged > 0) return { words: `Look over and accept ${countOf(staged, 'file')}`, screen: 'import' };
  if (missing.length === providers.length) {
    return { words: `Import the returns for ${period}`, screen: 'import' };
  }
  if (checking) return { words: 'Checking every return against the others…', screen: 'reconcile' };
  if (open.high > 0) {
    const words = `Settle ${countOf(open.high, 'finding')} that would mislead the board`;
    return { words, screen: 'reconcile' };
  }
  if (missing.length > 0) return { words: `Import the return of ${listOf(missing, 3)}`, screen: 'import' };
  if (small > 0) return { words: `Answer ${countOf(small, 'smaller finding')}`, screen: 'reconcile' };
  return issued.length === 0
    ? { words: `Read the pack for ${period} and issue it`, screen: 'pack' }
    : { words: `The pack for ${period} has been issued`, screen: 'pack' };
}
