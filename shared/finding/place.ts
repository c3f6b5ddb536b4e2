/** Where an assertion stands: its table, its return, and how to name both to a person. */
import type { Assertion } from '#shared/assertion/assertion.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { FindingCell } from '#shared/finding/finding.ts';
import { normal, quote } from '#shared/finding/words.ts';
import type { CellRef } from '#shared/grid/grid.ts';
import type { UnderstoodReturn, UnderstoodTable } from '#shared/meaning/understood.ts';
import type { BodyCell } from '#shared/table/table.ts';

export interface Place {
  readonly assertion: Assertion;
  readonly table: UnderstoodTable;
  readonly from: UnderstoodReturn;
}

/** The board as the detectors read it: returns in an order of their own, every assertion findable. */
export interface Board {
  readonly definition: BoardDefinition;
  readonly returns: readonly UnderstoodReturn[];
  readonly places: ReadonlyMap<string, Place>;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Returns sorted by what they are, so that the order they were imported in changes nothing. */
export function boardOf(definition: BoardDefinition, returns: readonly UnderstoodReturn[]): Board {
  const name = ({ ref, file }: UnderstoodReturn): string =>
    [ref.period, ref.provider, String(ref.version).padStart(6, '0'), file, ref.sha256].join('|');
  const sorted = returns.toSorted((a, b) => compare(name(a), name(b)));
  let known: Board['places'] | null = null;
  return {
    definition,
    returns: sorted,
    get places() {
      known ??= placesIn(sorted);
      return known;
    },
  };
}

/** Every assertion by its id. */
function placesIn(returns: readonly UnderstoodReturn[]): Board['places'] {
  const places = new Map<string, Place>();
  for (const from of returns)
    for (const table of from.tables)
      for (const assertion of table.assertions) places.set(assertion.id, { assertion, table, from });
  return places;
}

/** Providers whose tables the board compiles from others'. */
export function compilersOf({ definition }: Board): ReadonlySet<string> {
  return new Set(definition.providers.filter((provider) => provider.compiles).map(({ code }) => code));
}

export function providerName(board: Board, code: string): string {
  return board.definition.providers.find((provider) => provider.code === code)?.name ?? code;
}

/** What people call a table: its caption, else its title in the definition, else its sheet. */
export function tableTitle(board: Board, table: UnderstoodTable): string {
  const defined = board.definition.tables.find((candidate) => candidate.code === table.code)?.title;
  return table.shape.caption ?? defined ?? table.shape.sheet;
}

/** `“Table 15: Source of referrals” (FGC Q1.docx, Table 1)`: how a message names a table. */
export function tableWords(board: Board, table: UnderstoodTable, from: UnderstoodReturn): string {
  return `${quote(tableTitle(board, table))} (${from.file}, ${table.shape.sheet})`;
}

/** A table's name within its provider and period, the same in the next version of the return. */
export function tableIdentity(table: UnderstoodTable): string {
  return table.code ?? normal(table.shape.caption ?? table.shape.sheet);
}

/** `EH, June, No. of children`: row first, then column, nothing twice. */
export function labelOf(rowPath: readonly string[], colPath: readonly string[]): string {
  const parts = [...new Map([...rowPath, ...colPath].map((part) => [normal(part) || part, part.trim()]))];
  const within = (a: string, b: string): boolean => a !== b && ` ${b} `.includes(` ${a} `);
  return parts
    .filter(([plain, part]) => part !== '' && !parts.some(([other]) => within(plain, other)))
    .map(([, part]) => part)
    .join(', ');
}

const ROLE_WORDS = { main: '', share: ' (share)', second: ' (second number)' } as const;

/** A column's path without what stands over every column alike (a title across the table). */
export function ownPath(table: UnderstoodTable, colPath: readonly string[]): readonly string[] {
  const paths = table.shape.columns.map((line) => line.path).filter((path) => path.length > 0);
  let shared = 0;
  while (
    shared < colPath.length &&
    paths.length > 1 &&
    paths.every((path) => path[shared] === colPath[shared])
  )
    shared += 1;
  return colPath.slice(shared);
}

export function assertionLabel({ assertion, table }: Pick<Place, 'assertion' | 'table'>): string {
  const label = labelOf(assertion.rowPath, ownPath(table, assertion.colPath)) || assertion.source.cell;
  return label + ROLE_WORDS[assertion.role];
}

/** A finding's cell while it is being made: with the key that names it for good and the return it is in. */
export interface DraftCell extends FindingCell {
  readonly key: string;
  readonly period: string;
  readonly provider: string;
}

export function cellOfAssertion({ assertion, table }: Place): DraftCell {
  return {
    ref: assertion.source,
    assertion: assertion.id,
    identity: assertion.identity,
    label: assertionLabel({ assertion, table }),
    key: assertion.identity,
    period: assertion.from.period,
    provider: assertion.from.provider,
  };
}

/** A cell that asserts nothing (a label, a caption, an unread or blank cell). */
export function cellOfText(
  from: UnderstoodReturn,
  table: UnderstoodTable | null,
  ref: CellRef,
  label: string,
): DraftCell {
  const where = table ? tableIdentity(table) : 'text';
  return {
    ref,
    assertion: null,
    label,
    key: [from.ref.provider, from.ref.period, where, normal(label)].join('|'),
    period: from.ref.period,
    provider: from.ref.provider,
  };
}

export function refOf(from: UnderstoodReturn, cell: BodyCell): CellRef {
  return { file: from.file, sheet: cell.sheet, cell: cell.address, text: cell.cell?.text ?? '' };
}
