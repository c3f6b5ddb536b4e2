/** The built window: where it is, and building it where it is missing or older than its sources. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** The project's folder: two above this file. */
const ROOT = path.resolve(import.meta.dirname, '../..');

export const RENDERER = path.join(ROOT, 'dist', 'renderer');

/**
 * Builds the window unless what is there is newer than every source. Throws where it cannot be built: an older
 * window is never shown in its place.
 * @param asBuilt take what is there, for whoever builds it themselves
 */
export async function ensureRenderer(note: (text: string) => void, asBuilt = false): Promise<string> {
  if (!asBuilt && isStale()) {
    note('Preparing the window, which takes a moment the first time…');
    const { build } = await import('vite');
    await build({ configFile: path.join(ROOT, 'vite.config.ts'), logLevel: 'warn' });
  }
  return RENDERER;
}

function isStale(): boolean {
  const built = statSync(path.join(RENDERER, 'index.html'), { throwIfNoEntry: false });
  return !built || newest(['renderer', 'shared'].map((folder) => path.join(ROOT, folder))) > built.mtimeMs;
}

function newest(folders: readonly string[]): number {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
  return Math.max(0, ...files.map((file) => statSync(file).mtimeMs));
}
