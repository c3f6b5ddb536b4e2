/**
 * From lines of text to claims.
 *
 * What a number claims follows from the words about it: a percentage beside `drop` is a change, one beside `of target`
 * a share of the target, a number in a clause with `average` a mean. Programme and period come from the clause, the
 * programme else from the heading above it.
 */
import type { Claim, TextNumber } from '#shared/claim/claim.ts';
import { type Clause, clausesOf } from '#shared/claim/clauses.ts';
import { programmesIn, scopeOf } from '#shared/claim/context.ts';
import { directionAt, formOf, negative, saidOf } from '#shared/claim/form.ts';
import { type Ranked, ranksIn } from '#shared/claim/ranks.ts';
import {
  isVague,
  labelOf,
  nearOf,
  otherUnitsOf,
  perOf,
  subjectOf,
  unitAfter,
  withoutNumbers,
} from '#shared/claim/subject.ts';
import { timesOf } from '#shared/claim/times.ts';
import { contentOf, unitOfWord } from '#shared/claim/words.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';
import type { Statement, UnderstoodReturn } from '#shared/meaning/understood.ts';
import { clean, quantityOf } from '#shared/quantity/make.ts';
import type { Quantity } from '#shared/quantity/quantity.ts';

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
    place: 0,
    linked: null,
    label: labelOf(clause),
    clauseText: clause.text,
    words: subjectOf(clause, number, subject),
    unit: unitAfter(clause, number),
    otherUnits: otherUnitsOf(clause, number),
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

/** What leaves room between what is said and what would be wrong: at least nothing; nothing; to the nearest tenth. */
function roomOf({ rank, part }: Ranked): Quantity {
  if (rank === 'part') return quantityOf(part, 0.1, 'percent', false);
  const span = { value: 0, low: 0, step: 0, unit: null, whole: false, approximate: false };
  return { ...span, high: rank === 'all' || rank === 'none' ? 0 : 1e12 };
}

function standingClaims(place: Place): readonly Claim[] {
  const { clause, statement } = place;
  return ranksIn(clause.text).map((ranked): Claim => {
    const { rank, subject, named, member, said, text } = ranked;
    return {
      source: statement.source,
      form: 'standing',
      quantity: roomOf(ranked),
      said,
      place: 0,
      linked: null,
      label: labelOf({ ...clause, text }),
      clauseText: text,
      words: [...new Set([...subject, ...member])],
      unit: null,
      otherUnits: [],
      inherited: false,
      vague: false,
      near: [],
      per: null,
      programmes: place.programmes,
      ...timesOf(clause, place.quarter),
      clause: place.index,
      pair: null,
      aside: false,
      standing: { rank, subject, named, member },
    };
  });
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
    place: 0,
    linked: null,
    label: labelOf(clause),
    clauseText: clause.text,
    words: contentOf(clause.text),
    unit: null,
    otherUnits: [],
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
  const standing = standingClaims(place);
  return standing.length > 0 ? standing : [directionClaim(place) ?? []].flat();
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

/** The claims of one line, clause by clause. */
function claimsOfLine(
  definition: BoardDefinition,
  from: UnderstoodReturn,
  statement: Statement,
  first: number,
) {
  const scope = scopeOf(definition, from, statement);
  const inLine = programmesIn(definition, statement.line.text);
  const claims: Claim[] = [];
  let before: readonly string[] = [];
  for (const [i, clause] of clausesOf(statement.line.text).entries()) {
    const inClause = programmesIn(definition, clause.text);
    const named = inClause.length > 0 ? inClause : inLine;
    const programmes = named.length > 0 ? named : scope.programmes;
    const place = { statement, clause, index: first + i, quarter: from.ref.period, programmes };
    const found = withSubject(claimsOfClause(place), before);
    const doubtful = named.length === 0 && scope.doubtful;
    claims.push(...found.map((claim) => (doubtful ? { ...claim, vague: true } : claim)));
    before = found.at(-1)?.words ?? before;
  }
  const numbered = claims.filter(({ form }) => form !== 'direction' && form !== 'standing');
  return claims.map((claim) => ({ ...claim, place: numbered.indexOf(claim) + 1 }));
}

/** More clauses than any line has: a clause's number tells its line. */
export const LINE = 1000;

/** Every claim of a return's text. Captions, titles and headings claim nothing: their numbers are names and periods. */
export function readClaims(definition: BoardDefinition, from: UnderstoodReturn): readonly Claim[] {
  return from.statements.flatMap((statement, at) =>
    statement.line.style === 'caption' || statement.line.style === 'heading'
      ? []
      : claimsOfLine(definition, from, statement, at * LINE),
  );
}
