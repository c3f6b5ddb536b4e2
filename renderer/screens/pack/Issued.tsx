/** Packs that went out, frozen; and what reads differently since. */
import { Button, Link } from '@fluentui/react-components';
import { useState } from 'react';
import { Panel } from '#renderer/parts/Panel.tsx';
import { Empty, Ready } from '#renderer/parts/States.tsx';
import { fileSize, momentOf } from '#renderer/parts/words.ts';
import { useIssuedFile } from '#renderer/queries/pack/mutations.ts';
import { useChanges, useIssued } from '#renderer/queries/pack/queries.ts';
import { useSave } from '#renderer/queries/save.ts';
import type { IssuedPack } from '#shared/operation/stored.ts';

export function Issued() {
  const issued = useIssued();
  return (
    <Ready query={issued}>
      {(packs) =>
        packs.length === 0 ? (
          <Empty title="No pack has been issued">
            Once you issue one it is kept here exactly as it went out.
          </Empty>
        ) : (
          packs.toReversed().map((pack) => <One key={pack.id} pack={pack} />)
        )
      }
    </Ready>
  );
}

function One({ pack }: { readonly pack: IssuedPack }) {
  const [looking, setLooking] = useState(false);
  const file = useIssuedFile();
  const { save } = useSave();
  const take = async (name: string) => {
    const done = await file.run({ id: pack.id, name });
    if (done) await save(done.value);
  };
  return (
    <Panel
      title={`${pack.period}, ${pack.edition === 'board' ? 'board edition' : 'public edition'}`}
      actions={
        <Button size="small" onClick={() => setLooking(!looking)}>
          {looking ? 'Hide what changed' : 'What has changed since'}
        </Button>
      }
    >
      <p className="quiet">
        Issued {momentOf(pack.at)} by {pack.by}
      </p>
      <ul className="plain-list">
        {pack.files.map(({ name, size }) => (
          <li key={name}>
            <Link as="button" onClick={() => void take(name)}>
              {name}
            </Link>{' '}
            <span className="quiet">{fileSize(size)}</span>
          </li>
        ))}
      </ul>
      {looking ? <Changes id={pack.id} /> : null}
    </Panel>
  );
}

function Changes({ id }: { readonly id: number }) {
  const changes = useChanges(id);
  return (
    <Ready query={changes} words="Comparing…">
      {(list) =>
        list.length === 0 ? (
          <p>Every figure reads as it did then.</p>
        ) : (
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">Figure</th>
                <th scope="col" className="number">
                  Issued
                </th>
                <th scope="col" className="number">
                  Now
                </th>
              </tr>
            </thead>
            <tbody>
              {list.map(({ key, label, issued, now }) => (
                <tr key={key}>
                  <th scope="row">{label}</th>
                  <td className="number">{issued ?? 'not there'}</td>
                  <td className="number">{now ?? 'gone'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </Ready>
  );
}
