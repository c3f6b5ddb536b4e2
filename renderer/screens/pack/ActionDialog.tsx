/** Raising or changing an action, and saying what has become of it. */
import { Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { usePutAction, useTellAction } from '#renderer/queries/action/mutations.ts';
import { useDefinition } from '#renderer/queries/definition/queries.ts';
import { Ask } from '#renderer/shell/dialogs/Ask.tsx';
import type { ActionView } from '#shared/action/action.ts';

interface PutProps {
  readonly period: string;
  /** Null for a new one. */
  readonly action: ActionView | null;
  readonly close: () => void;
}

export function ActionDialog({ period, action, close }: PutProps) {
  const { value: definition } = useDefinition();
  const [said, setSaid] = useState({
    programme: action?.programme ?? '',
    text: action?.text ?? '',
    owner: action?.owner ?? '',
    due: action?.due ?? '',
  });
  const put = usePutAction();
  const keep = async () => {
    const programme = said.programme === '' ? null : said.programme;
    if (await put.run({ period, id: action?.id ?? null, ...said, programme })) close();
  };
  const missing = said.text.trim() === '' || said.owner.trim() === '' || said.due === '';
  return (
    <Ask
      title={action ? 'Change the recommendation' : `Add a recommendation for ${period}`}
      action={action ? 'Change' : 'Add'}
      disabled={missing || put.busy}
      onAction={() => void keep()}
      onCancel={close}
    >
      <Field label="What is to be done">
        <Textarea
          autoFocus
          value={said.text}
          onChange={(_, { value }) => setSaid({ ...said, text: value })}
        />
      </Field>
      <Field label="Programme">
        <Select value={said.programme} onChange={(_, { value }) => setSaid({ ...said, programme: value })}>
          <option value="">The whole board</option>
          {(definition?.programmes ?? []).map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Owner">
        <Input value={said.owner} onChange={(_, { value }) => setSaid({ ...said, owner: value })} />
      </Field>
      <Field label="Due">
        <Input type="date" value={said.due} onChange={(_, { value }) => setSaid({ ...said, due: value })} />
      </Field>
    </Ask>
  );
}

interface TellProps {
  readonly period: string;
  readonly action: ActionView;
  readonly close: () => void;
}

export function TellDialog({ period, action, close }: TellProps) {
  const open = action.closed === null;
  const [text, setText] = useState('');
  const [closed, setClosed] = useState(false);
  const tell = useTellAction();
  const keep = async () => {
    const said = text.trim() === '' ? null : text;
    if (await tell.run({ period, id: action.id, text: said, closed })) close();
  };
  return (
    <Ask
      title={open ? 'Progress' : 'Open it again'}
      action={open ? (closed ? 'Close it' : 'Add') : 'Open again'}
      disabled={tell.busy || (open && !closed && text.trim() === '')}
      onAction={() => void keep()}
      onCancel={close}
    >
      <p>{action.text}</p>
      <Field label={`What has become of it, ${period}`} hint="Printed in the action log.">
        <Textarea autoFocus value={text} onChange={(_, { value }) => setText(value)} />
      </Field>
      {open ? (
        <Checkbox
          label="It is done: close it"
          checked={closed}
          onChange={(_, { checked }) => setClosed(checked === true)}
        />
      ) : null}
    </Ask>
  );
}
