/** The work list: which findings are shown, in which groups, and which comes next. */
import { kindWords } from '#renderer/parts/kinds.ts';
import { severities, severityWord } from '#renderer/parts/words.ts';
import type { SettledFinding } from '#shared/decision/apply.ts';
import type { Severity } from '#shared/finding/finding.ts';

export type Grouping = 'none' | 'severity' | 'provider' | 'kind';

export interface Filter {
  readonly search: string;
  readonly severity: Severity | 'all';
  readonly provider: string;
  readonly kind: string;
  readonly status: 'open' | 'settled' | 'all';
  readonly group: Grouping;
}

export const ALL = 'all';

export const startFilter: Filter = {
  search: '',
  severity: 'all',
  provider: ALL,
  kind: ALL,
  status: 'open',
  group: 'none',
};

/** What another screen asked to see: `provider fgc high`, `finding 12ab`, `queries`. */
export function filterFor(focus: string | null): Filter {
  const [what, code = ALL, severity] = focus?.split(' ') ?? [];
  if (what === 'finding') return { ...startFilter, status: 'all' };
  if (what !== 'provider') return startFilter;
  return { ...startFilter, provider: code, severity: severities.find((one) => one === severity) ?? 'all' };
}

export const isOpen = ({ status }: SettledFinding): boolean => status === 'open' || status === 'review';

export type Row =
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly label: string;
      readonly size: number;
      readonly folded: boolean;
    }
  | { readonly kind: 'finding'; readonly id: string; readonly finding: SettledFinding };

function fits(finding: SettledFinding, filter: Filter, words: readonly string[]): boolean {
  if (filter.status !== 'all' && (filter.status === 'open') !== isOpen(finding)) return false;
  if (filter.severity !== 'all' && finding.severity !== filter.severity) return false;
  if (filter.provider !== ALL && (finding.provider ?? '') !== filter.provider) return false;
  if (filter.kind !== ALL && finding.kind !== filter.kind) return false;
  if (words.length === 0) return true;
  const text = `${finding.title} ${finding.message} ${finding.period}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

const RANK: Readonly<Record<Severity, number>> = { high: 0, medium: 1, low: 2 };

/** The findings that fit, the most serious first; findings of one severity keep the order they came in. */
export function listed(findings: readonly SettledFinding[], filter: Filter): readonly SettledFinding[] {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  return findings
    .filter((finding) => fits(finding, filter, words))
    .toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
}

type NameOf = (provider: string | null) => string;

function groupOf(finding: SettledFinding, grouping: Grouping, nameOf: NameOf): string {
  if (grouping === 'severity') return severityWord[finding.severity];
  return grouping === 'kind' ? kindWords[finding.kind].name : nameOf(finding.provider);
}

/** Rows of the list: the findings, under headings where they are grouped; folded groups show their heading only. */
export function rowsOf(
  findings: readonly SettledFinding[],
  grouping: Grouping,
  folded: ReadonlySet<string>,
  nameOf: NameOf,
): readonly Row[] {
  const row = (finding: SettledFinding): Row => ({ kind: 'finding', id: finding.id, finding });
  if (grouping === 'none') return findings.map(row);
  const groups = Map.groupBy(findings, (finding) => groupOf(finding, grouping, nameOf));
  return [...groups].flatMap(([label, members]): Row[] => {
    const closed = folded.has(label);
    const head: Row = { kind: 'group', id: `group ${label}`, label, size: members.length, folded: closed };
    return closed ? [head] : [head, ...members.map(row)];
  });
}

/** The finding `step` places on from `id`; the first where `id` is not in the list; null in an empty list. */
export function neighbour(rows: readonly Row[], id: string | null, step: number): string | null {
  const ids = rows.filter(({ kind }) => kind === 'finding').map((row) => row.id);
  const at = ids.indexOf(id ?? '');
  if (at < 0) return ids[0] ?? null;
  return ids[Math.min(ids.length - 1, Math.max(0, at + step))] ?? null;
}

/** What to look at once `id` has been settled and leaves the list: the next one, or the one before the end. */
export function following(rows: readonly Row[], id: string): string | null {
  const next = neighbour(rows, id, 1);
  return next === id ? neighbour(rows, id, -1) : next;
}
