/**
 * The way out where withholding single numbers protects no more: whole tables, charts and paragraphs go, those that
 * bear on the number that gave way most directly first, of these the smallest loss first.
 */
import type { Failure } from '#shared/disclosure/audit.ts';
import type { Ledger } from '#shared/disclosure/ledger.ts';
import { printedIn } from '#shared/edition/shown.ts';
import type { Block, Pack } from '#shared/pack/document.ts';
import { variablesOf } from '#shared/relation/terms.ts';

/** Which quantities stand in one relation with a quantity. */
type Ties = ReadonlyMap<string, readonly string[]>;

/**
 * The pack without `many` blocks for each failure, with a sentence in the place of each; null where no block bears
 * on any of them, or where no number would be left.
 */
export function withoutNearest(
  pack: Pack,
  failures: readonly Failure[],
  ledger: Ledger,
  many: number,
): Pack | null {
  const printed = printedBlocks(pack, ledger);
  const ties = tiesIn(ledger);
  const gone = new Set(failures.flatMap(({ id }) => nearest(id, printed, ties).slice(0, many)));
  if (gone.size === 0 || gone.size === printed.size) return null;
  const sections = pack.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => (gone.has(block) ? sayGone(block) : block)),
  }));
  return { ...pack, sections };
}

/** Blocks that print quantities: which, and what is lost with them. */
function printedBlocks(pack: Pack, ledger: Ledger) {
  return new Map(
    pack.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => {
        const worths = new Map(printedIn(block, ledger));
        const loss = [...worths.values()].reduce((sum, worth) => sum + worth, 0);
        return worths.size === 0 ? [] : [[block, { ids: [...worths.keys()], loss }] as const];
      }),
    ),
  );
}

function tiesIn({ relations, entries }: Ledger): Ties {
  const ties = new Map<string, string[]>();
  for (const { body } of relations) {
    const ids = variablesOf(body).filter((id) => entries.get(id)?.nature !== 'known');
    for (const id of ids) ties.set(id, [...(ties.get(id) ?? []), ...ids]);
  }
  return ties;
}

/** Blocks by how directly they bear on the quantity, then by what is lost with them. */
function nearest(id: string, printed: ReturnType<typeof printedBlocks>, ties: Ties): readonly Block[] {
  const printing = new Map<string, Block[]>();
  for (const [block, { ids }] of printed) {
    for (const one of ids) printing.set(one, [...(printing.get(one) ?? []), block]);
  }
  const found = new Set<Block>();
  const met = new Set([id]);
  for (let edge: readonly string[] = [id]; edge.length > 0; ) {
    const blocks = edge.flatMap((one) => printing.get(one) ?? []);
    const loss = (block: Block) => printed.get(block)?.loss ?? 0;
    for (const block of blocks.sort((a, b) => loss(a) - loss(b))) found.add(block);
    edge = [...new Set(edge.flatMap((one) => ties.get(one) ?? []))].filter((one) => !met.has(one));
    for (const one of edge) met.add(one);
  }
  return [...found];
}

function sayGone(block: Block): Block {
  const named = block.kind === 'table' || block.kind === 'chart';
  const what = named
    ? `The ${block.kind} “${block.caption}”`
    : block.kind === 'bullets'
      ? 'A list'
      : 'A paragraph';
  const text = `${what} is left out of this edition because small numbers in it could be worked out.`;
  return { kind: 'paragraph', inlines: [{ kind: 'text', text }] };
}
