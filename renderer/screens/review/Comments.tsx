/** Comments that came back, on the board: to be read, resolved, opened again. */
import { Button } from '@fluentui/react-components';
import { useResolve } from '#renderer/queries/review/mutations.ts';
import { useComments } from '#renderer/queries/review/queries.ts';
import { CommentCard } from '#renderer/screens/review/CommentCard.tsx';
import type { Comment } from '#shared/review/review.ts';
import '#renderer/screens/review/review.css';

interface ListProps {
  readonly comments: readonly Comment[];
}

export function CommentList({ comments }: ListProps) {
  const resolve = useResolve();
  return (
    <ul className="plain-list comments">
      {comments.map((comment) => (
        <CommentCard
          key={comment.id}
          comment={comment}
          actions={
            <Button
              size="small"
              disabled={resolve.busy}
              onClick={() => void resolve.run({ id: comment.id, resolved: comment.resolved === null })}
            >
              {comment.resolved ? 'Open again' : 'Resolve'}
            </Button>
          }
        />
      ))}
    </ul>
  );
}

interface SectionProps {
  readonly period: string;
  readonly section: string;
}

/** Beside the words of a section: what reviewers said of it and is still open. */
export function SectionComments({ period, section }: SectionProps) {
  const { value } = useComments(period);
  const open = (value ?? []).filter((one) => one.section === section && one.resolved === null);
  if (open.length === 0) return null;
  return (
    <section className="section-comments" aria-label="Comments on this section">
      <h3>Comments ({open.length})</h3>
      <CommentList comments={open} />
    </section>
  );
}
