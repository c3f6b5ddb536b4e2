/** Says that the service has stopped, starts it again, and opens the board that was open. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { useClient } from '#renderer/queries/use.ts';
import type { BoardInfo } from '#shared/api/api.ts';

interface Props {
  readonly words: string;
  /** The board that was open; one with a passphrase is opened from the start screen. */
  readonly board: BoardInfo | null;
  readonly found: () => void;
}

export function Lost({ words, board, found }: Props) {
  const { host } = useClient();
  const [failed, setFailed] = useState(false);
  const restart = async () => {
    const done = await host.restart();
    setFailed(!done);
    if (!done) return;
    if (board && !board.encrypted) await host.call('board.open', { path: board.path, passphrase: null });
    found();
  };
  return (
    <div className="messages" role="alert">
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          {words}
          {failed ? ' It could not be started from here: close this window and start the program again.' : ''}
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" appearance="primary" onClick={() => void restart()}>
            Restart
          </Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}
