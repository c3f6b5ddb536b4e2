/** One chart with what it says, and its numbers beside it. */
import { useId } from 'react';
import { Chart } from '#renderer/screens/trends/Chart.tsx';
import type { Drawn } from '#renderer/screens/trends/charts.ts';
import { TrendTable } from '#renderer/screens/trends/TrendTable.tsx';

export function TrendFigure({ drawn }: { readonly drawn: Drawn }) {
  const { chart } = drawn;
  const id = useId();
  return (
    <div className="trend">
      <figure className="panel trend-chart" aria-labelledby={id}>
        <figcaption>
          <h2 id={id}>
            {chart.caption}
            {chart.message === undefined ? null : <span className="trend-message">: {chart.message}</span>}
          </h2>
        </figcaption>
        <Chart chart={chart} />
        {chart.notes.length === 0 ? null : (
          <ul className="quiet trend-notes">
            {chart.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </figure>
      <TrendTable drawn={drawn} />
    </div>
  );
}
