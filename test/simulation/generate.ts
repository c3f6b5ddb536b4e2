/** Writes the clean returns of one seed: `node test/simulation/generate.ts SEED QUARTERS STYLE DIRECTORY`. */
import { LETTERS } from '#test/simulation/layout/style.ts';
import { layOutAll, simulate } from '#test/simulation/simulate.ts';
import { writeReturns } from '#test/simulation/write/write.ts';

const [seed = '1', quarters = '4', style = 'a', directory = 'simulated'] = process.argv.slice(2);
const letter = LETTERS.find((each) => each === style) ?? 'a';
const paths = await writeReturns(layOutAll(simulate(Number(seed), Number(quarters)), letter), directory);
console.log(paths.join('\n'));
