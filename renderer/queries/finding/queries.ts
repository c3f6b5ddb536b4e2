/** Findings, their sources and the messages to providers. */
import { useQuery } from '#renderer/queries/use.ts';

export const useFindings = (period: string | null) => useQuery('finding.list', { period });
export const useSources = (id: string | null) => useQuery('finding.sources', { id: id ?? '' }, id === null);
export const useProviderQueries = (period: string | null) => useQuery('finding.queries', { period });
export const useAnswers = () => useQuery('finding.answers', null);
