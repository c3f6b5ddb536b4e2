/**
 * The book: every cell of the current returns, laid open for the rules.
 *
 * Rules ask it three things: what stands at an address of a table, who says what about a quantity (entries by key),
 * and which of several sources to believe first.
 */
import { type Assertion, keyText, type QuantityKey } from '#shared/assertion/assertion.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { UnderstoodReturn, UnderstoodTable } from '#shared/meaning/understood.ts';
import type { PrintedRole } from '#shared/quantity/quantity.ts';
import type { Term, Variable } from '#shared/relation/relation.ts';
import { blankWeight, cellWeight } from '#shared/relation/weight.ts';
import type { BodyCell, Line } from '#shared/table/table.ts';

/** One printed number (or one blank) as the rules see it. */
export interface Cell {
  /** Id of its variable. */
  readonly id: string;
  /** Survives a re-import; relation ids are made of these. */
  readonly identity: string;
  readonly page: Page;
  readonly row: number;
  readonly col: number;
  readonly rowPath: readonly string[];
  readonly colPath: readonly string[];
  /** Null for a blank. */
  readonly assertion: Assertion | null;
  readonly weight: number;
}

/** One table of one return. */
export interface Page {
  readonly home: UnderstoodReturn;
  readonly table: UnderstoodTable;
  /** Position among all pages: returns sorted by provider and period, so never by order of import. */
  readonly order: number;
  readonly index: number;
  readonly at: ReadonlyMap<string, Partial<Record<PrintedRole, Cell>>>;
  readonly body: ReadonlyMap<string, BodyCell>;
  readonly rows: ReadonlyMap<number, Line>;
  readonly cols: ReadonlyMap<number, Line>;
  /** Share of body cells that are blank, 0 to 1. */
  readonly blankShare: number;
}

/** What one table says about one quantity: one cell, or several that split it under different labels. */
export interface Entry {
  readonly key: QuantityKey;
  readonly cells: readonly Cell[];
  readonly page: Page;
}

