/**
 * Sums and differences a table's own shape claims: `table.sum`, `table.difference`.
 *
 * A cell such as `15 (3)` holds two numbers, and its column's total `38 (20)` claims both sums: each printed role
 * is summed by itself. Blank cells count as nothing, and are variables, since a forgotten cell breaks a sum too.
 */
import type { PrintedRole } from '#shared/quantity/quantity.ts';
import { type Book, blankCell, type Cell, type Page } from '#shared/relation/book.ts';
import { sumBody, type Tray, terms } from '#shared/relation/draft.ts';
import { sumLabel } from '#shared/relation/label.ts';
import type { ShapeRelation } from '#shared/table/table.ts';

const ROLES: readonly PrintedRole[] = ['main', 'share', 'second'];

type Found = { readonly cell: Cell } | { readonly why: string };

/** The number at an address in the given role, a blank standing for zero, or why there is none. */
export function cellAt(book: Book, page: Page, address: string, role: PrintedRole): Found {
  const cell = page.at.get(address)?.[role];
  if (cell) return { cell };
  const body = page.body.get(address);
  if (!body) return { why: `${address} holds no number` };
  switch (body.printed.kind) {
    case 'blank':
      return { cell: blankCell(book, page, body) };
    case 'absent':
      return /^(n\/?a|not applicable|none)\.?$/i.test(body.printed.text.trim())
        ? { cell: blankCell(book, page, body) }
        : { why: `${address} says "${body.printed.text.trim()}"` };
    case 'unread':
      return { why: `${address} could not be read: ${body.printed.why}` };
    case 'words':
      return { why: `${address} holds words, "${body.printed.text.trim()}"` };
    case 'quantities':
      return { why: `${address} holds no ${role === 'main' ? 'number' : `${role} number`}` };
  }
}

function resultLabel(page: Page, relation: ShapeRelation): string {
  const cell = page.at.get(relation.result)?.main;
  const name = cell ? [...cell.rowPath, ...cell.colPath].join(', ') : relation.result;
  return `${name} (${page.home.file}, ${page.table.shape.sheet} ${relation.result})`;
}

/** Shares add up where the total is 100%; along a line of different bases they do not. */
function isWhole(share: Cell): boolean {
  const { low = 0, high = 0 } = share.assertion?.quantity ?? {};
  return low <= 1 && high >= 1;
}

function draftSum(book: Book, page: Page, relation: ShapeRelation, role: PrintedRole, tray: Tray): void {
  const result = page.at.get(relation.result)?.[role];
  if (!result || (role === 'share' && !isWhole(result))) return;
  const parts: Cell[] = [];
  for (const address of relation.parts) {
    const found = cellAt(book, page, address, role);
    if ('why' in found) {
      tray.notCheckable.push({ relation: resultLabel(page, relation), why: found.why });
      return;
    }
    parts.push(found.cell);
  }
  if (parts.every((part) => part.assertion === null)) return;
  tray.summed.add(result.id);
  const difference = relation.kind === 'difference';
  const [first, ...rest] = parts;
  const body =
    difference && first
      ? {
          shape: 'linear' as const,
          terms: [...terms([result]), ...terms([first], -1), ...terms(rest)],
          constant: 0,
        }
      : sumBody([result], parts);
  tray.drafts.push({
    rule: `table.${relation.kind}`,
    kind: 'total',
    get label() {
      return sumLabel(result, parts, difference ? '−' : '+');
    },
    body,
    cells: [result, ...parts],
  });
}

export function shapeSums(book: Book, tray: Tray): void {
  for (const page of book.pages) {
    for (const relation of page.table.shape.relations) {
      if (relation.kind === 'percent') continue;
      for (const role of ROLES) draftSum(book, page, relation, role, tray);
    }
  }
}
