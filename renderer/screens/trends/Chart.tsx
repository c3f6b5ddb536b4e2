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
import type { Trend } from '#renderer/screens/trends/state.ts';
import { useDark } from '#renderer/theme/theme.ts';
import type { Unit } from '#shared/quantity/quantity.ts';

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

interface Props {
  readonly trend: Trend;
  readonly type: 'line' | 'bar';
  readonly nameOf: (code: string) => string;
  readonly target: readonly (number | null)[];
  readonly alt: string;
}

export function Chart({ trend, type, nameOf, target, alt }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const dark = useDark();
  useEffect(() => {
    if (!canvas.current) return;
    const chart = new ChartJs(canvas.current, configuration(trend, type, nameOf, target, dark));
    return () => chart.destroy();
  });
  return (
    <div className="chart">
      <canvas ref={canvas} role="img" aria-label={alt} />
    </div>
  );
}

/** Axis labels: `£1.2m`, `40%`, `1,200`. */
export function axisText(value: number, unit: Unit): string {
  if (unit === 'percent') return `${Math.round(value * 1000) / 10}%`;
  if (unit !== 'GBP') return value.toLocaleString('en-GB');
  const [factor, suffix] =
    Math.abs(value) >= 1e6 ? [1e6, 'm'] : Math.abs(value) >= 1000 ? [1000, 'k'] : [1, ''];
  return `£${(value / factor).toLocaleString('en-GB', { maximumFractionDigits: 1 })}${suffix}`;
}

function configuration(
  { periods, series, unit }: Trend,
  type: 'line' | 'bar',
  nameOf: (code: string) => string,
  target: readonly (number | null)[],
  dark: boolean,
): ChartConfiguration<'line' | 'bar', (number | null)[], string> {
  const palette = colours(dark);
  const ink = dark ? '#e0e0e0' : '#333333';
  const sets = series.map(({ code, values }, index) => {
    const colour = palette[index % palette.length] ?? ink;
    return {
      type,
      label: nameOf(code),
      data: [...values],
      borderColor: colour,
      backgroundColor: colour,
      borderWidth: type === 'line' ? 2.5 : 0,
      pointRadius: 4,
      spanGaps: false,
      maxBarThickness: 56,
    };
  });
  const goal = {
    type: 'line' as const,
    label: 'Target',
    data: [...target],
    borderColor: ink,
    backgroundColor: ink,
    borderDash: [6, 4],
    borderWidth: 2,
    pointRadius: 0,
  };
  return {
    type,
    data: { labels: [...periods], datasets: target.some((value) => value !== null) ? [...sets, goal] : sets },
    options: {
      animation: false,
      maintainAspectRatio: false,
      scales: {
        x: { grid: { display: false }, ticks: { color: ink } },
        y: {
          beginAtZero: true,
          ticks: { color: ink, callback: (value) => axisText(Number(value), unit) },
          grid: { color: dark ? '#4a4a4a' : '#e3e3e3' },
        },
      },
      plugins: { legend: { position: 'bottom', labels: { color: ink, boxWidth: 14 } } },
    },
  };
}
