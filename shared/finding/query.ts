/** The findings of one provider as one message, ready to send. */
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Finding } from '#shared/finding/finding.ts';
import { countOf } from '#shared/finding/words.ts';

export interface ProviderQuery {
  readonly provider: string;
  readonly name: string;
  readonly subject: string;
  /** Plain text with line breaks. */
  readonly text: string;
  readonly findings: readonly string[];
}

const NEEDS = {
  high: 'needed before the pack goes out',
  medium: 'please answer',
  low: 'small points',
} as const;

function paragraphs(findings: readonly Finding[]): string {
  let number = 0;
  return (['high', 'medium', 'low'] as const)
    .flatMap((severity) => {
      const group = findings.filter((finding) => finding.severity === severity);
      if (group.length === 0) return [];
      const items = group.map((finding) => {
        number += 1;
        const lines = finding.arithmetic.map((line) => `   ${line}`);
        return [`${number}. ${finding.title}`, `   ${finding.message}`, ...lines].join('\n');
      });
      return [`${NEEDS[severity][0]?.toUpperCase()}${NEEDS[severity].slice(1)}:`, ...items];
    })
    .join('\n\n');
}

/** Nobody is thanked for a return that has not come. */
function opening(findings: readonly Finding[], period: string): string {
  const nothingCame = findings.every((finding) => finding.kind === 'missing' && finding.cells.length === 0);
  return nothingCame
    ? `This is about your return for ${period}.`
    : `Thank you for your return for ${period}.`;
}

function queryOf(
  definition: BoardDefinition,
  provider: string,
  findings: readonly Finding[],
  period: string,
): ProviderQuery {
  const name = definition.providers.find((candidate) => candidate.code === provider)?.name ?? provider;
  const points = countOf(findings.length, 'point');
  const text = [
    `To ${name}`,
    `${opening(findings, period)} Before it goes to the ${definition.board} there ${
      findings.length === 1 ? 'is' : 'are'
    } ${points} we would like to settle with you.`,
    paragraphs(findings),
    'For each point, please tell us which figure is right and what caused the difference, or send a corrected return. ' +
      'A correction of an earlier period is shown as a restatement of that period.',
  ].join('\n\n');
  return {
    provider,
    name,
    subject: `${definition.board}, ${period}: ${points} on the return from ${name}`,
    text: `${text}\n`,
    findings: findings.map((finding) => finding.id),
  };
}

/**
 * One message for each provider with findings, in the order of the definition, then by code. Pass the findings
 * that are still open; those without a provider concern the board's own tables and are left out.
 */
export function providerQueries(
  definition: BoardDefinition,
  findings: readonly Finding[],
  period: string,
): readonly ProviderQuery[] {
  const order = definition.providers.map((provider) => provider.code);
  const place = (code: string): number => (order.includes(code) ? order.indexOf(code) : order.length);
  const groups = Map.groupBy(
    findings.filter((finding) => finding.provider !== null),
    (finding) => finding.provider ?? '',
  );
  return [...groups]
    .toSorted(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
    .map(([provider, group]) => queryOf(definition, provider, group, period));
}
