/** The files that wait, and the one looked at. */
import { useState } from 'react';
import { Tag } from '#renderer/parts/Severity.tsx';
import { useNames } from '#renderer/queries/definition/names.ts';
import { FileLook } from '#renderer/screens/import/FileLook.tsx';
import type { StagedFile } from '#shared/api/api.ts';

export function Staged({ files }: { readonly files: readonly StagedFile[] }) {
  const names = useNames();
  const [wanted, setWanted] = useState<string | null>(null);
  const first = files.find(({ objection }) => objection !== null) ?? files[0];
  const file = files.find(({ id }) => id === wanted) ?? first;
  return (
    <div className="staged">
      <ul className="staged-files" aria-label="Files read">
        {files.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              aria-current={one.id === file?.id ? 'true' : undefined}
              onClick={() => setWanted(one.id)}
            >
              <strong>{one.file}</strong>
              <span className="quiet">
                {one.provider ? names.provider(one.provider) : 'Provider not known'} ·{' '}
                {one.period ?? 'no quarter'}
              </span>
              <StateTag file={one} />
            </button>
          </li>
        ))}
      </ul>
      {file ? <FileLook key={file.id} file={file} names={names} /> : null}
    </div>
  );
}

/** Labels that name no category anywhere in the file. */
export function questions({ tables }: StagedFile): number {
  return tables.reduce((sum, table) => sum + table.unknownLabels.length + table.unread.length, 0);
}

function StateTag({ file }: { readonly file: StagedFile }) {
  if (file.needs === 'other-file') return <Tag kind="bad">Cannot be read</Tag>;
  if (file.objection !== null) return <Tag kind="bad">Needs you</Tag>;
  const open = questions(file);
  return open > 0 ? <Tag kind="warn">{`${open} to look at`}</Tag> : <Tag kind="good">Ready</Tag>;
}
