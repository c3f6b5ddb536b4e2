/** On the sample board: returns to try an import with, and where they lie. */
import { Button } from '@fluentui/react-components';
import { count } from '#renderer/parts/words.ts';
import { useStageSample } from '#renderer/queries/board/mutations.ts';
import { useWaitingReturns } from '#renderer/queries/board/queries.ts';
import { useAround } from '#renderer/shell/window.ts';

export function WaitingSamples() {
  const { value: waiting } = useWaitingReturns();
  const { go } = useAround();
  const stage = useStageSample();
  if (!waiting) return null;
  const act = async () => {
    if (await stage.run(null)) go('import');
  };
  return (
    <section className="waiting" aria-label="Waiting sample returns">
      <p>
        <strong>To try an import:</strong> {count(waiting.files.length, 'sample return')}{' '}
        {waiting.files.length === 1 ? 'is' : 'are'} waiting in{' '}
        <span className="waiting-path">{waiting.folder}</span>. Drag{' '}
        {waiting.files.length === 1 ? 'it' : 'them'} onto this window, or let them be fetched.
      </p>
      <Button disabled={stage.busy} onClick={() => void act()}>
        Import the waiting sample returns
      </Button>
    </section>
  );
}
