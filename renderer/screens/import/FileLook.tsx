/** One staged file: whose it is and why, what stands in its way, and its tables. */
import { Button, Field, MessageBar, MessageBarBody, Select } from '@fluentui/react-components';
import type { Names } from '#renderer/queries/definition/names.ts';
import { useAccept, useCorrect, useDiscard } from '#renderer/queries/import/mutations.ts';
import { useTell } from '#renderer/queries/tell.ts';
import { quartersToChoose } from '#renderer/screens/import/state.ts';
import { Tables } from '#renderer/screens/import/Tables.tsx';
import { useAround } from '#renderer/shell/window.ts';
import type { Correction, StagedFile } from '#shared/api/api.ts';

interface Props {
  readonly file: StagedFile;
  readonly names: Names;
}

export function FileLook({ file, names }: Props) {
  const correct = useCorrect();
  const put = (correction: Correction) => void correct.run({ id: file.id, correction });
  return (
    <section className="file-look" aria-label={file.file}>
      <header className="file-head">
        <Whose file={file} names={names} put={put} />
        <Actions file={file} />
      </header>
      {file.objection ? (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{file.objection}</MessageBarBody>
        </MessageBar>
      ) : null}
      {file.note ? (
        <MessageBar layout="multiline">
          <MessageBarBody>{file.note}</MessageBarBody>
        </MessageBar>
      ) : null}
      {file.warnings.map((warning) => (
        <p key={warning} className="quiet">
          {warning}
        </p>
      ))}
      {file.tables.length > 0 ? (
        <Tables
          tables={file.tables}
          grids={file.grids}
          names={names}
          corrected={file.correction.memory}
          put={put}
        />
      ) : null}
    </section>
  );
}

interface WhoseProps extends Props {
  readonly put: (correction: Correction) => void;
}

function Whose({ file, names, put }: WhoseProps) {
  const { board } = useAround();
  const known = file.period ? [...board.periods, file.period] : board.periods;
  return (
    <div className="row whose">
      <Field label="Provider" size="small">
        <Select
          size="small"
          value={file.provider ?? ''}
          onChange={(_, { value }) => value && put({ provider: value })}
        >
          <option value="">Choose…</option>
          {names.definition?.providers.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Quarter" size="small">
        <Select
          size="small"
          value={file.period ?? ''}
          onChange={(_, { value }) => value && put({ period: value })}
        >
          <option value="">Choose…</option>
          {quartersToChoose(known, new Date()).map((period) => (
            <option key={period}>{period}</option>
          ))}
        </Select>
      </Field>
      {file.evidence.length > 0 ? (
        <details className="evidence">
          <summary>Why it is thought so</summary>
          <ul>
            {file.evidence.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

function Actions({ file }: { readonly file: StagedFile }) {
  const accept = useAccept();
  const discard = useDiscard();
  const tell = useTell();
  const act = async () => {
    const done = await accept.run({ ids: [file.id] });
    for (const { ok, message, file: name } of done?.value ?? []) {
      tell({ kind: ok ? 'done' : 'error', text: `${name} ${message}` });
    }
  };
  return (
    <div className="row">
      <Button disabled={discard.busy} onClick={() => void discard.run({ ids: [file.id] })}>
        Discard
      </Button>
      <Button disabled={file.objection !== null || accept.busy} onClick={() => void act()}>
        Accept this file
      </Button>
    </div>
  );
}
