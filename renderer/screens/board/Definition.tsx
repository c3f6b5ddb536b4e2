/** The definition of the board, part by part, changed in place and checked before it is kept. */
import { Button, MessageBar, MessageBarBody, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { Ready } from '#renderer/parts/States.tsx';
import { useSetDefinition } from '#renderer/queries/definition/mutations.ts';
import { useDefinition } from '#renderer/queries/definition/queries.ts';
import { useTell } from '#renderer/queries/tell.ts';
import { Categories } from '#renderer/screens/board/Categories.tsx';
import { General } from '#renderer/screens/board/General.tsx';
import { NamedTable } from '#renderer/screens/board/NamedTable.tsx';
import { Targets } from '#renderer/screens/board/Targets.tsx';
import type { BoardDefinition } from '#shared/definition/definition.ts';

export function Definition() {
  const query = useDefinition();
  return (
    <Ready query={query} words="Reading the definition…">
      {(definition) => <Editor key={definition.version} definition={definition} />}
    </Ready>
  );
}

const PARTS = [
  { part: 'general', words: 'Names, deadlines, small numbers' },
  { part: 'programmes', words: 'Programmes' },
  { part: 'providers', words: 'Providers' },
  { part: 'sets', words: 'Categories' },
  { part: 'measures', words: 'Measures' },
  { part: 'targets', words: 'Targets' },
] as const;

type Part = (typeof PARTS)[number]['part'];
type Problems = readonly { readonly place: string; readonly message: string }[];

function Editor({ definition }: { readonly definition: BoardDefinition }) {
  const [draft, setDraft] = useState(definition);
  const [part, setPart] = useState<Part>('general');
  const [problems, setProblems] = useState<Problems>([]);
  const put = useSetDefinition();
  const tell = useTell();
  const save = async () => {
    const done = await put.run({ definition: draft });
    if (!done) return;
    setProblems(done.value.problems);
    if (done.value.problems.length === 0)
      tell({ kind: 'done', text: 'The definition is saved. Returns are read by it from now on.' });
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
        <Button disabled={!changed} onClick={() => setDraft(definition)}>
          Discard changes
        </Button>
        <Button appearance="primary" disabled={!changed || put.busy} onClick={() => void save()}>
          Save definition
        </Button>
      </div>
      {problems.map(({ place, message }) => (
        <MessageBar key={`${place} ${message}`} intent="error" layout="multiline">
          <MessageBarBody>
            {place}: {message}
          </MessageBarBody>
        </MessageBar>
      ))}
      <PartOf part={part} draft={draft} change={setDraft} />
    </>
  );
}

interface PartProps {
  readonly part: Part;
  readonly draft: BoardDefinition;
  readonly change: (draft: BoardDefinition) => void;
}

function PartOf({ part, draft, change }: PartProps) {
  if (part === 'general') return <General draft={draft} change={change} />;
  if (part === 'sets') return <Categories draft={draft} change={change} />;
  if (part === 'targets') return <Targets draft={draft} change={change} />;
  return <NamedTable part={part} draft={draft} change={change} />;
}
