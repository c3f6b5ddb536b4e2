/** Exempt documents: added, every identifier settled in its context, and only then in the board edition. */
import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { Panel } from '#renderer/parts/Panel.tsx';
import { PickFile } from '#renderer/parts/PickFile.tsx';
import { Empty, Ready } from '#renderer/parts/States.tsx';
import { useAddExempt, useInclude, useRemoveExempt, useSettle } from '#renderer/queries/exempt/mutations.ts';
import { useExempt } from '#renderer/queries/exempt/queries.ts';
import { Ask } from '#renderer/shell/dialogs/Ask.tsx';
import type { ExemptView, GivenFile } from '#shared/api/api.ts';
import { REASONS, type Settling } from '#shared/exempt/document.ts';
import type { HitKind } from '#shared/exempt/identify.ts';
import '#renderer/screens/exempt/exempt.css';

const KINDS: Readonly<Record<HitKind, string>> = {
  email: 'E-mail address',
  nhs: 'NHS number',
  postcode: 'Postcode',
  phone: 'Telephone number',
  date: 'Date',
  case: 'Case number',
  name: 'Name',
  place: 'Small place',
};

export function Exempt({ period }: { readonly period: string }) {
  const documents = useExempt(period);
  const [adding, setAdding] = useState<GivenFile | null>(null);
  return (
    <>
      <div className="row">
        <PickFile label="Exempt document" accept=".docx,.docm,.txt" take={setAdding}>
          Add a document…
        </PickFile>
        <span className="quiet">Feedback, case studies: Word or plain text.</span>
      </div>
      <Ready query={documents}>
        {(list) =>
          list.length === 0 ? (
            <Empty title="No exempt documents">
              What you add is checked for names, dates, postcodes, numbers and small places. Once each is
              accepted or masked, you put the document in the board edition as an exempt appendix. It is never
              in the public one, and nothing you mask is kept on the board.
            </Empty>
          ) : (
            list.map((one) => <One key={one.id} document={one} />)
          )
        }
      </Ready>
      {adding ? <Add period={period} file={adding} close={() => setAdding(null)} /> : null}
    </>
  );
}

/** What became of a document so far, and what to do next. */
function standingOf({ state, file, hits }: ExemptView): string {
  const open = hits.filter(({ settled }) => settled === null).length;
  const left = `${open} of ${hits.length} still to be settled.`;
  switch (state) {
    case 'staged':
      return open > 0
        ? `${file}: not on the board yet. ${left}`
        : `${file}: everything is settled. Read it through, then put it in the board edition.`;
    case 'in':
      return 'In the board edition. No pattern finds everything: read the appendix before it goes out.';
    case 'open':
      return `On the board, but in no pack: ${left}`;
  }
}

function One({ document }: { readonly document: ExemptView }) {
  const settle = useSettle();
  const include = useInclude();
  const remove = useRemoveExempt();
  const { id, title, reason, hits, state } = document;
  const open = hits.filter(({ settled }) => settled === null);
  const put = (ids: readonly string[], as: Settling | null) => void settle.run({ id, hits: ids, as });
  return (
    <Panel
      title={title}
      actions={
        <>
          {open.length > 0 ? (
            <Button
              size="small"
              onClick={() =>
                put(
                  open.map((hit) => hit.id),
                  'mask',
                )
              }
            >
              Mask all {open.length} still open
            </Button>
          ) : null}
          {state === 'staged' && open.length === 0 ? (
            <Button
              size="small"
              appearance="primary"
              disabled={include.busy}
              onClick={() => void include.run({ id })}
            >
              Put in the board edition
            </Button>
          ) : null}
          <Button size="small" aria-label={`Take away ${title}`} onClick={() => void remove.run({ id })}>
            Take away
          </Button>
        </>
      }
    >
      <p className="quiet">
        {standingOf(document)} Exempt under paragraph {reason} of Schedule 12A.
      </p>
      <Hits hits={hits} busy={settle.busy} put={put} />
    </Panel>
  );
}

interface HitsProps {
  readonly hits: ExemptView['hits'];
  readonly busy: boolean;
  readonly put: (ids: readonly string[], as: Settling | null) => void;
}

function Hits({ hits, busy, put }: HitsProps) {
  if (hits.length === 0) return <p>Nothing was found that looks like an identifier.</p>;
  return (
    <table className="plain-table exempt-hits">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Where it stands</th>
          <th scope="col">Settled</th>
        </tr>
      </thead>
      <tbody>
        {hits.map(({ id, kind, place, text, before, after, settled }) => (
          <tr key={id}>
            <th scope="row">
              {KINDS[kind]}
              {place === 'title' ? ', in the title' : ''}
            </th>
            <td>
              {before}
              {settled === 'mask' ? <del>{text}</del> : <mark>{text}</mark>}
              {after}
            </td>
            <td>
              <div className="row">
                {(['accept', 'mask'] as const).map((as) => (
                  <Button
                    key={as}
                    size="small"
                    aria-label={`${as === 'accept' ? 'Accept' : 'Mask'} ${text}`}
                    aria-pressed={settled === as}
                    appearance={settled === as ? 'primary' : 'secondary'}
                    disabled={busy}
                    onClick={() => put([id], settled === as ? null : as)}
                  >
                    {as === 'accept' ? 'Accept' : 'Mask'}
                  </Button>
                ))}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface AddProps {
  readonly period: string;
  readonly file: GivenFile;
  readonly close: () => void;
}

function Add({ period, file, close }: AddProps) {
  const [title, setTitle] = useState('');
  const [reason, setReason] = useState('2');
  const add = useAddExempt();
  const save = async () => {
    if (await add.run({ period, title: title.trim() === '' ? null : title, reason, file })) close();
  };
  return (
    <Ask
      title="Add an exempt document"
      action={add.busy ? 'Reading…' : 'Add'}
      disabled={add.busy}
      onAction={() => void save()}
      onCancel={close}
    >
      <p>
        The words of {file.name} are read; pictures are not. Until every name, date and number found in them
        is accepted or masked, they are held in memory only, and forgotten when the board is closed. Then the
        masked words go on the board. What you accept stays in the board’s history, even if the document is
        taken away.
      </p>
      <Field
        label="Title of the appendix"
        hint="Left empty, it is “Case study” and a number. A title is checked like the text."
      >
        <Input autoFocus value={title} onChange={(_, { value }) => setTitle(value)} />
      </Field>
      <Field label="Why it is exempt" hint="Paragraph of Part 1 of Schedule 12A, Local Government Act 1972.">
        <Select value={reason} onChange={(_, { value }) => setReason(value)}>
          {REASONS.map(({ paragraph, words }) => (
            <option key={paragraph} value={paragraph}>
              {paragraph}: {words}
            </option>
          ))}
        </Select>
      </Field>
    </Ask>
  );
}
