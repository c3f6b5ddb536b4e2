/**
 * The name of the very code that reads and checks returns. What was worked out by other code is never taken for
 * this program's: nobody has to remember to raise a number when a rule changes.
 */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { expandFolders, readBytes } from '#electron/service/disk.ts';

/** Run from its sources, or from the files they were bundled into, all beside this one. */
function codeFiles(): readonly string[] {
  const here = import.meta.filename;
  if (!here.endsWith('.ts'))
    return expandFolders([path.dirname(here)]).filter((file) => /\.c?js$/.test(file));
  const root = path.resolve(path.dirname(here), '../..');
  return expandFolders(['shared', 'electron/import', 'package.json'].map((part) => path.join(root, part)));
}

let known: string | null = null;

/** Sixteen hexadecimal digits, the same wherever the same code is installed. */
export function programName(): string {
  known ??= codeFiles()
    .reduce((hash, file) => hash.update(path.basename(file)).update(readBytes(file)), createHash('sha256'))
    .digest('hex')
    .slice(0, 16);
  return known;
}
