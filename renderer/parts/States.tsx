/** What stands where there is nothing to show yet: waiting, a problem, or what to do. */
import { Button, MessageBar, MessageBarActions, MessageBarBody, Spinner } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import type { Query } from '#renderer/queries/use.ts';
import type { ApiError } from '#shared/api/api.ts';

const PATIENCE = 400;

/** Says that it is waiting once that takes long enough to be noticed. */
export function Waiting({ words = 'Working…' }: { readonly words?: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return <div className="waiting">{late ? <Spinner size="small" label={words} /> : null}</div>;
}

export function Problem({ error, again }: { readonly error: ApiError; readonly again?: () => void }) {
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>{error.message}</MessageBarBody>
      {again ? (
        <MessageBarActions>
          <Button size="small" onClick={again}>
            Try again
          </Button>
        </MessageBarActions>
      ) : null}
    </MessageBar>
  );
}

interface EmptyProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

export function Empty({ title, children, action }: EmptyProps) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children ? <p className="quiet">{children}</p> : null}
      {action}
    </div>
  );
}

interface ReadyProps<T> {
  readonly query: Query<T>;
  readonly words?: string;
  readonly children: (value: T) => ReactNode;
}

/** Shows what a query answers, or how it stands. */
export function Ready<T>({ query, words, children }: ReadyProps<T>) {
  if (query.value !== null) return children(query.value);
  if (query.error) return <Problem error={query.error} again={query.again} />;
  return words ? <Waiting words={words} /> : <Waiting />;
}
