/** How the labels of a table's rows or columns are understood: tried in order, the first that fits wins. */
import { Button } from '@fluentui/react-components';
import { moved, numbered, replaced, without } from '#renderer/screens/board/definition/entries.ts';
import { FacetFields } from '#renderer/screens/board/definition/FacetFields.tsx';
import {
  Choice,
  LineButtons,
  NamesField,
  TextField,
  Yes,
} from '#renderer/screens/board/definition/fields.tsx';
import { readings } from '#renderer/screens/board/definition/words.ts';
import type { AxisReading, BoardDefinition } from '#shared/definition/definition.ts';

interface Props {
  readonly title: string;
  readonly board: BoardDefinition;
  readonly axis: readonly AxisReading[];
  readonly set: (axis: readonly AxisReading[]) => void;
}

export function AxisForm({ title, board, axis, set }: Props) {
  return (
    <fieldset className="axis">
      <legend>{title}</legend>
      {axis.length === 0 ? <p className="quiet">Nothing is read from these labels yet.</p> : null}
      {numbered(axis).map(({ one: reading, index, key }) => (
        <div key={key} className="reading">
          <ReadingForm board={board} reading={reading} set={(next) => set(replaced(axis, index, next))} />
          <LineButtons
            of={`reading ${index + 1} of the ${title.toLowerCase()}`}
            up={index > 0 ? () => set(moved(axis, index, -1)) : undefined}
            down={index < axis.length - 1 ? () => set(moved(axis, index, 1)) : undefined}
            remove={() => set(without(axis, index))}
          />
        </div>
      ))}
      <div>
        <Button size="small" onClick={() => set([...axis, { kind: 'items', items: [] }])}>
          Add a reading
        </Button>
      </div>
    </fieldset>
  );
}

interface ReadingProps {
  readonly board: BoardDefinition;
  readonly reading: AxisReading;
  readonly set: (reading: AxisReading) => void;
}

/** A reading of another kind starts afresh: what one kind says means nothing to another. */
function readingOf(kind: AxisReading['kind'], board: BoardDefinition): AxisReading {
  if (kind === 'set') return { kind, set: board.sets[0]?.code ?? '' };
  return kind === 'items' ? { kind, items: [] } : { kind };
}

function ReadingForm({ board, reading, set }: ReadingProps) {
  return (
    <div className="column">
      <div className="row">
        <Choice
          label="Labels are"
          value={reading.kind}
          options={readings}
          change={(kind) => set(readingOf(kind as AxisReading['kind'], board))}
        />
        {reading.kind === 'set' ? (
          <Choice
            label="Set"
            value={reading.set}
            options={board.sets}
            change={(code) => set({ ...reading, set: code })}
          />
        ) : null}
      </div>
      {reading.kind === 'items' ? <Items board={board} reading={reading} set={set} /> : null}
    </div>
  );
}

type ItemsReading = Extract<AxisReading, { kind: 'items' }>;

interface ItemsProps {
  readonly board: BoardDefinition;
  readonly reading: ItemsReading;
  readonly set: (reading: ItemsReading) => void;
}

function Items({ board, reading, set }: ItemsProps) {
  const { items } = reading;
  const put = (next: ItemsReading['items']) => set({ ...reading, items: next });
  return (
    <>
      {numbered(items).map(({ one: item, index, key }) => (
        <details key={key} className="item">
          <summary>{item.label || 'Without a label'}</summary>
          <div className="entry-form">
            <TextField
              label="Label"
              value={item.label}
              change={(label) => put(replaced(items, index, { ...item, label }))}
            />
            <NamesField
              label="Other words for it"
              value={item.aliases}
              change={(aliases) => put(replaced(items, index, { ...item, aliases }))}
            />
            <FacetFields
              board={board}
              facets={item.facets}
              set={(facets) => put(replaced(items, index, { ...item, facets }))}
            />
            <Yes
              label="Words or remarks: numbers here are not figures of the table"
              value={item.aside === true}
              change={(aside) => {
                const { aside: _, ...rest } = item;
                put(replaced(items, index, aside ? { ...rest, aside } : rest));
              }}
            />
            <LineButtons
              of={item.label}
              up={index > 0 ? () => put(moved(items, index, -1)) : undefined}
              down={index < items.length - 1 ? () => put(moved(items, index, 1)) : undefined}
              remove={() => put(without(items, index))}
            />
          </div>
        </details>
      ))}
      <div>
        <Button size="small" onClick={() => put([...items, { label: 'New line', aliases: [], facets: {} }])}>
          Add a line
        </Button>
      </div>
    </>
  );
}
