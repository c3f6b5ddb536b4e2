/** What Westmoor's administrator made of each finding: the slips are known, so every decision is the right one. */
import path from 'node:path';
import type { Choice } from '#shared/decision/decide.ts';
import type { Finding, FindingKind } from '#shared/finding/finding.ts';
import type { Injected } from '#test/simulation/errors/inject.ts';
import type { Place } from '#test/simulation/layout/page.ts';
import type { SimCell } from '#test/simulation/model/model.ts';

export const ADMINISTRATOR = 'Board administrator';

export interface Known {
  readonly errors: readonly Injected[];
  readonly places: ReadonlyMap<string, Place>;
  /** Every number as it should have been. */
  readonly clean: ReadonlyMap<string, SimCell>;
}

const CORRECTED = [
  'The service went back to its case list and sent this number; the one in the return was mistyped.',
  'Recounted by the service from its case records. The template had carried an older number over.',
  'The team manager confirmed it by telephone from the case list, and the return will say so next quarter.',
] as const;

const EXPLAINED: Readonly<Partial<Record<FindingKind, string>>> = {
  label:
    'Wording the service had left in its template: the numbers under it were counted again from the case list and are this quarter’s. The template has been changed.',
  unreadable:
    'The year’s accounts were still open when the return was sent. Finance gives the amount with its next return; no total on the page includes it.',
  duplicate:
    'The same line was copied twice when the form was filled in. It is counted once, and the total was made before the copy.',
  claim:
    'The sentence was written before two late closures were entered on the case system; the table has all of them.',
};
const OTHERWISE =
  'The service counts one family twice because two teams work with it; it has written to say so, and the total stays as printed.';

/** A verdict and its reason. `turn` varies the wording from one finding to the next. */
export function answerTo(finding: Finding, known: Known, turn: number): { verdict: Choice; why: string } {
  const right = corrected(finding, known);
  if (right) return { verdict: right, why: CORRECTED[turn % CORRECTED.length] ?? CORRECTED[0] };
  return { verdict: { kind: 'dismiss' }, why: EXPLAINED[finding.kind] ?? OTHERWISE };
}

/**
 * The value a wrong cell of the finding should have held, or the one cell that is right where several are wrong; null
 * where none holds a figure.
 */
function corrected({ cells }: Finding, { errors, places, clean }: Known): Choice | null {
  const wrong = new Map(
    errors
      .flatMap((each) => each.cells)
      .flatMap((id) => {
        const place = places.get(id);
        return place ? [[`${place.file}|${place.sheet}|${place.cell}`, id] as const] : [];
      }),
  );
  const figures = cells.flatMap(({ ref, identity }, cell) => {
    const id = wrong.get(`${path.basename(ref.file)}|${ref.sheet}|${ref.cell}`);
    return identity === undefined ? [] : [{ cell, value: id === undefined ? null : clean.get(id)?.value }];
  });
  const mistaken = figures.filter(({ value }) => typeof value === 'number');
  const right = figures.find(({ value }) => value === null);
  if (mistaken.length > 2 && right) return { kind: 'accept', cell: right.cell };
  const [first] = mistaken;
  return typeof first?.value === 'number' ? { kind: 'value', value: first.value, cell: first.cell } : null;
}
