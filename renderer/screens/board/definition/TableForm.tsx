/** How one table of the returns is recognised, and what its numbers are. */
import { AxisForm } from '#renderer/screens/board/definition/AxisForm.tsx';
import { FacetFields } from '#renderer/screens/board/definition/FacetFields.tsx';
import { LinesField, Many, TextField } from '#renderer/screens/board/definition/fields.tsx';
import type { BoardDefinition, TableDefinition } from '#shared/definition/definition.ts';

interface Props {
  readonly board: BoardDefinition;
  readonly entry: TableDefinition;
  readonly set: (entry: TableDefinition) => void;
}

export function TableForm({ board, entry, set }: Props) {
  return (
    <>
      <TextField label="Title in the pack" value={entry.title} change={(title) => set({ ...entry, title })} />
      <LinesField
        label="Captions it is known by"
        value={entry.captions}
        change={(captions) => set({ ...entry, captions })}
      />
      <Many
        label="Sent by"
        value={entry.providers}
        options={board.providers}
        change={(providers) => set({ ...entry, providers })}
      />
      <fieldset className="axis">
        <legend>What every number is, unless a label says otherwise</legend>
        <FacetFields board={board} facets={entry.facets} set={(facets) => set({ ...entry, facets })} />
      </fieldset>
      <AxisForm title="Rows" board={board} axis={entry.rows} set={(rows) => set({ ...entry, rows })} />
      <AxisForm
        title="Columns"
        board={board}
        axis={entry.columns}
        set={(columns) => set({ ...entry, columns })}
      />
    </>
  );
}
