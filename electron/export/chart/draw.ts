/** Draws a chart without a window: a picture for old readers, vectors for everything else. */
import { createCanvas, GlobalFonts, SvgExportFlag } from '@napi-rs/canvas';
import { Chart, type ChartItem, registerables } from 'chart.js';
import { fontFiles } from '#electron/export/assets.ts';
import { CHART_FONT, chartConfig, heightOf, WIDTH } from '#electron/export/chart/config.ts';
import type { PackChart } from '#shared/pack/document.ts';

export interface Drawing {
  /** Size in CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly svg: string;
  /** The same at twice the size; drawn when first asked for. */
  readonly png: () => Uint8Array;
}

let ready = false;

function prepare(): void {
  if (ready) return;
  for (const file of fontFiles()) GlobalFonts.register(file, CHART_FONT);
  Chart.register(...registerables);
  ready = true;
}

/** Chart.js clears the canvas when it lets go of it, so the drawing is taken before. */
function render<T>(context: unknown, chart: PackChart, ratio: number, take: () => T): T {
  const drawn = new Chart(context as ChartItem, chartConfig(chart, ratio));
  const taken = take();
  drawn.destroy();
  return taken;
}

/** Draws a chart; the same chart gives the same bytes. */
export function drawChart(chart: PackChart): Drawing {
  prepare();
  const height = heightOf(chart);
  return { width: WIDTH, height, svg: drawSvg(chart, height), png: once(() => drawPng(chart, height)) };
}

function drawSvg(chart: PackChart, height: number): string {
  const canvas = createCanvas(WIDTH, height, SvgExportFlag.ConvertTextToPaths);
  return render(canvas.getContext('2d'), chart, 1, () => settle(canvas.getContent().toString('utf8')));
}

/** Clip names count up over the life of the process, and coordinates carry digits nobody can see. */
function settle(svg: string): string {
  const names = new Map<string, string>();
  return svg
    .replace(/\bcl_[0-9a-f]+\b/g, (name) => {
      const settled = names.get(name) ?? `clip-${names.size + 1}`;
      names.set(name, settled);
      return settled;
    })
    .replace(/(\.\d\d)\d+/g, '$1');
}

/** Chart.js itself enlarges the canvas by the ratio it is given. */
function drawPng(chart: PackChart, height: number): Uint8Array {
  const canvas = createCanvas(WIDTH, height);
  return render(canvas.getContext('2d'), chart, 2, () => canvas.toBuffer('image/png'));
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
