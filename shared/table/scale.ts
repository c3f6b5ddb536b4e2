/**
 * Unit and scale that headings give to the plain numbers below them: `2,390` under `£000` is £2,390,000 to the
 * nearest 1,000, and `61.2` under `%` is 0.612. What a cell prints itself (`£1.2m`, `61.2%`) goes before its headings.
 */
import { asFraction, clean, isBounded, quantityOf } from '#shared/quantity/make.ts';
import type { PrintedCell, PrintedQuantity, Quantity } from '#shared/quantity/quantity.ts';
import type { BodyCell, Line } from '#shared/table/table.ts';
import { roleOfLabel } from '#shared/table/words.ts';

export interface Scale {
  /** Null where only the size is given (`thousands`), or where things are counted. */
  readonly unit: 'GBP' | 'percent' | null;
  /** What one printed unit is in base units: 1000 under `£000`, 0.01 under `%`, 1 where things are counted. */
  readonly factor: number;
}

const COUNTED: Scale = { unit: null, factor: 1 };
const PERCENT: Scale = { unit: 'percent', factor: 0.01 };
const FRACTION: Scale = { unit: 'percent', factor: 1 };

const MONEY: readonly (readonly [RegExp, number])[] = [
  [/£\s?['’]?0{3}['’]?s?(?!\d)|£\s?k\b|£\s?thousands?\b|\bthousands? (?:of )?(?:pounds|£)/i, 1e3],
  [/£\s?(?:m|mn|millions?)\b|\bmillions? (?:of )?(?:pounds|£)/i, 1e6],
  [/^\(?£\)?$|\(£\)|^\(?(?:gbp|pounds)\)?$|\(in pounds\)/i, 1],
];
const SIZES: readonly (readonly [RegExp, number])[] = [
  [/^['’]?000['’]?s?$|^in thousands|^thousands?$|[([](?:in )?(?:thousands|['’]?000['’]?s?)[)\]]/i, 1e3],
  [/^in millions|^millions?$|[([](?:in )?millions?[)\]]/i, 1e6],
];
/** Labels of what is counted or measured in something else than money, whatever the caption says of money. */
const COUNTS =
  /^(?:no|nos|number|count|n)\b|\b(?:number|no\.) of\b|[([](?:no|nos|number|n)\.?[)\]]|\b(?:rate|ratio|score|days|nights|weeks|months|age|fte|headcount)\b|^(?:children|child|families|people|persons|cases|referrals)\b(?!['’])|\b(?:children|families|people|cases|referrals)$/i;
const COSTS =
  /\b(?:costs?|savings?|spend|spending|expenditure|income|price|budget|payments?|value|fees?|grant|per)\b|£/i;

function first(list: readonly (readonly [RegExp, number])[], text: string): number | undefined {
  return list.find(([pattern]) => pattern.test(text))?.[1];
}

/** What one label says of unit and scale; null where it says nothing. */
function scaleOfLabel(text: string): Scale | null {
  const label = text.trim();
  const money = first(MONEY, label);
  if (money !== undefined) return { unit: 'GBP', factor: money };
  if (roleOfLabel(label) === 'percent') return PERCENT;
  const size = first(SIZES, label.replace(/^[([](.*)[)\]]$/, '$1'));
  if (size !== undefined) return { unit: null, factor: size };
  return COUNTS.test(label) && !COSTS.test(label) ? COUNTED : null;
}

/** What a caption or title says: only what it says of units expressly. */
function scaleOfCaption(caption: string): Scale | null {
  const money = first(MONEY, caption);
  if (money !== undefined) return { unit: 'GBP', factor: money };
  if (/[([](?:%|per\s?cent(?:ages?)?)[)\]]|^(?:%|per\s?cent(?:ages?)?)$/i.test(caption.trim()))
    return PERCENT;
  const size = first(SIZES, caption.trim().replace(/^\[(.*)\]$/, '$1'));
  return size === undefined ? null : { unit: null, factor: size };
}

/** Unit and scale by the labels of a line, the innermost first, then by the caption; null where none says any. */
export function scaleOf(path: readonly string[], caption: string | null): Scale | null {
  const own = path.map(scaleOfLabel).findLast((scale) => scale !== null);
  return own ?? (caption === null ? null : scaleOfCaption(caption));
}

/** The same quantity at the scale of its headings; one that prints its own unit or bounds is left alone. */
export function rescaled(quantity: Quantity, scale: Scale): Quantity {
  if (isBounded(quantity) || quantity.unit === 'percent') return quantity;
  if (scale.unit === 'percent') {
    if (quantity.unit !== null) return quantity;
    return scale.factor === 1 ? { ...quantity, unit: 'percent', whole: false } : asFraction(quantity);
  }
  const printsSize = quantity.unit === 'GBP' && (quantity.step >= 1000 || scale.unit === null);
  if ((scale.unit === null && scale.factor === 1) || printsSize) return quantity;
  if (quantity.unit !== null && quantity.unit !== 'GBP' && scale.unit === 'GBP') return quantity;
  const step = clean((quantity.step === 0 ? 1 : quantity.step) * scale.factor);
  const unit = scale.unit ?? quantity.unit;
  const { approximate } = quantity;
  return { ...quantityOf(quantity.value * scale.factor, step, unit, false), approximate };
}

/** A dash or nil is nothing, exactly, in any unit. */
function rescaledCell(printed: PrintedCell, scale: Scale): PrintedCell {
  if (printed.kind !== 'quantities') return printed;
  const shared = printed.quantities.some((one) => one.role === 'share');
  if (scale.unit === 'percent' && shared) return printed;
  const { nil } = printed;
  const convert = (one: PrintedQuantity): PrintedQuantity =>
    nil
      ? { ...one, quantity: { ...one.quantity, unit: scale.unit } }
      : { ...one, quantity: rescaled(one.quantity, scale) };
  return { ...printed, quantities: printed.quantities.map(convert) };
}

function mainsOf(cells: readonly BodyCell[]): readonly Quantity[] {
  return cells.flatMap(({ printed }) =>
    printed.kind === 'quantities' && !printed.nil
      ? printed.quantities.flatMap((one) => (one.role === 'main' ? one.quantity : []))
      : [],
  );
}

/** Plain numbers of a line of percentages: all at most 1, with decimals, as a workbook shows 19% without format. */
function percentScale(cells: readonly BodyCell[]): Scale {
  const plain = mainsOf(cells).filter((one) => one.unit === null);
  const fractions = plain.some((one) => !one.whole) && plain.every((one) => Math.abs(one.value) <= 1);
  return fractions ? FRACTION : PERCENT;
}

/**
 * A line of percentages because its cells print the sign, not because a label says so: a number there without the
 * sign is something else, such as the mean change under two shares.
 */
function onlyByItsCells({ path }: Line, cells: readonly BodyCell[]): boolean {
  const labelled = path.some((label) => roleOfLabel(label) === 'percent');
  return !labelled && mainsOf(cells).some(({ unit }) => unit === 'percent');
}

type Scales = ReadonlyMap<number, Scale>;

/** The scale of each line that states one. A line that is not one of percentages by its role is none by its label. */
function scalesOf(lines: readonly Line[], cells: readonly BodyCell[], axis: 'row' | 'col'): Scales {
  const byLine = Map.groupBy(cells, (cell) => cell[axis]);
  const found = new Map<number, Scale>();
  for (const line of lines) {
    const own = byLine.get(line.index) ?? [];
    if (line.role === 'percent') {
      if (!onlyByItsCells(line, own)) found.set(line.index, percentScale(own));
    } else {
      const path = line.section === null ? line.path : [line.section, ...line.path];
      const scale = scaleOf(path, null);
      if (scale && scale.unit !== 'percent') found.set(line.index, scale);
    }
  }
  return found;
}

function chosen(row: Scale | undefined, column: Scale | undefined, table: Scale | null): Scale | null {
  const told = [column, row].find((one) => one?.unit === 'percent');
  if (told) return told;
  const stated = [row, column].find((one) => one !== undefined && one !== COUNTED);
  return stated ?? row ?? column ?? table;
}

/**
 * The body with every number at the scale its headings give. `around` are the texts that speak for the whole table:
 * the heading over the labels, caption and titles. They hold for lines that do not say otherwise.
 */
export function scaledBody(
  body: readonly BodyCell[],
  rows: readonly Line[],
  columns: readonly Line[],
  around: readonly string[],
): readonly BodyCell[] {
  const [byRow, byColumn] = [scalesOf(rows, body, 'row'), scalesOf(columns, body, 'col')];
  const whole = around.map(scaleOfCaption).find((scale) => scale !== null) ?? null;
  if (byRow.size === 0 && byColumn.size === 0 && whole === null) return body;
  const idle = new Set(
    columns.filter((column) => ['words', 'number'].includes(column.role)).map((column) => column.index),
  );
  return body.map((cell) => {
    const scale = idle.has(cell.col) ? null : chosen(byRow.get(cell.row), byColumn.get(cell.col), whole);
    return scale === null || scale === COUNTED
      ? cell
      : { ...cell, printed: rescaledCell(cell.printed, scale) };
  });
}
