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

/** How many drawings of earlier packs are kept. */
const KEPT = 200;

/** Drawings that outlive a pack: a chart that says the same is not drawn again when the words around it change. */
export function lastingDrawings(): Drawings {
  const made = new Map<string, Drawing>();
  return {
    of(chart) {
      const name = JSON.stringify(chart);
      const drawing = made.get(name) ?? drawChart(chart);
      made.delete(name);
      made.set(name, drawing);
      const [oldest] = made.keys();
      if (made.size > KEPT && oldest !== undefined) made.delete(oldest);
      return drawing;
    },
  };
}
