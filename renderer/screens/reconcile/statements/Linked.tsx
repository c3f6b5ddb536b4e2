/** Statements somebody has linked, or said to be no figure: to be forgotten again where that was wrong. */
import { Button } from '@fluentui/react-components';
import { useForgetLink } from '#renderer/queries/claim/mutations.ts';
import { useNames } from '#renderer/queries/definition/names.ts';
import { numbered } from '#renderer/screens/reconcile/statements/state.ts';
import type { LinkedStatement } from '#shared/claim/list.ts';

export function Linked({ rows }: { readonly rows: readonly LinkedStatement[] }) {
  const forget = useForgetLink();
  const names = useNames();
  if (rows.length === 0) return null;
  const meant = (figure: string | null) => {
    if (figure === null) return 'Not a figure';
    const [measure = '', programme = '', period = ''] = figure.split('|');
    return [names.measure(measure), names.programme(programme || null), period].filter(Boolean).join(', ');
  };
  return (
    <details className="statements-linked">
      <summary>Linked by hand ({rows.length})</summary>
      <ul>
        {rows.map((row) => (
          <li key={numbered(row)} className="row">
            <span>
              <strong>{row.said}</strong> {row.sentence} <span className="quiet">{meant(row.figure)}</span>
            </span>
            <Button
              size="small"
              disabled={forget.busy}
              aria-label={`Forget the link of “${row.said}” in “${row.sentence}”`}
              onClick={() => void forget.run({ name: row.name })}
            >
              Forget
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
