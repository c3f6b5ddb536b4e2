/**
 * Numbers typed by hand into a section's words, each held against the figure its sentence speaks of.
 *
 * The words are read as a return's text is, as claims. `14 families were referred` where the board has 15 differs;
 * a number for which no figure can be told is open. Live figures are what they are and are not looked at.
 */
import { keyText } from '#shared/assertion/assertion.ts';
import { outcomeOf } from '#shared/claim/choose.ts';
import type { Claim } from '#shared/claim/claim.ts';
import { clausesOf } from '#shared/claim/clauses.ts';
import { numbersIn } from '#shared/claim/numbers.ts';
import { ranksIn } from '#shared/claim/ranks.ts';
import { withClaims } from '#shared/claim/table.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import { keyWords } from '#shared/figure/key-words.ts';
import type { Statement, UnderstoodReturn } from '#shared/meaning/understood.ts';
import { againstChance } from '#shared/pack/course.ts';
import type { Inline } from '#shared/pack/document.ts';
import { type Paragraphs, plainWords } from '#shared/pack/inline.ts';
import type { FigureIndex } from '#shared/pack/lookup.ts';
import { sayChange, UNTOLD } from '#shared/pack/say.ts';
import { parsePeriod, periodEnd } from '#shared/period/period.ts';
import { formatQuantity } from '#shared/quantity/format.ts';
import type { Quantity } from '#shared/quantity/quantity.ts';
import { openBook } from '#shared/relation/book.ts';
import { type Heard, heardClaims } from '#shared/relation/rule/claim.ts';

/**
 * `stale`: the words name an earlier period in text that was carried over. `chance`: they tell of a lasting course
 * where the chart shows no change beyond chance.
 */
export type Verdict = 'open' | 'agrees' | 'differs' | 'stale' | 'chance';

export interface TypedNumber {
  /** Number of the paragraph, from 0, and the characters in its plain words. */
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly verdict: Verdict;
  /** What it speaks of and how that reads, in words; null where no figure can be told. */
  readonly figure: { readonly name: string; readonly text: string } | null;
  /** The live inline that could stand in its place. */
  readonly live: Inline | null;
}

export interface Wording {
  readonly section: string;
  /** What the section is about: its title, or the name of its only programme. */
  readonly about: string;
  readonly paragraphs: Paragraphs;
  readonly carriedFrom: string | null;
}

export interface TypedInput {
  readonly definition: BoardDefinition;
  readonly returns: readonly UnderstoodReturn[];
  readonly figures: FigureIndex;
  readonly period: string;
}

/** Returns older than this are not looked into: words compare with last quarter and last year. */
const MONTHS_BACK = 15;

function statementsOf(wordings: readonly Wording[]): readonly Statement[] {
  return wordings.flatMap(({ section, about, paragraphs }) =>
    paragraphs.map((inlines, i): Statement => {
      const cell = `${section}#${i}`;
      const text = plainWords(inlines);
      const source = { file: 'the pack', sheet: 'Text', cell, text };
      return { source, line: { address: cell, text, style: 'body' }, under: [about] };
    }),
  );
}

