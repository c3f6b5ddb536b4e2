/** Documents to be exempt appendices. */
import { useQuery } from '#renderer/queries/use.ts';

export const useExempt = (period: string) => useQuery('exempt.list', { period });
