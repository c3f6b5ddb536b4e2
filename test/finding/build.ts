/** Returns made by hand, so that a test shows the table it is about: a header row, then label and cells. */
import type { Assertion, QuantityKey } from '#shared/assertion/assertion.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import { addressOf } from '#shared/grid/address.ts';
import type { UnderstoodReturn, UnderstoodTable } from '#shared/meaning/understood.ts';
import { asFraction } from '#shared/quantity/make.ts';
import { readCell } from '#shared/quantity/read.ts';
import type { BodyCell, Line, LineRole, ShapeRelation, ShapeTable } from '#shared/table/table.ts';

export type KeyOf = (row: string, column: string) => Partial<QuantityKey> | null;

export interface TableSketch {
  readonly caption?: string;
  readonly code?: string | null;
  readonly sheet?: string;
  readonly layout?: ShapeTable['layout'];
  /** First line the column headings, then a label and its cells; `A / B` is a path of two. */
  readonly lines: readonly (readonly string[])[];
  readonly roles?: Readonly<Record<string, LineRole>>;
  readonly hidden?: readonly string[];
  readonly key?: KeyOf;
  readonly relations?: readonly ShapeRelation[];
  readonly more?: Partial<UnderstoodTable>;
}

export interface ReturnSketch {
  readonly provider?: string;
  readonly period?: string;
  readonly file?: string;
  readonly sha256?: string;
  readonly tables: readonly TableSketch[];
}

const TOTAL = /^(?:grand )?total\b/i;

function lineOf(sketch: TableSketch, text: string, index: number, row: boolean): Line {
  const path = text.split(' / ').map((part) => part.trim());
  const name = path.at(-1) ?? '';
  const role = sketch.roles?.[text] ?? (TOTAL.test(name) ? 'total' : 'body');
  const [r, c] = row ? [index, 0] : [0, index];
  const cell = {
    row: r,
    col: c,
    sheet: sketch.sheet ?? 'Table 1',
    address: addressOf(r, c),
    text,
    value: text,
  };
  return {
    index,
    path,
    labelCells: [{ ...cell, rowSpan: 1, colSpan: 1, hidden: false }],
    section: null,
    role,
    level: 0,
    hidden: sketch.hidden?.includes(text) ?? false,
  };
}

function bodyOf(sketch: TableSketch): readonly BodyCell[] {
  const sheet = sketch.sheet ?? 'Table 1';
  return sketch.lines.slice(1).flatMap((line, i) =>
    line.slice(1).map((text, j) => {
      const [row, col] = [i + 1, j + 1];
      const address = addressOf(row, col);
      const cell =
        text === ''
          ? null
          : { row, col, sheet, address, text, value: text, rowSpan: 1, colSpan: 1, hidden: false };
      return { row, col, sheet, address, cell, printed: readCell({ text, value: text }) };
    }),
  );
}

/** Every column total the row labelled Total claims over the body rows above it. */
function sumsOf(rows: readonly Line[], columns: readonly Line[]): readonly ShapeRelation[] {
  const body = rows.filter((line) => line.role === 'body');
  const across = columns.filter((line) => line.role === 'body');
  const tie = (result: string, parts: readonly string[], along: 'row' | 'column'): ShapeRelation => ({
    ...{ kind: 'sum', result, parts, held: true, by: 'label', along },
  });
  return [
    ...rows.flatMap((total) =>
      total.role === 'total'
        ? columns.map((c) =>
            tie(
              addressOf(total.index, c.index),
              body.map((r) => addressOf(r.index, c.index)),
              'column',
            ),
          )
        : [],
    ),
    ...columns.flatMap((total) =>
      total.role === 'total'
        ? rows
            .filter((r) => r.role === 'body' || r.role === 'total')
            .map((r) =>
              tie(
                addressOf(r.index, total.index),
                across.map((c) => addressOf(r.index, c.index)),
                'row',
              ),
            )
        : [],
    ),
  ];
}

