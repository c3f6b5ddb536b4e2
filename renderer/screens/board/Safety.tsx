/** Backups, and the passphrase that keeps the board closed to others. */
import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { Panel } from '#renderer/parts/Panel.tsx';
import { Ready } from '#renderer/parts/States.tsx';
import { fileSize, momentOf } from '#renderer/parts/words.ts';
import { useRestore, useSetPassphrase } from '#renderer/queries/board/mutations.ts';
import { useBackups } from '#renderer/queries/board/queries.ts';
import { useTell } from '#renderer/queries/tell.ts';
import { useRun } from '#renderer/shell/commanding.ts';
import { Ask } from '#renderer/shell/dialogs/Ask.tsx';
import { useAround } from '#renderer/shell/window.ts';

export function Safety() {
  const run = useRun();
  return (
    <>
      <Passphrase />
      <Panel title="Backups" actions={<Button onClick={() => run('board.saveCopy')}>Save a copy…</Button>}>
        <p className="quiet">
          One is made by itself after every import. Restoring keeps the board as it is now as well.
        </p>
        <Backups />
      </Panel>
    </>
  );
}

function Backups() {
  const backups = useBackups();
  const restore = useRestore();
  const tell = useTell();
  const [asked, setAsked] = useState<string | null>(null);
  const act = async () => {
    if (asked && (await restore.run({ path: asked })))
      tell({ kind: 'done', text: 'The board is as it was then.' });
    setAsked(null);
  };
  return (
    <>
      <Ready query={backups}>
        {(list) =>
          list.length === 0 ? (
            <p>There is no backup yet.</p>
          ) : (
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">Made</th>
                  <th scope="col">Where</th>
                  <th scope="col" className="number">
                    Size
                  </th>
                  <th scope="col">
                    <span className="unseen">Restore</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {list.map(({ path, at, size }) => (
                  <tr key={path}>
                    <th scope="row" className="moment">
                      {momentOf(at)}
                    </th>
                    <td className="quiet start-path">{path}</td>
                    <td className="number">{fileSize(size)}</td>
                    <td>
                      <Button size="small" onClick={() => setAsked(path)}>
                        Restore…
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Ready>
      {asked ? (
        <Ask
          title="Restore this backup"
          action="Restore"
          disabled={restore.busy}
          onAction={() => void act()}
          onCancel={() => setAsked(null)}
        >
          <p>The board goes back to how it was. What it is now is kept beside it as a file of its own.</p>
          <p className="quiet">{asked}</p>
        </Ask>
      ) : null}
    </>
  );
}

function Passphrase() {
  const { board } = useAround();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const put = useSetPassphrase();
  const tell = useTell();
  const set = async (value: string | null) => {
    if (!(await put.run({ passphrase: value }))) return;
    setPassphrase('');
    setAgain('');
    tell({ kind: 'done', text: value === null ? 'The passphrase is removed.' : 'The passphrase is set.' });
  };
  const differ = passphrase !== again;
  return (
    <Panel title="Passphrase" className="general">
      <p>
        {board.encrypted
          ? 'This board has a passphrase. Without it nobody can read the file, nor can it be recovered.'
          : 'This board has no passphrase: whoever has the file can open it.'}
      </p>
      <Field label={board.encrypted ? 'New passphrase' : 'Passphrase'}>
        <Input type="password" value={passphrase} onChange={(_, { value }) => setPassphrase(value)} />
      </Field>
      <Field
        label="The same again"
        validationMessage={differ && again !== '' ? 'The two do not match yet.' : undefined}
      >
        <Input type="password" value={again} onChange={(_, { value }) => setAgain(value)} />
      </Field>
      <div className="row">
        <Button disabled={passphrase === '' || differ || put.busy} onClick={() => void set(passphrase)}>
          {board.encrypted ? 'Change passphrase' : 'Set passphrase'}
        </Button>
        {board.encrypted ? (
          <Button disabled={put.busy} onClick={() => void set(null)}>
            Remove passphrase
          </Button>
        ) : null}
      </div>
    </Panel>
  );
}
