/** Exporting a draft, or issuing the pack: which edition, which files, and what stands in the way. */
import {
  Button,
  Checkbox,
  Field,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  Textarea,
} from '@fluentui/react-components';
import { useState } from 'react';
import { Progressing } from '#renderer/parts/Progressing.tsx';
import { count } from '#renderer/parts/words.ts';
import {
  useCertificate,
  useEvidence,
  useExport,
  useIssue,
  useIssuedFile,
} from '#renderer/queries/pack/mutations.ts';
import { usePackDocument } from '#renderer/queries/pack/queries.ts';
import { useSave } from '#renderer/queries/save.ts';
import { useTell } from '#renderer/queries/tell.ts';
import { Ask } from '#renderer/shell/dialogs/Ask.tsx';
import type { PackFormat } from '#shared/api/api.ts';

type Edition = 'board' | 'public';

const FORMATS: readonly { readonly format: PackFormat; readonly words: string }[] = [
  { format: 'docx', words: 'Word' },
  { format: 'pdf', words: 'PDF' },
  { format: 'pptx', words: 'PowerPoint slides' },
  { format: 'xlsx', words: 'Excel workbook of the tables' },
  { format: 'html', words: 'Web page' },
];

interface Props {
  readonly period: string;
  readonly what: 'export' | 'issue';
  readonly close: () => void;
}

export function SendDialog({ period, what, close }: Props) {
  const [edition, setEdition] = useState<Edition>('board');
  const [formats, setFormats] = useState<readonly PackFormat[]>(['docx', 'pdf']);
  const [register, setRegister] = useState(false);
  const [override, setOverride] = useState('');
  const checks = usePackDocument(period, edition);
  const objections = checks.value?.objections ?? [];
  const send = useSend(period, close);
  const blocked = what === 'issue' && objections.length > 0 && override.trim() === '';
  return (
    <Ask
      title={what === 'issue' ? `Issue the pack for ${period}` : `Export the pack for ${period}`}
      action={send.busy ? 'Writing…' : what === 'issue' ? 'Issue' : 'Export'}
      disabled={formats.length === 0 || blocked || send.busy || checks.value === null}
      onAction={() =>
        void (what === 'issue'
          ? send.issue(edition, formats, override)
          : send.export(edition, formats, register && edition === 'board'))
      }
      onCancel={close}
    >
      {what === 'issue' ? (
        <p className="quiet">
          What is issued is kept byte for byte and cannot be undone, only followed by another edition.
        </p>
      ) : null}
      <Field label="Edition">
        <RadioGroup
          layout="horizontal"
          value={edition}
          onChange={(_, { value }) => setEdition(value as Edition)}
        >
          <Radio value="board" label="For the board" />
          <Radio value="public" label="For the public" />
        </RadioGroup>
      </Field>
      {/* A Field would name every box in it after itself. */}
      <fieldset className="column formats">
        <legend>Files</legend>
        {FORMATS.map(({ format, words }) => (
          <Checkbox
            key={format}
            label={words}
            checked={formats.includes(format)}
            onChange={(_, { checked }) =>
              setFormats(
                FORMATS.map((one) => one.format).filter((one) =>
                  one === format ? checked : formats.includes(one),
                ),
              )
            }
          />
        ))}
      </fieldset>
      {what === 'export' && edition === 'board' ? (
        <Field hint="A workbook of every figure with its cells, decisions and files. Never for the public: it hides nothing.">
          <Checkbox
            label="Evidence register as well"
            checked={register}
            onChange={(_, { checked }) => setRegister(checked === true)}
          />
        </Field>
      ) : null}
      {edition === 'public' ? <Proof period={period} ready={checks.value !== null} /> : null}
      {checks.error ? (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{checks.error.message}</MessageBarBody>
        </MessageBar>
      ) : null}
      <InTheWay objections={objections} />
      {what === 'issue' && objections.length > 0 ? (
        <Field
          label="Why it goes out all the same"
          hint="Printed in the pack’s data-quality note and kept with the issued pack."
        >
          <Textarea value={override} onChange={(_, { value }) => setOverride(value)} />
        </Field>
      ) : null}
    </Ask>
  );
}

/** How far the public edition is, and the proof that it is safe: for the administrator, beside the pack. */
function Proof({ period, ready }: { readonly period: string; readonly ready: boolean }) {
  const certificate = useCertificate();
  const { save } = useSave();
  const keep = async () => {
    const made = await certificate.run({ period });
    if (made) await save(made.value);
  };
  if (!ready) return <Progressing task="pack" doing="Public edition:" />;
  return (
    <p className="quiet">
      Every small number is proved safe against all tables and earlier editions.{' '}
      <Button size="small" disabled={certificate.busy} onClick={() => void keep()}>
        Save the certificate (not for publication)…
      </Button>
    </p>
  );
}

function InTheWay({ objections }: { readonly objections: readonly string[] }) {
  if (objections.length === 0) return null;
  return (
    <section className="in-the-way" aria-label="What stands in the way">
      <p>
        <strong>{count(objections.length, 'thing')} to settle before it goes out</strong>
      </p>
      <ul>
        {objections.map((objection) => (
          <li key={objection}>{objection}</li>
        ))}
      </ul>
    </section>
  );
}

function useSend(period: string, close: () => void) {
  const exporting = useExport();
  const evidence = useEvidence();
  const issuing = useIssue();
  const issuedFile = useIssuedFile();
  const { save } = useSave();
  const tell = useTell();
  const exportAll = async (edition: Edition, formats: readonly PackFormat[], register: boolean) => {
    const done = await exporting.run({ period, edition, formats, section: null });
    if (!done) return;
    const extra = register ? await evidence.run({ period }) : null;
    const files = [...done.value, ...(extra ? [extra.value] : [])];
    for (const file of files) await save(file);
    tell({ kind: 'done', text: `${count(files.length, 'file')} saved.` });
    close();
  };
  const issue = async (edition: Edition, formats: readonly PackFormat[], override: string) => {
    const done = await issuing.run({ period, edition, formats, override: override.trim() || null });
    if (!done) return;
    for (const { name } of done.value.files) {
      const file = await issuedFile.run({ id: done.value.id, name });
      if (file) await save(file.value);
    }
    tell({ kind: 'done', text: `The pack for ${period} has been issued and its files saved.` });
    close();
  };
  return {
    export: exportAll,
    issue,
    busy: exporting.busy || evidence.busy || issuing.busy || issuedFile.busy,
  };
}
