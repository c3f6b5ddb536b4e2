/** Figures by key, and how they read in a pack. */
import { keyText, type QuantityKey } from '#shared/assertion/assertion.ts';
import type { Figure } from '#shared/figure/figure.ts';
import type { TableCell } from '#shared/pack/document.ts';
import { formatQuantity } from '#shared/quantity/format.ts';
import type { Quantity, Unit } from '#shared/quantity/quantity.ts';

export type FigureIndex = ReadonlyMap<string, Figure>;

const INDEXES = new WeakMap<readonly Figure[], FigureIndex>();

/** Figures by the text of their keys; the same list is indexed once. */
export function indexFigures(figures: readonly Figure[]): FigureIndex {
  const known = INDEXES.get(figures) ?? new Map(figures.map((figure) => [keyText(figure.key), figure]));
  INDEXES.set(figures, known);
  return known;
}

const MEASURED = new WeakMap<readonly Figure[], ReadonlyMap<string, readonly Figure[]>>();

/** The figures of one measure, in the order of the list. */
export function figuresOfMeasure(figures: readonly Figure[], measure: string): readonly Figure[] {
  const known = MEASURED.get(figures) ?? Map.groupBy(figures, ({ key }) => key.measure);
  MEASURED.set(figures, known);
  return known.get(measure) ?? [];
}

const HEADLINES = new WeakMap<FigureIndex, ReadonlyMap<string, readonly Figure[]>>();

/** Values of a period over all categories, in the order of the index. */
export function headlinesOf(index: FigureIndex, period: string): readonly Figure[] {
  const known = HEADLINES.get(index) ?? Map.groupBy(wholeValues(index), ({ key }) => key.period);
  HEADLINES.set(index, known);
  return known.get(period) ?? [];
}

function wholeValues(index: FigureIndex): readonly Figure[] {
  return [...index.values()].filter(
    ({ key }) => key.aspect === 'value' && Object.keys(key.dims).length === 0,
  );
}

export function findFigure(index: FigureIndex, key: QuantityKey): Figure | null {
  return index.get(keyText(key)) ?? null;
}

/** How a number of this unit is shown and typed in a workbook. */
export function formatOf(quantity: Quantity, unit: Unit): TableCell['format'] {
  if (unit === 'GBP' || quantity.unit === 'GBP') return 'money';
  if (unit === 'percent' || quantity.unit === 'percent') return 'percent';
  return quantity.whole && Number.isInteger(quantity.value) ? 'count' : 'decimal';
}

/** A figure as a table cell, flagged where it is disputed or was decided. */
export function figureCell(figure: Figure): TableCell {
  const flag = figure.status === 'disputed' || figure.status === 'decided' ? figure.status : undefined;
  return {
    text: formatQuantity(figure.quantity),
    value: figure.quantity.value,
    format: formatOf(figure.quantity, figure.key.unit),
    key: keyText(figure.key),
    ...(flag ? { flag } : {}),
  };
}

export function textCell(text: string): TableCell {
  return { text, value: null, format: 'text', key: null };
}
