/** A definition as a file: to look after it elsewhere, or to start another board on it. */
import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import { useSave } from '#renderer/queries/save.ts';
import { useTell } from '#renderer/queries/tell.ts';
import type { BoardDefinition } from '#shared/definition/definition.ts';

interface Props {
  readonly draft: BoardDefinition;
  /** What the file holds, whatever it is: the check on saving says whether it is a definition. */
  readonly load: (definition: BoardDefinition) => void;
}

export function FileButtons({ draft, load }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  const { saveText } = useSave();
  const tell = useTell();
  const read = async (file: File | undefined) => {
    if (!file) return;
    const given: unknown = await file
      .text()
      .then(JSON.parse)
      .catch(() => null);
    if (!isDefinition(given)) {
      const text = `“${file.name}” is no board definition. Choose a file saved here with “Save as a file”.`;
      return tell({ kind: 'error', text });
    }
    load({ ...given, version: draft.version });
  };
  return (
    <>
      <Button
        onClick={() => void saveText(`${draft.board} definition.json`, `${JSON.stringify(draft, null, 2)}\n`)}
      >
        Save as a file
      </Button>
      <Button onClick={() => picker.current?.click()}>Load from a file…</Button>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        aria-label="Definition file"
        hidden
        onChange={({ target }) => {
          void read(target.files?.[0]);
          target.value = '';
        }}
      />
    </>
  );
}

/** Enough of one to be shown; what else it lacks is said when it is saved. */
function isDefinition(value: unknown): value is BoardDefinition {
  if (typeof value !== 'object' || value === null) return false;
  const lists = [
    'programmes',
    'providers',
    'measures',
    'sets',
    'tables',
    'identities',
    'targets',
    'sections',
    'glossary',
  ];
  return lists.every((list) => Array.isArray((value as Readonly<Record<string, unknown>>)[list]));
}
