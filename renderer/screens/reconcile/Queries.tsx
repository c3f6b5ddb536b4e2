/** One message for each provider, to be copied or saved. */
import { Button } from '@fluentui/react-components';
import { Panel } from '#renderer/parts/Panel.tsx';
import { Empty, Ready } from '#renderer/parts/States.tsx';
import { useQueryFile, useQueryFiles } from '#renderer/queries/finding/mutations.ts';
import { useProviderQueries } from '#renderer/queries/finding/queries.ts';
import { useSave } from '#renderer/queries/save.ts';
import { useTell } from '#renderer/queries/tell.ts';
import type { ProviderQuery } from '#shared/finding/query.ts';

export function Queries({ period }: { readonly period: string | null }) {
  const queries = useProviderQueries(period);
  return (
    <Ready query={queries} words="Writing the messages…">
      {(list) =>
        list.length === 0 ? (
          <Empty title="Nothing to ask">No provider has an open finding for this quarter.</Empty>
        ) : (
          <div className="queries">
            {list.map((query) => (
              <Message key={query.provider} query={query} period={period} />
            ))}
          </div>
        )
      }
    </Ready>
  );
}

interface MessageProps {
  readonly query: ProviderQuery;
  readonly period: string | null;
}

function Message({ query, period }: MessageProps) {
  const tell = useTell();
  const file = useQueryFile();
  const own = useQueryFiles();
  const { save, saveText } = useSave();
  const copy = async () => {
    await navigator.clipboard.writeText(`${query.subject}\n\n${query.text}`);
    tell({ kind: 'done', text: `The message to ${query.name} is copied. Paste it into an e-mail.` });
  };
  const word = async () => {
    const made = await file.run({ provider: query.provider, period });
    if (made) await save(made.value);
  };
  const files = async (quarter: string) => {
    const made = await own.run({ provider: query.provider, period: quarter });
    if (!made) return;
    for (const one of made.value.files) await save(one);
    for (const note of made.value.notes) tell({ kind: 'warning', text: note });
  };
  return (
    <Panel
      title={query.name}
      actions={
        <>
          <Button size="small" onClick={() => void copy()}>
            Copy
          </Button>
          <Button size="small" disabled={file.busy} onClick={() => void word()}>
            Save as Word
          </Button>
          {period ? (
            <Button size="small" disabled={own.busy} onClick={() => void files(period)}>
              Download the provider’s own files with comments
            </Button>
          ) : null}
          <Button
            size="small"
            onClick={() => void saveText(`${query.subject.replaceAll(/[^\w -]+/g, '')}.txt`, query.text)}
          >
            Save as text
          </Button>
        </>
      }
    >
      <p>
        <strong>{query.subject}</strong>
      </p>
      <section className="message" tabIndex={0} aria-label={`Message to ${query.name}`}>
        {query.text}
      </section>
    </Panel>
  );
}
