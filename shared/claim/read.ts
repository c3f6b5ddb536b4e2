/**
 * From lines of text to claims.
 *
 * What a number claims follows from the words about it: a percentage beside `drop` is a change, one beside `of target`
 * a share of the target, a number in a clause with `average` a mean. Programme and period come from the clause, the
 * programme else from the heading above it.
 */
import type { Claim, ClaimForm, TextNumber } from '#shared/claim/claim.ts';
import { type Clause, clausesOf } from '#shared/claim/clauses.ts';
import { headingOf, programmesIn } from '#shared/claim/context.ts';
import { contentOf, isCountedNoun, unitOfWord, wordsOf } from '#shared/claim/words.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Statement, UnderstoodReturn } from '#shared/meaning/understood.ts';
import { previousQuarter } from '#shared/period/period.ts';
import { resolveStated } from '#shared/period/resolve.ts';
import { statedPeriods } from '#shared/period/stated.ts';
import { clean } from '#shared/quantity/make.ts';
import type { Quantity, Unit } from '#shared/quantity/quantity.ts';

const UP =
  /\b(?:increas\w*|ris(?:e|en|es|ing)|rose|up|more|higher|gr(?:ew|own|owth|owing)|jump\w*|improv\w*|above)\b/i;
const DOWN =
  /\b(?:decreas\w*|drop\w*|reduc\w*|fall(?:s|en|ing)?|fell|down|less|fewer|lower|declin\w*|below)\b/i;
const AVERAGE = /\b(?:average|averag\w+|mean|avg)\b/i;
const OF_TARGET = /^\s*(?:of|against|towards)\s(?:\S+\s){0,6}?targets?\b/i;
const TARGET_BEFORE = /\btargets?\s(?:\S+\s){0,2}?(?:of|is|was|at|:)\s*£?$|\btarget:\s*£?$/i;
const BASE =
  /\b(?:on|from|than|since|over|against|(?:compared? )?(?:with|to)) (?:the )?((?:same|previous|prior|preceding|last)\b[^,.;()]*|(?:q|quarter)\s?(?:[1-4]|one|two|three|four)\b[^,.;()]*|20\d\d[^,.;()]*)/i;

/** Up is 1, down is −1; 0 where the words beside a percentage name no direction. */
function directionAt(text: string, number: TextNumber): number {
  const before = text.slice(Math.max(0, number.start - 32), number.start);
  const after = text.slice(number.end, number.end + 28).split(/[,;]/)[0] ?? '';
  const near =
    /\b(?:up|down|drop\w*|increas\w*|decreas\w*|reduc\w*|ris\w+|rose|fell|fall\w*|gr\w+|declin\w*)(?:\s(?:by|of|to))?(?:\s(?:about|around|almost|nearly|over|an?|just|some|approximately))*\s*$/i.exec(
      before,
    )?.[0];
  const next =
    /^\s*\)?\s*(?:\w+\s)?(?:increas\w*|decreas\w*|drop\w*|reduc\w*|fall\w*|ris\w+|up|down|less|more|fewer|higher|lower|growth|declin\w*)\b/i.exec(
      after,
    )?.[0];
  const words = next ?? near ?? '';
  return DOWN.test(words) ? -1 : UP.test(words) ? 1 : 0;
}

function formOf(clause: Clause, number: TextNumber): ClaimForm {
  const percent = number.quantity?.unit === 'percent';
  if (percent && directionAt(clause.text, number) !== 0) return 'change';
  if (percent && OF_TARGET.test(clause.text.slice(number.end))) return 'of-target';
  if (percent && /\bshare of (?:the )?(?:\w+ )?target/i.test(clause.text.slice(0, number.start)))
    return 'of-target';
  if (TARGET_BEFORE.test(clause.text.slice(0, number.start))) return 'target';
  if (percent) return 'share';
  return AVERAGE.test(clause.text) ? 'mean' : 'level';
}

function negative(quantity: Quantity): Quantity {
  return { ...quantity, value: -quantity.value, low: -quantity.high, high: -quantity.low };
}

/** The unit named right after the number, within the next words: `16 new children`, `6 FGCs`. */
function unitAfter(clause: Clause, number: TextNumber): Unit | null {
  const until = clause.numbers.find((other) => other.start > number.start)?.start ?? clause.text.length;
  const after = clause.text.slice(number.end, until).split(/[,;:()]/)[0] ?? '';
  const near = wordsOf(after.trim().split(/\s+/).slice(0, 3).join(' '));
  if (near[0] === 'family' && near[1] === 'member') return 'people';
  return near.flatMap((word) => unitOfWord(word) ?? [])[0] ?? null;
}

function saidOf(clause: Clause, number: TextNumber, form: ClaimForm): string {
  if (form !== 'change') return number.text.trim();
  const after =
    /^\s*(?:\w+\s)?(?:increas\w*|decreas\w*|drop\w*|reduc\w*|fall|rise|less|more|fewer|higher|lower|growth)\b/i.exec(
      clause.text.slice(number.end),
    )?.[0];
  const before =
    /\b(?:up|down|drop|increas\w*|decreas\w*|reduc\w*|rise|rose|fell|fall)(?:\s(?:by|of))?\s*(?:an?\s+)?$/i.exec(
      clause.text.slice(0, number.start),
    )?.[0];
  return (after ? `${number.text}${after}` : `${before ?? ''}${number.text}`).trim();
}

