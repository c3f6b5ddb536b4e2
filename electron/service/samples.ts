/** The sample returns that ship with the product. */
import path from 'node:path';
import { expandFolders } from '#electron/service/disk.ts';

const FOLDER = path.join(import.meta.dirname, '..', 'sample', 'returns');

export function sampleReturns(): readonly string[] {
  return expandFolders([FOLDER]);
}
