/**
 * Percentages of what? A column of percentages has one base, and the table seldom says which.
 *
 * Every possible base is tried over the whole column, and the one that holds for most cells is taken for all. A cell
 * that fails it is violated, unless another base holds for it and for others too.
 */
import type { Cell } from '#shared/relation/book.ts';
import type { Draft, Tray } from '#shared/relation/draft.ts';
import { evaluate, type Variables } from '#shared/relation/evaluate.ts';
import type { Outcome, RelationBody } from '#shared/relation/relation.ts';

export interface Candidate {
  /** Which base it takes, equal for every cell of the column that takes the same. */
  readonly base: string;
  /** The table itself says so: a total, a title. Others are guesses and need company. */
  readonly stated: boolean;
  readonly draft: Draft;
  /** Another way to the same base, such as the sum of the rows for a total typed wrong. */
  readonly support?: RelationBody;
}

/** One percentage with all its candidates. */
export interface Choice {
  readonly cell: Cell;
  readonly candidates: readonly Candidate[];
}

function outcomeOf(body: RelationBody, variables: Variables): Outcome['outcome'] {
  return evaluate({ id: '', kind: 'percent', rule: '', label: '', body }, variables).outcome;
}

/** Whether a candidate's relation holds, asked several times and worked out once. */
type Holds = (candidate: Candidate) => boolean;

function holding(variables: Variables): Holds {
  const known = new Map<Candidate, boolean>();
  return (candidate) => {
    const held = known.get(candidate) ?? outcomeOf(candidate.draft.body, variables) === 'held';
    known.set(candidate, held);
    return held;
  };
}

/** The result's interval widened by its own step: a percentage cut off instead of rounded still tells its base. */
function widened(body: RelationBody, variables: Variables): Variables {
  return {
    get: (id) => {
      const variable = variables.get(id);
      if (!variable || body.shape !== 'ratio' || id !== body.result) return variable;
      const step = variable.high - variable.low;
      return { ...variable, low: variable.low - step, high: variable.high + step };
    },
  };
}

function supported(candidate: Candidate, holds: Holds, variables: Variables): boolean {
  if (holds(candidate)) return true;
  if (!candidate.stated) return false;
  return [candidate.draft.body, ...(candidate.support ? [candidate.support] : [])].some(
    (body) => outcomeOf(body, widened(body, variables)) === 'held',
  );
}

interface Base {
  readonly name: string;
  readonly stated: boolean;
  readonly support: number;
}

/** Bases by how many cells they hold for; stated ones first among equals, then in the order offered. */
function basesOf(choices: readonly Choice[], holds: Holds, variables: Variables): readonly Base[] {
  const bases = new Map<string, Base>();
  for (const { candidates } of choices) {
    for (const candidate of candidates) {
      const known = bases.get(candidate.base) ?? {
        name: candidate.base,
        stated: candidate.stated,
        support: 0,
      };
      const support = known.support + (supported(candidate, holds, variables) ? 1 : 0);
      bases.set(candidate.base, { ...known, support });
    }
  }
  return [...bases.values()].sort((a, b) => b.support - a.support || Number(b.stated) - Number(a.stated));
}

/**
 * A stated base must hold for half of a longer column; a guess for at least three cells and two thirds of it. A column
 * of somebody else's percentages (the city's population) hits a total of the table now and then.
 */
function convincing(base: Base, count: number): boolean {
  if (base.stated) return count <= 2 || base.support * 2 >= count;
  return base.support >= 3 && base.support * 3 >= count * 2;
}

/** Enough cells share the base for a hit to be more than chance. */
function shared(base: Base, column: Column): boolean {
  return base.support >= 2 && (column.mixed || base.support * 3 >= column.count);
}

interface Column {
  readonly count: number;
  /** Its lines may have different bases: `cases opened` and what became of them, then `cases closed`. */
  readonly mixed: boolean;
}

function choose(choice: Choice, bases: readonly Base[], column: Column, holds: Holds): Draft | null {
  const [best] = bases;
  if (!best) return null;
  const own = choice.candidates.find((candidate) => candidate.base === best.name);
  const sure = convincing(best, column.count);
  if (own && (sure || shared(best, column)) && holds(own)) return own.draft;
  const others = new Set(bases.filter((base) => shared(base, column)).map((base) => base.name));
  const other = choice.candidates.find((c) => others.has(c.base) && holds(c));
  if (other) return other.draft;
  return own && sure ? own.draft : null;
}

/**
 * Drafts one relation for each percentage of a column whose base can be told.
 *
 * @param mixed the column's lines may have different bases, as in a list of labelled figures
 */
export function chooseBases(
  choices: readonly Choice[],
  mixed: boolean,
  variables: Variables,
  tray: Tray,
): void {
  const some = choices.filter((choice) => choice.candidates.length > 0);
  const holds = holding(variables);
  const bases = basesOf(some, holds, variables);
  for (const choice of some) {
    const draft = choose(choice, bases, { count: some.length, mixed }, holds);
    if (draft) tray.drafts.push(draft);
  }
}
