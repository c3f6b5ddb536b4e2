/** The front page: who reports, to whom, what is asked of the board. */
import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { Panel } from '#renderer/parts/Panel.tsx';
import { Ready } from '#renderer/parts/States.tsx';
import { useDefinition } from '#renderer/queries/definition/queries.ts';
import { useSetFront } from '#renderer/queries/pack/mutations.ts';
import { useAnswers } from '#renderer/queries/pack/queries.ts';
import { useTell } from '#renderer/queries/tell.ts';

export function Front() {
  const answers = useAnswers();
  return <Ready query={answers}>{(value) => <Form key={JSON.stringify(value)} answers={value} />}</Ready>;
}

function Form({ answers }: { readonly answers: Readonly<Record<string, string>> }) {
  const { value: definition } = useDefinition();
  const [given, setGiven] = useState(answers);
  const put = useSetFront();
  const tell = useTell();
  const save = async () => {
    if (await put.run({ answers: given })) tell({ kind: 'done', text: 'The front page is saved.' });
  };
  return (
    <Panel title="Front page" className="front">
      {(definition?.front ?? []).map(({ label, value }) => (
        <Field key={label} label={label} hint={value ? `Left empty: ${value}` : undefined}>
          <Input
            value={given[label] ?? ''}
            onChange={(_, data) => setGiven({ ...given, [label]: data.value })}
          />
        </Field>
      ))}
      <Button className="front-save" appearance="primary" disabled={put.busy} onClick={() => void save()}>
        Save
      </Button>
    </Panel>
  );
}