export interface Book {
  readonly definition: BoardDefinition;
  readonly pages: readonly Page[];
  readonly variables: Map<string, Variable>;
  /** Entries by `keyText`. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  /** Lines of tables that list cases, one entry a table, by the key they share. */
  readonly cases: ReadonlyMap<string, readonly Entry[]>;
  /** Cells of one table that read as the same quantity, differ, and so speak for nobody. */
  readonly unclear: readonly Entry[];
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sorted(returns: readonly UnderstoodReturn[]): readonly UnderstoodReturn[] {
  const name = ({ ref }: UnderstoodReturn) =>
    [ref.provider, ref.period, String(ref.version).padStart(6, '0'), ref.sha256].join('|');
  return [...returns].sort((a, b) => byText(name(a), name(b)));
}

function byIndex(lines: readonly Line[]): ReadonlyMap<number, Line> {
  return new Map(lines.map((line) => [line.index, line]));
}

function isTotal(line: Line | undefined): boolean {
  return line?.role === 'total' || line?.role === 'subtotal';
}

/** In a total or subtotal line. */
export function inTotal(cell: { readonly page: Page; readonly row: number; readonly col: number }): boolean {
  return isTotal(cell.page.rows.get(cell.row)) || isTotal(cell.page.cols.get(cell.col));
}

function variableOf(assertion: Assertion, weight: number): Variable {
  const { low, high, whole, approximate } = assertion.quantity;
  return { id: assertion.id, low, high, whole, approximate, blank: false, weight };
}

interface Site {
  readonly home: UnderstoodReturn;
  readonly table: UnderstoodTable;
  readonly index: number;
  readonly order: number;
  readonly compiled: boolean;
}

function openPage(site: Site, variables: Map<string, Variable>): Page {
  const { table } = site;
  const at = new Map<string, Partial<Record<PrintedRole, Cell>>>();
  const page: Page = {
    home: site.home,
    table,
    order: site.order,
    index: site.index,
    at,
    body: new Map(table.shape.body.map((cell) => [cell.address, cell])),
    rows: byIndex(table.shape.rows),
    cols: byIndex(table.shape.columns),
    blankShare:
      table.shape.body.filter((cell) => cell.printed.kind === 'blank').length /
      Math.max(1, table.shape.body.length),
  };
  for (const assertion of table.assertions) {
    const cell = printedCell(assertion, page, site.compiled);
    variables.set(cell.id, variableOf(assertion, cell.weight));
    const here = at.get(assertion.source.cell);
    if (!here) at.set(assertion.source.cell, { [assertion.role]: cell });
    else here[assertion.role] ??= cell;
  }
  return page;
}

function printedCell(assertion: Assertion, page: Page, compiled: boolean): Cell {
  const total = inTotal({ page, row: assertion.row, col: assertion.col });
  const rate =
    assertion.role === 'share' || assertion.key?.unit === 'percent' || assertion.key?.aspect === 'mean';
  return {
    id: assertion.id,
    identity: assertion.identity,
    page,
    row: assertion.row,
    col: assertion.col,
    rowPath: assertion.rowPath,
    colPath: assertion.colPath,
    assertion,
    weight: cellWeight({ compiled, total, rate }),
  };
}

/** A blank body cell as a variable that is zero; added to the book when first asked for. */
export function blankCell(book: Book, page: Page, body: BodyCell): Cell {
  const { ref } = page.home;
  const { shape } = page.table;
  const rowPath = page.rows.get(body.row)?.path ?? [];
  const colPath = page.cols.get(body.col)?.path ?? [];
  const weight = blankWeight(page.blankShare);
  const id = `blank:${ref.sha256}:${body.sheet}:${body.address}`;
  const place = [shape.caption ?? String(page.index), ...rowPath, '/', ...colPath].join('>');
  const zero = { low: 0, high: 0, whole: true, blank: true, approximate: false };
  if (!book.variables.has(id)) book.variables.set(id, { id, ...zero, weight });
  const identity = `blank:${ref.provider}:${ref.period}:${place}`;
  return { id, identity, page, row: body.row, col: body.col, rowPath, colPath, assertion: null, weight };
}

function labelsOf(cell: Cell): string {
  return [...cell.rowPath, '/', ...cell.colPath].join('>');
}

/** Lines beside one another in a table with a header, none of them a total: parts of one category. */
function standSideBySide(cells: readonly Cell[], page: Page): boolean {
  return page.table.shape.layout === 'matrix' && !cells.some(inTotal);
}

/** Several cells of one table that were read as the same quantity. */
type Reading = 'same' | 'parts' | 'unclear';

/**
 * Same labels twice (a row pasted twice) speak twice and must agree. Different labels of one category split it
 * between them. Anything else that differs was read too coarsely to be held against anybody.
 */
function readingOf(cells: readonly Cell[], key: QuantityKey, page: Page): Reading {
  if (cells.length === 1) return 'same';
  const labels = new Set(cells.map(labelsOf));
  if (labels.size === 1) return 'same';
  const rate = key.unit === 'percent' || key.aspect !== 'value';
  if (
    !rate &&
    labels.size === cells.length &&
    Object.keys(key.dims).length > 0 &&
    standSideBySide(cells, page)
  ) {
    return 'parts';
  }
  const values = new Set(cells.map((cell) => cell.assertion?.quantity.value));
  return values.size === 1 ? 'same' : 'unclear';
}

function entriesOf(cells: readonly Cell[], key: QuantityKey, page: Page): Entry[] {
  switch (readingOf(cells, key, page)) {
    case 'same':
      return cells.map((cell) => ({ key, cells: [cell], page }));
    case 'parts':
      return [{ key, cells, page }];
    case 'unclear':
      return [];
  }
}

interface Gathered {
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  readonly cases: ReadonlyMap<string, readonly Entry[]>;
  readonly unclear: readonly Entry[];
}

/** The list becomes the map's own. */
function push<T>(map: Map<string, T[]>, key: string, values: T[]): void {
  const known = map.get(key);
  if (known) known.push(...values);
  else map.set(key, values);
}

/** A table of cases says nothing about any quantity but through all its lines together. */
function gatherEntries(pages: readonly Page[]): Gathered {
  const entries = new Map<string, Entry[]>();
  const cases = new Map<string, Entry[]>();
  const unclear: Entry[] = [];
  for (const page of pages) {
    const casesOnly = listsCases(page);
    for (const [text, cells] of keyedCells(page, casesOnly)) {
      const key = cells[0]?.assertion?.key;
      if (!key) continue;
      if (casesOnly) push(cases, text, [{ key, cells, page }]);
      else {
        const found = entriesOf(cells, key, page);
        if (found.length > 0) push(entries, text, found);
        else unclear.push({ key, cells, page });
      }
    }
  }
  return { entries, cases, unclear };
}

/** One line a case, by its shape or by what its lines were taken to mean. */
export function listsCases({ table }: Pick<Page, 'table'>): boolean {
  if (table.shape.layout === 'cases') return true;
  const keys = table.assertions.flatMap(({ key }) => key ?? []);
  return keys.length > 0 && keys.every(({ dims }) => 'case' in dims);
}

/** The key of what a table of cases lists: one of its lines is no quantity of its own. */
export function caseText(key: QuantityKey): string {
  const { case: _, ...dims } = key.dims;
  return keyText({ ...key, aspect: 'value', dims });
}

/** Cells by key. A cell's share or second number never speaks of the same quantity as its main number. */
function keyedCells(page: Page, casesOnly: boolean): ReadonlyMap<string, Cell[]> {
  const byKey = new Map<string, Cell[]>();
  const textOf = (cell: Cell | undefined) => {
    const key = cell?.assertion?.key;
    if (!key) return null;
    return casesOnly ? caseText(key) : keyText(key);
  };
  for (const { main, share, second } of page.at.values()) {
    const [first, also, more] = [textOf(main), textOf(share), textOf(second)];
    if (main && first !== null) push(byKey, first, [main]);
    if (share && also !== null && also !== first) push(byKey, also, [share]);
    if (second && more !== null && more !== first && more !== also) push(byKey, more, [second]);
  }
  return byKey;
}

export function openBook(definition: BoardDefinition, returns: readonly UnderstoodReturn[]): Book {
  const variables = new Map<string, Variable>();
  const compilers = new Set(definition.providers.filter((p) => p.compiles).map((p) => p.code));
  const pages: Page[] = [];
  for (const home of sorted(returns)) {
    const compiled = compilers.has(home.ref.provider);
    for (const [index, table] of home.tables.entries()) {
      pages.push(openPage({ home, table, index, order: pages.length, compiled }, variables));
    }
  }
  return { definition, pages, variables, ...gatherEntries(pages) };
}

/** The terms an entry adds to a sum. */
export function termsOf(entry: Entry, factor = 1): readonly Term[] {
  return entry.cells.map((cell) => ({ variable: cell.id, factor }));
}