function assertionsOf(
  sketch: TableSketch,
  shape: ShapeTable,
  ref: UnderstoodReturn['ref'],
  file: string,
  tableIndex: number,
): readonly Assertion[] {
  return shape.body.flatMap((cell) => {
    if (cell.printed.kind !== 'quantities') return [];
    const row = shape.rows.find((line) => line.index === cell.row);
    const column = shape.columns.find((line) => line.index === cell.col);
    if (!row || !column) return [];
    const name = [row.path.join(' / '), column.path.join(' / ')] as const;
    const partial = sketch.key?.(...name) ?? null;
    const { note } = cell.printed;
    return cell.printed.quantities.map(({ role, quantity }) => {
      const key: QuantityKey | null = partial && {
        ...{ measure: 'm', programme: null, period: ref.period, aspect: 'value', unit: 'children', dims: {} },
        ...partial,
        ...(role === 'share' ? ({ aspect: 'share', unit: 'percent' } as const) : {}),
      };
      return {
        id: [ref.sha256, cell.sheet, cell.address, role].join('/'),
        identity: [ref.provider, ref.period, sketch.code ?? sketch.caption ?? tableIndex, ...name, role].join(
          '|',
        ),
        source: { file, sheet: cell.sheet, cell: cell.address, text: cell.cell?.text ?? '' },
        ...{ from: ref, tableIndex, table: sketch.code ?? null, row: cell.row, col: cell.col },
        ...{ rowPath: row.path, colPath: column.path, role, key, note },
        quantity: key?.unit === 'percent' ? asFraction(quantity) : quantity,
      };
    });
  });
}

export function aTable(
  sketch: TableSketch,
  ref: UnderstoodReturn['ref'],
  file: string,
  tableIndex: number,
): UnderstoodTable {
  const [header = [], ...lines] = sketch.lines;
  const rows = lines.map((line, i) => lineOf(sketch, line[0] ?? '', i + 1, true));
  const columns = header.slice(1).map((text, j) => lineOf(sketch, text, j + 1, false));
  const shape: ShapeTable = {
    sheet: sketch.sheet ?? 'Table 1',
    range: `A1:${addressOf(lines.length, header.length - 1)}`,
    caption: sketch.caption ?? null,
    captionAt: null,
    titles: [],
    headerRows: [0],
    labelColumns: [0],
    ...{ rows, columns, body: bodyOf(sketch), notes: [], layout: sketch.layout ?? 'matrix' },
    relations: sketch.relations ?? sumsOf(rows, columns),
  };
  return {
    shape,
    ...{ code: sketch.code ?? null, score: 1, alternatives: [], transposed: false },
    rowFacets: rows.map(() => null),
    columnFacets: columns.map(() => null),
    assertions: assertionsOf(sketch, shape, ref, file, tableIndex),
    unread: shape.body.flatMap((cell) =>
      cell.printed.kind === 'unread'
        ? [
            {
              source: { file, sheet: cell.sheet, cell: cell.address, text: cell.printed.text },
              why: cell.printed.why,
            },
          ]
        : [],
    ),
    unknownLabels: [],
    periodConflicts: [],
    ...sketch.more,
  };
}

/** A return as understood; by default from provider `fgc` for 2020-21 Q1. */
export function aReturn(sketch: ReturnSketch): UnderstoodReturn {
  const { provider = 'fgc', period = '2020-21 Q1' } = sketch;
  const file = sketch.file ?? `${provider} ${period}.docx`;
  const ref = { provider, period, version: 1, sha256: sketch.sha256 ?? `${provider}-${period}` };
  return {
    ref,
    file,
    tables: sketch.tables.map((table, index) =>
      aTable({ sheet: `Table ${index + 1}`, ...table }, ref, file, index),
    ),
    statements: [],
  };
}

/** A small board: two services and a compiler, programmes, children and families, one category set. */
export function aDefinition(more: Partial<BoardDefinition> = {}): BoardDefinition {
  const provider = (code: string, name: string, compiles = false) => ({
    ...{ code, name, aliases: [], programmes: [], returns: [], compiles },
  });
  const programme = (code: string, name: string) => ({ code, name, aliases: [], partOf: null });
  return {
    ...{ code: 'test', version: 1, council: 'A council', board: 'Test Board' },
    programmes: [programme('alpha', 'Alpha'), programme('beta', 'Beta'), programme('gamma', 'Gamma')],
    providers: [
      provider('fgc', 'FGC service'),
      provider('pa', 'PA service'),
      provider('board', 'The board', true),
    ],
    measures: [
      {
        code: 'm',
        name: 'Measure',
        aliases: [],
        unit: 'children',
        direction: 'neither',
        overQuarters: 'sum',
        overProgrammes: 'sum',
      },
    ],
    sets: [
      {
        code: 'ethnicity',
        name: 'Ethnicity',
        members: [
          { code: 'white', name: 'White', aliases: [], partOf: null },
          { code: 'mixed', name: 'Mixed', aliases: [], partOf: null },
        ],
      },
    ],
    ...{ tables: [], identities: [], targets: [], sections: [], glossary: [] },
    smallNumber: { threshold: 5, symbol: 'c' },
    returnsDueAfterDays: 30,
    ...more,
  };
}
