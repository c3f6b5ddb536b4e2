/** Packs that went out, frozen; and what reads differently since. */
import { Button, Link } from '@fluentui/react-components';
import { useState } from 'react';
import { Panel } from '#renderer/parts/Panel.tsx';
import { Empty, Ready } from '#renderer/parts/States.tsx';
import { fileSize, momentOf } from '#renderer/parts/words.ts';
import { useIssuedFile } from '#renderer/queries/pack/mutations.ts';
import { useIssued, useVerified } from '#renderer/queries/pack/queries.ts';
import { useSave } from '#renderer/queries/save.ts';
import { Difference } from '#renderer/screens/pack/Difference.tsx';
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
      <Files pack={pack} take={(name) => void take(name)} />
      {looking ? (
        <Difference
          from={{ kind: 'issued', id: pack.id }}
          to={{ kind: 'draft', period: pack.period, edition: pack.edition }}
        />
      ) : null}
    </Panel>
  );
}

/** The hash each file went out under, and whether what is kept still has it. */
function Files({ pack, take }: { readonly pack: IssuedPack; readonly take: (name: string) => void }) {
  const { value } = useVerified(pack.id);
  return (
    <ul className="plain-list">
      {pack.files.map(({ name, size, sha256 }) => {
        const checked = value?.find((one) => one.name === name);
        return (
          <li key={name}>
            <Link as="button" onClick={() => take(name)}>
              {name}
            </Link>{' '}
            <span className="quiet">{fileSize(size)}</span>
            <div className="quiet hash">
              SHA-256 {sha256}
              {checked ? (checked.intact ? ' – as it went out' : null) : ' – checking…'}
              {checked && !checked.intact ? (
                <strong> – damaged: bring the board back from a backup</strong>
              ) : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
