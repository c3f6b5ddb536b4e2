/** A new board: where it is kept and, if wished, a passphrase. */
import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { usePlaces } from '#renderer/queries/board/queries.ts';
import { Ask } from '#renderer/shell/dialogs/Ask.tsx';
import type { Opening } from '#renderer/shell/dialogs/opening.ts';

interface Props {
  readonly opening: Opening;
  /** Chosen in the system's own dialog already. */
  readonly path: string | null;
}

export function NewDialog({ opening, path: chosen }: Props) {
  const places = usePlaces(chosen === null);
  const [typed, setTyped] = useState<string | null>(chosen);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const path = typed ?? places.value?.suggested ?? '';
  const differ = passphrase !== again;
  return (
    <Ask
      title="New board"
      action="Create"
      disabled={path.trim() === '' || differ || opening.busy}
      onAction={() => void opening.create(path.trim(), passphrase === '' ? null : passphrase)}
      onCancel={opening.cancel}
    >
      <p className="quiet">A board is one file that holds the returns, decisions, words and packs.</p>
      <Field label="Where to keep it" hint="A name alone is kept in your usual folder.">
        <Input value={path} onChange={(_, { value }) => setTyped(value)} />
      </Field>
      <Field
        label="Passphrase (optional)"
        hint="Without it nobody can open the board, nor can it be recovered."
      >
        <Input type="password" value={passphrase} onChange={(_, { value }) => setPassphrase(value)} />
      </Field>
      {passphrase === '' ? null : (
        <Field
          label="The same passphrase again"
          validationMessage={differ && again !== '' ? 'The two do not match yet.' : undefined}
        >
          <Input type="password" value={again} onChange={(_, { value }) => setAgain(value)} />
        </Field>
      )}
    </Ask>
  );
}
