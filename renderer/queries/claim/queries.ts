/** What the texts state. */
import { useQuery } from '#renderer/queries/use.ts';

export const useStatements = (period: string | null) => useQuery('claim.list', { period });
