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

/** A relation whose terms cancel out says nothing: its text has no terms. */
function empty(body: RelationBody, text: string): boolean {
  return body.shape === 'linear' && text.startsWith('=');
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

/** Of drafts that say the same of the same cells the first is kept. */
export function finish(drafts: readonly Draft[]): readonly Relation[] {
  const [numberOf, nameOf] = [numbering(), namer()];
  const seen = new Set<string>();
  const used = new Map<string, number>();
  const relations: Relation[] = [];
  for (const draft of drafts) {
    const text = bodyText(draft.body, numberOf);
    if (seen.has(text) || empty(draft.body, text)) continue;
    seen.add(text);
    const name = nameOf(draft);
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    const { kind, rule, label, body } = draft;
    relations.push({ id: times === 1 ? name : `${name}-${times}`, kind, rule, label, body });
  }
  return relations;
}
