/** Changes of a review as the history tells them. */
import { countOf } from '#shared/finding/words.ts';
import { roundSchema } from '#shared/review/review.ts';

/** `Sent the pack for 2020-21 Q2 for review`, `Merged 3 comments on the pack for 2020-21 Q2 from A. Reviewer`. */
export function reviewChange(from: unknown, to: unknown): string | null {
  const [before, after] = [from, to].map((value) => roundSchema.safeParse(value).data);
  if (!after) return before ? `Took back sending the pack for ${before.period} for review` : null;
  const about = `the pack for ${after.period}`;
  if (!before) return `Sent ${about} for review`;
  const known = new Map(before.comments.map((comment) => [comment.id, comment]));
  const added = after.comments.filter(({ id }) => !known.has(id));
  if (added.length > 0) {
    const names = [...new Set(added.map(({ by }) => by))].join(', ');
    return `Merged ${countOf(added.length, 'comment')} on ${about} from ${names}`;
  }
  const turned = after.comments.find(
    ({ id, resolved }) => (known.get(id)?.resolved === null) !== (resolved === null),
  );
  if (turned)
    return `${turned.resolved ? 'Resolved' : 'Reopened'} the comment “${short(turned.text)}” by ${turned.by}`;
  return `Merged comments on ${about}`;
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text;
}
