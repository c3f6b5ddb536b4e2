/** A return on the board, looked at again: as sent, as understood; saved or taken back. */
import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { Screen } from '#renderer/parts/Screen.tsx';
import { Ready } from '#renderer/parts/States.tsx';
import { momentOf } from '#renderer/parts/words.ts';
import { useNames } from '#renderer/queries/definition/names.ts';
import { useReturnFile, useWithdrawReturn } from '#renderer/queries/import/mutations.ts';
import { useReturnView } from '#renderer/queries/import/queries.ts';
import { useSave } from '#renderer/queries/save.ts';
import { Tables } from '#renderer/screens/import/Tables.tsx';
import { Ask } from '#renderer/shell/dialogs/Ask.tsx';
import { useAround } from '#renderer/shell/window.ts';
import type { ReturnVersion } from '#shared/operation/stored.ts';

export function ReturnLook({ id }: { readonly id: number }) {
  const { go } = useAround();
  const names = useNames();
  const view = useReturnView(id);
  const version = view.value?.version;
  const about = version
    ? `${names.provider(version.provider)}, ${version.period}, version ${version.version} (${version.status}), accepted ${momentOf(version.at)} by ${version.by}`
    : '';
  return (
    <Screen
      fill
      title={version?.name ?? 'Return'}
      about={about}
      actions={
        <>
          <Button onClick={() => go('import')}>Back to Import</Button>
          {version ? <Actions version={version} /> : null}
        </>
      }
    >
      <Ready query={view} words="Reading the return…">
        {({ tables, grids }) => (
          <section className="file-look" aria-label="Return">
            <Tables tables={tables} grids={grids} names={names} put={null} />
          </section>
        )}
      </Ready>
    </Screen>
  );
}

function Actions({ version }: { readonly version: ReturnVersion }) {
  const file = useReturnFile();
  const { save } = useSave();
  const [asking, setAsking] = useState(false);
  const take = async () => {
    const done = await file.run({ id: version.id });
    if (done) await save(done.value);
  };
  return (
    <>
      <Button onClick={() => void take()}>Save the file…</Button>
      {version.status === 'current' ? (
        <Button onClick={() => setAsking(true)}>Take off the board…</Button>
      ) : null}
      {asking ? <Withdraw version={version} close={() => setAsking(false)} /> : null}
    </>
  );
}

function Withdraw({ version, close }: { readonly version: ReturnVersion; readonly close: () => void }) {
  const [why, setWhy] = useState('');
  const withdraw = useWithdrawReturn();
  const act = async () => {
    if (await withdraw.run({ id: version.id, why, reinstate: version.version > 1 })) close();
  };
  return (
    <Ask
      title={`Take ${version.name} off the board`}
      action="Take off"
      disabled={why.trim() === '' || withdraw.busy}
      onAction={() => void act()}
      onCancel={close}
    >
      <p className="quiet">
        The file stays readable in the audit trail.
        {version.version > 1 ? ' The version before it counts again.' : ''}
      </p>
      <Field label="Why">
        <Input value={why} onChange={(_, { value }) => setWhy(value)} />
      </Field>
    </Ask>
  );
}
