/** Review, on the board: sending copies, merging what comes back, every comment by section. */
import { Button, Checkbox, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { Panel } from '#renderer/parts/Panel.tsx';
import { PickFile } from '#renderer/parts/PickFile.tsx';
import { Empty, Ready } from '#renderer/parts/States.tsx';
import { count } from '#renderer/parts/words.ts';
import { useOutline } from '#renderer/queries/pack/queries.ts';
import { useMergeReviewed, useSendForReview } from '#renderer/queries/review/mutations.ts';
import { useComments } from '#renderer/queries/review/queries.ts';
import { useSave } from '#renderer/queries/save.ts';
import { useTell } from '#renderer/queries/tell.ts';
import { CommentList } from '#renderer/screens/review/Comments.tsx';
import { Ask } from '#renderer/shell/dialogs/Ask.tsx';
import type { GivenFile } from '#shared/api/api.ts';
import type { Comment } from '#shared/review/review.ts';

export function Review({ period }: { readonly period: string }) {
  const comments = useComments(period);
  const [sending, setSending] = useState(false);
  const [merging, setMerging] = useState<GivenFile | null>(null);
  return (
    <>
      <div className="row">
        <Button appearance="primary" onClick={() => setSending(true)}>
          Send for review…
        </Button>
        <PickFile label="Reviewed copy" accept=".eoc" take={setMerging}>
          Merge a reviewed copy…
        </PickFile>
      </div>
      <Ready query={comments}>
        {(list) =>
          list.length === 0 ? (
            <Empty title="No comments yet">
              Send a copy to a manager, who opens it in this program, comments, and sends it back. Merge it
              here.
            </Empty>
          ) : (
            <Sections period={period} comments={list} />
          )
        }
      </Ready>
      {sending ? <SendForReview period={period} close={() => setSending(false)} /> : null}
      {merging ? <Merge file={merging} close={() => setMerging(null)} /> : null}
    </>
  );
}

function Sections({ period, comments }: { readonly period: string; readonly comments: readonly Comment[] }) {
  const { value: outline } = useOutline(period);
  const [all, setAll] = useState(false);
  const shown = comments.filter(({ resolved }) => all || resolved === null);
  const open = comments.filter(({ resolved }) => resolved === null).length;
  const sections = Map.groupBy(shown, ({ section }) => section);
  const order = (outline ?? []).map(({ code }) => code);
  const codes = [...sections.keys()].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return (
    <>
      <div className="row">
        <span>
          {count(comments.length, 'comment')}, {open} open
        </span>
        <Checkbox
          label="Show resolved"
          checked={all}
          onChange={(_, { checked }) => setAll(checked === true)}
        />
      </div>
      {codes.map((code) => (
        <Panel key={code} title={outline?.find((one) => one.code === code)?.title ?? code}>
          <CommentList comments={sections.get(code) ?? []} />
        </Panel>
      ))}
    </>
  );
}

function SendForReview({ period, close }: { readonly period: string; readonly close: () => void }) {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const sending = useSendForReview();
  const { save } = useSave();
  const send = async () => {
    const done = await sending.run({ period, passphrase });
    if (!done) return;
    await save(done.value);
    close();
  };
  const differ = again !== '' && again !== passphrase;
  return (
    <Ask
      title="Send for review"
      action={sending.busy ? 'Writing…' : 'Save the copy'}
      disabled={passphrase.trim().length < 8 || passphrase !== again || sending.busy}
      onAction={() => void send()}
      onCancel={close}
    >
      <p>
        The copy is one encrypted file. In it is the board edition of the pack for {period} as it stands, with
        small numbers and exempt appendices in full. The returns, the workings beneath the figures and the
        history stay here.
      </p>
      <p>
        Whoever has the file and the passphrase can read it. Send them by different ways: the file by e-mail,
        the passphrase by telephone.
      </p>
      <Field label="Passphrase" hint="At least eight characters. Three or four words are good.">
        <Input
          autoFocus
          type="password"
          value={passphrase}
          onChange={(_, { value }) => setPassphrase(value)}
        />
      </Field>
      <Field label="Passphrase again" {...(differ ? { validationMessage: 'The two differ.' } : {})}>
        <Input type="password" value={again} onChange={(_, { value }) => setAgain(value)} />
      </Field>
    </Ask>
  );
}

function Merge({ file, close }: { readonly file: GivenFile; readonly close: () => void }) {
  const [passphrase, setPassphrase] = useState('');
  const merging = useMergeReviewed();
  const tell = useTell();
  const merge = async () => {
    const done = await merging.run({ file, passphrase });
    if (!done) return;
    const { added, changed, period } = done.value;
    const news =
      added + changed === 0 ? 'Nothing new' : `${count(added, 'new comment')}, ${changed} rewritten`;
    tell({ kind: 'done', text: `${news}, on the pack for ${period}.` });
    close();
  };
  return (
    <Ask
      title="Merge a reviewed copy"
      action={merging.busy ? 'Reading…' : 'Merge'}
      disabled={passphrase === '' || merging.busy}
      onAction={() => void merge()}
      onCancel={close}
    >
      <p>
        The comments in {file.name} are added to those on the board. Merging the same copy twice adds nothing.
      </p>
      <Field label="Passphrase of the copy">
        <Input
          autoFocus
          type="password"
          value={passphrase}
          onChange={(_, { value }) => setPassphrase(value)}
        />
      </Field>
    </Ask>
  );
}
