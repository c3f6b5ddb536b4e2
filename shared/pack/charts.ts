/** The charts a section asks for, with the tables that belong to them. */
import type { ChartRequest, PackSection } from '#shared/definition/definition.ts';
import { beforeAfterBlocks } from '#shared/pack/before-after.ts';
import { categoryBlocks } from '#shared/pack/categories.ts';
import type { Block } from '#shared/pack/document.ts';
import type { PackInput } from '#shared/pack/input.ts';
import { representationBlocks } from '#shared/pack/representation.ts';
import { trendCharts } from '#shared/pack/trend.ts';

export function chartBlocks(section: PackSection, input: PackInput): readonly Block[] {
  return section.charts.flatMap((request, i) => {
    const id = `${section.code}-${request.measure}${i === 0 ? '' : `-${i + 1}`}`;
    return blocksOf(request, id, input);
  });
}

function blocksOf(request: ChartRequest, id: string, input: PackInput): readonly Block[] {
  switch (request.kind) {
    case undefined:
    case 'trend':
      return trendCharts(request, id, input);
    case 'categories':
      return categoryBlocks(request, id, input);
    case 'before-after':
      return beforeAfterBlocks(request, id, input);
    case 'representation':
      return representationBlocks(request, id, input);
  }
}
