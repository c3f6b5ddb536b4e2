/** One seed: clean returns and returns with errors, through the program. */
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ErrorKind, inject } from '#test/simulation/errors/inject.ts';
import type { Laid } from '#test/simulation/layout/page.ts';
import type { Letter } from '#test/simulation/layout/style.ts';
import { type Match, matchAll, placesOf } from '#test/simulation/run/match.ts';
import type { ImportedFile, Outcome, ReportedFinding, Runner } from '#test/simulation/run/runner.ts';
import { layOutAll, simulate } from '#test/simulation/simulate.ts';
import { writeReturns } from '#test/simulation/write/write.ts';

export interface Recognition {
  readonly code: string;
  /** The program's code for the table our caption or first cell stands in; null when it found none. */
  readonly as: string | null;
}

export interface SeedResult {
  readonly seed: number;
  readonly letter: Letter;
  readonly quarters: number;
  readonly clean: Outcome;
  readonly faulty: Outcome;
  readonly matches: readonly Match[];
  /** Findings that answer no error and are not in the clean run either. */
  readonly stray: readonly ReportedFinding[];
  readonly recognised: readonly Recognition[];
  /** Files whose provider or period was not the true one. */
  readonly misfiled: readonly string[];
}

export interface BenchOptions {
  readonly seed: number;
  readonly quarters: number;
  readonly letter: Letter;
  readonly perQuarter: number;
  readonly kinds?: readonly ErrorKind[];
  readonly directory: string;
  readonly keep: boolean;
  readonly runner: Runner;
}

async function through(laid: readonly Laid[], directory: string, runner: Runner): Promise<Outcome> {
  rmSync(directory, { recursive: true, force: true });
  const files = await writeReturns(laid, directory);
  return runner.run(path.join(directory, 'board.eoc'), files);
}

function columnNumber(letters: string): number {
  return [...letters].reduce((total, each) => total * 26 + each.charCodeAt(0) - 64, 0);
}

function inRange(cell: string, range: string): boolean {
  const corner = (text: string) => /^([A-Z]+)(\d+)$/.exec(text);
  const [from = '', to = from] = range.split(':');
  const [at, low, high] = [corner(cell), corner(from), corner(to)];
  if (!at || !low || !high) return false;
  const [col, row] = [columnNumber(at[1] ?? ''), Number(at[2])];
  return (
    col >= columnNumber(low[1] ?? '') &&
    col <= columnNumber(high[1] ?? '') &&
    row >= Number(low[2]) &&
    row <= Number(high[2])
  );
}

/** What the program took each of our tables to be. */
function recognition(laid: readonly Laid[], files: readonly ImportedFile[]): Recognition[] {
  const byName = new Map(files.map((each) => [path.basename(each.file), each]));
  const seen = new Map<string, Recognition>();
  for (const [id, place] of placesOf(laid)) {
    const [period = '', code = '', row] = id.split('|');
    if (row === 'caption' || seen.has(`${period}|${code}`)) continue;
    const table = byName
      .get(place.file)
      ?.tables.find((each) => each.sheet === place.sheet && inRange(place.cell, each.range));
    seen.set(`${period}|${code}`, { code, as: table ? table.table : 'no table' });
  }
  return [...seen.values()];
}

function misfiled(laid: readonly Laid[], files: readonly ImportedFile[]): string[] {
  return files.flatMap((each) => {
    const mine = laid.find((one) => one.file === path.basename(each.file));
    if (mine && each.provider === mine.provider && each.period === mine.period && !each.refused) return [];
    return [`${path.basename(each.file)}: ${each.refused ?? `${each.provider} ${each.period}`}`];
  });
}

/** The errors as data, kept beside the files. */
function truth(matches: readonly Match[], places: ReturnType<typeof placesOf>) {
  return matches.map(({ error, findings, localised }) => ({
    kind: error.kind,
    provider: error.provider,
    period: error.period,
    table: error.table,
    cells: error.cells.map((id) => ({ id, ...places.get(id) })),
    revealable: error.revealable,
    violated: error.violated.map((each) => each.id),
    found: findings.map((each) => each.id),
    localised,
  }));
}

const fingerprint = (finding: ReportedFinding): string =>
  `${finding.kind}|${finding.cells.map((each) => `${path.basename(each.file)}${each.sheet}${each.cell}`).join('|')}|${finding.title}`;

/** Writes and runs one seed twice. */
export async function benchSeed(options: BenchOptions): Promise<SeedResult> {
  const { seed, quarters, letter, directory, runner } = options;
  const simulation = simulate(seed, quarters);
  const clean = await through(layOutAll(simulation, letter), path.join(directory, `${seed}-clean`), runner);
  const seeded = inject(simulation, options);
  const laid = layOutAll(seeded.simulation, letter);
  const faulty = await through(laid, path.join(directory, `${seed}-faulty`), runner);
  const known = new Set(clean.findings.map(fingerprint));
  const fresh = faulty.findings.filter((each) => !known.has(fingerprint(each)));
  const { matches, unmatched } = matchAll(seeded.errors, fresh, laid);
  if (!options.keep)
    for (const name of ['clean', 'faulty'])
      rmSync(path.join(directory, `${seed}-${name}`), { recursive: true });
  else
    writeFileSync(
      path.join(directory, `${seed}-faulty`, 'truth.json'),
      JSON.stringify(truth(matches, placesOf(laid)), null, 2),
    );
  const cleanLaid = layOutAll(simulation, letter);
  return {
    seed,
    letter,
    quarters,
    clean,
    faulty,
    matches,
    stray: unmatched,
    recognised: recognition(cleanLaid, clean.files),
    misfiled: misfiled(cleanLaid, clean.files),
  };
}