/** The words of a number's clause: without units that belong to other numbers, with the noun it counts. */
function subjectOf(clause: Clause, number: TextNumber, text: string): readonly string[] {
  const others = clause.numbers.filter((other) => other !== number && other.use === 'value');
  const own = unitAfter(clause, number);
  const taken = new Set(others.flatMap((other) => unitAfter(clause, other) ?? []));
  const words = contentOf(text).filter((word) => {
    const unit = unitOfWord(word);
    return unit === null || unit === own || !taken.has(unit);
  });
  const [next = ''] = wordsOf(
    clause.text
      .slice(number.end)
      .trim()
      .split(/[\s,;.]/)[0] ?? '',
  );
  return isCountedNoun(next) ? [...words, next] : words;
}

const ADDED =
  /\b(?:further|another|additional|extra|remaining|other|first|last|next|each|every|of (?:these|those|them))\s*,?\s*$/i;
const PART = /\b(?:out )?of (?:the |these |those |all |our )*$/i;

/** A part of another number, or an addition to one. */
function isVague(clause: Clause, number: TextNumber): boolean {
  const before = clause.text.slice(0, number.start);
  const last = clause.numbers.filter((other) => other.use === 'value' && other.end <= number.start).at(-1);
  const partOf =
    last !== undefined &&
    last.quantity?.unit !== 'percent' &&
    PART.test(clause.text.slice(last.end, number.start));
  return partOf || ADDED.test(before);
}

/** From this number to the next; from the clause's beginning for its first. */
function nearOf(clause: Clause, number: TextNumber): readonly string[] {
  const values = clause.numbers.filter(({ use }) => use === 'value');
  if (values.length < 2) return [];
  const at = values.indexOf(number);
  const start = at === 0 ? 0 : number.start;
  const end = values[at + 1]?.start ?? clause.text.length;
  const numbers = clause.numbers.filter((one) => one.start >= start && one.end <= end);
  const moved = numbers.map((one) => ({ ...one, start: one.start - start, end: one.end - start }));
  return contentOf(withoutNumbers({ text: clause.text.slice(start, end), numbers: moved }));
}

/** Spaces where the numbers stood: what is left are the words. */
function withoutNumbers({ text, numbers }: Pick<Clause, 'text' | 'numbers'>): string {
  return numbers.reduce(
    (kept, { start, end }) => kept.slice(0, start) + ' '.repeat(end - start) + kept.slice(end),
    text,
  );
}

function labelOf(clause: Clause): string {
  const [head, tail] = clause.text.split(/:\s/, 2);
  const text = (tail === undefined ? clause.text : (head ?? ''))
    .replace(/^[\s,;•*–-]+|[\s,;.]+$/g, '')
    .replace(/\s+/g, ' ');
  return text.length > 70 ? `${text.slice(0, 69).trimEnd()}…` : text;
}

interface Times {
  readonly period: string | null;
  readonly base: string;
}

function resolved(text: string, quarter: string): string | null {
  const [first] = statedPeriods(text);
  return first ? resolveStated(first, quarter) : null;
}

/** The period a clause is about and the one it compares with. */
function timesOf(clause: Clause, quarter: string): Times {
  const inside = BASE.exec(clause.text)?.[0] ?? null;
  const about = inside ? clause.text.replace(inside, ' ') : clause.text;
  const against = clause.compared ?? inside;
  const stated = resolved(
    about.replace(/\b(?:on|to|previous to) (?:the |this )?(?:previous )?quarter\b/gi, ' '),
    quarter,
  );
  const base =
    against === null
      ? null
      : /\bsame (?:quarter|period)\b/i.test(against)
        ? yearBefore(quarter)
        : resolved(against, quarter);
  return { period: stated, base: base ?? previousQuarter(quarter) };
}

function yearBefore(quarter: string): string {
  return [1, 2, 3, 4].reduce((name) => previousQuarter(name), quarter);
}

/** `per FGC`: the words after it. */
function perOf(text: string): readonly string[] | null {
  const after = /\b(?:per|for each|for every)\s+((?:\S+\s?){1,3})/i.exec(
    text.replace(/per\s?cent/gi, ' '),
  )?.[1];
  return after === undefined ? null : wordsOf(after.split(/[,;:.()]/)[0] ?? '');
}

interface Place {
  readonly statement: Statement;
  readonly clause: Clause;
  readonly index: number;
  readonly programmes: readonly string[];
  readonly quarter: string;
}

