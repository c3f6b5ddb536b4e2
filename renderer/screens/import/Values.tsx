/** The values read from a table, one line each. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { count } from '#renderer/parts/words.ts';
import type { Names } from '#renderer/queries/definition/names.ts';
import type { Assertion } from '#shared/assertion/assertion.ts';
import type { UnderstoodTable } from '#shared/meaning/understood.ts';
import { formatQuantity } from '#shared/quantity/format.ts';

/** Lines shown at first. */
const FIRST = 80;

export function Values({ table, names }: { readonly table: UnderstoodTable; readonly names: Names }) {
  const [all, setAll] = useState(false);
  const { assertions, unread } = table;
  const shown = all ? assertions : assertions.slice(0, FIRST);
  return (
    <div className="understood-box">
      {unread.map(({ source, why }) => (
        <p key={source.cell} className="unread-line">
          <strong>{source.text}</strong> in {source.cell} was not read: {why}
        </p>
      ))}
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">Row and column</th>
            <th scope="col" className="number">
              Printed
            </th>
            <th scope="col">Counted as</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((assertion) => (
            <Line key={assertion.id} assertion={assertion} names={names} />
          ))}
        </tbody>
      </table>
      {shown.length < assertions.length ? (
        <Button size="small" onClick={() => setAll(true)}>
          Show all {count(assertions.length, 'value')}
        </Button>
      ) : null}
    </div>
  );
}

function Line({ assertion, names }: { readonly assertion: Assertion; readonly names: Names }) {
  const { rowPath, colPath, source, quantity, role, key } = assertion;
  return (
    <tr>
      <td>
        {rowPath.join(' › ') || '–'} <span className="quiet">{colPath.join(' › ')}</span>
      </td>
      <td className="number" title={`${source.sheet} ${source.cell}: ${source.text}`}>
        {role === 'main' ? source.text : formatQuantity(quantity)}
      </td>
      <td>
        {key ? (
          <>
            {names.measure(key.measure)}
            {key.programme ? `, ${names.programme(key.programme)}` : ''}{' '}
            <span className="quiet">
              {key.unit}, {key.period}
              {Object.keys(key.dims).length > 0 ? `, ${names.dims(key.dims)}` : ''}
            </span>
          </>
        ) : (
          <span className="quiet">kept as printed, not counted</span>
        )}
      </td>
    </tr>
  );
}
