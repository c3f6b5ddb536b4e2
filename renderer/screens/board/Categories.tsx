/** The members of a category set, and the other names each goes by. */
import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { Panel } from '#renderer/parts/Panel.tsx';
import { NameLine } from '#renderer/screens/board/NameLine.tsx';
import { withCategory, withNewCategory } from '#renderer/screens/board/state.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';

interface Props {
  readonly draft: BoardDefinition;
  readonly change: (draft: BoardDefinition) => void;
}

export function Categories({ draft, change }: Props) {
  const [chosen, setChosen] = useState(draft.sets[0]?.code ?? '');
  const [added, setAdded] = useState('');
  const set = draft.sets.find(({ code }) => code === chosen);
  if (!set) return <p className="quiet">This board has no categories.</p>;
  return (
    <Panel
      title={set.name}
      actions={
        <Select aria-label="Category set" value={chosen} onChange={(_, { value }) => setChosen(value)}>
          {draft.sets.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      }
    >
      <table className="plain-table definition-table">
        <thead>
          <tr>
            <th scope="col">Category</th>
            <th scope="col">Other names, separated by commas</th>
            <th scope="col">Note</th>
          </tr>
        </thead>
        <tbody>
          {set.members.map(({ code, name, aliases, partOf }) => (
            <NameLine
              key={`${set.code} ${code}`}
              name={name}
              aliases={aliases}
              note={partOf ? `published under ${partOf}` : ''}
              change={(what) => change(withCategory(draft, set.code, code, what))}
            />
          ))}
        </tbody>
      </table>
      <div className="row add-category">
        <Field label="New category">
          <Input value={added} onChange={(_, { value }) => setAdded(value)} />
        </Field>
        <Button
          disabled={added.trim() === ''}
          onClick={() => {
            change(withNewCategory(draft, set.code, added.trim()));
            setAdded('');
          }}
        >
          Add
        </Button>
      </div>
    </Panel>
  );
}
