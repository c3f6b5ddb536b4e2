/** The main job on the sample returns; every run starts from a new board in a new folder. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FORMATS } from '#electron/export/write.ts';
import { importReturns } from '#electron/service/import.ts';
import { exportPack } from '#electron/service/pack.ts';
import { sampleReturns } from '#electron/service/samples.ts';
import { newSession } from '#electron/service/session.ts';
import { boardState } from '#electron/service/state.ts';
import { type Timing, timed, timing } from '#test/bench/timing.ts';

const quiet = () => {};

/**
 * @param runs counted runs, after one of the main job alone that warms the program up; the public pack is made in the
 *   last
 */
export async function sampleJob(runs: number): Promise<readonly Timing[]> {
  const [read, check, pack, whole, open] = [
    timing('Import of all 13 files', 1500),
    timing('Check', 1000),
    timing('Whole pack in three formats', 5000),
    timing('Whole pack in all five formats', 6000),
    timing('Whole public pack, withheld, proved and written', 10_000),
  ];
  for (let i = 0; i <= runs; i += 1) {
    const folder = mkdtempSync(path.join(tmpdir(), 'eoc-bench-'));
    try {
      using session = newSession(path.join(folder, 'bench.eoc'));
      await timed(read, i > 0, () => importReturns(session, sampleReturns(), {}, quiet));
      await timed(check, i > 0, () => boardState(session));
      const request = { period: '2020-21 Q2', edition: 'board', out: folder, section: null } as const;
      const three = ['docx', 'pdf', 'xlsx'] as const;
      await timed(pack, i > 0, () => exportPack(session, { ...request, formats: three }, quiet));
      if (i === 0) continue;
      await timed(whole, true, () => exportPack(session, { ...request, formats: FORMATS }, quiet));
      if (i < runs) continue;
      const published = { ...request, edition: 'public', formats: ['docx', 'pdf'] } as const;
      await timed(open, true, () => exportPack(session, published, quiet));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return [read, check, pack, whole, open];
}
