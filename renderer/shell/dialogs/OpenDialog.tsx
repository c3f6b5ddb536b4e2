/** Choosing a board where the window has no file dialog of the system. */
import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { Ready } from '#renderer/parts/States.tsx';
import { momentOf } from '#renderer/parts/words.ts';
import { usePlaces } from '#renderer/queries/board/queries.ts';
import { Ask } from '#renderer/shell/dialogs/Ask.tsx';
import type { Opening } from '#renderer/shell/dialogs/opening.ts';

export function OpenDialog({ opening }: { readonly opening: Opening }) {
  const places = usePlaces(true);
  const [path, setPath] = useState('');
  return (
    <Ask
      title="Open a board"
      action="Open"
      disabled={path.trim() === ''}
      onAction={() => {
        opening.cancel();
        void opening.open(path.trim());
      }}
      onCancel={opening.cancel}
    >
      <Ready query={places} words="Looking for boards…">
        {({ boards, folder }) => (
          <>
            <p className="quiet">
              {boards.length === 0
                ? `There is no board in ${folder}. Type where yours is.`
                : `Boards in ${folder} and where you opened one before:`}
            </p>
            <RadioGroup value={path} onChange={(_, { value }) => setPath(value)} aria-label="Boards">
              {boards.map((board) => (
                <Radio
                  key={board.path}
                  value={board.path}
                  label={`${board.name}, changed ${momentOf(board.changed)}`}
                />
              ))}
            </RadioGroup>
          </>
        )}
      </Ready>
      <Field label="Or the board’s full path">
        <Input value={path} onChange={(_, { value }) => setPath(value)} />
      </Field>
    </Ask>
  );
}
