/** Which finding answers which error. */
import path from 'node:path';
import type { Injected } from '#test/simulation/errors/inject.ts';
import type { Laid, Place } from '#test/simulation/layout/page.ts';
import { cellsIn } from '#test/simulation/model/evaluate.ts';
import type { ReportedFinding, SourceCell } from '#test/simulation/run/runner.ts';

export interface Match {
  readonly error: Injected;
  readonly findings: readonly ReportedFinding[];
  /** The suspect is the wrong cell; null where there is no cell to suspect. */
  readonly localised: boolean | null;
  /** The wrong cell is the only one that could be blamed, or there is no telling. */
  readonly localisable: boolean;
}

const keyOf = (at: Pick<SourceCell, 'file' | 'sheet' | 'cell'>): string =>
  `${path.basename(at.file)}|${at.sheet}|${at.cell}`;

/** Where every number and label of the laid-out returns stands. */
export function placesOf(laid: readonly Laid[]): ReadonlyMap<string, Place> {
  return new Map(laid.flatMap((each) => [...each.places]));
}

const WORDS: Record<string, RegExp> = {
  'mst-fft': /MST/i,
  finance: /finance|performance summary/i,
  fgc: /FGC|family group/i,
  'safe-families': /safe families/i,
  ccfs: /parenting|children cent/i,
  board: /board|EOC|edge of care/i,
};

/** A missing table or return has no cell: it is told by kind, quarter and service. */
function isMissing(error: Injected, finding: ReportedFinding): boolean {
  if (finding.kind !== 'missing') return false;
  if (finding.provider && finding.period)
    return finding.provider === error.provider && finding.period === error.period;
  const said = `${finding.title} ${finding.message} ${finding.cells.map((each) => each.file).join(' ')}`;
  return said.includes(error.period) && (WORDS[error.provider]?.test(said) ?? false);
}

function answers(error: Injected, finding: ReportedFinding, places: ReadonlyMap<string, Place>): boolean {
  if (error.kind === 'missing return' || error.kind === 'missing table') return isMissing(error, finding);
  const keys = (ids: Iterable<string>) =>
    new Set([...ids].flatMap((id) => (places.has(id) ? [keyOf(places.get(id) as Place)] : [])));
  const found = finding.cells.map(keyOf);
  const wrong = keys(error.cells);
  if (found.some((each) => wrong.has(each))) return true;
  return error.violated.some((relation) => {
    const tied = keys(cellsIn(relation));
    return found.filter((each) => tied.has(each)).length >= 2;
  });
}

/** Every error with the findings that answer it, and the findings that answer none. */
export function matchAll(
  errors: readonly Injected[],
  findings: readonly ReportedFinding[],
  laid: readonly Laid[],
): { readonly matches: readonly Match[]; readonly unmatched: readonly ReportedFinding[] } {
  const places = placesOf(laid);
  const matches = errors.map((error): Match => {
    const mine = findings.filter((each) => answers(error, each, places));
    const wrong = new Set(
      error.cells.flatMap((id) => (places.has(id) ? [keyOf(places.get(id) as Place)] : [])),
    );
    const suspects = mine.flatMap((each) => (each.suspect ? [keyOf(each.suspect)] : []));
    return {
      error,
      findings: mine,
      localised: error.violated.length && mine.length ? suspects.some((each) => wrong.has(each)) : null,
      localisable: error.blamable.length === 1 && error.cells.includes(error.blamable[0] ?? ''),
    };
  });
  const matched = new Set(matches.flatMap((each) => each.findings));
  return { matches, unmatched: findings.filter((each) => !matched.has(each)) };
}
