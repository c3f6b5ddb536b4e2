/** Sending copies for review, merging them, and making comments in one. */
import { useMutation } from '#renderer/queries/use.ts';

export const useSendForReview = () => useMutation('review.send');
export const useMergeReviewed = () => useMutation('review.merge');
export const useResolve = () => useMutation('review.resolve');
export const useComment = () => useMutation('review.comment');
export const useRemoveComment = () => useMutation('review.remove');
