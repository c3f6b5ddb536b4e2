/** Says that the service has stopped, and starts it again. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { useClient } from '#renderer/queries/use.ts';

export function Lost({ words, found }: { readonly words: string; readonly found: () => void }) {
  const { host } = useClient();
  const [failed, setFailed] = useState(false);
  const restart = async () => {
    const done = await host.restart();
    setFailed(!done);
    if (done) found();
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
