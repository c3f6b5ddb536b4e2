/** The numbers of a chart. */
import { Panel } from '#renderer/parts/Panel.tsx';
import type { Trend } from '#renderer/screens/trends/state.ts';

interface Props {
  readonly trend: Trend;
  readonly nameOf: (code: string) => string;
  readonly title: string;
}

export function TrendTable({ trend: { periods, series }, nameOf, title }: Props) {
  return (
    <Panel title="Figures" className="trend-table">
      <section className="trend-scroll" tabIndex={0} aria-label={title}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">Period</th>
              {series.map(({ code }) => (
                <th key={code} scope="col" className="number">
                  {nameOf(code)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {periods.map((period, index) => (
              <tr key={period}>
                <th scope="row">{period}</th>
                {series.map(({ code, texts }) => (
                  <td key={code} className="number">
                    {texts[index] ?? <span className="quiet">none</span>}
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
