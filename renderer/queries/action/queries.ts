/** Recommendations and actions. */
import { useQuery } from '#renderer/queries/use.ts';

export const useActions = (period: string) => useQuery('action.list', { period });
