/**
 * `npm run bench`: how long people wait, as medians of several runs: the main job on the sample returns, checking ten
 * years, and the window in a browser on a board of ten simulated years. `npm run bench -- sample` runs one part.
 *
 * Every part has a process of its own with the room the service is given; the job whose peak memory is told has that
 * of the command line.
 */
import { spawnSync } from 'node:child_process';
import { ROOM } from '#electron/worker/child.ts';
import { checks } from '#test/bench/check.ts';
import { sampleJob } from '#test/bench/sample.ts';
import { report } from '#test/bench/timing.ts';
import { windowBench } from '#test/bench/window.ts';
import { hasBrowser } from '#test/e2e/window.ts';

const PARTS: Readonly<Record<string, () => Promise<unknown>>> = {
  sample: async () => report(await sampleJob(3)),
  memory: async () => {
    await sampleJob(0);
    const peak = process.resourceUsage().maxRSS / 1024;
    console.log(`Peak memory of one whole job: ${peak.toFixed(0)} MB, limit 500 MB`);
  },
  check: async () => report(await checks(3)),
  window: async () => {
    if (hasBrowser) report(await windowBench(40, 3));
    else console.log('The window: no Chromium here, so nothing was measured. EOC_CHROMIUM names one.');
  },
};

/** What the command line gives itself in `electron/cli/start.mjs`. */
const COMMAND_ROOM: readonly string[] = ['--max-semi-space-size=16'];

const [wanted] = process.argv.slice(2);
const part = wanted === undefined ? undefined : PARTS[wanted];
if (part) await part();
else if (wanted !== undefined) throw new RangeError(`The parts are ${Object.keys(PARTS).join(', ')}.`);
else {
  const began = performance.now();
  for (const name of Object.keys(PARTS)) {
    const room = name === 'memory' ? COMMAND_ROOM : ROOM;
    spawnSync(process.execPath, [...room, import.meta.filename, name], { stdio: 'inherit' });
  }
  console.log(`The bench took ${((performance.now() - began) / 1000).toFixed(0)} s, limit 240 s.`);
}
