/**
 * The seeded-error bench: simulated returns with known errors, through the real program.
 *
 * `npm run bench:audit -- --seeds 7 --quarters 4 --style mix --errors 6 --kind "wrong cell" --keep DIR --verbose`
 * `--program DIR` runs another checkout, such as a snapshot while this one is being edited.
 * Ends with 1 when a threshold is missed.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ERROR_KINDS } from '#test/simulation/errors/inject.ts';
import { LETTERS, letterOf } from '#test/simulation/layout/style.ts';
import { type BenchOptions, benchSeed, type SeedResult } from '#test/simulation/run/bench.ts';
import { misses, reportLines, summarise } from '#test/simulation/run/report.ts';
import { commandLine, HERE } from '#test/simulation/run/runner.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '7' },
    first: { type: 'string', default: '0' },
    quarters: { type: 'string', default: '3' },
    errors: { type: 'string', default: '6' },
    style: { type: 'string' },
    kind: { type: 'string', multiple: true },
    keep: { type: 'string' },
    program: { type: 'string', default: HERE },
    verbose: { type: 'boolean', default: false },
  },
});

const kinds = ERROR_KINDS.filter((each) => !values.kind || values.kind.includes(each));
const style = LETTERS.find((each) => each === values.style);
const directory = values.keep ? path.resolve(values.keep) : mkdtempSync(path.join(os.tmpdir(), 'eoc-audit-'));
mkdirSync(directory, { recursive: true });

/** A seed on which the program ends without an answer is a failure of its own, and the next one is tried. */
async function tried(seed: number): Promise<SeedResult | null> {
  try {
    return await benchSeed(optionsFor(seed));
  } catch (error) {
    console.error(`seed ${seed}: ${error instanceof Error ? error.message : error}`);
    return null;
  }
}

function optionsFor(seed: number): BenchOptions {
  return {
    seed,
    quarters: Number(values.quarters),
    letter: style ?? letterOf(seed),
    perQuarter: Number(values.errors),
    kinds,
    directory,
    keep: values.keep !== undefined,
    runner: commandLine(path.resolve(values.program)),
  };
}

const results: SeedResult[] = [];
for (let n = 0; n < Number(values.seeds); n++) {
  const seed = Number(values.first) + n;
  const result = await tried(seed);
  if (!result) continue;
  results.push(result);
  const seen = result.matches.filter((each) => each.findings.length).length;
  console.error(
    `seed ${seed} (${result.letter}): ${seen} of ${result.matches.length} errors found, ${result.clean.findings.length} false alarms, ${Math.round(result.faulty.importMs + result.faulty.checkMs)} ms`,
  );
}
if (!values.keep) rmSync(directory, { recursive: true, force: true });
console.log(reportLines(results, values.verbose).join('\n'));
const silent = Number(values.seeds) - results.length;
if (silent) console.log(`NO ANSWER ON ${silent} SEEDS`);
process.exitCode = silent || misses(summarise(results)).length ? 1 : 0;
