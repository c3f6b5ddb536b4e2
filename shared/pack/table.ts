/**
 * A returned table as it goes into the pack: the provider's own rows and columns, with every number replaced
 * by the figure the board stands behind.
 */
import { type Assertion, keyText } from '#shared/assertion/assertion.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { CellRef } from '#shared/grid/grid.ts';
import type { UnderstoodReturn, UnderstoodTable } from '#shared/meaning/understood.ts';
import type { PackTable, TableCell } from '#shared/pack/document.ts';
import { type FigureIndex, figureCell, formatOf, textCell } from '#shared/pack/lookup.ts';
import { formatQuantity } from '#shared/quantity/format.ts';
import type { BodyCell, Line } from '#shared/table/table.ts';

/** Lines that hold a table's figures or words; section headings become part of the labels below them. */
const SHOWN: ReadonlySet<Line['role']> = new Set([
  'body',
  'total',
  'subtotal',
  'percent',
  'mean',
  'previous',
  'target',
  'words',
]);

export function packTable(
  returned: UnderstoodReturn,
  table: UnderstoodTable,
  definition: BoardDefinition,
  figures: FigureIndex,
): PackTable {
  const columns = table.shape.columns.filter((line) => SHOWN.has(line.role));
  const rows = table.shape.rows.filter((line) => SHOWN.has(line.role));
  const place = (row: number, col: number) => `${row}:${col}`;
  const body = new Map(table.shape.body.map((cell) => [place(cell.row, cell.col), cell]));
  const assertions = Map.groupBy(table.assertions, (a) => place(a.row, a.col));
  const caption = captionOf(returned, table, definition);
  return {
    kind: 'table',
    id: `${returned.ref.provider}-${table.code ?? 'table'}-${table.shape.sheet}-${table.shape.range}`,
    caption,
    summary: `${caption}: ${rows.length} rows and ${columns.length} columns, returned by ${providerName(returned, definition)}.`,
    header: [labelHeading(table, definition), ...columns.map(headingOf)],
    rows: rows.map((row) => ({
      label: rowLabel(row),
      total: row.role === 'total' || row.role === 'subtotal',
      cells: columns.map((column) => {
        const at = place(row.index, column.index);
        return cellOf(assertions.get(at) ?? [], body.get(at), figures);
      }),
    })),
    notes: notesOf(table),
    sources: [sourceOf(returned, table)],
  };
}

/** The definition's title, with the programme where all the table's figures are of one; else the return's caption. */
function captionOf(returned: UnderstoodReturn, table: UnderstoodTable, definition: BoardDefinition): string {
  const defined = definition.tables.find((t) => t.code === table.code);
  if (!defined) return table.shape.caption ?? `Table from ${returned.file}`;
  const programmes = new Set(table.assertions.flatMap((a) => a.key?.programme ?? []));
  const [only] = programmes;
  const name = programmes.size === 1 && definition.programmes.find((p) => p.code === only)?.name;
  const said = defined.facets.programme !== undefined || !name || defined.title.includes(name);
  return said ? defined.title : `${defined.title}: ${name}`;
}

function providerName(returned: UnderstoodReturn, definition: BoardDefinition): string {
  return definition.providers.find((p) => p.code === returned.ref.provider)?.name ?? returned.ref.provider;
}

function headingOf(line: Line): string {
  return line.path.filter((part) => part !== '').join(', ') || 'Value';
}

function rowLabel(line: Line): string {
  const label = line.path.filter((part) => part !== '').join(', ');
  const outer = line.section && !label.startsWith(line.section) ? `${line.section}: ` : '';
  return outer + label || 'Without a label';
}

/** The heading over the row labels: the category set they belong to, or what else they name. */
function labelHeading(table: UnderstoodTable, definition: BoardDefinition): string {
  const facets = table.rowFacets.filter((f) => f !== null);
  const sets = new Set(facets.flatMap((f) => Object.keys(f.dims ?? {})));
  const [only] = sets;
  if (sets.size === 1 && only) return definition.sets.find((s) => s.code === only)?.name ?? 'Category';
  if (facets.some((f) => f.programme)) return 'Programme';
  if (facets.some((f) => f.measure)) return 'Measure';
  return facets.some((f) => f.period) ? 'Period' : 'Item';
}

function cellOf(
  assertions: readonly Assertion[],
  body: BodyCell | undefined,
  figures: FigureIndex,
): TableCell {
  const parts = assertions.map((assertion) => assertedCell(assertion, figures));
  const [main, ...others] = parts;
  if (!main) return textCell(body?.cell?.text ?? '');
  if (others.length === 0) return main;
  const flag = parts.find((part) => part.flag)?.flag;
  return {
    ...main,
    from: assertions.map((a) => a.id),
    text: `${main.text} (${others.map((part) => part.text).join(', ')})`,
    ...(flag ? { flag } : {}),
  };
}

/**
 * What a decision took replaces what was printed. Everything else stays the provider's own, a disputed figure
 * marked, so that the table's rows and totals are those of the return.
 */
function assertedCell(assertion: Assertion, figures: FigureIndex): TableCell {
  const figure = assertion.key && figures.get(keyText(assertion.key));
  if (figure) {
    const { quantity } = figure.status === 'decided' ? figure : assertion;
    return { ...figureCell({ ...figure, quantity }), from: [assertion.id] };
  }
  return {
    text: formatQuantity(assertion.quantity),
    value: assertion.quantity.value,
    format: formatOf(assertion.quantity, assertion.quantity.unit ?? 'count'),
    key: null,
    from: [assertion.id],
  };
}

function notesOf(table: UnderstoodTable): readonly string[] {
  const conflicts = table.periodConflicts.map(
    (c) => `The return's caption says ${c.stated}; the figures are taken as ${c.expected}.`,
  );
  return [...table.shape.notes.map((note) => note.text), ...conflicts];
}

function sourceOf(returned: UnderstoodReturn, table: UnderstoodTable): CellRef {
  return {
    file: returned.file,
    sheet: table.shape.sheet,
    cell: table.shape.range,
    text: table.shape.caption ?? '',
  };
}
