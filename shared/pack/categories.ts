/** A measure by category, the largest first: a bar for each and the table, for wards above all. */
import { keyText } from '#shared/assertion/assertion.ts';
import { categoriesAlt } from '#shared/chart/alt.ts';
import type { CategoriesRequest } from '#shared/definition/definition.ts';
import { type BrokenDown, brokenDown } from '#shared/pack/broken-down.ts';
import type { Block, PackChart, PackTable } from '#shared/pack/document.ts';
import type { PackInput } from '#shared/pack/input.ts';
import { figureCell, formatOf } from '#shared/pack/lookup.ts';
import { formatQuantity } from '#shared/quantity/format.ts';

/** More bars than this do not fit on a page; then the table serves alone. */
const MOST = 36;

export function categoryBlocks(request: CategoriesRequest, id: string, input: PackInput): readonly Block[] {
  return request.programmes.flatMap((programme) => {
    const wanted = { ...request, programme, period: input.period };
    const found = brokenDown(wanted, input.definition, input.figures);
    if (!found) return [];
    const name = input.definition.programmes.find(({ code }) => code === programme)?.name ?? programme;
    const title = `${request.title}: ${name}, ${found.period}`;
    const sorted = [...found.members].sort((a, b) => b.figure.quantity.value - a.figure.quantity.value);
    const tag = `categories-${id}-${programme}`;
    const chart = sorted.length > MOST ? [] : [chartOf(tag, title, sorted, found)];
    return [...chart, tableOf(`${tag}-table`, title, sorted, found, setName(request, input))];
  });
}

function setName({ set }: CategoriesRequest, { definition }: PackInput): string {
  return definition.sets.find(({ code }) => code === set)?.name ?? 'Category';
}

type Members = BrokenDown['members'];

function chartOf(id: string, title: string, shown: Members, { unit }: BrokenDown): PackChart {
  const points = shown.map(({ category, figure: { quantity } }) => ({
    label: category.name,
    value: quantity.value,
    text: formatQuantity(quantity),
  }));
  const format = shown[0] ? formatOf(shown[0].figure.quantity, unit) : 'count';
  return {
    kind: 'chart',
    id,
    caption: title,
    alt: categoriesAlt(title, points),
    type: 'bar',
    unit: format === 'text' ? 'count' : format,
    labels: shown.map(({ category }) => category.name),
    series: [
      {
        name: unit,
        values: shown.map(({ figure }) => figure.quantity.value),
        keys: shown.map(({ figure }) => keyText(figure.key)),
      },
    ],
    notes: [],
    ranked: true,
  };
}

function tableOf(
  id: string,
  title: string,
  sorted: Members,
  { unit, all }: BrokenDown,
  heading: string,
): PackTable {
  const rows = sorted.map(({ category, figure }) => ({
    label: category.name,
    total: false,
    cells: [figureCell(figure)],
  }));
  return {
    kind: 'table',
    id,
    caption: title,
    summary: `One row for each category, the largest first, with its number (${unit}).`,
    header: [heading, upperFirst(unit)],
    rows: all ? [...rows, { label: 'All', total: true, cells: [figureCell(all)] }] : rows,
    notes: [],
    sources: [],
    ranked: true,
  };
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
