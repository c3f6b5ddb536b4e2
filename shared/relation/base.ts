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

function holds(candidate: Candidate, variables: Variables): boolean {
  return outcomeOf(candidate.draft.body, variables) === 'held';
}

function supported(candidate: Candidate, variables: Variables): boolean {
  if (holds(candidate, variables)) return true;
  return candidate.support !== undefined && outcomeOf(candidate.support, variables) === 'held';
}

interface Base {
  readonly name: string;
  readonly stated: boolean;
  readonly support: number;
}

/** Bases by how many cells they hold for; stated ones first among equals, then in the order offered. */
function basesOf(choices: readonly Choice[], variables: Variables): readonly Base[] {
  const bases = new Map<string, Base>();
  for (const { candidates } of choices) {
    for (const candidate of candidates) {
      const known = bases.get(candidate.base) ?? {
        name: candidate.base,
        stated: candidate.stated,
        support: 0,
      };
      const support = known.support + (supported(candidate, variables) ? 1 : 0);
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

function choose(choice: Choice, bases: readonly Base[], count: number, variables: Variables): Draft | null {
  const [best] = bases;
  const own = choice.candidates.find((candidate) => candidate.base === best?.name);
  if (own && (best?.stated || (best?.support ?? 0) >= 2) && holds(own, variables)) return own.draft;
  const shared = new Set(bases.filter((base) => base.support >= 2 || base.stated).map((base) => base.name));
  const other = choice.candidates.find((c) => shared.has(c.base) && holds(c, variables));
  if (
    other &&
    (!best || !convincing(best, count) || bases.some((b) => b.name === other.base && b.support >= 2))
  ) {
    return other.draft;
  }
  return own && best && convincing(best, count) ? own.draft : null;
}

/** Drafts one relation for each percentage of a column whose base can be told. */
export function chooseBases(choices: readonly Choice[], variables: Variables, tray: Tray): void {
  const some = choices.filter((choice) => choice.candidates.length > 0);
  const bases = basesOf(some, variables);
  for (const choice of some) {
    const draft = choose(choice, bases, some.length, variables);
    if (draft) tray.drafts.push(draft);
  }
}
