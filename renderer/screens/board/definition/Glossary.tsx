/** The abbreviations a pack explains where it uses them. */
import { Button } from '@fluentui/react-components';
import { Panel } from '#renderer/parts/Panel.tsx';
import { numbered, replaced, without } from '#renderer/screens/board/definition/entries.ts';
import { LineButtons, TextField } from '#renderer/screens/board/definition/fields.tsx';
import type { BoardDefinition } from '#shared/definition/definition.ts';

interface Props {
  readonly draft: BoardDefinition;
  readonly change: (draft: BoardDefinition) => void;
}

export function Glossary({ draft, change }: Props) {
  const { glossary } = draft;
  const put = (next: BoardDefinition['glossary']) => change({ ...draft, glossary: next });
  return (
    <Panel title="Glossary" className="general">
      {numbered(glossary).map(({ one: entry, index, key }) => (
        <div key={key} className="reading">
          <div className="facets">
            <TextField
              label="Term"
              value={entry.term}
              change={(term) => put(replaced(glossary, index, { ...entry, term }))}
            />
            <TextField
              label="Meaning"
              value={entry.meaning}
              change={(meaning) => put(replaced(glossary, index, { ...entry, meaning }))}
            />
          </div>
          <LineButtons of={entry.term} remove={() => put(without(glossary, index))} />
        </div>
      ))}
      <div>
        <Button onClick={() => put([...glossary, { term: 'New term', meaning: 'What it means' }])}>
          Add a term
        </Button>
      </div>
    </Panel>
  );
}
