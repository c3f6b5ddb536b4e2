/** What is known of a programme, a provider and a measure. */

import { filled } from '#renderer/screens/board/definition/entries.ts';
import {
  Choice,
  LongText,
  Many,
  NamesField,
  TextField,
  Yes,
} from '#renderer/screens/board/definition/fields.tsx';
import { directions, overProgrammes, overQuarters, units } from '#renderer/screens/board/definition/words.ts';
import type { BoardDefinition, Measure, Programme, Provider } from '#shared/definition/definition.ts';

interface Props<T> {
  readonly board: BoardDefinition;
  readonly entry: T;
  readonly set: (entry: T) => void;
}

interface Named {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Its name, and the other names it goes by in returns. */
function Called<T extends Named>({ entry, set }: Omit<Props<T>, 'board'>) {
  return (
    <>
      <TextField label="Name" value={entry.name} change={(name) => set({ ...entry, name })} />
      <NamesField
        label="Other names"
        value={entry.aliases}
        change={(aliases) => set({ ...entry, aliases })}
      />
    </>
  );
}

export function ProgrammeForm({ board, entry, set }: Props<Programme>) {
  return (
    <>
      <Called entry={entry} set={set} />
      <Choice
        label="Counted in"
        none="Nothing: it stands on its own"
        value={entry.partOf ?? ''}
        options={board.programmes.filter(({ code }) => code !== entry.code)}
        change={(partOf) => set({ ...entry, partOf: partOf || null })}
      />
      <LongText
        label="What it is, in a sentence for the report"
        value={entry.about ?? ''}
        change={(about) => {
          const { about: _, ...rest } = entry;
          set(about === '' ? rest : { ...rest, about });
        }}
      />
    </>
  );
}

export function ProviderForm({ board, entry, set }: Props<Provider>) {
  const own = board.tables.filter(({ providers }) => providers.includes(entry.code));
  return (
    <>
      <Called entry={entry} set={set} />
      <Yes
        label="Compiles the tables of others (likelier to be wrong than they)"
        value={entry.compiles}
        change={(compiles) => set({ ...entry, compiles })}
      />
      <Many
        label="Programmes it returns"
        value={entry.programmes}
        options={board.programmes}
        change={(programmes) => set({ ...entry, programmes })}
      />
      {own.length === 0 ? (
        <p className="quiet">No table names this provider yet: add one under Tables.</p>
      ) : (
        <Many
          label="Tables expected every quarter"
          value={entry.returns}
          options={own.map(({ code, title }) => ({ code, name: title }))}
          change={(returns) => set({ ...entry, returns })}
        />
      )}
    </>
  );
}

export function MeasureForm({ entry, set }: Omit<Props<Measure>, 'board'>) {
  const put = (fields: Partial<Measure>) => set(filled({ ...entry, ...fields }));
  return (
    <>
      <Called entry={entry} set={set} />
      <Choice
        label="Counted in"
        value={entry.unit}
        options={units}
        change={(unit) => put({ unit: unit as Measure['unit'] })}
      />
      <Choice
        label="Which way is good"
        value={entry.direction}
        options={directions}
        change={(direction) => put({ direction: direction as Measure['direction'] })}
      />
      <Choice
        label="Over the quarters of a year"
        value={entry.overQuarters}
        options={overQuarters}
        change={(rule) => put({ overQuarters: rule as Measure['overQuarters'] })}
      />
      <Choice
        label="Over programmes"
        value={entry.overProgrammes}
        options={overProgrammes}
        change={(rule) => put({ overProgrammes: rule as Measure['overProgrammes'] })}
      />
    </>
  );
}
