/** What a run amounts to, in words and in thresholds. */
import { ERROR_KINDS } from '#test/simulation/errors/inject.ts';
import type { SeedResult } from '#test/simulation/run/bench.ts';
import type { Match } from '#test/simulation/run/match.ts';
import type { ReportedFinding } from '#test/simulation/run/runner.ts';

export interface Summary {
  readonly recall: number;
  readonly suspect: number;
  readonly findingsPerError: number;
  readonly falsePerQuarter: number;
  readonly falseHigh: number;
}

const rate = (over: number, under: number): number => (under === 0 ? 1 : over / under);
const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;

const revealable = (matches: readonly Match[]): Match[] => matches.filter((each) => each.error.revealable);
const found = (matches: readonly Match[]): Match[] => matches.filter((each) => each.findings.length > 0);

export function summarise(results: readonly SeedResult[]): Summary {
  const matches = results.flatMap((each) => each.matches);
  const can = revealable(matches);
  const placed = found(can).filter((each) => each.localised !== null && each.localisable);
  const alarms = results.flatMap((each) => each.clean.findings);
  const quarters = results.reduce((total, each) => total + each.quarters, 0);
  const answering = new Set(found(can).flatMap((each) => each.findings));
  return {
    recall: rate(found(can).length, can.length),
    suspect: rate(placed.filter((each) => each.localised).length, placed.length),
    findingsPerError: rate(answering.size, found(can).length),
    falsePerQuarter: rate(alarms.length, quarters),
    falseHigh: alarms.filter((each) => each.severity === 'high').length,
  };
}

/** Every threshold that was missed, in words. */
export function misses(summary: Summary): string[] {
  return [
    summary.recall < 0.98 ? `recall ${percent(summary.recall)} is under 98%` : '',
    summary.suspect < 0.85 ? `suspect ${percent(summary.suspect)} is under 85%` : '',
    summary.findingsPerError > 1.1
      ? `${summary.findingsPerError.toFixed(2)} findings an error, over 1.1`
      : '',
    summary.falsePerQuarter > 1
      ? `${summary.falsePerQuarter.toFixed(2)} false alarms a clean quarter, over 1`
      : '',
    summary.falseHigh > 0 ? `${summary.falseHigh} false alarms of high severity` : '',
  ].filter((each) => each !== '');
}

function byKind(results: readonly SeedResult[]): string[] {
  const matches = results.flatMap((each) => each.matches);
  const lines = ERROR_KINDS.map((kind) => {
    const all = matches.filter((each) => each.error.kind === kind);
    const can = revealable(all);
    const placed = found(can).filter((each) => each.localised !== null);
    const sure = placed.filter((each) => each.localisable);
    return [
      kind.padEnd(20),
      String(all.length).padStart(5),
      String(can.length).padStart(11),
      `${found(can).length}`.padStart(7),
      percent(rate(found(can).length, can.length)).padStart(8),
      `${sure.filter((each) => each.localised).length}/${sure.length}`.padStart(12),
      `${placed.filter((each) => each.localised).length}/${placed.length}`.padStart(10),
      `${found(all.filter((each) => !each.error.revealable)).length}`.padStart(13),
    ].join('');
  });
  const head = 'kind                 made  revealable  found  recall  suspect sure   any       found anyway';
  return [head, ...lines];
}

const cellsText = (finding: ReportedFinding): string =>
  finding.cells
    .map((each) => `${each.file} › ${each.sheet} ${each.cell} “${each.text}”`)
    .slice(0, 4)
    .join('; ');

export const findingText = (finding: ReportedFinding): string =>
  `[${finding.severity} ${finding.kind}] ${finding.title}\n        ${finding.message.slice(0, 240)}\n        ${cellsText(finding)}`;

function falseAlarms(results: readonly SeedResult[], verbose: boolean): string[] {
  return results.flatMap(({ seed, letter, clean, quarters }) =>
    clean.findings.length
      ? [
          `  seed ${seed} (${letter}): ${clean.findings.length} in ${quarters} quarters`,
          ...clean.findings.slice(0, verbose ? 400 : 6).map((each) => `    ${findingText(each)}`),
        ]
      : [],
  );
}

/** Errors nothing was said about, with what the file now says. */
function missed(results: readonly SeedResult[], verbose: boolean): string[] {
  const all = results.flatMap(({ seed, letter, matches }) =>
    revealable(matches)
      .filter((each) => !each.findings.length)
      .map(({ error }) => {
        const places = error.cells.slice(0, 3).join(', ');
        const why = error.violated
          .map((each) => each.id)
          .slice(0, 3)
          .join('; ');
        return `  seed ${seed} (${letter}) ${error.kind}: ${error.period} ${error.provider} ${places}${why ? `\n      breaks ${why}` : ''}`;
      }),
  );
  return verbose ? all : all.slice(0, 12);
}

