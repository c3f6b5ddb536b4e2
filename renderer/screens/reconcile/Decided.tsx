/** The decision in force on a finding, and taking it back. */
import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { momentOf } from '#renderer/parts/words.ts';
import { useWithdrawDecision } from '#renderer/queries/finding/mutations.ts';
import { Ask } from '#renderer/shell/dialogs/Ask.tsx';
import type { SettledFinding } from '#shared/decision/apply.ts';

/** `Cell 2 is right`, `The value is 12`, `Nothing is wrong`. */
function verdictWords({ decision }: SettledFinding): string {
  const verdict = decision?.verdict;
  if (verdict?.kind === 'accept') return `Cell ${verdict.cell + 1} is right`;
  if (verdict?.kind === 'value') return `The value is ${verdict.value.toLocaleString('en-GB')}`;
  return 'Nothing is wrong';
}

export function Decided({ finding }: { readonly finding: SettledFinding }) {
  const [asking, setAsking] = useState(false);
  const { decision, status } = finding;
  if (!decision) return null;
  return (
    <div className="decided">
      <p>
        {status === 'review' ? (
          <strong>The cells have changed since it was decided: look again. </strong>
        ) : null}
        <strong>{verdictWords(finding)}</strong>: {decision.why}{' '}
        <span className="quiet">
          {decision.by}, {momentOf(decision.at)}
        </span>
      </p>
      <Button size="small" onClick={() => setAsking(true)}>
        Take back…
      </Button>
      {asking ? <TakeBack decision={decision.id} close={() => setAsking(false)} /> : null}
    </div>
  );
}

function TakeBack({ decision, close }: { readonly decision: string; readonly close: () => void }) {
  const [why, setWhy] = useState('');
  const withdraw = useWithdrawDecision();
  const act = async () => {
    if (await withdraw.run({ decision, why })) close();
  };
  return (
    <Ask
      title="Take the decision back"
      action="Take back"
      disabled={why.trim() === '' || withdraw.busy}
      onAction={() => void act()}
      onCancel={close}
    >
      <p className="quiet">The decision stays in the audit trail; the finding is open again.</p>
      <Field label="Why">
        <Input value={why} onChange={(_, { value }) => setWhy(value)} />
      </Field>
    </Ask>
  );
}
