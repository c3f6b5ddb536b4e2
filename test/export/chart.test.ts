import { describe, expect, test } from 'vitest';
import { chartConfig, heightOf, isSideways } from '#electron/export/chart/config.ts';
import { drawChart } from '#electron/export/chart/draw.ts';
import { spread } from '#electron/export/chart/labels.ts';
import { legendItems, namesAtEnds } from '#electron/export/chart/series.ts';
import { breakLines } from '#electron/export/chart/words.ts';
import { GREY, INK, PALETTE, SHADE } from '#electron/export/house.ts';
import { writerOf } from '#shared/chart/scale.ts';
import { contrast } from '#shared/house/contrast.ts';
import { barChart, lineChart } from '#test/export/fixture.ts';

function writes(unit: typeof lineChart.unit, values: readonly number[]): readonly string[] {
  return values.map(writerOf({ ...lineChart, unit }, values));
}

describe('numbers on charts', () => {
  test('are written the British way, all to one precision', () => {
    expect(writes('count', [0, 1500, 12_000])).toEqual(['0', '1,500', '12,000']);
    expect(writes('money', [0, 500_000, 1_250_000])).toEqual(['£0', '£0.50m', '£1.25m']);
    expect(writes('money', [-67_000, 20_000])).toEqual(['−£67k', '£20k']);
    expect(writes('money', [250, 1200])).toEqual(['£250', '£1,200']);
    expect(writes('percent', [0.2, 0.85])).toEqual(['20%', '85%']);
    expect(writes('decimal', [4.5, 6])).toEqual(['4.5', '6.0']);
  });

  test('never show minus nothing', () => {
    expect(writes('percent', [-0.001, 1 / 3])).toEqual(['0%', '33%']);
  });
});

describe('names beside lines', () => {
  test('stand at their lines where there is room', () => {
    expect(spread([10, 60, 120], 15, 0, 200)).toEqual([10, 60, 120]);
  });

  test('are moved apart in their order where lines end together', () => {
    expect(spread([52, 50, 51], 15, 0, 200)).toEqual([80, 50, 65]);
  });

  test('stay inside the plot at its foot', () => {
    expect(spread([195, 198, 199], 15, 0, 200)).toEqual([170, 185, 200]);
  });

  test('give way to a legend when a name is too long or there are too many', () => {
    expect(namesAtEnds(lineChart).map((label) => label.lines)).toEqual([
      ['Family work'],
      ['Group meetings'],
      ['Target'],
    ]);
    const long = {
      ...lineChart,
      series: [
        { name: 'word '.repeat(30), values: [1] },
        { name: 'b', values: [2] },
      ],
    };
    expect(namesAtEnds(long)).toEqual([]);
    expect(chartConfig(long, 1).options?.plugins?.legend?.display).toBe(true);
  });
});

describe('what a chart is drawn as', () => {
  test('missing values stay gaps, targets are dashed and without points', () => {
    const { datasets } = chartConfig(lineChart, 1).data;
    expect(datasets[0]).toMatchObject({
      data: [41, 44, null, 52, 58, 64],
      spanGaps: false,
      borderColor: '#12436D',
    });
    expect(datasets[2]).toMatchObject({ borderDash: [6, 4], pointRadius: 0, borderColor: '#3D3D3D' });
  });

  test('the value axis begins at zero, or below where values do', () => {
    expect(chartConfig(lineChart, 1).options?.scales?.y).toMatchObject({ beginAtZero: true });
    const high = { ...lineChart, series: [{ name: 'a', values: [9000, 9100] }] };
    expect(drawChart(high).svg).not.toBe(
      drawChart({ ...high, series: [{ name: 'a', values: [0, 9100] }] }).svg,
    );
  });

  test('long category names lay the bars on their side, with a line for each', () => {
    const labels = Array.from({ length: 12 }, (_, index) => `A category with a long-winded name ${index}`);
    const chart = { ...barChart, labels, series: [{ name: 'a', values: labels.map((_, index) => index) }] };
    expect([isSideways(barChart), isSideways(chart)]).toEqual([false, true]);
    expect(heightOf(chart)).toBeGreaterThan(heightOf({ ...chart, labels: labels.slice(0, 6) }));
    expect(drawChart(chart).png().length).toBeGreaterThan(1000);
  });

  test('a target across bars has a line of its own in the legend and a white edge on the page', () => {
    const series = [...barChart.series, { name: 'Target', values: [1, 1, 1, 1], dashed: true }];
    const chart = { ...barChart, series };
    expect(legendItems(chart).map((item) => [item.text, item.pointStyle])).toEqual([
      ['2019-20', 'rect'],
      ['2020-21', 'rect'],
      ['Target', 'line'],
    ]);
    expect(chartConfig(chart, 1).data.datasets.map((each) => each.type)).toEqual([
      'bar',
      'bar',
      'line',
      'line',
    ]);
  });

  test('periods stay along the foot however many there are', () => {
    const labels = Array.from({ length: 30 }, (_, index) => `Apr ${2000 + index}`);
    expect(isSideways({ ...barChart, labels })).toBe(false);
  });

  test('labels break at spaces only', () => {
    expect(breakLines('Remained looked after', 60)).toEqual(['Remained', 'looked', 'after']);
    expect(breakLines('Unbreakable-and-long', 20)).toEqual(['Unbreakable-and-long']);
  });

  test('the same chart gives the same vectors and the same picture', () => {
    const [first, second] = [drawChart(lineChart), drawChart(lineChart)];
    expect(second.svg).toBe(first.svg);
    expect(Buffer.from(second.png()).equals(Buffer.from(first.png()))).toBe(true);
  });

  test('text is drawn as outlines, so that no font is needed to see it', () => {
    expect(drawChart(barChart).svg).not.toMatch(/<text|font-family|href=/);
  });

  test('a chart without any value is still drawn', () => {
    const empty = {
      ...lineChart,
      series: [
        { name: 'a', values: [null, null] },
        { name: 'b', values: [null] },
      ],
    };
    expect(drawChart(empty).svg).toContain('</svg>');
  });
});

describe('colours', () => {
  test('stand out from the page: text by 4.5 to 1, lines and bars by 3 to 1', () => {
    const on = (colour: string, page: string) => contrast(colour, page);
    expect([INK, GREY].flatMap((text) => ['#FFFFFF', SHADE].map((page) => on(text, page) >= 4.5))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(PALETTE.filter((colour) => on(colour, '#FFFFFF') < 3)).toEqual([]);
  });
});
