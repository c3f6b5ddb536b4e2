/** The order findings are read in: worst first, then by provider, period and place in the file. */
import type { Finding, Severity } from '#shared/finding/finding.ts';
import { parseAddress } from '#shared/grid/address.ts';

const RANK: Readonly<Record<Severity, number>> = { high: 0, medium: 1, low: 2 };

function numbered(text: string): string {
  return text.replace(/\d+/g, (digits) => digits.padStart(6, '0'));
}

/** File, sheet, row and column of the cell a finding is about, as one sortable text. */
function placeText(finding: Finding): string {
  const ref = finding.cells[finding.suspect ?? 0]?.ref;
  if (!ref) return '';
  const at = parseAddress(ref.cell);
  const cell = at
    ? `${String(at.row).padStart(6, '0')} ${String(at.col).padStart(4, '0')}`
    : numbered(ref.cell);
  return `${ref.file}|${numbered(ref.sheet)}|${cell}`;
}

export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const keyed = findings.map((finding) => ({
    finding,
    text: [
      RANK[finding.severity],
      finding.provider ?? '~',
      finding.period,
      placeText(finding),
      finding.id,
    ].join('|'),
  }));
  return keyed
    .toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ finding }) => finding);
}
