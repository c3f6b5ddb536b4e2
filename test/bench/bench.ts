/**
 * `npm run bench`: how long the main job takes on the sample returns, as medians of several runs.
 *
 * Every run starts from a new board in a new folder. The first run warms the program up and is not counted.
 * Peak memory is that of one whole job in a process of its own (`bench.ts once`).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importReturns } from '#electron/service/import.ts';
import { exportPack } from '#electron/service/pack.ts';
import { sampleReturns } from '#electron/service/samples.ts';
import { newSession } from '#electron/service/session.ts';
import { boardState } from '#electron/service/state.ts';

const RUNS = Number(process.argv[2] ?? 5) || 0;
const quiet = () => {};

interface Timing {
  readonly label: string;
  readonly limit: number;
  readonly ms: number[];
}

const timings: Timing[] = [
  { label: 'Import of all 13 files', limit: 1500, ms: [] },
  { label: 'Check', limit: 1000, ms: [] },
  { label: 'Whole pack in three formats', limit: 5000, ms: [] },
];

async function timed(index: number, counted: boolean, work: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  await work();
  if (counted) timings[index]?.ms.push(performance.now() - start);
}

async function run(counted: boolean): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'eoc-bench-'));
  try {
    using session = newSession(path.join(folder, 'bench.eoc'));
    await timed(0, counted, () => importReturns(session, sampleReturns(), {}, quiet));
    await timed(1, counted, () => boardState(session));
    const request = { period: '2020-21 Q2', edition: 'board', out: folder, section: null } as const;
    await timed(2, counted, () =>
      exportPack(session, { ...request, formats: ['docx', 'pdf', 'xlsx'] }, quiet),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

if (process.argv[2] === 'once') {
  await run(false);
  console.log(String(process.resourceUsage().maxRSS));
} else {
  for (let i = 0; i <= RUNS; i++) await run(i > 0);
  for (const { label, limit, ms } of timings) {
    const [least, most] = [Math.min(...ms), Math.max(...ms)].map((n) => n.toFixed(0));
    console.log(`${label}: median ${median(ms).toFixed(0)} ms (${least} to ${most}), limit ${limit} ms`);
  }
  const once = spawnSync(process.execPath, [import.meta.filename, 'once'], { encoding: 'utf8' });
  console.log(`Peak memory of one whole job: ${(Number(once.stdout) / 1024).toFixed(0)} MB, limit 500 MB`);
}
