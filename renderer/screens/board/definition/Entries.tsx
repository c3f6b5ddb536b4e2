/** One part of the definition: its entries at the left, the chosen one open at the right. */
import { Button, Field, Input } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { Panel } from '#renderer/parts/Panel.tsx';
import {
  type EntryOf,
  type EntryPart,
  moved,
  replaced,
  titleOf,
  withEntries,
  withNew,
  without,
} from '#renderer/screens/board/definition/entries.ts';
import { LineButtons } from '#renderer/screens/board/definition/fields.tsx';
import type { BoardDefinition } from '#shared/definition/definition.ts';

interface Props<P extends EntryPart> {
  readonly part: P;
  readonly title: string;
  /** What a new one is called on its button: `programme`. */
  readonly one: string;
  readonly draft: BoardDefinition;
  readonly change: (draft: BoardDefinition) => void;
  readonly form: (entry: EntryOf<P>, set: (entry: EntryOf<P>) => void) => ReactNode;
}

export function Entries<P extends EntryPart>({ part, title, one, draft, change, form }: Props<P>) {
  const entries: readonly EntryOf<P>[] = draft[part];
  const [chosen, setChosen] = useState(entries[0]?.code ?? '');
  const [name, setName] = useState('');
  const found = entries.findIndex(({ code }) => code === chosen);
  const at = found === -1 ? 0 : found;
  const entry = entries[at];
  const put = (list: readonly EntryOf<P>[]) => change(withEntries(draft, part, list));
  const add = () => {
    const added = withNew(draft, part, name.trim());
    change(added.definition);
    setChosen(added.code);
    setName('');
  };
  return (
    <div className="entries">
      <Panel title={title}>
        <ul className="entry-list">
          {entries.map((each, index) => (
            <li key={each.code}>
              <button type="button" aria-current={index === at} onClick={() => setChosen(each.code)}>
                {titleOf(each)}
              </button>
            </li>
          ))}
        </ul>
        <form
          className="row add-category"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') add();
          }}
        >
          <Field label={`New ${one}`}>
            <Input value={name} onChange={(_, { value }) => setName(value)} />
          </Field>
          <Button type="submit" disabled={name.trim() === ''}>
            Add
          </Button>
        </form>
      </Panel>
      {entry ? (
        <Panel
          title={titleOf(entry) || 'Without a name'}
          actions={
            <LineButtons
              of={titleOf(entry)}
              up={at > 0 ? () => put(moved(entries, at, -1)) : undefined}
              down={at < entries.length - 1 ? () => put(moved(entries, at, 1)) : undefined}
              remove={() => put(without(entries, at))}
            />
          }
        >
          <div key={entry.code} className="entry-form">
            {form(entry, (next) => put(replaced(entries, at, next)))}
          </div>
        </Panel>
      ) : (
        <Panel title="None yet">
          <p className="quiet">Add the first {one} at the left.</p>
        </Panel>
      )}
    </div>
  );
}
