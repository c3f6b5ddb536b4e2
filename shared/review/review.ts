/**
 * Review of a pack: copies that go out encrypted, and the comments that come back.
 *
 * A copy is a board file of its own that holds one pack and comments on it, nothing else. Every copy made is a
 * round on the board it was made from; the comments of all reviewers of a round are gathered there.
 */
import { z } from 'zod';

const moment = z.string().min(1).max(40);
const name = z.string().trim().min(1).max(200);

export const commentSchema = z
  .strictObject({
    /** Unique wherever it was made, so that a copy can come back twice and add nothing. */
    id: z.string().min(1).max(80),
    /** Code of the section. */
    section: z.string().min(1).max(200),
    /** Key of the figure it is about; null: the section, or a place in it that is no figure. */
    figure: z.string().max(2000).nullable(),
    /** The place in words: `Table 4, CIN, No. of children: 12`; empty for the section as a whole. */
    about: z.string().max(1000),
    text: z.string().trim().min(1).max(10_000),
    by: name,
    at: moment,
    resolved: z.strictObject({ by: name, at: moment }).readonly().nullable(),
  })
  .readonly();

export type Comment = z.infer<typeof commentSchema>;

/** One sending of the pack of a quarter, and what has come back. */
export const roundSchema = z
  .strictObject({
    id: z.string().min(1).max(80),
    period: z.string().min(1),
    at: moment,
    by: name,
    comments: z.array(commentSchema).readonly(),
  })
  .readonly();

export type ReviewRound = z.infer<typeof roundSchema>;

/** Settings that hold a round begin so; the rest is its id. */
export const ROUND = 'review.';
/** In a copy: the round it belongs to. */
export const COPY = 'review-copy';
/** In a copy: the pack. */
export const COPY_PACK = 'review-pack';

export interface Merged {
  readonly comments: readonly Comment[];
  readonly added: number;
  readonly changed: number;
}

/**
 * The board's comments with those of a copy: new ones are added, rewritten ones take the reviewer's latest words.
 * Whether a comment is resolved is the board's to say. The same copy again changes nothing.
 */
export function mergeComments(mine: readonly Comment[], theirs: readonly Comment[]): Merged {
  const came = new Map(theirs.map((comment) => [comment.id, comment]));
  let changed = 0;
  const kept = mine.map((comment) => {
    const other = came.get(comment.id);
    came.delete(comment.id);
    if (!other || other.at <= comment.at) return comment;
    changed += 1;
    return { ...other, resolved: comment.resolved };
  });
  const added = [...came.values()].map((comment) => ({ ...comment, resolved: null }));
  return { comments: inOrder([...kept, ...added]), added: added.length, changed };
}

function inOrder(comments: readonly Comment[]): readonly Comment[] {
  return comments.toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
}
