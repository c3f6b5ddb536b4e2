/** A chart drawn by Chart.js; its words are beside it, so the picture itself is one image with a description. */
import {
  BarController,
  BarElement,
  CategoryScale,
  type ChartConfiguration,
  Chart as ChartJs,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import { useEffect, useRef } from 'react';
import { colours } from '#renderer/screens/trends/palette.ts';
import { useDark } from '#renderer/theme/theme.ts';
import { overlays, readSeries, signalPoints } from '#shared/chart/overlay.ts';
import { writerOf } from '#shared/chart/scale.ts';
import type { PackChart } from '#shared/pack/document.ts';

ChartJs.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

export function Chart({ chart }: { readonly chart: PackChart }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const dark = useDark();
  useEffect(() => {
    if (!canvas.current) return;
    const drawn = new ChartJs(canvas.current, configuration(chart, dark));
    return () => drawn.destroy();
  }, [chart, dark]);
  return (
    <div className="chart">
      <canvas ref={canvas} role="img" aria-label={chart.alt} />
    </div>
  );
}

type Sets = ChartConfiguration<'line' | 'bar', (number | null)[], string>['data']['datasets'];

/** Points of a signal: the palette's orange, and a shape of their own. */
const SIGNAL = '#f46a25';

function seriesSets(chart: PackChart, dark: boolean, ink: string): Sets {
  const palette = colours(dark);
  const read = readSeries(chart);
  return chart.series.map(({ name, values, dashed }, index) => {
    const colour = dashed ? ink : (palette[index % palette.length] ?? ink);
    const marked = read?.name === name ? signalPoints(read.reading) : new Set<number>();
    const each = <T,>(plain: T, signal: T) => values.map((_, at) => (marked.has(at) ? signal : plain));
    const look = { label: name, data: [...values], borderColor: colour, backgroundColor: colour };
    if (chart.type === 'bar' && !dashed) {
      return { ...look, type: 'bar' as const, borderWidth: 0, maxBarThickness: 56 };
    }
    return {
      ...look,
      type: 'line' as const,
      borderWidth: 2.5,
      borderDash: dashed ? [6, 4] : [],
      pointRadius: dashed ? 0 : each(4, 7),
      pointStyle: each('circle' as const, 'rectRot' as const),
      pointBackgroundColor: each(colour, SIGNAL),
      spanGaps: false,
    };
  });
}

const DASHES = { centre: [], limit: [2, 3], former: [] };

function overlaySets(chart: PackChart, ink: string, paper: string): Sets {
  return overlays(chart).map(({ kind, name, values }) => ({
    type: 'line' as const,
    label: name ?? (kind === 'former' ? 'First returned as' : 'Before the definition changed'),
    data: [...values],
    borderColor: ink,
    backgroundColor: ink,
    borderWidth: 1.5,
    borderDash: DASHES[kind],
    showLine: kind !== 'former',
    pointRadius: kind === 'former' ? 5 : 0,
    pointBackgroundColor: paper,
    spanGaps: true,
  }));
}

function configuration(
  chart: PackChart,
  dark: boolean,
): ChartConfiguration<'line' | 'bar', (number | null)[], string> {
  const ink = dark ? '#e0e0e0' : '#333333';
  const sets = [...seriesSets(chart, dark, ink), ...overlaySets(chart, ink, dark ? '#1f1f1f' : '#ffffff')];
  return {
    type: chart.type,
    data: { labels: [...chart.labels], datasets: sets },
    options: {
      animation: false,
      maintainAspectRatio: false,
      scales: {
        x: { grid: { display: false }, ticks: { color: ink, maxRotation: 0, autoSkipPadding: 8 } },
        y: {
          beginAtZero: true,
          ticks: {
            color: ink,
            ...(chart.unit === 'count' ? { precision: 0 } : {}),
            callback: (value, _, ticks) =>
              writerOf(
                chart,
                ticks.map((tick) => tick.value),
              )(Number(value)),
          },
          grid: { color: dark ? '#4a4a4a' : '#e3e3e3' },
        },
      },
      plugins: {
        legend: {
          display: sets.length > 1,
          position: 'bottom',
          labels: { color: ink, boxWidth: 24, boxHeight: 1 },
        },
      },
    },
  };
}
