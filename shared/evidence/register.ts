/**
 * The evidence register: every figure a pack shows, with its value, the cells it rests on and the decisions
 * that settled it, and the SHA-256 of every file they stand in.
 *
 * Example: `12` in Table 4 is one entry, with "FGC Q1.docx, Table 3, B4: 12" under it; where paragraph 3.2 says
 * 12 again, that is a second place of the same entry.
 */
import { type Assertion, keyText } from '#shared/assertion/assertion.ts';
import type { Decision } from '#shared/decision/decision.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import { type Shown, shownIn } from '#shared/evidence/shown.ts';
import type { Figure, FigureStatus } from '#shared/figure/figure.ts';
import { keyWords } from '#shared/figure/key-words.ts';
import type { CellRef } from '#shared/grid/grid.ts';
import type { UnderstoodReturn } from '#shared/meaning/understood.ts';
import type { LaidPack } from '#shared/pack/number.ts';

export interface EvidenceCell {
  readonly ref: CellRef;
  /** The file's SHA-256; null where the cell names none. */
  readonly sha256: string | null;
}

/**
 * `as-returned`: a number of a table known by shape alone. `calculated`: from the figures beside it. `counted`:
 * by the program, of findings, ties or returns. `gone`: no return states it any longer.
 */
export type EvidenceStatus = FigureStatus | 'as-returned' | 'calculated' | 'counted' | 'gone';

export interface EvidenceEntry {
  /** From 1, in the order of the pack. */
  readonly number: number;
  /** Key of the figure, null for numbers that are none. */
  readonly key: string | null;
  readonly label: string;
  /** How it reads, wherever it stands; more than one where places differ. */
  readonly texts: readonly string[];
  readonly places: readonly string[];
  /** In base units: pounds, fractions for percentages. Null where only the text is known. */
  readonly value: number | null;
  readonly unit: string;
  /** The step it was printed to, in base units; 0 where exact, null where unknown. */
  readonly step: number | null;
  readonly status: EvidenceStatus;
  readonly cells: readonly EvidenceCell[];
  /** Numbers of the entries it was worked out from. */
  readonly worked: readonly number[];
  /** Ids of decisions. */
  readonly decisions: readonly string[];
}

export interface EvidenceInput {
  readonly definition: BoardDefinition;
  readonly figures: readonly Figure[];
  readonly returns: readonly UnderstoodReturn[];
  readonly decisions: readonly Decision[];
}

type Draft = Omit<EvidenceEntry, 'number' | 'worked'> & { readonly beside: readonly string[] };

interface Books {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly assertions: ReadonlyMap<string, Assertion>;
  readonly definition: BoardDefinition;
}

/** One entry for every figure, and for every number without one, in the order the pack first shows them. */
export function evidenceOf(laid: LaidPack, input: EvidenceInput): readonly EvidenceEntry[] {
  const all = input.returns.flatMap((r) => r.tables.flatMap((t) => t.assertions));
  const books: Books = {
    definition: input.definition,
    figures: new Map(input.figures.map((figure) => [keyText(figure.key), figure])),
    assertions: new Map(all.map((assertion) => [assertion.id, assertion])),
  };
  const drafts = new Map<string, Draft>();
  for (const { name, draft } of shownIn(laid).flatMap((shown) => draftsOf(shown, books))) {
    const known = drafts.get(name);
    drafts.set(name, known ? joined(known, draft) : draft);
  }
  const numbers = new Map([...drafts.keys()].map((name, at) => [name, at + 1]));
  return [...drafts.values()].map(({ beside, ...draft }, at) => ({
    ...draft,
    number: at + 1,
    worked: beside.flatMap((key) => numbers.get(key) ?? []),
  }));
}

function joined(known: Draft, more: Draft): Draft {
  return {
    ...known,
    texts: [...new Set([...known.texts, ...more.texts])],
    places: [...new Set([...known.places, ...more.places])],
  };
}

interface Named {
  readonly name: string;
  readonly draft: Draft;
}

/** A cell such as `5 (31%)` shows two figures: each has an entry of its own. */
function draftsOf(shown: Shown, books: Books): readonly Named[] {
  const behind = shown.from.flatMap((id) => books.assertions.get(id) ?? []);
  const keys = [...new Set([shown.key, ...behind.map(({ key }) => key && keyText(key))])];
  const figures = keys.flatMap((key) => (key === null ? [] : [ofFigure(key, shown, books)]));
  const unkeyed = behind.filter(({ key }) => key === null).map((one) => asReturned(one, shown));
  if (figures.length + unkeyed.length > 0) return [...figures, ...unkeyed];
  return [workedOut(shown)];
}

function ofFigure(key: string, shown: Shown, books: Books): Named {
  const figure = books.figures.get(key);
  const said = { key, label: keyWords(key, books.definition), texts: [shown.text], places: [shown.place] };
  if (!figure) {
    const nothing = { unit: '', step: null, cells: [], decisions: [], beside: [] };
    return { name: key, draft: { ...said, ...nothing, value: shown.value, status: 'gone' } };
  }
  const { quantity, status, sources, assertions, decisions } = figure;
  const cells = sources.map((ref, at) => ({ ref, sha256: shaIn(assertions[at], books) }));
  const { value, step } = quantity;
  const { unit } = figure.key;
  return { name: key, draft: { ...said, value, unit, step, status, cells, decisions, beside: [] } };
}

function shaIn(id: string | undefined, { assertions }: Books): string | null {
  return (id && assertions.get(id)?.from.sha256) || null;
}

function asReturned({ id, source, from, quantity, rowPath, colPath }: Assertion, shown: Shown): Named {
  const words = [...rowPath, ...colPath].filter((part) => part.trim() !== '').join(', ');
  return {
    name: id,
    draft: {
      key: null,
      label: words || shown.place,
      texts: [shown.text],
      places: [shown.place],
      value: quantity.value,
      unit: quantity.unit ?? '',
      step: quantity.step,
      status: 'as-returned',
      cells: [{ ref: source, sha256: from.sha256 }],
      decisions: [],
      beside: [],
    },
  };
}

function workedOut({ text, value, place, beside }: Shown): Named {
  return {
    name: place,
    draft: {
      key: null,
      label: place,
      texts: [text],
      places: [place],
      value,
      unit: '',
      step: null,
      status: beside.length > 0 ? 'calculated' : 'counted',
      cells: [],
      decisions: [],
      beside,
    },
  };
}
