/** Reading files into the waiting room of Import, from anywhere in the window. */
import { useCallback, useRef } from 'react';
import { useStage } from '#renderer/queries/import/mutations.ts';
import { useTell } from '#renderer/queries/tell.ts';
import { given } from '#renderer/shell/files.ts';
import { useAround } from '#renderer/shell/window.ts';

/** Files of the system that a folder brings along. */
const JUNK = /^(\.|~\$|thumbs\.db$|desktop\.ini$)/i;

export function useImportFiles(): (files: readonly File[]) => Promise<void> {
  const { go } = useAround();
  const stage = useStage();
  const tell = useTell();
  const latest = useRef(stage.run);
  latest.current = stage.run;
  return useCallback(
    async (files) => {
      const wanted = files.filter(({ name }) => !JUNK.test(name));
      if (wanted.length === 0) {
        tell({
          kind: 'warning',
          text: 'There was no file in what was dropped. Drop Word, Excel or CSV files.',
        });
        return;
      }
      go('import');
      await latest.current({ files: await Promise.all(wanted.map(given)) });
    },
    [go, tell],
  );
}
