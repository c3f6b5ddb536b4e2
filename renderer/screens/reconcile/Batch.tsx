/** Several findings dismissed together, with one reason. */
import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { count } from '#renderer/parts/words.ts';
import { useDecide } from '#renderer/queries/finding/mutations.ts';
import { useTell } from '#renderer/queries/tell.ts';
import { Ask } from '#renderer/shell/dialogs/Ask.tsx';
import { objectionTo } from '#shared/decision/reason.ts';

export function Batch({ ids }: { readonly ids: readonly string[] }) {
  const [asking, setAsking] = useState(false);
  return (
    <div className="row batch">
      <strong>{count(ids.length, 'finding')} ticked</strong>
      <Button size="small" onClick={() => setAsking(true)}>
        Dismiss together…
      </Button>
      {asking ? <DismissAll ids={ids} close={() => setAsking(false)} /> : null}
    </div>
  );
}

function DismissAll({ ids, close }: { readonly ids: readonly string[]; readonly close: () => void }) {
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const decide = useDecide();
  const tell = useTell();
  const missing = objectionTo(why, 'full');
  const act = async () => {
    setTried(true);
    if (missing !== null) return;
    for (const id of ids) {
      if (!(await decide.run({ id, verdict: { kind: 'dismiss' }, why }))) return;
    }
    tell({ kind: 'done', text: `${count(ids.length, 'finding')} dismissed.` });
    close();
  };
  return (
    <Ask
      title={`Dismiss ${count(ids.length, 'finding')}`}
      action="Dismiss"
      disabled={decide.busy}
      onAction={() => void act()}
      onCancel={close}
    >
      <Field label="Reason, kept with each" validationMessage={tried ? (missing ?? undefined) : undefined}>
        <Textarea rows={4} value={why} onChange={(_, { value }) => setWhy(value)} />
      </Field>
    </Ask>
  );
}
