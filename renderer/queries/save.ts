/** Saving a file where the person says. */
import { useCallback } from 'react';
import { useTell } from '#renderer/queries/tell.ts';
import { useClient } from '#renderer/queries/use.ts';
import type { ExportedFile } from '#shared/api/api.ts';

/** Text as base64 of its UTF-8. */
export function encoded(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}

export function useSave() {
  const { host } = useClient();
  const tell = useTell();
  const save = useCallback(
    async (file: ExportedFile) => {
      const place = await host.save(file);
      if (place !== null) tell({ kind: 'done', text: `Saved ${place}.` });
    },
    [host, tell],
  );
  const saveText = useCallback((name: string, text: string) => save({ name, bytes: encoded(text) }), [save]);
  return { save, saveText };
}
