/** One comment: what it is about, who made it and when, and what can be done with it. */
import type { ReactNode } from 'react';
import { momentOf } from '#renderer/parts/words.ts';
import type { Comment } from '#shared/review/review.ts';

interface Props {
  readonly comment: Comment;
  readonly actions?: ReactNode;
}

export function CommentCard({ comment, actions }: Props) {
  const { about, text, by, at, resolved } = comment;
  return (
    <li className={resolved ? 'comment resolved' : 'comment'}>
      <div className="quiet">
        {about === '' ? 'The section as a whole' : about} – {by}, {momentOf(at)}
      </div>
      <p>{text}</p>
      <div className="row">
        {resolved ? (
          <span className="quiet">
            Resolved by {resolved.by}, {momentOf(resolved.at)}
          </span>
        ) : null}
        {actions}
      </div>
    </li>
  );
}
