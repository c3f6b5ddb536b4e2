/** A fresh board that holds the sample returns, imported as anybody's would be. */
import type { Context, OpenBoard } from '#electron/service/api/context.ts';
import { freePath } from '#electron/service/api/places.ts';
import { inFolder, makeFolder, removeTree } from '#electron/service/disk.ts';
import { importReturns } from '#electron/service/import.ts';
import { Problem } from '#electron/service/problem.ts';
import { sampleReturns } from '#electron/service/samples.ts';
import { newSession } from '#electron/service/session.ts';

/** Throws the problem `cancelled` where the person thought better of it; then there is no such board. */
export async function sampleBoard({ folders, tasks }: Context): Promise<OpenBoard> {
  const folder = inFolder(folders.data, 'Samples');
  makeFolder(folder);
  const path = freePath(folder, 'Sample board');
  const session = newSession(path, null);
  const files = sampleReturns();
  const steps = tasks.begin('import', files.length);
  let whole = false;
  try {
    const before = async (file: string) => {
      if (await steps.next(file)) return true;
      throw new Problem('cancelled', 'Opening the sample board was stopped. Nothing was kept.');
    };
    await importReturns(session, files, {}, () => undefined, before);
    whole = true;
    return { session, passphrase: null, staged: new Map() };
  } finally {
    steps.end();
    if (!whole) {
      session[Symbol.dispose]();
      removeTree(path);
    }
  }
}
