/** From drafts to relations: doubles dropped, each with an id that survives a re-import. */
import type { Cell } from '#shared/relation/book.ts';
import type { Draft } from '#shared/relation/draft.ts';
import { type Hash, hashBag, hashOf } from '#shared/relation/hash.ts';
import type { Relation, RelationBody, Term } from '#shared/relation/relation.ts';
import { combine } from '#shared/relation/terms.ts';

/** Short names for long ones, in order of first use. */
function numbering(): (name: string) => number {
  const numbers = new Map<string, number>();
  return (name) => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, numbers.size);
    return numbers.size - 1;
  };
}

type NumberOf = (name: string) => number;

/** Terms by number, with the sign turned so that the first is positive where `turn` allows it. */
function termText(terms: readonly Term[], constant: number, turn: boolean, numberOf: NumberOf): string {
  const listed = combine(terms)
    .map(({ variable, factor }) => ({ at: numberOf(variable), factor }))
    .sort((a, b) => a.at - b.at);
  const sign = turn && (listed[0]?.factor ?? 1) < 0 ? -1 : 1;
  return `${listed.map(({ at, factor }) => `${at}*${factor * sign}`).join('+')}=${constant * sign + 0}`;
}

/** Equal exactly when two bodies say the same of the same cells. */
function bodyText(body: RelationBody, numberOf: NumberOf): string {
  switch (body.shape) {
    case 'linear':
      return termText(body.terms, body.constant, true, numberOf);
    case 'ratio': {
      const top = termText(body.numerator, 0, false, numberOf);
      const bottom = termText(body.denominator, 0, false, numberOf);
      return `${numberOf(body.result)}:${top}/${bottom}`;
    }
    case 'possible':
      return `${numberOf(body.result)}?${numberOf(body.denominator)}`;
  }
}

/** A relation whose terms cancel out says nothing. */
function empty(body: RelationBody): boolean {
  return body.shape === 'linear' && combine(body.terms).length === 0;
}

function mixed(word: number, more: number): number {
  const h = Math.imul(word ^ more, 0x9e3779b1);
  return h ^ (h >>> 15);
}

/** The same for terms that say the same, in whatever order; a factor only counts for its size. */
function termMark(terms: readonly Term[], numberOf: NumberOf): number {
  let sum = 0;
  for (const { variable, factor } of combine(terms)) {
    sum = (sum + mixed(numberOf(variable) + 1, Math.abs(factor) * 1000)) | 0;
  }
  return sum;
}

/** Equal for bodies of equal text; bodies that differ seldom share one. */
function bodyMark(body: RelationBody, numberOf: NumberOf): number {
  switch (body.shape) {
    case 'linear':
      return termMark(body.terms, numberOf);
    case 'ratio': {
      const parts = mixed(termMark(body.numerator, numberOf), 3 * termMark(body.denominator, numberOf));
      return mixed(parts, numberOf(body.result));
    }
    case 'possible':
      return mixed(numberOf(body.result), 7 * numberOf(body.denominator) + 5);
  }
}

/** Whether a body is the first to say what it says. Texts are made only for the few that may be doubles. */
function firstToSay(): (body: RelationBody) => boolean {
  const numberOf = numbering();
  const seen = new Map<number, RelationBody[]>();
  return (body) => {
    const mark = bodyMark(body, numberOf);
    const others = seen.get(mark);
    if (!others) {
      seen.set(mark, [body]);
      return true;
    }
    const text = bodyText(body, numberOf);
    if (others.some((other) => bodyText(other, numberOf) === text)) return false;
    others.push(body);
    return true;
  };
}

/** Names a draft by its rule and the identities of its cells, each hashed once. */
function namer(): (draft: Draft) => string {
  const hashes = new Map<Cell, Hash>();
  const hashCell = (cell: Cell) => {
    const hash = hashes.get(cell) ?? hashOf(cell.identity);
    hashes.set(cell, hash);
    return hash;
  };
  return ({ rule, cells }) => `${rule}:${hashBag(cells.map(hashCell))}`;
}

/** The label is made when somebody reads it. */
function relationOf(draft: Draft, id: string): Relation {
  const { kind, rule, body } = draft;
  return {
    ...{ id, kind, rule, body },
    get label() {
      return draft.label;
    },
  };
}

/** Of drafts that say the same of the same cells the first is kept. */
export function finish(drafts: readonly Draft[]): readonly Relation[] {
  const [isFirst, nameOf] = [firstToSay(), namer()];
  const used = new Map<string, number>();
  const relations: Relation[] = [];
  for (const draft of drafts) {
    if (!isFirst(draft.body) || empty(draft.body)) continue;
    const name = nameOf(draft);
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    relations.push(relationOf(draft, times === 1 ? name : `${name}-${times}`));
  }
  return relations;
}
