/**
 * A dialog with a title, a body, and what can be done.
 *
 * The browser's own dialog element: it keeps the focus inside, hides the rest from screen readers and gives
 * everything back when it goes, also when the part that asked is taken away with it.
 */
import { Button } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react';

interface Props {
  readonly title: string;
  readonly action: string;
  readonly onAction: () => void;
  readonly onCancel: () => void;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

export function Ask({ title, action, onAction, onCancel, disabled = false, children }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!disabled) onAction();
  };
  return (
    <dialog
      ref={dialog}
      className="ask"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <form onSubmit={submit}>
        <h2 id={id}>{title}</h2>
        <div className="column ask-body">{children}</div>
        <footer className="row ask-foot">
          <Button type="submit" appearance="primary" disabled={disabled}>
            {action}
          </Button>
          <Button onClick={onCancel}>Cancel</Button>
        </footer>
      </form>
    </dialog>
  );
}
