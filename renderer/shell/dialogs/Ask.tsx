/** A dialog with a title, a body, and what can be done. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { FormEvent, ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly action: string;
  readonly onAction: () => void;
  readonly onCancel: () => void;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

export function Ask({ title, action, onAction, onCancel, disabled = false, children }: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!disabled) onAction();
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => (open ? undefined : onCancel())}>
      <DialogSurface>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className="column">{children}</DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabled={disabled}>
                {action}
              </Button>
              <Button onClick={onCancel}>Cancel</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
