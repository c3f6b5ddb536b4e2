/** The front page: who reports, to whom, what is asked of the board, and when it meets. */
import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { Panel } from '#renderer/parts/Panel.tsx';
import { Ready } from '#renderer/parts/States.tsx';
import { useDefinition } from '#renderer/queries/definition/queries.ts';
import { useSetFront } from '#renderer/queries/pack/mutations.ts';
import { useFrontPage } from '#renderer/queries/pack/queries.ts';
import { useTell } from '#renderer/queries/tell.ts';
import type { FrontPage } from '#shared/api/api.ts';

export function Front({ period }: { readonly period: string }) {
  const page = useFrontPage(period);
  return (
    <Ready query={page}>{(value) => <Form key={JSON.stringify(value)} period={period} page={value} />}</Ready>
  );
}

function Form({ period, page }: { readonly period: string; readonly page: FrontPage }) {
  const { value: definition } = useDefinition();
  const [answers, setAnswers] = useState(page.answers);
  const [meeting, setMeeting] = useState(page.meeting ?? '');
  const put = useSetFront();
  const tell = useTell();
  const save = async () => {
    const done = await put.run({ period, answers, meeting: meeting === '' ? null : meeting });
    if (done) tell({ kind: 'done', text: `The front page for ${period} is saved.` });
  };
  return (
    <Panel title="Front page" className="front">
      <p className="quiet">
        Answers hold for {period} and are taken over into the quarters after it, until they are changed there.
      </p>
      <Field
        label="Date of the meeting"
        hint="Actions due before it are overdue. Left empty: the last day of the quarter."
      >
        <Input type="date" value={meeting} onChange={(_, { value }) => setMeeting(value)} />
      </Field>
      {(definition?.front ?? []).map(({ label, value, afresh }) => (
        <Field
          key={label}
          label={label}
          hint={value ? `Left empty: ${value}` : afresh ? 'Asked afresh each quarter.' : undefined}
        >
          <Input
            value={answers[label] ?? ''}
            onChange={(_, data) => setAnswers({ ...answers, [label]: data.value })}
          />
        </Field>
      ))}
      <Button className="front-save" appearance="primary" disabled={put.busy} onClick={() => void save()}>
        Save
      </Button>
    </Panel>
  );
}
