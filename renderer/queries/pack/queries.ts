/** The pack as it stands, and those that were issued. */
import { useQuery } from '#renderer/queries/use.ts';
import type { PackChoice } from '#shared/api/api.ts';

export const useOutline = (period: string) => useQuery('pack.outline', { period });
export const useNarrative = (period: string) => useQuery('pack.narrative', { period });
export const useFrontPage = (period: string) => useQuery('pack.answers', { period });
/** Sentences a person may put into the section's words. */
export const useSuggestions = (period: string, section: string) =>
  useQuery('pack.suggestions', { period, section });
/** Numbers typed by hand, held against the figures. */
export const useTyped = (period: string) => useQuery('pack.typed', { period });
export const useSignoffs = (period: string) => useQuery('pack.signoffs', { period });
export const useIssued = () => useQuery('pack.issued', null);
export const useVerified = (id: number) => useQuery('pack.verify', { id });
export const useComparison = (from: PackChoice, to: PackChoice) => useQuery('pack.compare', { from, to });
export const usePackDocument = (period: string, edition: 'board' | 'public') =>
  useQuery('pack.document', { period, edition });
/** Pages of the whole pack, or of one section, which is drawn while it is written. */
export const usePages = (period: string, section: string | null, from: number, count: number) =>
  useQuery('pack.preview', { period, edition: 'board', from, count, section });
