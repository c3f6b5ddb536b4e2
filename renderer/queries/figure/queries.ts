/** Figures, and what is beneath one. */
import { useQuery } from '#renderer/queries/use.ts';

export const useFigureTable = (period: string | null) => useQuery('figure.list', { period });
export const useExplanation = (key: string | null) =>
  useQuery('figure.explain', { key: key ?? '' }, key === null);