/** The same measures by way of setting out: what reading costs, apart from what checking costs. */
function byStyle(results: readonly SeedResult[]): string[] {
  const head = 'layout  seeds  revealable  found  recall  suspect  findings/error  false/quarter  misfiled';
  const lines = [...Map.groupBy(results, (each) => each.letter)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([letter, mine]) => {
      const can = revealable(mine.flatMap((each) => each.matches));
      const { recall, suspect, findingsPerError, falsePerQuarter } = summarise(mine);
      return [
        letter.padEnd(8),
        String(mine.length).padStart(5),
        String(can.length).padStart(12),
        String(found(can).length).padStart(7),
        percent(recall).padStart(8),
        percent(suspect).padStart(9),
        findingsPerError.toFixed(2).padStart(16),
        falsePerQuarter.toFixed(2).padStart(15),
        String(mine.reduce((total, each) => total + each.misfiled.length, 0)).padStart(10),
      ].join('');
    });
  return [head, ...lines];
}

/** One cause should be one finding. */
function repeated(results: readonly SeedResult[]): string[] {
  return results.flatMap(({ seed, letter, matches }) =>
    matches
      .filter((each) => each.findings.length > 1)
      .map(
        ({ error, findings }) =>
          `  seed ${seed} (${letter}) ${error.kind} ${error.cells[0] ?? error.provider}: ${findings.map((each) => `[${each.kind}] ${each.title}`).join(' + ')}`,
      ),
  );
}

function recognitionLines(results: readonly SeedResult[]): string[] {
  const counts = new Map<string, Map<string, number>>();
  for (const { code, as } of results.flatMap((each) => each.recognised)) {
    const mine = counts.get(code) ?? new Map<string, number>();
    mine.set(as ?? 'shape only', (mine.get(as ?? 'shape only') ?? 0) + 1);
    counts.set(code, mine);
  }
  return [...counts].map(
    ([code, as]) => `  ${code.padEnd(24)} ${[...as].map(([name, n]) => `${name} ${n}`).join(', ')}`,
  );
}

export function reportLines(results: readonly SeedResult[], verbose: boolean): string[] {
  const summary = summarise(results);
  const stray = results.flatMap((each) => each.stray);
  const time = (pick: (each: SeedResult) => number) =>
    rate(
      results.reduce((total, each) => total + pick(each), 0),
      results.length,
    );
  return [
    'TABLES RECOGNISED AS',
    ...recognitionLines(results),
    ...results.flatMap((each) =>
      each.misfiled.map((file) => `  misfiled, seed ${each.seed} (${each.letter}): ${file}`),
    ),
    ...results.flatMap((each) =>
      each.faulty.files
        .filter((file) => file.refused !== null)
        .map(
          (file) =>
            `  refused with errors, seed ${each.seed} (${each.letter}): ${file.file}: ${file.refused}`,
        ),
    ),
    '',
    'ERRORS',
    ...byKind(results),
    '',
    'BY LAYOUT',
    ...byStyle(results),
    '',
    'ERRORS ANSWERED BY MORE THAN ONE FINDING',
    ...repeated(results),
    '',
    'MISSED',
    ...missed(results, verbose),
    '',
    'FALSE ALARMS ON CLEAN RETURNS',
    ...falseAlarms(results, verbose),
    '',
    `STRAY FINDINGS BESIDE THE ERRORS: ${stray.length}`,
    ...(verbose ? stray.map((each) => `  ${findingText(each)}`) : []),
    '',
    `recall of revealable ${percent(summary.recall)} · suspect is the wrong cell ${percent(summary.suspect)} · ${summary.findingsPerError.toFixed(2)} findings an error · ${summary.falsePerQuarter.toFixed(2)} false alarms a clean quarter, ${summary.falseHigh} high`,
    `import ${time((each) => each.faulty.importMs).toFixed(0)} ms, check ${time((each) => each.faulty.checkMs).toFixed(0)} ms on average; coverage on clean: ${results.map((each) => `${each.clean.coverage.held} held, ${each.clean.coverage.violated} violated, ${each.clean.coverage.notCheckable.length} not checkable`).join(' | ')}`,
    ...misses(summary).map((each) => `BELOW THRESHOLD: ${each}`),
  ];
}
