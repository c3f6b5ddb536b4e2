/** A bar for long work, with a way to stop it. */
import { Button, Field, ProgressBar } from '@fluentui/react-components';
import { useCancel } from '#renderer/queries/board/mutations.ts';
import { useProgress } from '#renderer/queries/progress.ts';
import type { Task } from '#shared/api/api.ts';

export function Progressing({ task, doing }: { readonly task: Task; readonly doing: string }) {
  const progress = useProgress(task);
  const cancel = useCancel();
  if (!progress) return null;
  return (
    <div className="progressing">
      <Field validationState="none" validationMessage={`${doing} ${progress.words}`}>
        <ProgressBar value={progress.done} max={Math.max(1, progress.total)} aria-label={doing} />
      </Field>
      <Button size="small" onClick={() => void cancel.run({ task })}>
        Stop
      </Button>
    </div>
  );
}
