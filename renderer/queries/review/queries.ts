/** Comments on a pack, and the copy for review that is open. */
import { useQuery } from '#renderer/queries/use.ts';

export const useComments = (period: string | null) => useQuery('review.comments', { period });
export const useReviewCopy = () => useQuery('review.copy', null);
export const useReviewPages = (section: string) => useQuery('review.pages', { section });
