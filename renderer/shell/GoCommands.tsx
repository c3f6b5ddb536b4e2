/** Commands that work on every screen while a board is open. */

import { changeWords } from '#renderer/parts/words.ts';
import { useCloseBoard, useRedo, useUndo } from '#renderer/queries/board/mutations.ts';
import { useTell } from '#renderer/queries/tell.ts';
import { useCommand, useRun } from '#renderer/shell/commanding.ts';
import { useAround } from '#renderer/shell/window.ts';
import { commands } from '#shared/api/commands.ts';

export function GoCommands() {
  const { go } = useAround();
  const tell = useTell();
  const run = useRun();
  const undo = useUndo();
  const redo = useRedo();
  const close = useCloseBoard();
  const change = async (way: typeof undo | typeof redo) => {
    const done = await way.run(null);
    if (done) tell({ kind: 'done', text: `${changeWords(done.value.summary)}.` });
  };
  useCommand('edit.undo', () => void change(undo));
  useCommand('edit.redo', () => void change(redo));
  useCommand('board.close', () => void close.run(null));
  useCommand('pack.export', () => go('pack', 'export'));
  useCommand('import.files', () => {
    go('import');
    setTimeout(() => run('import.files'), 0);
  });
  useCommand('help.keys', () => go('help', 'keys'));
  useCommand('help.findings', () => go('help', 'findings'));
  return (
    <>
      {commands
        .filter(({ screen, id }) => screen && id !== 'help.keys' && id !== 'help.findings')
        .map(({ id }) => (
          <Go key={id} id={id} />
        ))}
    </>
  );
}

function Go({ id }: { readonly id: (typeof commands)[number]['id'] }) {
  const { go } = useAround();
  const screen = commands.find((one) => one.id === id)?.screen;
  useCommand(id, () => {
    if (screen) go(screen);
  });
  return null;
}
