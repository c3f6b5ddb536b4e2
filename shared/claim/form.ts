/** What a number claims, by the words beside it: `drop of 53%` is a change, `37% of the target` a share of it. */
import type { ClaimForm, TextNumber } from '#shared/claim/claim.ts';
import type { Clause } from '#shared/claim/clauses.ts';
import type { Quantity } from '#shared/quantity/quantity.ts';

const UP =
  /\b(?:increas\w*|ris(?:e|en|es|ing)|rose|up|more|higher|gr(?:ew|own|owth|owing)|jump\w*|improv\w*|above)\b/i;
const DOWN =
  /\b(?:decreas\w*|drop\w*|reduc\w*|fall(?:s|en|ing)?|fell|down|less|fewer|lower|declin\w*|below)\b/i;
const AVERAGE = /\b(?:average|averag\w+|mean|avg)\b/i;
const OF_TARGET = /^\s*(?:of|against|towards)\s(?:\S+\s){0,6}?targets?\b/i;
const TARGET_BEFORE = /\btargets?\s(?:\S+\s){0,2}?(?:of|is|was|at|:)\s*£?$|\btarget:\s*£?$/i;

/** Up is 1, down is −1; 0 where the words beside a percentage name no direction. */
export function directionAt(text: string, number: TextNumber): number {
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

export function formOf(clause: Clause, number: TextNumber): ClaimForm {
  const percent = number.quantity?.unit === 'percent';
  if (percent && directionAt(clause.text, number) !== 0) return 'change';
  if (percent && OF_TARGET.test(clause.text.slice(number.end))) return 'of-target';
  if (percent && /\bshare of (?:the )?(?:\w+ )?target/i.test(clause.text.slice(0, number.start)))
    return 'of-target';
  if (TARGET_BEFORE.test(clause.text.slice(0, number.start))) return 'target';
  if (percent) return 'share';
  return AVERAGE.test(clause.text) ? 'mean' : 'level';
}

export function negative(quantity: Quantity): Quantity {
  return { ...quantity, value: -quantity.value, low: -quantity.high, high: -quantity.low };
}

/** The number with the words that make it a change: `24% increase`. */
export function saidOf(clause: Clause, number: TextNumber, form: ClaimForm): string {
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
