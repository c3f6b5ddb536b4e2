/** Which quantities a pack prints, how useful each is, and which counts stand beside each rate. */
import type { Ledger } from '#shared/disclosure/ledger.ts';
import type { Block, Pack, TableCell } from '#shared/pack/document.ts';
import { keysOf } from '#shared/pack/inline.ts';

/** Ids of the quantities in a cell, its main number first. */
export function idsOf(cell: TableCell, ledger: Ledger): readonly string[] {
  if (cell.from && cell.from.length > 0) return cell.from.map(ledger.idOf);
  return cell.key === null ? [] : [cell.key];
}

/** A row is worth less than a total, a total less than a point of a trend or a headline. */
const WORTH = { cell: 1, total: 3, trend: 5 } as const;

/** By the size of the number only roughly, so that what is withheld tells as little as can be of what is hidden. */
function worth(id: string, ledger: Ledger, at: number): number {
  const { key, quantity } = ledger.entries.get(id) ?? { key: null, quantity: { value: 1 } };
  const total = key && Object.keys(key.dims).length === 0 ? WORTH.total : WORTH.cell;
  return Math.max(at, total) + Math.floor(Math.log10(1 + Math.abs(quantity.value)) * 2) / 20;
}

/** Quantities a block prints, each time it does, with what would be lost if it were withheld. */
export function printedIn(block: Block, ledger: Ledger): readonly (readonly [id: string, worth: number])[] {
  switch (block.kind) {
    case 'table':
      return block.rows.flatMap(({ cells, total }) =>
        cells.flatMap((cell) =>
          idsOf(cell, ledger).map((id) => [id, worth(id, ledger, total ? WORTH.total : WORTH.cell)] as const),
        ),
      );
    case 'chart':
      return block.series.flatMap(({ keys }) =>
        (keys ?? []).flatMap((id) => (id === null ? [] : [[id, worth(id, ledger, WORTH.trend)] as const])),
      );
    case 'paragraph':
    case 'bullets':
      // Words that rest on a figure tell it as good as print it: `up 3 from 12`.
      return (block.kind === 'paragraph' ? block.inlines : block.items.flat())
        .flatMap(keysOf)
        .map((key) => [key, worth(key, ledger, WORTH.total)] as const);
    case 'heading':
      return [];
  }
}

/** Every quantity the pack prints, with what would be lost if it were withheld. */
export function shownIn(pack: Pack, ledger: Ledger): ReadonlyMap<string, number> {
  const shown = new Map<string, number>();
  for (const [id, value] of pack.sections.flatMap(({ blocks }) =>
    blocks.flatMap((b) => printedIn(b, ledger)),
  )) {
    shown.set(id, Math.max(value, shown.get(id) ?? 0));
  }
  return shown;
}

/** Counts in the row and the column of each rate. */
export function besideRates(pack: Pack, ledger: Ledger): ReadonlyMap<string, readonly string[]> {
  const beside = new Map<string, Set<string>>();
  const nature = (id: string) => ledger.entries.get(id)?.nature;
  const join = (line: readonly TableCell[]) => {
    const ids = line.flatMap((cell) => idsOf(cell, ledger));
    const counts = ids.filter((id) => nature(id) === 'count');
    for (const rate of ids.filter((id) => nature(id) === 'rate')) {
      const known = beside.get(rate) ?? new Set();
      for (const count of counts) known.add(count);
      beside.set(rate, known);
    }
  };
  for (const block of pack.sections.flatMap(({ blocks }) => blocks)) {
    if (block.kind !== 'table' || block.id.startsWith('public-compare-')) continue;
    for (const { cells } of block.rows) join(cells);
    const width = Math.max(0, ...block.rows.map(({ cells }) => cells.length));
    for (let i = 0; i < width; i++) join(block.rows.flatMap(({ cells }) => cells[i] ?? []));
  }
  return new Map([...beside].map(([id, counts]) => [id, [...counts]]));
}
