/** Programmes, providers and measures: their names and the other names they go by. */
import { Panel } from '#renderer/parts/Panel.tsx';
import { NameLine } from '#renderer/screens/board/NameLine.tsx';
import { type NamedPart, withNamed } from '#renderer/screens/board/state.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';

const TITLES: Readonly<Record<NamedPart, string>> = {
  programmes: 'Programmes',
  providers: 'Providers',
  measures: 'Measures',
};

interface Props {
  readonly part: NamedPart;
  readonly draft: BoardDefinition;
  readonly change: (draft: BoardDefinition) => void;
}

/** What else is known of each, by code. */
function notesOf(draft: BoardDefinition, part: NamedPart): ReadonlyMap<string, string> {
  if (part === 'programmes') {
    return new Map(draft.programmes.map(({ code, partOf }) => [code, partOf ? `part of ${partOf}` : '']));
  }
  if (part === 'measures')
    return new Map(draft.measures.map(({ code, unit }) => [code, `counted in ${unit}`]));
  return new Map(
    draft.providers.map(({ code, returns }) => [
      code,
      returns.length === 0 ? 'nothing expected' : `${returns.length} tables expected every quarter`,
    ]),
  );
}

export function NamedTable({ part, draft, change }: Props) {
  const notes = notesOf(draft, part);
  return (
    <Panel title={TITLES[part]}>
      <table className="plain-table definition-table">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Other names, separated by commas</th>
            <th scope="col">Note</th>
          </tr>
        </thead>
        <tbody>
          {draft[part].map(({ code, name, aliases }) => (
            <NameLine
              key={code}
              name={name}
              aliases={aliases}
              note={notes.get(code) ?? ''}
              change={(what) => change(withNamed(draft, part, code, what))}
            />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
