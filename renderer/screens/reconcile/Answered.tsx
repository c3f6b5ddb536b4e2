/** What the provider answered to the finding in hand, and what the answer lacks. */
import { Button, Field, Input, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { dayOf } from '#renderer/parts/words.ts';
import { useNames } from '#renderer/queries/definition/names.ts';
import { useAnswer } from '#renderer/queries/finding/mutations.ts';
import { useAnswers } from '#renderer/queries/finding/queries.ts';
import { Ask } from '#renderer/shell/dialogs/Ask.tsx';
import type { AnswerView } from '#shared/answer/answer.ts';
import type { SettledFinding } from '#shared/decision/apply.ts';

export function Answered({ finding }: { readonly finding: SettledFinding }) {
  const { value } = useAnswers();
  const [asking, setAsking] = useState(false);
  if (finding.provider === null || !value) return null;
  const answer = value.find((one) => one.finding === finding.id) ?? null;
  return (
    <section className="answered" aria-label="The provider’s answer">
      {answer ? <Said answer={answer} /> : <p className="quiet">The provider has not answered yet.</p>}
      <Button size="small" onClick={() => setAsking(true)}>
        {answer ? 'Change the answer…' : 'Record an answer…'}
      </Button>
      {asking ? <Record finding={finding} answer={answer} close={() => setAsking(false)} /> : null}
    </section>
  );
}

function Said({ answer }: { readonly answer: AnswerView }) {
  return (
    <div className="column">
      <p>
        <strong>Answered:</strong> {answer.text}{' '}
        <span className="quiet">
          {answer.by}, {dayOf(answer.on)}
        </span>
      </p>
      {answer.state === 'changed' ? (
        <p className="quiet">The cells have changed since this was answered.</p>
      ) : null}
      <Missing missing={answer.missing} />
    </div>
  );
}

function Missing({ missing }: Pick<AnswerView, 'missing'>) {
  if (missing.length === 0)
    return <p className="quiet">It names a cause and its size: enough to decide by.</p>;
  return (
    <ul className="missing" aria-label="What the answer lacks">
      {missing.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

interface RecordProps {
  readonly finding: SettledFinding;
  readonly answer: AnswerView | null;
  readonly close: () => void;
}

function Record({ finding, answer, close }: RecordProps) {
  const names = useNames();
  const record = useAnswer();
  const [text, setText] = useState(answer?.text ?? '');
  const [by, setBy] = useState(answer?.by ?? names.provider(finding.provider));
  const [on, setOn] = useState(answer?.on ?? new Date().toISOString().slice(0, 10));
  const ready = by.trim() !== '' && on !== '' && (text.trim() !== '' || answer !== null);
  const act = async () => {
    if (await record.run({ id: finding.id, text, by, on })) close();
  };
  return (
    <Ask
      title="What the provider answered"
      action={text.trim() === '' && answer ? 'Remove the answer' : 'Record'}
      disabled={!ready || record.busy}
      onAction={() => void act()}
      onCancel={close}
    >
      <Field label="Answer" hint="In the provider’s words: what caused the difference, and how large it is.">
        <Textarea autoFocus rows={5} value={text} onChange={(_, { value }) => setText(value)} />
      </Field>
      <Field label="Answered by">
        <Input value={by} onChange={(_, { value }) => setBy(value)} />
      </Field>
      <Field label="On">
        <Input type="date" value={on} onChange={(_, { value }) => setOn(value)} />
      </Field>
    </Ask>
  );
}
