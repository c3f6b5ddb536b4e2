/** The drawings of one pack, each made once however many formats use it. */
import { type Drawing, drawChart } from '#electron/export/chart/draw.ts';
import type { PackChart } from '#shared/pack/document.ts';

export interface Drawings {
  readonly of: (chart: PackChart) => Drawing;
}

export function drawings(): Drawings {
  const made = new Map<PackChart, Drawing>();
  return {
    of(chart) {
      const drawing = made.get(chart) ?? drawChart(chart);
      made.set(chart, drawing);
      return drawing;
    },
  };
}
