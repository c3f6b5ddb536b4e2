/** A severity as a word in its colour; the word alone is enough. */
import { severityWord } from '#renderer/parts/words.ts';
import type { Severity as Level } from '#shared/finding/finding.ts';

const MARK: Readonly<Record<Level, string>> = { high: '▲', medium: '◆', low: '●' };

export function Severity({ level }: { readonly level: Level }) {
  return (
    <span className={`severity ${level}`}>
      <span aria-hidden="true">{MARK[level]}</span> {severityWord[level]}
    </span>
  );
}

export function Tag({
  kind,
  children,
}: {
  readonly kind: 'good' | 'bad' | 'warn' | 'plain';
  readonly children: string;
}) {
  return <span className={`tag ${kind}`}>{children}</span>;
}
