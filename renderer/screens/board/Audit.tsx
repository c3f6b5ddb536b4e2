/** Everything that was done to the board, latest first. */
import { SearchBox } from '@fluentui/react-components';
import { useState } from 'react';
import { Panel } from '#renderer/parts/Panel.tsx';
import { Ready } from '#renderer/parts/States.tsx';
import { changeWords, momentOf } from '#renderer/parts/words.ts';
import { useHistory } from '#renderer/queries/board/queries.ts';

/** Lines shown; searching finds the rest. */
const SHOWN = 300;

export function Audit() {
  const history = useHistory();
  const [search, setSearch] = useState('');
  return (
    <Panel
      title="Audit trail"
      actions={
        <SearchBox
          aria-label="Search the audit trail"
          placeholder="Search"
          value={search}
          onChange={(_, { value }) => setSearch(value)}
        />
      }
    >
      <Ready query={history}>
        {(events) => {
          const found = events
            .filter(({ summary, by }) => `${summary} ${by}`.toLowerCase().includes(search.toLowerCase()))
            .toSorted((a, b) => b.id - a.id);
          return (
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">When</th>
                  <th scope="col">Who</th>
                  <th scope="col">What</th>
                </tr>
              </thead>
              <tbody>
                {found.slice(0, SHOWN).map(({ id, at, by, summary }) => (
                  <tr key={id}>
                    <td className="moment">{momentOf(at)}</td>
                    <td>{by}</td>
                    <td>{changeWords(summary)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          );
        }}
      </Ready>
    </Panel>
  );
}
