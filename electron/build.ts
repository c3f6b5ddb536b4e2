/**
 * Builds what Electron runs into `dist`: the main process, the service's process and the bridge, with the files
 * they read beside them. Native modules stay outside, in `node_modules`.
 *
 * `node electron/build.ts [FOLDER]`
 */
import { cpSync } from 'node:fs';
import path from 'node:path';
import { build, type InlineConfig } from 'vite';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Modules with native code, loaded at run time from `node_modules`. */
export const NATIVE: readonly string[] = [
  'better-sqlite3',
  '@napi-rs/canvas',
  '@myriaddreamin/typst-ts-node-compiler',
];

/** Files the code reads from beside itself: [from, to], both from the top. */
const FILES: readonly (readonly [string, string])[] = [
  ['electron/export/fonts', 'electron/fonts'],
  ['electron/export/pdf/pack.typ', 'electron/pdf/pack.typ'],
  ['electron/sample', 'sample'],
];

/** @param dist the folder to build into: `dist/electron` and its neighbours appear in it */
export async function buildElectron(dist: string): Promise<void> {
  const out = path.join(dist, 'electron');
  await build(bundle(out, { main: 'electron/shell/main.ts', worker: 'electron/worker/worker.ts' }, 'es'));
  await build(bundle(out, { preload: 'electron/shell/preload.ts' }, 'cjs'));
  for (const [from, to] of FILES) cpSync(path.join(ROOT, from), path.join(dist, to), { recursive: true });
}

/** A sandboxed bridge can load nothing but `electron`: it is one file, and CommonJS. */
function bundle(outDir: string, input: Record<string, string>, format: 'es' | 'cjs'): InlineConfig {
  const ending = format === 'es' ? 'js' : 'cjs';
  return {
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rollupOptions: {
        input,
        external: ['electron', ...NATIVE],
        // Everything in one folder: the code finds its files from where it stands.
        output: { format, entryFileNames: `[name].${ending}`, chunkFileNames: `[name]-[hash].${ending}` },
      },
    },
    ssr: { noExternal: true, external: ['electron', ...NATIVE] },
  };
}

if (process.argv[1] === import.meta.filename) {
  await buildElectron(path.resolve(process.argv[2] ?? path.join(ROOT, 'dist')));
}