/** The words as one more return: that of whoever compiles the board. */
function asReturn({ definition, period }: TypedInput, wordings: readonly Wording[]): UnderstoodReturn {
  const provider = definition.providers.find(({ compiles }) => compiles)?.code ?? 'pack';
  const ref = { provider, period, version: 1, sha256: 'words of the pack' };
  return { ref, file: 'the pack', tables: [], statements: statementsOf(wordings) };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where the typed words stand in a paragraph's plain text. */
function typedSpans(inlines: readonly Inline[]): readonly Span[] {
  let at = 0;
  return inlines.flatMap(({ kind, text }): readonly Span[] => {
    const span = { start: at, end: at + text.length };
    at = span.end;
    return kind === 'text' ? [span] : [];
  });
}

function within(spans: readonly Span[], { start, end }: Span): boolean {
  return spans.some((span) => span.start <= start && end <= span.end);
}

/** Places of the claims of a line, in the order they are read: those of its clauses' numbers. */
function placesOf(text: string): readonly Span[] {
  return clausesOf(text).flatMap(({ offset, numbers }) =>
    numbers
      .filter(({ use, quantity }) => use === 'value' && quantity !== null)
      .map(({ start, end }) => ({ start: offset + start, end: offset + end })),
  );
}

const UP_OR_DOWN =
  /\b(?:ris(?:e|en|ing)|rose|increas(?:ed|ing|e)|grow(?:n|ing)?|fall(?:en|ing)?|fell|decreas(?:ed|ing|e)|dropped|declin(?:ed|ing|e)|reduc(?:ed|ing|e))\b/i;

/** Of a claim without a number: its words. */
function wordsPlace(text: string, { form, clauseText, said }: Claim): Span | null {
  if (form === 'direction') return directionPlace(text, clauseText);
  const start = text.toLowerCase().indexOf(said.toLowerCase());
  return start < 0 ? null : { start, end: start + said.length };
}

function directionPlace(text: string, clause: string): Span | null {
  const offset = Math.max(0, text.indexOf(clause));
  const match = UP_OR_DOWN.exec(text.slice(offset));
  return match ? { start: offset + match.index, end: offset + match.index + match[0].length } : null;
}

/** Whether a person typed a number, a direction or a rank; most paragraphs of live figures need no looking into. */
function mayClaim(inlines: readonly Inline[]): boolean {
  const typed = typedSpans(inlines);
  const text = plainWords(inlines);
  return (
    numbersIn(text).some((one) => one.use === 'value' && within(typed, one)) ||
    inlines.some((inline) => inline.kind === 'text' && UP_OR_DOWN.test(inline.text)) ||
    ranksIn(text).length > 0
  );
}

function overlaps(a: Quantity, b: Quantity): boolean {
  return a.low <= b.high && b.low <= a.high;
}

type Told = Pick<TypedNumber, 'verdict' | 'figure' | 'live'>;

const OPEN: Told = { verdict: 'open', figure: null, live: null };

/** Keys of the figures a claim was held against, each once, in the relation's order. */
function heldAgainst({ scene, draft }: Heard): readonly string[] {
  const cells = (draft?.cells ?? []).filter((cell) => cell !== scene.cell);
  return [...new Set(cells.map(({ assertion }) => (assertion?.key ? keyText(assertion.key) : '')))];
}

/** A level, held against the figure the board stands behind rather than against what a return printed. */
function levelTold({ scene }: Heard, key: string, { figures, definition }: TypedInput): Told {
  const figure = figures.get(key);
  if (!figure) return OPEN;
  const text = formatQuantity(figure.quantity);
  const { quantity } = scene.claim;
  const verdict = quantity.approximate ? 'open' : overlaps(quantity, figure.quantity) ? 'agrees' : 'differs';
  return {
    verdict,
    figure: { name: keyWords(key, definition), text },
    live: { kind: 'figure', text, key },
  };
}

/** A change in percent between two figures can stand there live. */
function growthLive(keys: readonly string[], { figures }: TypedInput): Inline | null {
  const [now, before] = keys.map((key) => figures.get(key)?.quantity);
  if (!now || !before || keys.length !== 2) return null;
  const text = sayChange('percent', now, before);
  return text === UNTOLD ? null : { kind: 'derived', text, keys, say: { as: 'percent' } };
}

function told(heard: Heard, input: TypedInput): Told {
  const { draft, scene } = heard;
  if (!draft) return OPEN;
  const keys = heldAgainst(heard);
  const [key] = keys;
  if (draft.rule === 'claim.same' && keys.length === 1 && key) return levelTold(heard, key, input);
  const outcome = outcomeOf(draft, scene.book.variables);
  if (outcome !== 'held' && outcome !== 'violated') return OPEN;
  const chance =
    draft.rule === 'claim.direction' && outcome === 'held' && key
      ? againstChance(scene.claim.clauseText, key, input.figures, input.definition)
      : null;
  if (chance) return { verdict: 'chance', figure: chance, live: null };
  const live = draft.rule === 'claim.growth' ? growthLive(keys, input) : null;
  const texts = keys.flatMap((one) => {
    const figure = input.figures.get(one);
    return figure ? [`${formatQuantity(figure.quantity)} (${keyWords(one, input.definition)})`] : [];
  });
  const name = texts.join('; ');
  const figure = name === '' ? null : { name, text: live?.text ?? '' };
  return { verdict: outcome === 'held' ? 'agrees' : 'differs', figure, live };
}

/** Every claim typed into one paragraph, with its place and what was found. */
function paragraphClaims(inlines: readonly Inline[], heard: readonly Heard[], input: TypedInput) {
  const text = plainWords(inlines);
  const spans = typedSpans(inlines);
  const numbered = heard.filter(({ scene }) => scene.claim.place > 0);
  const places = placesOf(text);
  const placed = heard.flatMap((one) => {
    const { claim } = one.scene;
    const at = claim.place > 0 ? places[numbered.indexOf(one)] : wordsPlace(text, claim);
    return at && within(spans, at) ? [{ ...at, ...told(one, input), form: claim.form }] : [];
  });
  // A direction or rank that cannot be checked is no number: nothing to mark.
  return placed.filter(
    ({ form, verdict }) =>
      (form !== 'direction' && form !== 'standing') || verdict === 'differs' || verdict === 'chance',
  );
}

/** In carried text, names of a quarter that is not this one's nor a word for it: likely last quarter's. */
function stalePlaces(text: string, { carriedFrom }: Wording): readonly Span[] {
  const from = carriedFrom === null ? null : parsePeriod(carriedFrom);
  if (from?.kind !== 'quarter') return [];
  const named = new RegExp(`\\b(?:Q|quarter\\s+)${from.quarter}\\b`, 'gi');
  return [...text.matchAll(named)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function paragraphNumbers(
  wording: Wording,
  paragraph: number,
  heard: readonly Heard[],
  input: TypedInput,
): readonly TypedNumber[] {
  const inlines = wording.paragraphs[paragraph] ?? [];
  const text = plainWords(inlines);
  const spans = typedSpans(inlines);
  const claims = paragraphClaims(inlines, heard, input);
  const known = (span: Span) => claims.some((claim) => claim.start < span.end && span.start < claim.end);
  const silent = numbersIn(text).filter((one) => one.use === 'value' && !/^no(?:ne|ught)?$/i.test(one.text));
  const open = silent.filter((one) => within(spans, one) && !known(one));
  const stale = stalePlaces(text, wording).filter((one) => within(spans, one));
  return [
    ...claims,
    ...open.map(({ start, end }) => ({ start, end, ...OPEN })),
    ...stale.map((span) => ({ ...span, ...OPEN, verdict: 'stale' as const })),
  ]
    .map(({ start, end, verdict, figure, live }) => ({
      ...{ paragraph, start, end, text: text.slice(start, end) },
      ...{ verdict, figure, live },
    }))
    .sort((a, b) => a.start - b.start);
}

/** The typed numbers of every section's words, in reading order. The paragraphs are live. */
export function typedNumbers(
  wordings: readonly Wording[],
  input: TypedInput,
): Readonly<Record<string, readonly TypedNumber[]>> {
  const end = periodEnd(input.period) ?? 0;
  const near = input.returns.filter(({ ref }) => {
    const age = end - (periodEnd(ref.period) ?? 0);
    return age >= 0 && age <= MONTHS_BACK;
  });
  const claiming = wordings.some(({ paragraphs }) => paragraphs.some(mayClaim));
  const pack = claiming ? withClaims(input.definition, asReturn(input, wordings)) : null;
  const claims = pack ? heardClaims(openBook(input.definition, [...near, pack])) : [];
  const heard = Map.groupBy(claims, ({ scene }) => scene.claim.source.cell);
  return Object.fromEntries(
    wordings.map((wording) => [
      wording.section,
      wording.paragraphs.flatMap((_, i) =>
        paragraphNumbers(wording, i, heard.get(`${wording.section}#${i}`) ?? [], input),
      ),
    ]),
  );
}
