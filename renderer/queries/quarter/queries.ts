/** The cycle at a glance. */
import { useQuery } from '#renderer/queries/use.ts';

export const useQuarter = (period: string | null) => useQuery('quarter.summary', { period });
