/** Import: files are read, looked at, put right and only then accepted. */
import { Button } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { Progressing } from '#renderer/parts/Progressing.tsx';
import { Screen } from '#renderer/parts/Screen.tsx';
import { Ready } from '#renderer/parts/States.tsx';
import { count } from '#renderer/parts/words.ts';
import { useAccept, useDiscard } from '#renderer/queries/import/mutations.ts';
import { useStaged } from '#renderer/queries/import/queries.ts';
import { useTell } from '#renderer/queries/tell.ts';
import { Received } from '#renderer/screens/import/Received.tsx';
import { ReturnLook } from '#renderer/screens/import/ReturnLook.tsx';
import { Staged } from '#renderer/screens/import/Staged.tsx';
import { useCommand } from '#renderer/shell/commanding.ts';
import { useImportFiles } from '#renderer/shell/importing.ts';
import { useAround } from '#renderer/shell/window.ts';
import type { StagedFile } from '#shared/api/api.ts';
import '#renderer/screens/import/import.css';

export function Import() {
  const { route } = useAround();
  const staged = useStaged();
  const id = /^return (\d+)$/.exec(route.focus ?? '')?.[1];
  if (id) return <ReturnLook key={id} id={Number(id)} />;
  const files = staged.value ?? [];
  return (
    <Screen
      fill={files.length > 0}
      title="Import"
      about="Drop returns anywhere in this window. Nothing enters the board until you accept it."
      actions={
        <>
          <Pick />
          {files.length > 0 ? <AcceptAll files={files} /> : null}
        </>
      }
    >
      <Progressing task="import" doing="Reading" />
      <Progressing task="accept" doing="Putting on the board:" />
      <Ready query={staged} words="Looking for files…">
        {(list) => (list.length === 0 ? <Received /> : <Staged files={list} />)}
      </Ready>
    </Screen>
  );
}

function Pick() {
  const input = useRef<HTMLInputElement>(null);
  const take = useImportFiles();
  useCommand('import.files', () => input.current?.click());
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Returns"
        accept=".docx,.xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt,.html,.htm"
        onChange={({ currentTarget }) => {
          void take([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()}>Choose files…</Button>
    </>
  );
}

function AcceptAll({ files }: { readonly files: readonly StagedFile[] }) {
  const accept = useAccept();
  const discard = useDiscard();
  const tell = useTell();
  const [refused, setRefused] = useState(0);
  const ready = files.filter(({ objection }) => objection === null);
  const act = async () => {
    const done = await accept.run({ ids: ready.map(({ id }) => id) });
    if (!done) return;
    const bad = done.value.filter(({ ok }) => !ok);
    setRefused(bad.length);
    const text = bad.map(({ file, message }) => `${file}: ${message}`).join(' ');
    if (bad.length > 0) tell({ kind: 'error', text });
    else tell({ kind: 'done', text: `${count(ready.length, 'file')} put on the board.` });
  };
  return (
    <>
      <Button disabled={discard.busy} onClick={() => void discard.run({ ids: files.map(({ id }) => id) })}>
        Discard all
      </Button>
      <Button appearance="primary" disabled={ready.length === 0 || accept.busy} onClick={() => void act()}>
        {refused > 0 ? 'Try again: accept' : 'Accept'} {count(ready.length, 'file')}
      </Button>
    </>
  );
}
