/** What is open, how much was checked, and the packs that went out. */
import { Button, Link } from '@fluentui/react-components';
import { Panel } from '#renderer/parts/Panel.tsx';
import { Severity } from '#renderer/parts/Severity.tsx';
import { Waiting } from '#renderer/parts/States.tsx';
import { count, dayOf, severities } from '#renderer/parts/words.ts';
import { useAround } from '#renderer/shell/window.ts';
import type { QuarterSummary } from '#shared/api/api.ts';

interface Props {
  readonly quarter: QuarterSummary;
}

export function FindingsPanel({ quarter: { checking, open, decided, coverage } }: Props) {
  const { go } = useAround();
  if (checking) {
    return (
      <Panel title="Findings">
        <Waiting words="Checking every return against the others…" />
      </Panel>
    );
  }
  const all = open.high + open.medium + open.low;
  return (
    <Panel title="Findings">
      {all === 0 ? <p>Nothing is open.</p> : null}
      <dl className="tally">
        {severities.map((severity) => (
          <div key={severity}>
            <dt>
              <Severity level={severity} />
            </dt>
            <dd>{open[severity]} open</dd>
          </div>
        ))}
        <div>
          <dt>Settled</dt>
          <dd>{decided}</dd>
        </div>
      </dl>
      <p className="quiet">
        {count(coverage.held + coverage.violated, 'check')} made on the whole board:{' '}
        {coverage.held.toLocaleString('en-GB')} agree, {coverage.violated.toLocaleString('en-GB')} do not.{' '}
        {coverage.notCheckable.length.toLocaleString('en-GB')} could not be made because something they need
        is missing.
      </p>
      {all > 0 ? <Button onClick={() => go('reconcile', 'queries')}>Messages to providers</Button> : null}
    </Panel>
  );
}

export function PackPanel({ quarter: { issued } }: Props) {
  const { go } = useAround();
  return (
    <Panel title="Pack">
      {issued.length === 0 ? (
        <p>Not issued yet. The draft is made from the figures as they stand.</p>
      ) : (
        <ul className="plain-list">
          {issued.map((pack) => (
            <li key={pack.id}>
              <Link as="button" onClick={() => go('pack', 'issued')}>
                {pack.edition === 'board' ? 'Board edition' : 'Public edition'}
              </Link>{' '}
              issued {dayOf(pack.at)} by {pack.by}
            </li>
          ))}
        </ul>
      )}
      <Button onClick={() => go('pack')}>Look at the pack</Button>
    </Panel>
  );
}
