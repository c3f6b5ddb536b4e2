/** Statements of the texts that no figure could be told for: linked by hand, and remembered. */
import { SearchBox } from '@fluentui/react-components';
import { useState } from 'react';
import { Empty, Ready } from '#renderer/parts/States.tsx';
import { count } from '#renderer/parts/words.ts';
import { useStatements } from '#renderer/queries/claim/queries.ts';
import { Linked } from '#renderer/screens/reconcile/statements/Linked.tsx';
import { Linking } from '#renderer/screens/reconcile/statements/Linking.tsx';
import { chosenOf, matching, numbered } from '#renderer/screens/reconcile/statements/state.ts';
import type { StatementList, UnlinkedStatement } from '#shared/claim/list.ts';

export function Statements({ period }: { readonly period: string | null }) {
  const statements = useStatements(period);
  return (
    <Ready query={statements} words="Reading the texts…">
      {(list) => <Board list={list} />}
    </Ready>
  );
}

function Board({ list }: { readonly list: StatementList }) {
  const [search, setSearch] = useState('');
  const [wanted, setWanted] = useState<string | null>(null);
  const shown = matching(list.unlinked, search);
  const chosen = chosenOf(shown, wanted);
  if (list.unlinked.length === 0 && list.linked.length === 0) {
    return (
      <Empty title="Every statement is linked">
        Every number in the texts of this quarter is linked to a figure, or is a date, an age, a name or a
        period.
      </Empty>
    );
  }
  return (
    <div className="worklist">
      <div className="worklist-left">
        <h2>Statements not yet linked</h2>
        <p className="quiet">
          {count(list.unlinked.length, 'number')} in the text of the returns could not be told from the words.
          Link those that are figures of the board: the link is remembered for the next return.
        </p>
        <SearchBox
          aria-label="Search the statements"
          placeholder="Search the statements"
          value={search}
          onChange={(_, { value }) => setSearch(value)}
        />
        <List rows={shown} chosen={chosen} choose={setWanted} />
        <Linked rows={list.linked} />
      </div>
      {chosen ? (
        <Linking key={numbered(chosen)} statement={chosen} />
      ) : (
        <Empty
          title={list.unlinked.length === 0 ? 'Every statement is linked' : 'No statement has these words'}
        >
          {list.unlinked.length === 0
            ? 'Every number in the texts of this quarter is linked to a figure, or is a date, an age, a name or a period.'
            : 'Change the search to see the others.'}
        </Empty>
      )}
    </div>
  );
}

interface ListProps {
  readonly rows: readonly UnlinkedStatement[];
  readonly chosen: UnlinkedStatement | null;
  readonly choose: (row: string) => void;
}

function List({ rows, chosen, choose }: ListProps) {
  return (
    <ul className="statements" aria-label="Statements not yet linked">
      {rows.map((row) => (
        <li key={numbered(row)}>
          <button
            type="button"
            className={row === chosen ? 'statement chosen' : 'statement'}
            aria-current={row === chosen}
            onClick={() => choose(numbered(row))}
          >
            <strong>{row.said}</strong> {row.sentence}
            <span className="quiet">
              {row.file}, {row.sheet} {row.cell}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