function claimOf(place: Place, number: TextNumber): Claim | null {
  const { clause, statement } = place;
  if (!number.quantity) return null;
  const form = formOf(clause, number);
  const down = form === 'change' && directionAt(clause.text, number) < 0;
  const text = withoutNumbers(clause);
  const per = form === 'mean' ? perOf(text) : null;
  const subject = per === null ? text : text.replace(/\b(?:per|for each|for every)\s+\S+/i, ' ');
  const next = clause.text.slice(number.end);
  const last = clause.text.slice(0, number.start);
  return {
    source: statement.source,
    form,
    quantity: down ? negative(number.quantity) : number.quantity,
    said: saidOf(clause, number, form),
    label: labelOf(clause),
    words: subjectOf(clause, number, subject),
    unit: unitAfter(clause, number),
    inherited: false,
    vague: isVague(clause, number),
    near: nearOf(clause, number),
    per,
    programmes: place.programmes,
    ...timesOf(clause, place.quarter),
    clause: place.index,
    pair: /^\s*to\s*£?\d/i.test(next) ? 'from' : /\d\s*to\s*£?$/i.test(last) ? 'to' : null,
    aside: /\(\s*(?:only\s)?$/.test(last),
  };
}

/** A direction without a number: the change is known only to be above or below zero. */
function directionClaim(place: Place): Claim | null {
  const { clause, statement } = place;
  const up =
    /\b(?:are|is|have|has|continu\w+(?: to)?|kept)\s(?:been\s)?(?:ris(?:e|en|ing)|increas(?:ed|ing|e)|grow(?:n|ing)?)\b|\b(?:rose|increased)\b/i.test(
      clause.text,
    );
  const down =
    /\b(?:are|is|have|has|continu\w+(?: to)?|kept)\s(?:been\s)?(?:fall(?:en|ing)?|decreas(?:ed|ing|e)|dropped|declin(?:ed|ing|e)|reduc(?:ed|ing|e))\b|\b(?:fell|dropped|decreased|declined)\b/i.test(
      clause.text,
    );
  if (
    up === down ||
    /\b(?:not|no longer|if|may|might|could|should|expected|likely|slightly)\b/i.test(clause.text)
  )
    return null;
  const span = { step: 0, unit: null, whole: false, approximate: false };
  const quantity: Quantity = up
    ? { value: 1, low: clean(1e-9), high: 1e12, ...span }
    : { value: -1, low: -1e12, high: clean(-1e-9), ...span };
  return {
    source: statement.source,
    form: 'direction',
    quantity,
    said: up ? 'up' : 'down',
    label: labelOf(clause),
    words: contentOf(clause.text),
    unit: null,
    inherited: false,
    vague: false,
    near: [],
    per: null,
    programmes: place.programmes,
    ...timesOf(clause, place.quarter),
    clause: place.index,
    pair: null,
    aside: false,
  };
}

function claimsOfClause(place: Place): readonly Claim[] {
  const values = place.clause.numbers.filter(({ use }) => use === 'value');
  if (values.length > 0) return values.flatMap((number) => claimOf(place, number) ?? []);
  return [directionClaim(place) ?? []].flat();
}

/** A clause that names nothing speaks of what the clause before it named. */
function withSubject(found: readonly Claim[], before: readonly string[]): readonly Claim[] {
  const silent = (claim: Claim) =>
    claim.words.every((word) => unitOfWord(word) !== null && word !== 'referral');
  return found.map((claim) =>
    silent(claim) && before.length > 0
      ? {
          ...claim,
          words: [
            ...new Set([
              ...before.filter((word) => unitOfWord(word) === null || word === 'referral'),
              ...claim.words,
            ]),
          ],
          inherited: true,
        }
      : claim,
  );
}

/** A line on a sheet speaks of what the sheet's tables are about; a paragraph of what its heading names. */
function aboveOf(definition: BoardDefinition, from: UnderstoodReturn, at: number): readonly string[] {
  const sheet = from.statements[at]?.source.sheet;
  const tables = from.tables.filter(({ shape }) => shape.sheet === sheet);
  const programmes = tables.flatMap(({ assertions }) =>
    assertions.flatMap(({ key }) => key?.programme ?? []),
  );
  return sheet === 'Text' ? headingOf(definition, from.statements, at) : [...new Set(programmes)];
}

/** Every claim of a return's text. Captions, titles and headings claim nothing: their numbers are names and periods. */
export function readClaims(definition: BoardDefinition, from: UnderstoodReturn): readonly Claim[] {
  const claims: Claim[] = [];
  let index = 0;
  for (const [at, statement] of from.statements.entries()) {
    if (statement.line.style === 'caption' || statement.line.style === 'heading') continue;
    const heading = aboveOf(definition, from, at);
    let before: readonly string[] = [];
    for (const clause of clausesOf(statement.line.text)) {
      const stated = programmesIn(definition, clause.text);
      const programmes = stated.length > 0 ? stated : programmesIn(definition, statement.line.text);
      const place = { statement, clause, index: index++, quarter: from.ref.period };
      const scope = programmes.length > 0 ? programmes : heading;
      const found = withSubject(claimsOfClause({ ...place, programmes: scope }), before);
      claims.push(...found);
      before = found.at(-1)?.words ?? before;
    }
  }
  return claims;
}
