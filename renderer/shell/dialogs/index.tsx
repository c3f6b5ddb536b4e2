/** The dialogs for opening and making boards, and the commands that call them up. */

import { useCommand } from '#renderer/shell/commanding.ts';
import { NewDialog } from '#renderer/shell/dialogs/NewDialog.tsx';
import { OpenDialog } from '#renderer/shell/dialogs/OpenDialog.tsx';
import { useOpening } from '#renderer/shell/dialogs/opening.ts';
import { PassphraseDialog } from '#renderer/shell/dialogs/PassphraseDialog.tsx';

export function BoardDialogs() {
  const opening = useOpening();
  const { asking, busy } = opening;
  useCommand('board.open', () => void opening.ask('open-board'));
  useCommand('board.new', () => void opening.ask('save-board'));
  useCommand('board.openPath', (path) => void (path && opening.open(path)));
  useCommand('board.sample', () => void opening.sample());
  useCommand('board.saveCopy', () => void opening.copy());
  return (
    <>
      {busy ? (
        <div className="busy" role="status">
          Opening the board…
        </div>
      ) : null}
      {asking?.kind === 'open' ? <OpenDialog opening={opening} /> : null}
      {asking?.kind === 'new' ? <NewDialog opening={opening} path={asking.suggested} /> : null}
      {asking?.kind === 'passphrase' ? (
        <PassphraseDialog opening={opening} path={asking.path} wrong={asking.wrong} />
      ) : null}
    </>
  );
}
