/** What a finished edition prints and withholds, by quantity, as its readers can tell it. */
import type { Interval, Told } from '#shared/disclosure/issued.ts';
import type { Ledger } from '#shared/disclosure/ledger.ts';
import { roundsLike } from '#shared/disclosure/round.ts';
import { idsOf } from '#shared/edition/shown.ts';
import type { Pack } from '#shared/pack/document.ts';
import { keysOf } from '#shared/pack/inline.ts';

/** For each quantity in print the true values that print so; what is worked out from rounded counts adds nothing. */
export function printedBy(pack: Pack, ledger: Ledger, rounding: number | null): Told {
  const printed = new Map<string, Interval>();
  const withheld = new Set<string>();
  const tell = (id: string, away: boolean) => {
    const interval = away ? null : intervalOf(id, ledger, rounding);
    if (away) withheld.add(id);
    else if (interval) printed.set(id, interval);
  };
  for (const block of pack.sections.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'table') {
      for (const cell of block.rows.flatMap(({ cells }) => cells)) {
        const away = new Set((cell.withheld ?? []).map(ledger.idOf));
        const all = cell.flag === 'suppressed' && !cell.withheld;
        for (const id of idsOf(cell, ledger)) tell(id, all || away.has(id));
      }
    } else if (block.kind === 'chart') {
      for (const { keys = [], values } of block.series) {
        keys.forEach((key, i) => {
          if (key !== null) tell(key, values[i] === null);
        });
      }
    } else if (block.kind !== 'heading') {
      const runs = block.kind === 'paragraph' ? [block.inlines] : block.items;
      for (const key of runs.flat().flatMap(keysOf)) tell(key, false);
    }
  }
  return { printed, withheld };
}

function intervalOf(id: string, { entries }: Ledger, rounding: number | null): Interval | null {
  const entry = entries.get(id);
  if (!entry) return null;
  const { nature, quantity } = entry;
  if (rounding === null || nature === 'known') return [quantity.low, quantity.high];
  return nature === 'count' && quantity.value >= 0 ? roundsLike(quantity.value, rounding) : null;
}
