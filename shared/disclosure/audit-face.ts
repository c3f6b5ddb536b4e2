/** What the audit sees at the face of an edition: small numbers in print, and numbers that are not rounded. */
import type { Failure } from '#shared/disclosure/audit.ts';
import { type AuditInput, idsIn, tablesOf } from '#shared/disclosure/audit-read.ts';
import { isExact } from '#shared/disclosure/issued.ts';
import type { Ledger } from '#shared/disclosure/ledger.ts';
import type { Term } from '#shared/relation/relation.ts';

export function small(value: number, threshold: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= threshold;
}

/** Numbers that stand in the edition although they are small, by their own face. */
export function leftStanding(
  { pack, ledger, threshold, known }: AuditInput,
  printed: ReadonlySet<string>,
): readonly Failure[] {
  const why = 'a small number is printed';
  const byId = [...printed].filter((id) => {
    const entry = ledger.entries.get(id);
    return entry?.nature === 'count' && small(entry.quantity.value, threshold) && !isExact(known.get(id));
  });
  const byFace = tablesOf(pack).flatMap(({ rows }) =>
    rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => {
        if (cell.value === null || cell.format !== 'count' || !small(cell.value, threshold)) return [];
        const [id] = idsIn(cell, ledger);
        if (id === undefined || isExact(known.get(id)) || ledger.entries.get(id)?.nature !== 'count')
          return [];
        return [id];
      }),
    ),
  );
  return [...new Set([...byId, ...byFace])].map((id) => ({ id, why, near: [id] }));
}

/** A count to the nearest multiple of the base, halves upwards; true zeros are zero. */
export function asPrinted(value: number, base: number): number {
  return Math.sign(value) * Math.floor(Math.abs(value) / base + 0.5) * base;
}

/** Counts of a rounded edition that do not stand as the rule has them. */
export function wronglyRounded({ pack, ledger, base = 1 }: AuditInput): readonly Failure[] {
  const counts = (id: string) => ledger.entries.get(id)?.nature === 'count';
  const wrong = tablesOf(pack).flatMap(({ rows }) =>
    rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => {
        const [id] = idsIn(cell, ledger);
        if (id === undefined || cell.flag === 'suppressed' || cell.value === null) return [];
        if (!counts(id)) return workedOut(id, cell.value, ledger, base) ? [] : [id];
        const printed = Number.parseFloat(cell.text.replaceAll(',', ''));
        return cell.value % base === 0 && Math.abs(printed) === Math.abs(cell.value) ? [] : [id];
      }),
    ),
  );
  return [...new Set(wrong)].map((id) => ({ id, why: 'a number is not rounded', near: [id] }));
}

/** A rate that rests on counts is the rate of the rounded ones; one that rests on none may stand. */
function workedOut(id: string, printed: number, { entries, relations }: Ledger, base: number): boolean {
  const sum = (terms: readonly Term[]) =>
    terms.reduce((total, { variable, factor }) => {
      const { nature, quantity: { value } = { value: 0 } } = entries.get(variable) ?? {};
      return total + factor * (nature === 'count' ? asPrinted(value, base) : value);
    }, 0);
  const step = entries.get(id)?.quantity.step || 0.01;
  const bodies = relations.flatMap(({ body }) =>
    body.shape === 'ratio' && body.result === id ? [body] : [],
  );
  return (
    bodies.length === 0 ||
    bodies.some(
      ({ numerator, denominator }) =>
        Math.abs(sum(numerator) / sum(denominator) - printed) <= step / 2 + 1e-9,
    )
  );
}
