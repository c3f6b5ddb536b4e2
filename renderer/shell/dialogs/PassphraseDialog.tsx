/** The passphrase of a board that has one. */
import { Checkbox, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { useClient } from '#renderer/queries/use.ts';
import { Ask } from '#renderer/shell/dialogs/Ask.tsx';
import type { Opening } from '#renderer/shell/dialogs/opening.ts';

interface Props {
  readonly opening: Opening;
  readonly path: string;
  readonly wrong: string | null;
}

export function PassphraseDialog({ opening, path, wrong }: Props) {
  const { host } = useClient();
  const [passphrase, setPassphrase] = useState('');
  const [remember, setRemember] = useState(false);
  return (
    <Ask
      title="This board has a passphrase"
      action="Open"
      disabled={passphrase === '' || opening.busy}
      onAction={() => void opening.open(path, passphrase, remember)}
      onCancel={opening.cancel}
    >
      <p className="quiet">{path}</p>
      <Field label="Passphrase" validationMessage={wrong ?? undefined}>
        <Input
          autoFocus
          type="password"
          value={passphrase}
          onChange={(_, { value }) => setPassphrase(value)}
        />
      </Field>
      {host.keychain ? (
        <Checkbox
          label="Remember it in this computer’s keychain"
          checked={remember}
          onChange={(_, { checked }) => setRemember(checked === true)}
        />
      ) : null}
    </Ask>
  );
}
