/** The message bar: errors stay until they are closed, the rest goes by itself. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { Message } from '#renderer/queries/tell.ts';

const INTENT = { error: 'error', warning: 'warning', done: 'success' } as const;

interface Props {
  readonly message: Message | null;
  readonly clear: () => void;
}

export function Messages({ message, clear }: Props) {
  return (
    <div className="messages" role={message?.kind === 'error' ? 'alert' : 'status'}>
      {message ? (
        <MessageBar intent={INTENT[message.kind]} layout="multiline" politeness="polite">
          <MessageBarBody>{message.text}</MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                icon={<DismissRegular />}
                aria-label="Close message"
                onClick={clear}
              />
            }
          />
        </MessageBar>
      ) : null}
    </div>
  );
}
