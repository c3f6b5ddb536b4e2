/** What ships with the product to try it with: the returns of the demonstration, and a council's whole board. */
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { expandFolders, readBytes } from '#electron/service/disk.ts';

const FOLDER = path.join(import.meta.dirname, '..', 'sample');
const COUNCIL = path.join(FOLDER, 'council');

/** The code of the sample council's definition, by which its board is known. */
export const SAMPLE_CODE = 'eoc-westmoor';

export function sampleReturns(): readonly string[] {
  return expandFolders([path.join(FOLDER, 'returns')]);
}

/** The sample council's board file, made by `npm run sample`. */
export function sampleBoardFile(): Uint8Array {
  return brotliDecompressSync(readBytes(path.join(COUNCIL, 'board.eoc.br')));
}

export interface SampleFile {
  /** Where it belongs below the sample's folder: `Returns/2025-26 Q3`. */
  readonly folder: readonly string[];
  readonly path: string;
}

/** The name of the folder in which returns lie that are not on the sample board yet. */
export const WAITING = 'Waiting returns';

/** Every return of the sample council: those on its board by quarter, and those that wait. */
export function sampleCouncilReturns(): readonly SampleFile[] {
  const filed = expandFolders([path.join(COUNCIL, 'returns')]);
  const waiting = expandFolders([path.join(COUNCIL, 'waiting')]);
  return [
    ...filed.map((file) => ({ folder: ['Returns', path.basename(path.dirname(file))], path: file })),
    ...waiting.map((file) => ({ folder: [WAITING], path: file })),
  ];
}
