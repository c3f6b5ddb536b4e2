/** A table as rows of cells with merges, before it is put anywhere. */
import { type Printed, printCell, printWords } from '#test/simulation/layout/print.ts';
import type { Style } from '#test/simulation/layout/style.ts';
import type { SimColumn, SimRow, SimTable } from '#test/simulation/model/model.ts';
import { hash, random } from '#test/simulation/model/prng.ts';

export interface Placed extends Printed {
  /** Identity of the number or label that stands here. */
  readonly id?: string;
}

/** First and last row and column, counted from 0. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Block {
  readonly code: string;
  readonly name: string;
  readonly caption: Placed | null;
  readonly titles: readonly string[];
  readonly rows: readonly (readonly Placed[])[];
  readonly headerRows: number;
  readonly merges: readonly Merge[];
  readonly notes: readonly string[];
}

const BLANK: Placed = { text: '' };

/** The order in which columns are printed. */
function columnOrder(table: SimTable, style: Style): readonly SimColumn[] {
  const free = table.orderFree && style.shuffled && !table.columns.some((each) => isMonth(each));
  const body = table.columns.filter((each) => each.role !== 'total');
  const arranged = free ? random(hash(`${table.code} columns`)).shuffle(body) : body;
  const totals = table.columns.filter((each) => each.role === 'total');
  return style.totalsFirst ? [...totals, ...arranged] : [...arranged, ...totals];
}

const isMonth = (column: SimColumn): boolean =>
  [...column.label, ...(column.group ?? [])].some((words) => words.startsWith('{month'));

function rowOrder(table: SimTable, style: Style): readonly SimRow[] {
  if (!table.orderFree) return table.rows;
  const of = (role: SimRow['role']) => table.rows.filter((each) => each.role === role);
  const months = of('body').some((row) => row.labels.some((words) => words[0]?.startsWith('{month')));
  const body =
    style.shuffled && !months ? random(hash(`${table.code} rows`)).shuffle(of('body')) : of('body');
  const rest = [...of('heading'), ...of('previous')];
  return style.totalsFirst ? [...of('total'), ...body, ...rest] : [...body, ...of('total'), ...rest];
}

export const labelId = (table: SimTable, row: string): string => `${table.period}|${table.code}|${row}|label`;
export const captionId = (table: Pick<SimTable, 'period' | 'code'>): string =>
  `${table.period}|${table.code}|caption`;

function bodyRow(table: SimTable, row: SimRow, columns: readonly SimColumn[], style: Style): Placed[] {
  const labels = row.labels.map(
    (words, index): Placed => ({
      text: printWords(words, table.period, style),
      ...(index === row.labels.length - 1 ? { id: labelId(table, row.key) } : {}),
    }),
  );
  const cells = columns.map((column): Placed => {
    const cell = row.cells[table.columns.indexOf(column)] ?? null;
    return { ...printCell(cell, style), ...(cell ? { id: cell.id } : {}) };
  });
  return table.labelLast ? [...cells, ...labels] : [...labels, ...cells];
}

function headerRows(table: SimTable, columns: readonly SimColumn[], style: Style): Placed[][] {
  if (table.noHeader) return [];
  const words = (from: readonly string[] | undefined): Placed => ({
    text: from ? printWords(from, table.period, style) : '',
  });
  const stubs = table.stub.map(words);
  const join = (labels: Placed[], cells: Placed[]) =>
    table.labelLast ? [...cells, ...labels] : [...labels, ...cells];
  if (!columns.some((each) => each.group))
    return [
      join(
        stubs,
        columns.map((each) => words(each.label)),
      ),
    ];
  const upper = columns.map((each, index) => {
    if (!each.group) return words(each.label);
    const first = columns[index - 1]?.group?.[0] !== each.group[0];
    return first || style.header === 'repeated' ? words(each.group) : BLANK;
  });
  const lower = columns.map((each) => (each.group ? words(each.label) : BLANK));
  const blanks = stubs.map(() => BLANK);
  return table.stubTop
    ? [join([words(table.stubTop), ...blanks.slice(1)], upper), join(stubs, lower)]
    : [join(stubs, upper), join(blanks, lower)];
}

/** Merged upper header cells: over the columns of a group and, where the style says so, down over one label. */
function headerMerges(table: SimTable, columns: readonly SimColumn[], style: Style): Merge[] {
  if (!columns.some((each) => each.group) || !style.header.startsWith('merged')) return [];
  const offset = table.labelLast ? 0 : table.stub.length;
  const merges: Merge[] = [];
  columns.forEach((column, index) => {
    if (!column.group) {
      if (style.header === 'merged-both')
        merges.push({ top: 0, left: offset + index, bottom: 1, right: offset + index });
      return;
    }
    if (columns[index - 1]?.group?.[0] === column.group[0]) return;
    let last = index;
    while (columns[last + 1]?.group?.[0] === column.group[0]) last++;
    if (last > index) merges.push({ top: 0, left: offset + index, bottom: 0, right: offset + last });
  });
  return merges;
}

/** Lays out one table in a style. */
export function blockOf(table: SimTable, style: Style): Block {
  const columns = columnOrder(table, style);
  const header = headerRows(table, columns, style);
  const body = rowOrder(table, style).map((row) => bodyRow(table, row, columns, style));
  const caption = printWords(table.caption, table.captionPeriod ?? table.period, style);
  return {
    code: table.code,
    name: table.sheet,
    caption: style.caption === 'missing' ? null : { text: caption, id: captionId(table) },
    titles: (table.titles ?? []).map((each) => printWords([each], table.period, style)),
    rows: [...header, ...body],
    headerRows: header.length,
    merges: headerMerges(table, columns, style),
    notes: table.notes ?? [],
  };
}
