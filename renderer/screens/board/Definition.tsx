/** The definition of the board, part by part, changed in place and checked before it is kept. */
import { Button, MessageBar, MessageBarBody, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { Ready } from '#renderer/parts/States.tsx';
import { useSetDefinition } from '#renderer/queries/definition/mutations.ts';
import { useDefinition } from '#renderer/queries/definition/queries.ts';
import { useTell } from '#renderer/queries/tell.ts';
import { useDraft } from '#renderer/screens/board/definition/draft.ts';
import { FileButtons } from '#renderer/screens/board/definition/FileButtons.tsx';
import { PARTS, type Part, PartOf } from '#renderer/screens/board/definition/parts.tsx';
import { placeWords } from '#renderer/screens/board/definition/place.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';

export function Definition() {
  const query = useDefinition();
  return (
    <Ready query={query} words="Reading the definition…">
      {(definition) => <Editor key={definition.version} definition={definition} />}
    </Ready>
  );
}

type Problems = readonly { readonly place: string; readonly message: string }[];

function Editor({ definition }: { readonly definition: BoardDefinition }) {
  const [draft, change] = useDraft(definition);
  const [part, setPart] = useState<Part>('general');
  const [problems, setProblems] = useState<Problems>([]);
  // Fields keep what is typed; another definition in place of this one starts them again.
  const [round, setRound] = useState(0);
  const put = useSetDefinition();
  const tell = useTell();
  const save = async () => {
    const done = await put.run({ definition: draft });
    if (!done) return;
    setProblems(done.value.problems);
    if (done.value.problems.length === 0)
      tell({ kind: 'done', text: 'The definition is saved. Returns are read by it from now on.' });
  };
  const replace = (next: BoardDefinition) => {
    change(next);
    setProblems([]);
    setRound(round + 1);
  };
  const changed = draft !== definition;
  return (
    <>
      <div className="row definition-head">
        <Select
          aria-label="Part of the definition"
          value={part}
          onChange={(_, { value }) => setPart(value as Part)}
        >
          {PARTS.map((one) => (
            <option key={one.part} value={one.part}>
              {one.words}
            </option>
          ))}
        </Select>
        <span className="spring" />
        {changed ? <span>Not saved yet</span> : <span className="quiet">Version {definition.version}</span>}
        <FileButtons draft={draft} load={replace} />
        <Button disabled={!changed} onClick={() => replace(definition)}>
          Discard changes
        </Button>
        <Button appearance="primary" disabled={!changed || put.busy} onClick={() => void save()}>
          Save definition
        </Button>
      </div>
      {problems.map(({ place, message }) => (
        <MessageBar key={`${place} ${message}`} intent="error" layout="multiline">
          <MessageBarBody>
            {placeWords(draft, place)}: {message}
          </MessageBarBody>
        </MessageBar>
      ))}
      <PartOf key={round} part={part} draft={draft} change={change} />
    </>
  );
}
