/** The frame of every screen: what it is, what can be done, and the space for it. */
import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  readonly title: string;
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  /** The screen fills the window and scrolls inside its own parts. */
  readonly fill?: boolean;
  readonly children: ReactNode;
}

export function Screen({ title, about, actions, fill = false, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – EOC Board`;
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <main className={fill ? 'screen fill' : 'screen'}>
      <header className="screen-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {about ? <p className="quiet">{about}</p> : null}
        </div>
        <div className="row">{actions}</div>
      </header>
      {children}
    </main>
  );
}
