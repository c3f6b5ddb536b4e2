/** Review: sending copies, merging them, comments on the board and in a copy. */
import { randomUUID } from 'node:crypto';
import { drawSheets } from '#electron/export/write.ts';
import { board, type Context, type HandlersOf } from '#electron/service/api/context.ts';
import { packFor } from '#electron/service/api/packs.ts';
import { stamp } from '#electron/service/clock.ts';
import { boardHouse } from '#electron/service/house.ts';
import { remembered } from '#electron/service/memo.ts';
import { Problem } from '#electron/service/problem.ts';
import { copyOf, keepRound, makeCopy, mergeCopy, packIn, roundsOf } from '#electron/service/review.ts';
import type { Argument } from '#shared/api/api.ts';
import { layOut } from '#shared/pack/number.ts';
import { reviewSections } from '#shared/review/places.ts';
import type { Comment, ReviewRound } from '#shared/review/review.ts';

export const reviewHandlers: HandlersOf<'review'> = {
  'review.send': async ({ period, passphrase }, context) => {
    const { session } = board(context);
    const bytes = makeCopy(session, await packFor(session, period, 'board'), passphrase);
    const name = `${session.definition().board} ${period} for review.eoc`.replace(/[<>:"/\\|?*]/g, ' ');
    return { name, bytes: Buffer.from(bytes).toString('base64') };
  },
  'review.merge': ({ file, passphrase }, context) =>
    mergeCopy(board(context).session, Buffer.from(file.bytes, 'base64'), passphrase || null),
  'review.comments': ({ period }, context) =>
    roundsOf(board(context).session.board)
      .filter((round) => period === null || round.period === period)
      .flatMap(({ comments }) => comments),
  'review.resolve': ({ id, resolved }, context) => {
    const { session } = board(context);
    const round = roundsOf(session.board).find(({ comments }) => comments.some((one) => one.id === id));
    if (!round) throw noComment();
    const { at, by } = stamp();
    changeComments(context, round, (one) =>
      one.id === id ? { ...one, resolved: resolved ? { at, by } : null } : one,
    );
    return null;
  },
  'review.copy': (_, context) => {
    const { session } = board(context);
    const round = theCopy(context);
    const pack = packIn(session.board);
    return {
      period: round.period,
      title: pack.title,
      by: stamp().by,
      sections: reviewSections(layOut(pack)),
    };
  },
  'review.pages': async ({ section }, context) => {
    const { session } = board(context);
    theCopy(context);
    const sheets = await remembered(session, `review ${section}`, ['nothing changes it'], () =>
      drawSheets(packIn(session.board), section, { house: boardHouse(session) }),
    );
    return Array.from({ length: sheets.pages }, (_, at) => sheets.page(at + 1));
  },
  'review.comment': (argument, context) => {
    const round = theCopy(context);
    keepRound(board(context).session.board, { ...round, comments: withComment(round, argument) });
    return null;
  },
  'review.remove': ({ id }, context) => {
    const round = theCopy(context);
    const comments = round.comments.filter((one) => one.id !== id);
    keepRound(board(context).session.board, { ...round, comments });
    return null;
  },
};

function theCopy(context: Context): ReviewRound {
  const round = copyOf(board(context).session.board);
  if (round) return round;
  throw new Problem('not-a-copy', 'Comments are made in a copy for review. This is the board itself.');
}

function noComment(): Problem {
  return new Problem('no-comment', 'That comment is no longer there.');
}

function changeComments(context: Context, round: ReviewRound, change: (one: Comment) => Comment): void {
  keepRound(board(context).session.board, { ...round, comments: round.comments.map(change) });
}

/** A new comment, or an earlier one of this copy in other words. */
function withComment(
  round: ReviewRound,
  { id, section, figure, about, text, by }: Argument<'review.comment'>,
): readonly Comment[] {
  const { at, by: signedIn } = stamp();
  const said = { section, figure, about, text, by: by.trim() || signedIn, at, resolved: null };
  if (id === null) return [...round.comments, { id: randomUUID(), ...said }];
  if (!round.comments.some((one) => one.id === id)) throw noComment();
  return round.comments.map((one) => (one.id === id ? { ...one, ...said } : one));
}

/** What may be asked of a copy for review: to be read, commented on, closed, and everything about other boards. */
const OF_A_COPY: readonly string[] = [
  'board.recent',
  'board.forgetRecent',
  'board.create',
  'board.open',
  'board.sample',
  'board.info',
  'board.close',
  'board.saveCopy',
  'board.download',
  'board.history',
  'review.comments',
  'review.copy',
  'review.pages',
  'review.comment',
  'review.remove',
];

/** Throws the problem `review-copy` for a method that would change more of a copy than its comments. */
export function refuseInCopy(context: Context, method: string): void {
  const open = context.current();
  if (!open || /^(service|disk)\./.test(method) || OF_A_COPY.includes(method)) return;
  if (!copyOf(open.session.board)) return;
  throw new Problem(
    'review-copy',
    'This is a copy for review: you can read it and comment on it, and nothing else.',
  );
}
