/** The window: a board with its screens, or the start where none is open. */
import { FluentProvider } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { Waiting } from '#renderer/parts/States.tsx';
import { useBoardInfo } from '#renderer/queries/board/queries.ts';
import { type Message, TellContext } from '#renderer/queries/tell.ts';
import { useClient } from '#renderer/queries/use.ts';
import { ReviewScreen } from '#renderer/screens/review/index.tsx';
import { Start } from '#renderer/screens/start/index.tsx';
import { CommandContext, createCommanding } from '#renderer/shell/commanding.ts';
import { BoardDialogs } from '#renderer/shell/dialogs/index.tsx';
import { Lost } from '#renderer/shell/Lost.tsx';
import { useHostCommands, useKeyCommands } from '#renderer/shell/listening.ts';
import { Messages } from '#renderer/shell/Messages.tsx';
import { Workplace } from '#renderer/shell/Workplace.tsx';
import { useTheme } from '#renderer/theme/theme.ts';
import '#renderer/shell/shell.css';

/** How long a message that needs no answer stays. */
const BRIEF = 7000;

export function App() {
  const theme = useTheme();
  const commanding = useMemo(createCommanding, []);
  const [message, setMessage] = useState<Message | null>(null);
  const clear = useCallback(() => setMessage(null), []);
  useEffect(() => {
    if (message?.kind !== 'done') return;
    const timer = setTimeout(clear, BRIEF);
    return () => clearTimeout(timer);
  }, [message, clear]);
  return (
    <FluentProvider theme={theme}>
      <TellContext value={setMessage}>
        <CommandContext value={commanding}>
          <Inside message={message} clear={clear} />
        </CommandContext>
      </TellContext>
    </FluentProvider>
  );
}

interface InsideProps {
  readonly message: Message | null;
  readonly clear: () => void;
}

function Inside({ message, clear }: InsideProps) {
  const { value: board, loading, error } = useBoardInfo();
  const lost = useLost(clear);
  useHostCommands();
  useKeyCommands(board !== null);
  // Whatever was under way answers in the same words: they are said once, with the way to go on.
  const other = message ?? (error ? ({ kind: 'error', text: error.message } as const) : null);
  const shown = lost.words !== null && other?.kind === 'error' ? null : other;
  const messages = (
    <>
      {lost.words ? <Lost words={lost.words} board={board} found={lost.found} /> : null}
      <Messages message={shown} clear={clear} />
    </>
  );
  return (
    <>
      {board && board.review === null ? <Workplace board={board} messages={messages} /> : null}
      {board && board.review !== null ? <ReviewScreen board={board} messages={messages} /> : null}
      {!board && !loading ? <Start messages={messages} /> : null}
      {!board && loading ? <Waiting words="Starting…" /> : null}
      <BoardDialogs />
    </>
  );
}

/** What the host said when the service stopped, until it runs again. */
function useLost(clear: () => void) {
  const { on } = useClient();
  const [words, setWords] = useState<string | null>(null);
  useEffect(
    () =>
      on((event) => {
        if (event.kind === 'service-lost') setWords(event.message);
        else if (event.kind === 'changed' && event.tables.includes('board')) setWords(null);
      }),
    [on],
  );
  const found = useCallback(() => {
    setWords(null);
    clear();
  }, [clear]);
  return { words, found };
}
