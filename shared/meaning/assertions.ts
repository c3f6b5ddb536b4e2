/** Turns the body of a recognised table into assertions, one for each quantity printed. */
import type { Assertion, QuantityKey, ReturnRef, UnreadCell } from '#shared/assertion/assertion.ts';
import type { BoardDefinition, Facets, TableDefinition } from '#shared/definition/definition.ts';
import { isPercentage, keyOf, measureOf, mergeAxes, mergeFacets } from '#shared/meaning/facets.ts';
import type { LineMeaning } from '#shared/meaning/lines.ts';
import { wording } from '#shared/meaning/words.ts';
import type { PrintedQuantity, Quantity } from '#shared/quantity/quantity.ts';
import type { BodyCell, Line, ShapeTable } from '#shared/table/table.ts';
import { wordedCells } from '#shared/table/worded.ts';

/** A table with what its lines mean, ready to be read cell by cell. */
export interface Meant {
  readonly shape: ShapeTable;
  readonly index: number;
  readonly file: string;
  readonly ref: ReturnRef;
  readonly definition: BoardDefinition;
  /** Null where only the shape is known. */
  readonly table: TableDefinition | null;
  readonly facets: Facets;
  readonly rows: readonly LineMeaning[];
  readonly columns: readonly LineMeaning[];
}

/** A share or second number: the facets that set it apart from the main one, the nearest label's first. */
function beside(
  kind: 'share' | 'second',
  meant: Meant,
  row: LineMeaning,
  column: LineMeaning,
): Facets | null {
  return row[kind] ?? column[kind] ?? meant.table?.[kind] ?? null;
}

/** `13 (93%)`, `93% (13)`: where the line is a percentage by nature, the number beside it counts what it is of. */
function countsToo(inCell: readonly PrintedQuantity[]): boolean {
  const percents = inCell.filter(({ quantity }) => quantity.unit === 'percent');
  return percents.length === 1 && inCell.length > 1;
}

/** `Quarter total` in a table that looks back is the total of that earlier quarter. */
function ofItsTime({ table, facets }: Meant, said: Facets): Facets {
  const back = facets.period === 'previous-quarter' && table?.facets.period === 'previous-quarter';
  if (!back || said.period !== 'quarter' || said.at !== undefined) return said;
  const { period: _, ...rest } = said;
  return rest;
}

/** The facets of one quantity of a cell, or null where they are not certain. */
function facetsOf(
  meant: Meant,
  row: LineMeaning,
  column: LineMeaning,
  printed: PrintedQuantity,
  inCell: readonly PrintedQuantity[],
): Facets | null {
  if (!meant.table || !row.facets || !column.facets || row.aside || column.aside) return null;
  const base = mergeFacets(meant.facets, ofItsTime(meant, mergeAxes(column.facets, row.facets)));
  const percent = printed.quantity.unit === 'percent';
  if (printed.role === 'second') {
    const second = beside('second', meant, row, column);
    return second || printed.quantity.unit !== null ? mergeFacets(base, second ?? {}) : null;
  }
  const already = isPercentage(base, measureOf(meant.definition, base.measure));
  if (already && countsToo(inCell)) return percent ? base : null;
  if (printed.role !== 'share' && !(percent && !already)) return base;
  if (already) return null;
  const share = beside('share', meant, row, column) ?? {};
  return mergeFacets(base, { ...share, aspect: 'share', unit: 'percent' });
}

function keyFor(
  meant: Meant,
  row: LineMeaning,
  column: LineMeaning,
  printed: PrintedQuantity,
  inCell: readonly PrintedQuantity[],
): QuantityKey | null {
  const facets = facetsOf(meant, row, column, printed, inCell);
  if (!facets) return null;
  const aspect = facets.aspect ?? 'value';
  const doubted = (line: LineMeaning, other: LineMeaning) =>
    line.unsure.includes(aspect) && other.nameless === true;
  if (doubted(row, column) || doubted(column, row)) return null;
  return keyOf(meant.definition, facets, meant.ref.period, printed.quantity.unit);
}

/** `51` under a header that says per cent is 0.51, to the same printed step. */
function asPercent(quantity: Quantity): Quantity {
  const step = quantity.step === 0 ? 1 : quantity.step;
  const half = step / 2;
  const hundredth = (value: number) => Number((value / 100).toPrecision(12));
  return {
    ...quantity,
    value: hundredth(quantity.value),
    step: hundredth(step),
    low: hundredth(quantity.value - half),
    high: hundredth(quantity.value + half),
    unit: 'percent',
    whole: false,
  };
}

function scaled(quantity: Quantity, key: QuantityKey | null): Quantity {
  return key?.unit === 'percent' && quantity.unit !== 'percent' ? asPercent(quantity) : quantity;
}

