/** A quarter beside its months: a total that does not call itself one. */
import { statedPeriods } from '#shared/period/stated.ts';
import type { Line } from '#shared/table/table.ts';

type Span = 'month' | 'quarter';

const PLAIN_QUARTER = /^(?:the |this |whole |full )?(?:quarter|qtr)(?:\s+[1-4])?$/i;

/** What a label is in time; null where it says more than that. */
function spanOf(label: string): Span | null {
  if (PLAIN_QUARTER.test(label)) return 'quarter';
  if (label.split(/\s+/).length > 3) return null;
  const [stated, ...others] = statedPeriods(label);
  if (!stated || others.length > 0) return null;
  return stated.kind === 'month' || stated.kind === 'quarter' ? stated.kind : null;
}

interface Timed {
  readonly label: string;
  readonly span: Span;
}

function timeOf(line: Line): Timed | null {
  for (const label of line.path) {
    const span = spanOf(label);
    if (span) return { label, span };
  }
  return null;
}

/** The one quarter of the lines, where two or three months of it stand beside it. */
function isWhole(whole: Timed, all: readonly (Timed | null)[]): boolean {
  const labelsOf = (span: Span) =>
    new Set(all.flatMap((one) => (one?.span === span ? [one.label.toLowerCase()] : [])));
  const months = labelsOf('month').size;
  return whole.span === 'quarter' && labelsOf('quarter').size === 1 && (months === 2 || months === 3);
}

/** Lines with the one that spans the others as their total. */
export function withSpanTotals(lines: readonly Line[]): readonly Line[] {
  const times = lines.map(timeOf);
  return lines.map((line, at) => {
    const time = times[at];
    return line.role === 'body' && time && isWhole(time, times) ? { ...line, role: 'total' as const } : line;
  });
}
