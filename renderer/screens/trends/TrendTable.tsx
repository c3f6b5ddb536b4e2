/** The numbers of a chart: its points as printed, and the lines drawn about them. */
import { Panel } from '#renderer/parts/Panel.tsx';
import type { Drawn } from '#renderer/screens/trends/charts.ts';
import { chartColumns } from '#shared/chart/columns.ts';
import { writerOf } from '#shared/chart/scale.ts';

export function TrendTable({ drawn: { chart, texts } }: { readonly drawn: Drawn }) {
  const write = writerOf(chart);
  const columns = chartColumns(chart);
  const textOf = (name: string, derived: boolean, value: number | null, at: number) => {
    if (value === null) return null;
    return (derived ? null : texts.get(name)?.[at]) ?? write(value);
  };
  return (
    <Panel title="Figures" className="trend-table">
      <section className="trend-scroll" tabIndex={0} aria-label={`Figures: ${chart.caption}`}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">Period</th>
              {columns.map(({ name }) => (
                <th key={name} scope="col" className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {chart.labels.map((label, at) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {columns.map(({ name, values, derived }) => (
                  <td key={name} className="number">
                    {textOf(name, derived, values[at] ?? null, at) ??
                      (derived ? '' : <span className="quiet">none</span>)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}