function sourceOf(meant: Meant, cell: BodyCell): Assertion['source'] {
  return { file: meant.file, sheet: cell.sheet, cell: cell.address, text: cell.cell?.text ?? '' };
}

function plain(path: readonly string[]): string {
  return path.map((label) => wording(label).text).join(' > ');
}

function tableName(meant: Meant): string {
  if (!meant.table) return wording(meant.shape.caption ?? meant.shape.sheet).text;
  const programme = meant.facets.programme;
  return programme ? `${meant.table.code}@${programme}` : meant.table.code;
}

function pathOf(line: Line): readonly string[] {
  const outer = line.section !== null && line.section !== line.path[0] ? [line.section] : [];
  return [...outer, ...line.path];
}

interface Place {
  readonly line: Line;
  readonly meaning: LineMeaning;
}

function places(lines: readonly Line[], meanings: readonly LineMeaning[]): ReadonlyMap<number, Place> {
  const found = new Map<number, Place>();
  for (const [at, line] of lines.entries()) {
    const meaning = meanings[at];
    if (meaning) found.set(line.index, { line, meaning });
  }
  return found;
}

/** The text that makes an assertion's identity, before repeated ones are numbered. */
function identityOf(meant: Meant, row: Place, column: Place, printed: PrintedQuantity): string {
  const { provider, period } = meant.ref;
  const paths = [plain(pathOf(row.line)), plain(pathOf(column.line))];
  return [provider, period, tableName(meant), ...paths, printed.role].join('|');
}

function assertionsOfCell(meant: Meant, cell: BodyCell, row: Place, column: Place): readonly Assertion[] {
  const { printed } = cell;
  if (printed.kind !== 'quantities') return [];
  return printed.quantities.map((one, at) => {
    const key = keyFor(meant, row.meaning, column.meaning, one, printed.quantities);
    return {
      id: `${meant.ref.sha256}:${cell.sheet}!${cell.address}:${at}`,
      identity: identityOf(meant, row, column, one),
      source: sourceOf(meant, cell),
      from: meant.ref,
      tableIndex: meant.index,
      table: meant.table?.code ?? null,
      row: cell.row,
      col: cell.col,
      rowPath: pathOf(row.line),
      colPath: pathOf(column.line),
      role: one.role,
      quantity: scaled(one.quantity, key),
      key,
      note: printed.note,
    };
  });
}

/** Every quantity printed in the table's body; row numbers beside the labels are left out. */
export function assertionsOf(meant: Meant): readonly Assertion[] {
  const rows = places(meant.shape.rows, meant.rows);
  const columns = places(meant.shape.columns, meant.columns);
  return meant.shape.body.flatMap((cell) => {
    const row = rows.get(cell.row);
    const column = columns.get(cell.col);
    if (!row || !column || column.line.role === 'number' || row.line.role === 'number') return [];
    return assertionsOfCell(meant, cell, row, column);
  });
}

/**
 * Body cells without a figure where one should stand, as printed: digits that could not be read, and words, look-alike
 * letters and awaited figures in lines of numbers. Lines the definition sets aside hold words by right.
 */
export function unreadOf(meant: Meant): readonly UnreadCell[] {
  const worded = new Map(wordedCells(meant.shape).map(({ cell, why }) => [cell, why]));
  const rows = places(meant.shape.rows, meant.rows);
  const columns = places(meant.shape.columns, meant.columns);
  const aside = ({ row, col }: BodyCell) =>
    rows.get(row)?.meaning.aside === true || columns.get(col)?.meaning.aside === true;
  return meant.shape.body.flatMap((cell) => {
    const words = aside(cell) ? undefined : worded.get(cell);
    const why = cell.printed.kind === 'unread' ? cell.printed.why : words;
    return why === undefined ? [] : [{ source: sourceOf(meant, cell), why }];
  });
}

/** Numbers repeated identities over a whole return (`#2`, `#3`), in reading order, so that each is unique. */
export function numbered(tables: readonly (readonly Assertion[])[]): readonly (readonly Assertion[])[] {
  const identities = counter();
  const ids = counter();
  return tables.map((assertions) =>
    assertions.map((assertion) => {
      const identity = identities(assertion.identity);
      const id = ids(assertion.id);
      return identity === assertion.identity && id === assertion.id
        ? assertion
        : { ...assertion, identity, id };
    }),
  );
}

/** Texts as they come, repeated ones with their number: `a`, `b`, `a#2`. */
function counter(): (text: string) => string {
  const seen = new Map<string, number>();
  return (text) => {
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    return count === 1 ? text : `${text}#${count}`;
  };
}
