/** Puts errors of every kind into a simulation, apart from one another, and says what was done. */
import { crossProvider, mapping, unitMix } from '#test/simulation/errors/compiled.ts';
import { type Context, contextOf, type Draft, neighbourhood } from '#test/simulation/errors/context.ts';
import { apply, type Edit } from '#test/simulation/errors/edit.ts';
import {
  blank,
  crossTable,
  movedTarget,
  restated,
  unreadable,
  wrongCell,
  wrongPercent,
  wrongTotal,
  wrongYearToDate,
} from '#test/simulation/errors/values.ts';
import {
  duplicatedRow,
  missingReturn,
  missingTable,
  misspelt,
  staleCaption,
  unknownLabel,
} from '#test/simulation/errors/whole.ts';
import { cellsIn, evaluate } from '#test/simulation/model/evaluate.ts';
import { cellsOf, type SimRelation, type Simulation } from '#test/simulation/model/model.ts';
import { hash, random } from '#test/simulation/model/prng.ts';

const MAKERS = {
  'wrong cell': wrongCell,
  'wrong total': wrongTotal,
  'wrong percent': wrongPercent,
  restated,
  'wrong year to date': wrongYearToDate,
  'target moved': movedTarget,
  'cross-table': crossTable,
  'cross-provider': crossProvider,
  'unit mix': unitMix,
  mapping,
  'misspelt label': misspelt,
  'unknown label': unknownLabel,
  'stale caption': staleCaption,
  'duplicated row': duplicatedRow,
  blank,
  unreadable,
  'missing table': missingTable,
  'missing return': missingReturn,
} as const satisfies Record<string, (context: Context, period: string) => Draft | null>;

export type ErrorKind = keyof typeof MAKERS;
export const ERROR_KINDS = Object.keys(MAKERS) as readonly ErrorKind[];

/** An error that was made, with everything needed to judge whether it was found. */
export interface Injected extends Draft {
  readonly kind: ErrorKind;
  /** Hard relations that it breaks. */
  readonly violated: readonly SimRelation[];
  readonly revealable: boolean;
  /** The cells one could blame: in every broken relation and in the fewest that hold. */
  readonly blamable: readonly string[];
}

export interface Seeded {
  readonly simulation: Simulation;
  readonly errors: readonly Injected[];
}

/** Two errors of one whole return or table would hide each other. */
const occupied = (draft: Draft): string[] => [
  `${draft.period}|${draft.provider}`,
  ...(draft.table ? [`${draft.period}|${draft.table}`] : []),
];

function fits(
  context: Context,
  draft: Draft,
  used: ReadonlySet<string>,
  taken: ReadonlySet<string>,
): boolean {
  const whole = draft.edits.some((each) => each.kind === 'drop-return');
  const [returned = '', table = ''] = occupied(draft);
  if (taken.has(`gone ${returned}`) || (whole && taken.has(returned))) return false;
  if (draft.edits.some((each) => each.kind !== 'cell') && table && taken.has(table)) return false;
  if (taken.has(`gone ${table}`)) return false;
  return [...neighbourhood(context, draft.cells)].every((each) => !used.has(each));
}

/** How many errors a quarter gets: as many in each, or so many by its place among the quarters. */
export type PerQuarter = number | ((index: number) => number);

/** Draws errors for the quarters in turn until `wanted` are in each, or none fits any more. */
function drawErrors(
  context: Context,
  wanted: PerQuarter,
  kinds: readonly ErrorKind[],
): (Draft & { kind: ErrorKind })[] {
  const found: (Draft & { kind: ErrorKind })[] = [];
  const used = new Set<string>();
  const taken = new Set<string>();
  let queue: ErrorKind[] = [];
  // Kinds that need an earlier quarter wait for the next one.
  let later: ErrorKind[] = [];
  for (const [index, period] of context.simulation.periods.entries()) {
    const perQuarter = typeof wanted === 'number' ? wanted : wanted(index);
    queue = [...later, ...queue];
    later = [];
    for (let n = 0, tries = 0; n < perQuarter && tries < perQuarter * 12; tries++) {
      if (!queue.length) queue = context.rng.shuffle(kinds);
      const kind = queue.shift() ?? 'wrong cell';
      const draft = MAKERS[kind](context, period);
      if (!draft || !fits(context, draft, used, taken)) {
        (draft ? queue : later).push(kind);
        continue;
      }
      for (const id of neighbourhood(context, draft.cells)) used.add(id);
      for (const each of occupied(draft)) {
        taken.add(each);
        if (
          draft.edits.some(
            (edit) =>
              edit.kind === 'drop-return' || (edit.kind === 'drop-table' && each.endsWith(`|${draft.table}`)),
          )
        )
          taken.add(`gone ${each}`);
      }
      found.push({ ...draft, kind });
      n++;
    }
  }
  return found;
}

/** Which cells explain all broken relations while disturbing the fewest that hold. */
function blamable(violated: readonly SimRelation[], held: readonly SimRelation[]): string[] {
  const [first, ...rest] = violated.map(cellsIn);
  const shared = [...(first ?? [])].filter((id) => rest.every((each) => each.has(id)));
  const disturbed = (id: string) => held.filter((each) => cellsIn(each).has(id)).length;
  const least = Math.min(...shared.map(disturbed));
  return shared.filter((id) => disturbed(id) === least);
}

function judge(draft: Draft & { kind: ErrorKind }, context: Context, after: Simulation): Injected {
  const cells = cellsOf(after);
  const near = new Set(draft.cells.flatMap((id) => context.relations.get(id) ?? []));
  const violated = [...near].filter((each) => evaluate(each, cells) === 'violated');
  const around = new Set(
    violated.flatMap((each) => [...cellsIn(each)].flatMap((id) => context.relations.get(id) ?? [])),
  );
  const held = [...around].filter((each) => evaluate(each, cells) === 'held');
  return {
    ...draft,
    violated,
    revealable: draft.plain || violated.length > 0,
    blamable: violated.length ? blamable(violated, held) : [],
  };
}

/** A simulation with errors in it. The same seed, simulation and options give the same errors. */
export function inject(
  simulation: Simulation,
  options: { readonly perQuarter: PerQuarter; readonly kinds?: readonly ErrorKind[] },
): Seeded {
  const context = contextOf(simulation, random(hash(`${simulation.seed} errors`)));
  const drafts = drawErrors(context, options.perQuarter, options.kinds ?? ERROR_KINDS);
  const edits: Edit[] = drafts.flatMap((each) => each.edits);
  const after = apply(simulation, edits);
  return { simulation: after, errors: drafts.map((each) => judge(each, context, after)) };
}
